import { APOSTROPHES } from './lookalikes';

/** Words for private, by language. Spelling is compared without accents and capitals. */
export const PRIVATE_WORDS: readonly string[] = [
  // English
  ...[
    'private',
    'confidential',
    'secret',
    'sensitive',
    'unshareable',
    'unsharable',
    'undisclosed',
    'priv',
    'pvt',
    'nonpublic',
  ],
  ...['prvate', 'pirvate', 'privte', 'priavte', 'privtae', 'confidental', 'confidentail', 'confidentual'],
  ...['confid', 'noshare', 'dontshare', 'donotshare', 'embargoed', 'onlyme', 'justme', 'meonly', 'fyeo'],
  // German, Dutch, Afrikaans
  ...['privat', 'privates', 'privater', 'privaten', 'privatem', 'vertraulich', 'vertrauliche', 'vertrauliches'],
  ...['privatnotiz', 'privatnotizen', 'vertraulicher', 'vertraulichen', 'geheim', 'geheimes', 'geheime'],
  ...['geheimen', 'verschlusssache', 'privatsache', 'nichtöffentlich'],
  ...['privaat', 'privaatnotities', 'privénotities', 'vertrouwelijk', 'vertrouwelijke', 'vertroulik'],
  // French
  ...['privé', 'privée', 'privés', 'privées', 'confidentiel', 'confidentielle', 'confidentiels', 'confidentielles'],
  ...['secrète', 'secrètes'],
  // Spanish, Portuguese, Catalan
  ...['privado', 'privada', 'privados', 'privadas', 'confidencial', 'confidenciales', 'confidenciais', 'secreto'],
  ...['secreta', 'reservado', 'reservada', 'sigiloso', 'sigilosa', 'sigilo', 'segredo', 'pribatua'],
  // Italian, Romanian
  ...['privato', 'privata', 'privati', 'riservatissimo', 'riservato', 'riservata', 'riservati', 'riservate'],
  ...['confidenziale'],
  ...['confidenziali', 'segreto', 'segreta', 'privată', 'confidențial', 'confidențială'],
  // Swedish, Danish, Norwegian, Finnish, Icelandic
  ...['privata', 'konfidentiell', 'konfidentiellt', 'hemlig', 'hemligt', 'hemliga', 'sekretess', 'förtrolig'],
  ...['förtroligt', 'fortrolig', 'fortroligt', 'fortrolige', 'hemmelig', 'hemmeligt', 'konfidensiell', 'konfidensielt'],
  ...['konfidentielt', 'taushetsbelagt', 'yksityinen', 'yksityiset', 'yksityistä', 'luottamuksellinen'],
  ...['luottamuksellista', 'luottamukselliset', 'salainen', 'salaista', 'einkamál', 'trúnaðarmál'],
  // Polish, Czech, Slovak
  ...['prywatne', 'prywatny', 'prywatna', 'prywatnie', 'poufne', 'poufny', 'poufna', 'poufnie', 'tajne', 'tajny'],
  ...['soukromé', 'soukromý', 'soukromá', 'soukromě', 'důvěrné', 'důvěrný', 'tajné', 'privátní', 'súkromné'],
  ...['důvěrná', 'důvěrných', 'soukromých', 'neveřejné', 'neveřejný', 'neveřejná', 'niejawne', 'niejawny'],
  ...['súkromný', 'dôverné', 'dôverný'],
  // Slovene, Croatian, Bosnian, Serbian
  ...['privatno', 'privatni', 'privatna', 'privatne', 'zasebno', 'zaupno', 'povjerljivo', 'poverljivo', 'tajno'],
  ...['приватно', 'поверљиво'],
  // Hungarian, Turkish, Estonian, Latvian, Lithuanian
  ...['privát', 'magán', 'magánjellegű', 'bizalmas', 'titkos', 'özel', 'gizli', 'mahrem', 'privaatne', 'salajane'],
  ...['konfidentsiaalne', 'privāts', 'privāti', 'konfidenciāli', 'privatu', 'konfidencialu', 'slapta'],
  // Russian, Ukrainian, Bulgarian, Belarusian
  ...['личное', 'личные', 'личная', 'личный', 'лично', 'приватное', 'приватные', 'приватный', 'приватная', 'приватне'],
  ...['конфиденциально', 'конфиденциальное', 'конфиденциальные', 'секретно', 'секретное', 'секрет', 'тайно', 'тайное'],
  ...['лични', 'особисті', 'особиста', 'конфіденційно', 'конфіденційне', 'особисте', 'таємно', 'поверително'],
  ...['поверителна', 'прыватнае'],
  // Greek, Arabic, Persian, Hebrew, Hindi, Vietnamese, Indonesian
  ...['ιδιωτικό', 'ιδιωτικά', 'ιδιωτική', 'ιδιωτικές', 'εμπιστευτικό', 'εμπιστευτικά', 'απόρρητο', 'απόρρητα'],
  ...['سري', 'سرية', 'سرّي', 'خاص', 'خاصة', 'خصوصی', 'محرمانه', 'سری', 'פרטי', 'פרטיות', 'חסוי', 'סודי', 'निजी'],
  ...['गोपनीय'],
  ...['pribadi', 'rahasia', 'binafsi', 'preifat', 'príobháideach', 'ব্যক্তিগত', 'গোপনীয়'],
];

