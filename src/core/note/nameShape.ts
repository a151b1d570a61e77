import { isStopWord } from './nameCandidates';

const NAME_WORD = /^\p{L}(?:[\p{L}\p{M}’‘'ʼ׳״.·・‐‑-]|\u200C|\u200D)*$/u;
/** Scripts without spaces between the words of a name, in which a long word is a phrase. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LONGEST_UNSPACED = 8;
const MOST_WORDS = 4;
const MOST_LOWER_CASE_WORDS = 3;
const LONGEST_NAME = 60;

/** Words in lower case between the words of a name, which may also begin a name. */
const PARTICLES: ReadonlySet<string> = new Set(
  (
    'a aan abu ad af al an ap ar as ash av az ben bin bint da das de dei del della dem den der des di do dos du e el ibn in la las le lo los my ' +
    'san so st st. ten ter ul und ur van vom von y zu zum zur'
  ).split(' '),
);
/** A prefix in lower case that is part of a name: `d’Angelo`, `al-Farsi`. */
const LOWER_CASE_PREFIX = /^(?:[dol]['’ʼ]|(?:a[dlnrstz]|ash|el|bin|ul)[-‑])\p{Lu}/u;

/**
 * Tests whether a text can be a person’s name: one to four words of any script, all of them capitalized or all in lower
 * case, and none that names a topic or belongs to a sentence.
 */
export function isNameShaped(text: string): boolean {
  if (text.length > LONGEST_NAME) return false;
  const words = text.split(' ');
  return (
    words.length <= MOST_WORDS &&
    words.every((word) => NAME_WORD.test(word)) &&
    words.every((word, index) => canBeInName(word, index, words.length)) &&
    isCasedAsName(words)
  );
}

/**
 * Tests whether a text can be a person’s name in a place that is meant for one, such as a folder of the path setting: one
 * to four words, not all of which name topics. `Brenda Brief` and `Will` are such names.
 */
export function isPossibleName(text: string): boolean {
  const words = text.split(' ');
  return (
    text.length <= LONGEST_NAME &&
    words.length <= MOST_WORDS &&
    words.every((word) => NAME_WORD.test(word)) &&
    !isOnlyTopics(text)
  );
}

/** Tests whether every word of a text names a topic: `Readme`, `Org Chart`. */
export function isOnlyTopics(text: string): boolean {
  return text.split(' ').every((word) => isNonName(word.toLowerCase()));
}

function canBeInName(word: string, index: number, count: number): boolean {
  const key = word.toLowerCase().replace(/\.$/, '');
  if (count > 1 && PARTICLES.has(key)) return index < count - 1 || key.length > 1;
  if (count > 1 && key.length === 1) return word !== key || isUncased(word);
  if (UNSPACED.test(word) && word.length > LONGEST_UNSPACED) return false;
  if (index > 0 ? isSurname(key) : count > 1 && !key.startsWith(word.charAt(0)) && isGivenName(key)) return true;
  return (
    !isStopWord(key) &&
    !isNonName(key) &&
    (!key.includes('-') || !key.split('-').some((part) => isNonName(part) && !isSurname(part)))
  );
}

function isCasedAsName(words: readonly string[]): boolean {
  const own = words.filter((word) => !PARTICLES.has(word));
  const isLower = own.every((word) => word === word.toLowerCase());
  return isLower
    ? own.length > 0 && own.length <= MOST_LOWER_CASE_WORDS
    : own.every(
        (word) => !word.startsWith(word.charAt(0).toLowerCase()) || isUncased(word) || LOWER_CASE_PREFIX.test(word),
      );
}

/** Tests whether a word has no capital letters. Georgian has them, but not in names. */
function isUncased(word: string): boolean {
  return word.toLowerCase() === word.toUpperCase() || /^\p{Script=Georgian}/u.test(word);
}

/** Words around a name that describe the meeting or the file. They are removed from both ends of a name. */
const AROUND_A_NAME = [
  'with w w/ meeting meetings mtg note notes sync syncup weekly biweekly bi fortnightly monthly quarterly daily regular',
  'recurring catch-up catchup catch up check-in checkin check in chat log logs running agenda and for from of the a an my',
  'our me index readme template templates untitled people person team teams archive archived work journal docs src direct',
  'report reports manager skip-level skip level skiplevel prep preparation preparing copy call touchpoint touchbase',
  'touch base connect coffee session minutes meet meets between new draft final initial first intro introduction last',
  'next today re fwd old misc other others recap summary transcript zoom teams one ones two attendee attendees on at',
  'mit treffen gespräch besprechung notiz notizen protokoll jour fixe wöchentlich termin',
  'avec réunion entretien compte rendu hebdo point con reunión reunion acta semanal nota notas com reunião colloquio',
  'riunione incontro overleg notities gesprek möte rozmowa spotkanie встреча заметки さんとの 面談 会议 面谈 记录 미팅 면담',
];

/** Words that name a topic, a document, a group or a context, but no person. Most are given in the singular. */
const TOPICS = [
  'about action activity admin advice alignment all analysis annual api app appraisal approach approval architecture area',
  'article ask aspect assessment asset audience audit automation award backlog backup balance basic before beginner benefit',
  'best better bible big bio blog board bonus book bookmark brainstorm branch brand brief budget bug build business calendar',
  'campaign capacity career case category challenge change changelog channel chapter chart cheatsheet checklist clean client',
  'cloud coach code collaboration collection college comment communication community company comparison compensation computer',
  'concept conference config contact content contract conversation cost countdown course cover create creative crm culture',
  'customer dashboard data database date day deadline deck decision deep default demo department dependency design detail dev',
  'developer development diary different difficult digest direction directory discussion document documentation domain done',
  'download due early easy editor effective effort email emergency employee end engineer engineering english epic error essay',
  'essential estimate evaluation event everyone everybody example excellent exercise expectation expense experience experiment',
  'export facilitator faq feature feedback field file finance fix flow focus folder food form format framework free friday',
  'frontend backend full fun function future game general generic goal good great group growth guide guideline handbook',
  'handover health help here high highlight hint hire hiring history holiday home how hr idea ideal impact import important',
  'improvement inbox incident info information infra infrastructure input insight inspiration instruction integration internal',
  'internship interview introduction inventory invoice issue item job junior kanban kickoff knowledge kpi language launch leader',
  'leadership lead learn lesson letter level library life link list literature live local long low magic mail maintenance major',
  'management manual map marketing master match material maybe measure media member memo mentee mentor mentorship message',
  'method metric migration milestone minimal minor mission mistake mobile model module monday money month morning motivation',
  'movie multiple music need network newsletter night number objective office offsite okr onboarding online open operation',
  'opinion ops option order org organization organisation outcome outline overview owner package page paper part partner',
  'password path patience pattern people perfect perform performance perk personal phase phone pic picture pipeline pitch plan',
  'planner platform play playbook plugin policy portfolio position post power pr practice practical preparation presentation',
  'pricing principle priority private problem procedure process product productivity productive profile program programme',
  'progress project promotion prompt proposal pto public qa qbr quality quarter query question quick quiz quote raise ratio',
  'read reading recipe recruit recruiter reference reflection refactor relation relationship release reminder remote report',
  'request requirement research resource response rest result resume retro retrospective review reward rfc risk roadmap role',
  'room routine rule sale salary sample sandbox scale schedule school score scrum script search season secret section security',
  'self senior series server service session setting setup share shop short sick simple site skill slide small social software',
  'solution someone something somebody source space special spec specification speech sport sprint staff stage stakeholder',
  'standard standup start status step story strategy strategic strength stretch structure study stuff style subject success',
  'successful suggestion sunday support survey swot synchronous system table tactic tag takeaway talk target task tax tech',
  'technical technique tender term test testing text theme theory thing thought thread ticket time timeline tip title todo',
  'together tool top topic track training transition travel trend trick trip trouble truth tuesday thursday wednesday saturday',
  'tutorial type ultimate university unread update upgrade usage useful user vacation value vault version video view vision',
  'visit voice waiting want watch way website week weekend welcome wellbeing well-being wiki win wish word workflow workshop',
  'workspace world write year yearly yesterday tomorrow zettel zettelkasten always never every when why what where which who',
  'whom whose will-do vs versus into without within about across after against along among around because behind below beyond',
  'more most less least many much few new old key main own only really very just also too then than that this these those',
  'ceo cto cfo coo vp em pm hrbp ic sre ux ui it ai llm ml sql aws gcp css html json yaml ip nat ipv4 dns http',
  'matchday league club cup goalless draw game scoreline united city fc',
  'journals pages assets attachments daily weekly monthly quarterly notion obsidian logseq notes zettels clippings highlights',
  'genesis exodus leviticus deuteronomy psalm psalms proverbs ecclesiastes romans corinthians galatians ephesians philippians',
  'colossians thessalonians hebrews revelation verse gospel scripture hymn sermon',
  'vorlage fragen frage gehalt ziele ziel thema themen liste übersicht anleitung woche monat jahr projekt projekte allgemein',
  'urlaub planung entwicklung karriere mitarbeiter mitarbeitende kollegen sonstiges alle privat verschiedenes',
  'modèle questions objectif objectifs projet projets équipe carrière sujet sujets semaine mois année divers général',
  'plantilla preguntas objetivos proyecto proyectos equipo carrera temas tema semana mes año general varios',
  'modelo perguntas objetivo projeto equipe carreira assunto assuntos',
  'шаблон вопросы проект команда цели план テンプレート 質問 目標 計画 定例 会議 模板 问题 项目 周会 绩效 团队 질문 회의 팀',
  'phd ph.d mba msc bsc pmp esq abc foo bar baz lorem ipsum todo tbd wip xxx nan null none nobody na n/a unknown anonymous someone guest admin root',
  'hangout huddle standups dinner lunch breakfast birthday wedding party garden kitchen house car',
  'accessibility account agency agile aim alert algorithm alternative analytic anniversary answer apology arrival',
  'attendance attitude authority bandwidth baseline behavior behaviour belief benchmark bias blocker bottleneck',
  'boundary break breakdown broadcast browser builder burnout busy button cache cancel cancelled candidate center',
  'centre certificate choice claim clarity class cleanup clock cohort committee competency competence complaint',
  'compliance component concern conclusion confidence conflict confusion consensus consent console consumer',
  'continuity control council coverage creativity credit crisis criteria critique curiosity current cycle danger',
  'debate debt decline defect defense delay deliverable delivery demand deploy depth designer desk diagnosis',
  'diagram dialogue diet difference difficulty dilemma discipline discount discovery dispute distance diversity',
  'division doc doubt drop duplicate duty dynamic economy efficiency empathy energy entry equity ethic evidence',
  'exit expansion expertise exposure expression extension fact factor failure family favorite fee figure filter',
  'fire firm flag flexibility flight font force forecast formula forum freedom frequency friend gap glossary',
  'goodbye governance graph graphic gratitude grievance habit handle headcount headline hello honesty hour',
  'hypothesis icon identity impression inclusion income industry influence initiative inquiry instinct insurance',
  'intake intent interest interface internet kudos label laptop layoff layout lecture legal license limit load',
  'logic loss loyalty machine majority margin mastery maturity mechanism medical medium mental merger metadata',
  'microphone mindset mode momentum move norm notice obstacle offer official onsite opportunity origin outage',
  'outreach outlook output overload oversight overtime pain panel parental parity pause payroll pension percentage',
  'permission perspective philosophy photo photography physics piece pleasure podcast poll portal possibility',
  'potential preference pregnancy premium pressure preview print profession proficiency profit proof prototype',
  'provider purchase purpose push puzzle quantity questionnaire quit quota random rapport reality rebrand receipt',
  'record recovery redesign referral refund region relief remark renewal rent reorg repair repeat reply repository',
  'resilience respect responsibility restructure return revenue reversal rewrite ritual roleplay rollout router',
  'rumor runbook sabbatical safety scenario science screen screenshot seniority sense sensor sequence severance',
  'shape shift shock signal signature silence silo slack sleep snapshot society sound speaker speed spend sponsor',
  'spot spreadsheet squad stability stack statistic storage store strain stress strike struggle student submission',
  'suite summit supplier supply surprise suspension switch symptom syntax teacher teamwork telephone temperature',
  'tenure territory thanks therapy threat threshold throughput toolkit tour trade traffic transfer transparency',
  'trial trigger triage turnover tutor uncertainty union unit universe uptime urgency usability vacancy vendor',
  'venue visa visibility visual wallet warehouse waste wealth weather whiteboard wifi wireframe workload workplace',
  'worry yield zone abteilung ablauf absprache aufgabe aufgaben bericht beschwerde bewerbung einarbeitung',
  'entscheidung ergebnis ergebnisse erwartung fazit fortschritt führung gesundheit idee ideen kennenlernen konflikt',
  'krankheit kündigung leistung lohn lösung nachbereitung pläne probezeit prozess prüfung quartal rückblick',
  'rückmeldung schulung sitzung strategie stimmung tagesordnung umzug unterlagen verhandlung vertrag vertretung',
  'vorbereitung vorstellung weiterbildung zeugnis zielvereinbarung zusammenfassung zwischenstand bilan congés',
  'décision idées problème processus résumé retour salaire santé stratégie suivi tâche tâches télétravail vacances',
  'aprendizaje decisión desempeño evaluación formación gestión planificación problema proceso resumen',
  'retroalimentación salario seguimiento tarea tareas trabajo vacaciones avaliação decisão desempenho férias',
  'formação ideia ideias planejamento processo resumo salário tarefa tarefas trabalho argomento argomenti carriera',
  'decisione ferie formazione lavoro obiettivo obiettivi piano progetto riassunto squadra stipendio valutazione',
  'besluit doel doelen loopbaan onderwerp onderwerpen salaris taak taken vakantie verlof voortgang vraag vragen',
  'werk 評価 給与 昇進 目標設定 振り返り 議題 準備 相談 課題 報告 予定 休暇 採用 研修 晋升 薪资 目标 反馈 计划 总结 准备 议题 休假 招聘 培训 평가 목표 계획 준비 휴가 채용',
  'lessons learned effectively better asking running holding writing',
  'mapping grid pixel image square correspondence cardinality schema join column bijection',
  'relationships conversion conversions exchange rate peg swap dilution mix mixture dilute scaling odds tie',
  'comparison lens macro magnification zoom crop canvas resin epoxy concrete vinegar',
  'apollo-program sheet worksheet syllabus curriculum grammar vocabulary homework tutoring classroom',
  'remote hybrid distributed async virtual boss bosses colleague colleagues coworker coworkers supervisor founder founders',
  'engineers designers developers teammates managers leaders executives sales',
];

const FILLERS = words(AROUND_A_NAME);
const NON_NAMES = words([...AROUND_A_NAME, ...TOPICS]);

/** First names that end like a verb or an abstract noun. */
const NAMES_LIKE_NOUNS = words([
  'sterling irving channing fleming harding manning browning golding keating spalding downing gosling king ming ying jing',
  'ping bing ling ting xing wing qing ding ning ring bering ewing loring waring dowling darling schilling hemming hastings',
  'anding ankunding benzing berning blessing borgeling broening dohring doring ekaling erling gading gehring gelling',
  'glatting golling gruning harting helpling henning hering illing keeling kesselring kiessling koning mensing reichling',
  'schaning schersing scheuring schnelting siegling sihombing steding wissing witting assomption conception concepcion',
  'clement klement kliment ercument youness lamont harkness guinness blankenship asuncion visitacion',
]);
/** Given names that are also words for topics, or of a sentence. */
const GIVEN_NAMES = words([
  'an au baz bars can case day dev dies do else elle esta even general genesis he idea ip job junior link long major man',
  'mas mine mir nada nat page patience pero server skip so my son spring story thu ties among',
]);
/** Family names that are also words for topics, or of a sentence. */
const SURNAMES = words([
  'long field fields small short best house case link self key keys power powers money major page book english good day',
  'story early sales guest last list main quick spring square watch way weeks wish word wise law laws price may au brand',
  'can carrera como dies garden has he ip just keiner lo man mi montag ne nota post pour privat re sa sin so top',
]);
const NOUN_ENDING =
  /(?:\p{L}{3}ing|\p{L}{2}tions?|\p{L}{3}ments?|\p{L}{3}ness|\p{L}{3}ship|\p{L}{3}ology|\p{L}{3}ability)$/u;

function words(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Tests whether a lower-case word describes the meeting or the file, so that it can be removed beside a name. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** Tests whether a lower-case word names a topic, a group or a context, so that a text with it is no name. */
function isNonName(word: string): boolean {
  return (
    NON_NAMES.has(word) ||
    (word.endsWith('s') && NON_NAMES.has(word.slice(0, -1))) ||
    (NOUN_ENDING.test(word) && !NAMES_LIKE_NOUNS.has(withoutAccents(word)))
  );
}

/** Tests whether a lower-case word is a given name, although it is also another word. Before a family name it is one. */
export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(word);
}

/** Tests whether a lower-case word is a family name, although it also names a topic. Behind a first name it is one. */
function isSurname(word: string): boolean {
  return SURNAMES.has(word);
}
