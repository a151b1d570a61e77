import { choice, plain, TODAY } from './snippetText.mjs';

/**
 * @typedef {import('../../src/core/frameworks/framework').Framework} Framework
 * @typedef {import('../../src/core/frameworks/framework').FrameworkSection} Section
 * @typedef {{ prefix: string, description: string, body: string[] }} Snippet
 */

/**
 * Returns the snippets of the frameworks by name: for a whole note, each framework, each section and its questions. A
 * snippet has no history, so it offers all questions of a section.
 * @param {readonly Framework[]} frameworks
 * @returns {Record<string, Snippet>}
 */
export function snippetsOf(frameworks) {
  return Object.fromEntries([...frameSnippets(frameworks), ...frameworks.flatMap(snippetsOfFramework)]);
}

/**
 * @param {readonly Framework[]} frameworks
 * @returns {[string, Snippet][]}
 */
function frameSnippets(frameworks) {
  const ids = frameworks.filter(({ kind }) => kind !== 'questions').map(({ id }) => id);
  const frontMatter = ['---', 'type: 1on1', 'person: ${1:Name}', `date: ${TODAY}`, `framework: ${choice(2, ids)}`, '---'];
  const agenda = (/** @type {number} */ level) => [
    `${'#'.repeat(level)} Agenda`,
    '',
    '- $3',
    '',
    `${'#'.repeat(level)} Follow-ups`,
    '',
    '- [ ] $4',
    '',
    '$0',
  ];
  return [
    [
      '1:1 note',
      {
        prefix: '1on1-note',
        description: 'The frame of a new 1:1 note: front matter, agenda and follow-ups.',
        body: [...frontMatter, '', `# $1, ${TODAY}`, '', ...agenda(2)],
      },
    ],
    [
      '1:1 in a log',
      {
        prefix: '1on1-log',
        description: 'The next 1:1 in a running log: a dated heading with agenda and follow-ups.',
        body: [`## ${TODAY}`, '', ...agenda(3)],
      },
    ],
    [
      '1:1 follow-up',
      {
        prefix: '1on1-follow-up',
        description: 'A follow-up with an owner and a due date.',
        body: ['- [ ] @${1:name} ${2:what} due:${CURRENT_YEAR}-${CURRENT_MONTH}-${3:$CURRENT_DATE}'],
      },
    ],
  ];
}

/**
 * @param {Framework} framework
 * @returns {[string, Snippet][]}
 */
function snippetsOfFramework(framework) {
  const { id, title, sections } = framework;
  const isQuestionSet = framework.kind === 'questions';
  const names = sections.map((section) => section.title).join(', ');
  /** @type {[string, Snippet]} */
  const whole = [title, { prefix: `1on1-${id}`, description: `All of ${title}: ${names}.`, body: body(sections) }];
  return [...(isQuestionSet ? [] : [whole]), ...sections.flatMap((section) => snippetsOfSection(section, framework))];
}

/**
 * @param {Section} section
 * @param {Framework} framework
 * @returns {[string, Snippet][]}
 */
function snippetsOfSection(section, framework) {
  const { id, title, purpose = '', questions } = section;
  const name = framework.sections.length === 1 ? title : `${framework.title}: ${title}`;
  /** @type {[string, Snippet]} */
  const heading = [name, { prefix: `1on1-${id}`, description: purpose, body: body([section]) }];
  if (questions.length === 0) return [heading];
  const texts = questions.map(({ text }) => text);
  return [
    heading,
    [
      `${name} (question)`,
      {
        prefix: `1on1-${id}-question`,
        description: `One of the ${texts.length} questions of ${name}.`,
        body: [`**${choice(1, texts)}**`, '', '$0'],
      },
    ],
  ];
}

/**
 * @param {readonly Section[]} sections
 * @returns {string[]}
 */
function body(sections) {
  let stop = 0;
  return sections.flatMap((section, index) => {
    const favourites = section.questions.filter(({ always }) => always);
    const others = section.questions.filter(({ always }) => !always).map(({ text }) => text);
    const isLast = index === sections.length - 1;
    const lines = [
      `## ${plain(section.title)}`,
      '',
      ...(section.purpose === undefined ? [] : [`*${plain(section.purpose)}*`, '']),
      ...favourites.flatMap(({ text }) => [`**${plain(text)}**`, '', `$${++stop}`, '']),
      // Each choice begins with a different question, so that pressing Tab is enough.
      ...Array.from({ length: Math.min(section.ask, others.length) }, (_, at) => [
        `**${choice(++stop, [...others.slice(at), ...others.slice(0, at)])}**`,
        '',
        `$${++stop}`,
        '',
      ]).flat(),
      ...(section.questions.length === 0 ? [`- $${++stop}`, ''] : []),
      ...(section.followUps ? [`- [ ] $${++stop}`, ''] : []),
    ];
    return isLast ? [...lines, '$0'] : lines;
  });
}