/** Words for private in languages that do not separate words. They count anywhere in a title. */
export const UNSPACED_PRIVATE_WORDS: readonly string[] = [
  ...['非公開', '機密', '秘密', '内密', '社外秘', '部外秘', '極秘', 'マル秘', '内緒', '自分用', 'プライベート'],
  ...['自分のみ', '見せない', 'オフレコ', '他言無用', '口外禁止', '共有禁止', '共有不可', '机密', '私密', '保密'],
  ...['绝密', '絕密', '非公开', '不公开', '不公開', '私人', '隐私', '隱私', '仅自己', '僅自己', '勿外传', '请勿分享'],
  ...['勿外傳', '不外传', '不外傳', '不可外传', '不可外傳'],
  ...['不要外传', '仅供自己', '内部限定', '本人不可', '내부용', '나만 보기'],
  ...['비공개', '기밀', '비밀', '나만', '대외비', '프라이빗', 'ส่วนตัว', 'ความลับ'],
];

/** Words and phrases that mean private only alone: *Internal*, *Internal notes*, but not *Internal tools*. */
export const WEAK_PRIVATE_WORDS: readonly string[] = [
  ...['internal', 'restricted', 'classified', 'privileged', 'confidentiality', 'secrets', 'redacted'],
  ...['unshared', 'hidden', 'nsfw', 'nda', 'interne', 'internes', 'privately', 'confidentially', 'secretly', 'otr'],
  ...['just me', 'for myself', 'in private', 'to self', 'hush hush', 'keep quiet', 'keep it quiet', 'keep this quiet'],
  ...['embargo', 'confidentiellement', 'confidencialmente', 'confidenzialmente', 'poufnie', 'důvěrně'],
];

/** Phrases that mean private. */
export const PRIVATE_PHRASES: readonly string[] = [
  ...['manager notes', "manager's notes", "managers' notes", 'manager only', 'managers only', 'hr only', 'me only'],
  ...['only me', 'only for me', 'just for me', 'for me only', 'my eyes', 'your eyes only', 'eyes only', 'internal use'],
  ...['do not share', "don't share", 'dont share', 'never share', 'no sharing', 'not for sharing', 'not to share'],
  ...[
    'not to be shared',
    'not shareable',
    'not sharable',
    'not shared',
    'do not forward',
    'do not distribute',
    'off the record',
  ],
  ...['not public', 'not for publication', 'between us', 'between you and me', 'keep to myself', 'in confidence'],
  ...['need to know', 'off record', 'internal only', 'note to self', 'notes to self', 'self only', 'owner only'],
  ...['keep this to myself', 'keep it to myself', 'between me and', 'off the books', 'strictly personal', 'no share'],
  ...["don't forward", 'dont forward', 'do not disclose', 'do not repeat', 'do not show', "don't show", 'dont show'],
  ...['do not publish', 'non public', 'under embargo', 'embargo until', 'under nda', 'tlp red', 'sub rosa'],
  ...['not for distribution', 'not for circulation', 'not for others', 'not for the record', 'not for the minutes'],
  ...[
    'not for the recap',
    'not for recap',
    'to self',
    'not for the team',
    'not for anyone',
    'not to be seen',
    'not to be read',
  ],
  ...[
    'not to be mentioned',
    'do not read out',
    'do not include',
    'do not copy',
    'do not mention',
    "don't mention",
    'dont mention',
  ],
  ...['share false', 'public false', 'hidden notes', 'hidden from', 'hide from', 'keep from'],
  ...['not visible', 'invisible to'],
  ...['attorney client', 'leadership only', 'leads only', 'boss only', 'mgr only', 'mgmt only', 'exec only'],
  ...['nur für mich', 'nicht teilen', 'nicht weitergeben', 'unter uns', 'unter vier augen', 'streng geheim'],
  ...['nur fuer mich', 'nicht öffentlich', 'nicht weiterleiten', 'nicht zur weitergabe', 'niet openbaar', 'mgr notes'],
  ...['ne pas transférer', 'ne pas transmettre', 'ne pas divulguer', 'no difundir', 'no divulgar', 'não divulgar'],
  ...[
    'non divulgare',
    'non diffondere',
    'csak nekem',
    'nem publikus',
    'nem nyilvános',
    'ei julkinen',
    'ei jaettavaksi',
  ],
  ...['ne pas partager', 'ne pas diffuser', 'entre nous', 'pour moi seul', 'pour moi seule', 'no compartir'],
  ...['solo para mí', 'não compartilhar', 'não partilhar', 'só para mim', 'non condividere', 'solo per me'],
  ...['niet delen', 'alleen voor mij', 'dela inte', 'dela ej', 'endast för mig', 'bara för mig', 'kun for meg'],
  ...['kun for mig', 'ikke del', 'må ikke deles', 'älä jaa', 'im vertrauen', 'für mich selbst', 'nicht für andere'],
  ...['nicht für dritte', 'nur intern', 'nur für uns', 'en privé', 'en confidence', 'pas pour les autres'],
  ...['en privado', 'en confianza', 'no para otros', 'em privado', 'em confiança', 'in confidenza', 'in via riservata'],
  ...['niet voor anderen', 'in vertrouwen', 'inte för andra', 'i förtroende', 'ikke for andre', 'i fortrolighed'],
  ...['w zaufaniu', 'nie dla innych', 'для себя', 'только для себя', 'не для других', 'не для всех', 'между нами'],
  ...['nie udostępniać', 'nie udostępniaj', 'tylko dla mnie', 'nesdílet', 'ne dijeliti', 'paylaşma', 'paylaşmayın'],
  ...['не делиться', 'не для распространения', 'не распространять', 'только для меня', 'riêng tư', 'bí mật'],
  ...['bảo mật', 'jangan dibagikan'],
];

