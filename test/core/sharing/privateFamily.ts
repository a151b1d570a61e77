/** A way of marking a word as private in a note, with the word in it as `WORD` and the secret as `zebra`. */
export interface PrivateForm {
  readonly name: string;
  readonly path?: string;
  readonly lines: readonly string[];
}

const WORDS = [
  ...['private', 'PRIVATE', 'Confidential', 'Sensitive', 'Secret', 'Internal', 'Do not share', 'Not for sharing'],
  ...['Off the record', 'My eyes only', 'Manager only', 'HR only', 'Manager’s notes', 'Private notes', "Don't share"],
  ...['privat', 'vertraulich', 'privé', 'confidentiel', 'privado', 'confidencial', 'riservato', 'privaat'],
  ...['vertrouwelijk', 'prywatne', 'poufne', 'privatno', 'özel', 'gizli', 'důvěrné', 'hemligt', 'fortroligt'],
  ...['личное', 'приватное', 'конфиденциально', 'особисте', 'ιδιωτικό', 'סודי', 'سري', 'خاص'],
  ...['非公開', '機密', '机密', '秘密', '非公开', '비공개', '기밀'],
  ...[
    'pri\u200Bvate',
    'priv\u00ADate',
    'рrivаte',
    'Ρrivate',
    'ｐｒｉｖａｔｅ',
    '𝐩𝐫𝐢𝐯𝐚𝐭𝐞',
    'P r i v a t e',
    '&#112;rivate',
    'pr&#x69;vate',
  ],
  ...['priv&shy;ate', 'ᴘʀɪᴠᴀᴛᴇ', 'ⓟⓡⓘⓥⓐⓣⓔ', 'P.r.i.v.a.t.e', 'privaté'],
];

const ITEM = '- [ ] @jane zebra';
/** Forms with any word. Each hides all that contains `zebra`, and what contains `okapi` is public. */
const FORMS: Readonly<Record<string, (word: string) => readonly string[]>> = {
  heading: (word) => [`## ${word}`, '', 'Her zebra.', '', ITEM],
  'heading with a number': (word) => [`### 1.2 ${word}`, '', ITEM],
  'heading in brackets': (word) => [`## Notes (${word})`, '', ITEM],
  'heading with emphasis': (word) => [`## **${word}**`, '', ITEM],
  'highlighted heading': (word) => [`## ==${word}==`, '', ITEM],
  'heading with a fold': (word) => [`## ${word} %% fold %%`, '', ITEM],
  'heading with a block id': (word) => [`## ${word} ^x1`, '', ITEM],
  'heading with a tag': (word) => [`## ${word} #hr`, '', ITEM],
  'heading with HTML': (word) => [`## <u>${word}</u>`, '', ITEM],
  'heading with an emoji': (word) => [`## 🙈 ${word}:`, '', ITEM],
  'heading with a comment': (word) => [`## ${word} <!-- x -->`, '', ITEM],
  'heading with an escape': (word) => [`## \\[${word}\\]`, '', ITEM],
  'underlined heading': (word) => [word, '-----', '', ITEM],
  'subheading below': (word) => [`## ${word}`, '', '### Wins', '', ITEM],
  'heading and more': (word) => [`## ${word}: pay`, '', ITEM],
  'bold label': (word) => [`**${word}**`, '', 'Her zebra.', '', ITEM],
  'bold label with a colon': (word) => [`**${word}:**`, ITEM],
  'italic label': (word) => [`*${word}*`, '', ITEM],
  'underscored label': (word) => [`__${word}__:`, '', ITEM],
  'bold HTML label': (word) => [`<b>${word}</b>`, '', ITEM],
  'bold label in brackets': (word) => [`**Notes (${word})**`, '', ITEM],
  'plain label': (word) => [`${word}:`, '', ITEM],
  'plain label with text': (word) => [`${word}: her zebra`, '', ITEM],
  'label of an item': (word) => [`- [ ] @jane ${word}: zebra`],
  'label of a list': (word) => [`- ${word}`, `  ${ITEM}`],
  'remark in brackets': (word) => [`- [ ] @jane zebra (${word})`],
  'remark in square brackets': (word) => [`- [ ] [${word}] @jane zebra`],
  'remark before': (word) => [`- [ ] (${word}) @jane zebra`],
  'remark at the end': (word) => [`- [ ] @jane zebra – ${word}`],
  'call-out': (word) => [`> [!note]- ${word}`, `> ${ITEM}`],
  'kind of call-out': (word) => [`> [!${word}] Pay`, `> ${ITEM}`],
  quote: (word) => [`> **${word}**`, `> ${ITEM}`],
  container: (word) => [`::: ${word}`, ITEM, '', ':::', '', '- okapi'],
  region: (word) => [`<!-- #region ${word} -->`, ITEM, '<!-- #endregion ' + word + ' -->', '', '- okapi'],
  comment: (word) => [`<!-- ${word} -->`, ITEM, `<!-- /${word} -->`, '', '- okapi'],
  'comment in words': (word) => [`<!-- begin ${word} -->`, ITEM, `<!-- end ${word} -->`, '', '- okapi'],
  'hidden comment': (word) => [`%% ${word} %%`, ITEM, `%% /${word} %%`, '', '- okapi'],
  details: (word) => ['<details>', `<summary>${word}</summary>`, '', ITEM, '', '</details>', '', '- okapi'],
  'short code': (word) => [`{% ${word} %}`, ITEM, `{% end ${word} %}`, '', '- okapi'],
};