/** Phrases that mean private even in the middle of a sentence. */
export const PLAIN_PRIVATE_PHRASES: readonly string[] = [
  ...['off the record', 'my eyes only', 'your eyes only', 'not for sharing', 'not to be shared', 'unter vier augen'],
];

/** The beginnings of `KEPT_FROM`, in lower case. */
export const KEEPING_PHRASES: readonly string[] = [
  ...[
    'not for',
    'nicht für',
    'nicht fuer',
    'pas pour',
    'no para',
    'non per',
    'não para',
    'niet voor',
    'inte för',
    'ikke for',
  ],
  ...['nie dla', 'не для'],
  ...['tell', 'show', 'mention', 'forward', 'say', 'share'].flatMap((verb) =>
    ['do not', "don't", 'dont', 'never'].map((order) => `${order} ${verb}`),
  ),
  ...['must', 'should', 'may'].flatMap((verb) =>
    ['know', 'see', 'hear', 'learn', 'read'].map((sense) => `${verb} not ${sense}`),
  ),
];

/** A word with a capital letter, which tells *not for Jane* from *not for now*. */
const NAME = String.raw`(?!(?:Now|Today|Long|Profit|Sale|Us|Everyone)\b)\p{Lu}(?:\p{Ll}|[’']\p{Lu})[\p{L}’'-]{0,30}`;
/** Words for people who are not named. */
export const OTHER_PEOPLE = ['her', 'him', 'them', 'others', 'anyone else', 'anybody'];
const LINK_OR_MENTION = String.raw`\[\[[^\][]{1,60}\]\]|@\p{L}[\p{L}\p{N}._-]{0,30}`;
const OTHERS = String.raw`(?:${NAME}(?: ${NAME}){0,2}|${LINK_OR_MENTION}|${OTHER_PEOPLE.join('|')})`;
/** Words that keep something from a person or from others: *not for Jane*, *don't tell her*, *Jane must not know*. */
const KEPT_FROM = new RegExp(
  [
    `(?:[Nn]ot for|[Nn]icht f(?:ü|ue)r|[Pp]as pour|[Nn]o para|[Nn]on per|[Nn]ão para|[Nn]iet voor|[Ii]nte för) ${OTHERS}(?! to )`,
    `(?:[Ii]kke for|[Nn]ie dla|[Нн]е для) ${OTHERS}`,
    `(?:[Dd]o not|[Dd]on[${APOSTROPHES}]?t|[Nn]ever) (?:tell|show|(?:mention|forward|say)(?: it| this)? to) ${OTHERS}`,
    `(?:[Dd]o not|[Dd]on[${APOSTROPHES}]?t|[Nn]ever) share(?: it| this)? with ${OTHERS}`,
    `(?:[Hh]ide|[Hh]idden|[Kk]eep|[Kk]ept) from ${OTHERS}`,
    `(?:${NAME}|${LINK_OR_MENTION}|[Ss]he|[Hh]e|[Tt]hey) (?:must|should|may) not (?:know|see|hear|learn|read)`,
  ]
    .map((words) => String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`)
    .join('|'),
  'gu',
);

/** Returns a text with *do not share* in place of words that keep something from a person or from others. */
export function withPlainOrders(text: string): string {
  return text.normalize('NFC').replace(KEPT_FROM, 'do not share');
}

/** Words that negate the next one. */
export const NEGATIONS: readonly string[] = [
  ...['not', 'non', "isn't", 'semi', 'un', 'nicht', 'kein', 'keine', 'pas', 'niet', 'inte', 'ikke', 'nie', 'não', 'не'],
];

/** Words that accompany a word for private in a label without changing its meaning: *My private notes*, *HR only*. */
export const LABEL_WORDS: readonly string[] = [
  ...['my', 'mine', 'me', 'our', 'the', 'this', 'is', 'are', 'be', 'for', 'of', 'and', 'to', 'only', 'just', 'own'],
  ...['note', 'notes', 'remark', 'remarks', 'comment', 'comments', 'thought', 'thoughts', 'observation'],
  ...['observations', 'section', 'part', 'area', 'stuff', 'thing', 'things', 'info', 'information', 'details'],
  ...['content', 'text', 'topic', 'topics', 'point', 'points', 'item', 'items', 'feedback', 'reflections'],
  ...['manager', 'managers', 'mgr', 'hr', 'boss', 'lead', 'personal', 'strictly', 'very', 'highly', 'extremely'],
  ...['totally', 'top', 'please', 'pls', 'plz', 'bitte', 'keep', 'kept', 'stay', 'mark', 'marked', 'important', 'note'],
  ...['nb', 'begin', 'start', 'end', 'open', 'close', 'here', 'below', 'yes', 'true', 'on'],
  ...['fold', 'folded', 'use', 'purposes', 'eyes', 'it', 'all', 'must', 'block', 'region'],
  ...['notiz', 'notizen', 'streng', 'nur', 'für', 'mich', 'meine', 'persönlich', 'notes', 'personnelles', 'mes'],
  ...['très'],
  ...['notas', 'nota', 'mis', 'minhas', 'appunti', 'mie', 'strettamente', 'notities', 'mijn', 'strikt', 'mina'],
  ...['anteckningar', 'notater', 'mine', 'notatki', 'moje', 'poznámky', 'bilješke', 'notlar', 'notlarım'],
  ...['заметки', 'бележки', 'нотатки', 'мои'],
];

/** Words that make another thing of *private* before them, in a sentence or a short label: *private beta*. */
export const PRIVATE_COMPOUNDS: readonly string[] = [
  ...['equity', 'beta', 'alpha', 'preview', 'cloud', 'clouds', 'key', 'keys', 'repo', 'repos', 'repository'],
  ...['repositories', 'sector', 'school', 'schools', 'network', 'networks', 'subnet', 'vpc', 'dns', 'ip', 'api'],
  ...['apis', 'endpoint', 'endpoints', 'link', 'links', 'registry', 'package', 'packages', 'module', 'modules'],
  ...['branch', 'fork', 'method', 'methods', 'field', 'fields', 'member', 'members', 'class', 'classes'],
  ...['function', 'functions', 'variable', 'variables', 'constructor', 'static', 'const', 'company', 'companies'],
  ...['office', 'offices', 'practice', 'jet', 'bank'],
  ...['banking', 'investor', 'investors', 'investment', 'placement', 'offering', 'fund', 'funds', 'credit', 'debt'],
  ...['market', 'markets', 'label', 'browsing', 'mode', 'messaging', 'messages', 'property', 'limited'],
  ...['ownership', 'health'],
  ...['insurance', 'tutor', 'lessons', 'event', 'party', 'dinner', 'tour', 'collection', 'launch', 'release', 'token'],
  ...['tokens', 'santa', 'sauce', 'weapon', 'service', 'store', 'scanning', 'rotation', 'cluster', 'instance'],
  ...['university', 'college', 'clinic', 'hospital', 'detective', 'contractor', 'enterprise', 'industry'],
  ...['parking', 'garden', 'housing'],
];