/** Forms with words of their own. */
const FIXED: readonly PrivateForm[] = [
  ...[
    '#private',
    '#Private',
    '#PRIVATE/pay',
    '#hr/private',
    '#private-notes',
    '#do_not_share',
    '#confidential',
    '#isPrivate',
  ].map((tag) => ({ name: `tag ${tag}`, lines: [`- [ ] @jane zebra ${tag}`] })),
  ...[
    '[private:: true]',
    '(private:: yes)',
    '[visibility:: private]',
    'private:true',
    '[confidential:: x]',
    '🔒',
    '🔐',
    '㊙',
    ':lock:',
  ].map((field) => ({ name: `field ${field}`, lines: [`- [ ] @jane zebra ${field}`] })),
  ...[
    ...['private: true', 'Private: yes', 'is_private: true', 'isPrivate: 1', 'is-private: on', 'confidential: true'],
    ...[
      'visibility: private',
      'visibility: hidden',
      'access: restricted',
      'audience: me',
      'classification: confidential',
    ],
    ...['tags: [1on1, private]', 'tags: 1on1, private', 'tag: "#private"', 'tags: ["#hr/private"]', 'share: false'],
    ...[
      'shareable: no',
      'public: false',
      'privat: true',
      'vertraulich: ja',
      'личное: true',
      'type: private',
      'secret: yes',
    ],
    ...['manager-only: true', 'labels: [confidential]', 'do_not_share: true', 'sensitivity: high', 'private: {by: me}'],
    ...[
      'ｐrivate: true',
      'status: confidential',
      'category: private notes',
      'privacy: private',
      'private: [unreadable',
    ],
  ].map((line) => ({ name: line, lines: ['---', 'person: Jane Doe', line, '---', '', ITEM] })),
  ...[
    'private',
    '_private',
    'Private notes',
    'PRIVATE',
    'vertraulich',
    'hr-confidential',
    '.private',
    'Manager only',
  ].map((folder) => ({
    name: `folder ${folder}`,
    path: `1-1s/jane-doe/${folder}/2026-11-30.md`,
    lines: [ITEM],
  })),
  {
    name: 'file',
    path: '1-1s/jane-doe/2026-11-30 private.md',
    lines: ['---', 'person: Jane Doe', 'date: 2026-11-30', '---', ITEM],
  },
  { name: 'field of the note', lines: ['# Jane Doe', '', 'private:: true', '', '## Notes', '', ITEM] },
  { name: 'property', lines: ['# Jane Doe', '', 'Visibility: private', '', '## Notes', '', ITEM] },
  { name: 'tag of the note', lines: ['# Jane Doe', '', '#1on1 #private', '', '## Notes', '', ITEM] },
  { name: 'class', lines: ['<div class="private">', '', ITEM, '', '</div>', '', '- okapi'] },
  { name: 'element', lines: ['<private>', '', ITEM, '', '</private>', '', '- okapi'] },
  { name: 'plain region', lines: ['#region private', ITEM, '#endregion', '', '- okapi'] },
  { name: 'admonition', lines: [':::{.private}', ITEM, ':::', '', '- okapi'] },
  { name: 'capitals', lines: ['- [ ] @jane PRIVATE zebra'] },
  {
    name: 'footnote',
    lines: [
      '- okapi',
      '',
      '## Private',
      '',
      'Pay[^1]',
      '',
      '## Notes',
      '',
      '[^1]: zebra',
      '    and zebra',
      '',
      '- okapi',
    ],
  },
  { name: 'title', lines: ['# Jane Doe (private)', '', '## Notes', '', ITEM] },
  { name: 'label among lines', lines: ['okapi', '', '**Private**', ITEM, '', '**Public**', '', '- okapi'] },
  { name: 'bare label of a list', lines: ['- okapi', '- **Private**', '- zebra'] },
  { name: 'label in a paragraph', lines: ['okapi', 'Private: zebra'] },
  // In doubt
  { name: 'no blank', lines: ['okapi', '', '##Private', '', ITEM] },
  { name: 'unclosed marker', lines: ['<!-- private -->', '', ITEM] },
  { name: 'unclosed hidden comment', lines: ['%% private %%', '', ITEM] },
  { name: 'unclosed container', lines: ['::: private', ITEM] },
  { name: 'similar marker', lines: ['<!-- private until Jane knows -->', '', ITEM] },
  { name: 'indented heading', lines: ['okapi', '', '    ## Private', '', ITEM] },
];

/** A generated family of ways to mark something private: forms with words, and forms with words of their own. */
export function privateFamily(): readonly PrivateForm[] {
  const combined = Object.entries(FORMS).flatMap(([form, write]) =>
    WORDS.map((word) => ({ name: `${form}: ${word}`, lines: ['# Jane Doe', '', 'okapi', '', ...write(word)] })),
  );
  return [...combined, ...FIXED];
}

/** Lines of text that are about something private, or similar, and are public themselves. */
export const PUBLIC_LINES: readonly string[] = [
  ...[
    'We talked about private equity.',
    '- Private equity: Q3',
    'They want to privatize the bank.',
    '- [ ] @jane plan the private beta launch',
  ],
  ...[
    'The private beta launch is next week.',
    '- Private beta: starts in May',
    '- our private repository moves',
    '#private-beta is open',
  ],
  ...[
    '- rotate the private key',
    '- Secret Santa: bring a gift',
    'Privacy review with legal',
    '- the privacy policy',
    'A private matter, he says.',
  ],
  ...[
    'Not confidential.',
    'They do not share our goals.',
    '- class members (public, private)',
    '- share the roadmap',
    '- sharing: weekly',
    '- only me and Bob came',
  ],
  ...[
    '- HR only replied today',
    '- the internal tools team',
    '- internal mobility: open',
    '- sensitive to noise',
    'time-sensitive work',
    '- [private repo](https://x.example/private)',
  ],
  ...[
    '[[Private equity]] is due',
    '- write `private` in code',
    '- https://x.example/private/page',
    '- mail jane@private.example',
    '- privately he agreed',
    '- Bob’s secret sauce',
  ],
  ...[
    '`<!-- private -->` is a marker',
    '- between us and them',
    '[private:: false]',
    '- deprived of sleep',
    '- confidence is up',
    '- secretary of state',
    '- Private Cloud migration',
  ],
  ...[
    'Personal growth',
    '- intern starts Monday',
    '- restricted stock units vest',
    '- off the shelf',
    '- 秘書と話す',
    '- record the demo',
    '> [!note] Roadmap',
    '**Personal**',
    '- privilege escalation',
  ],
];
