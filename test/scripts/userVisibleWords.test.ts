import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const SURFACES = ['src/commands', 'src/views', 'src/language', 'src/preview', 'src/editor'];

/** Calls whose arguments nobody sees in VS Code, by the text before the parenthesis: `l10n.t` and texts for developers. */
const NOT_SHOWN = /(?:^|\.)(?:l10n\.t|Error|RegExp|raw|error|warn|info|debug|trace|executeCommand|executeTask)$/;
/** An id, a glob, a theme color, HTML of the preview, or a condition: anything but words. */
const NO_WORDS = /^[^\p{L}]*$|[<>=|*{}\\]|^\s*[\w.$-]+(?:[./:][\w.$-]+)+\s*$/u;
const WORDS = /\p{L}{2,}\s+\p{L}{2,}|^\p{Lu}\p{Ll}{2,}$/u;

/** Words that stay as they are: names of the product, of errors and of generated files, and values of data files. */
const ALLOWED: ReadonlySet<string> = new Set([
  'One on One',
  'UserError',
  'Advice',
  'FileNotFound',
  'every time',
  'in turn',
  '/Brief .md',
  'Themes',
  'Team Pulse',
  '/ of  weeks.md',
  ' without private lines',
]);

/** The catalog of the core, where all words are. */
const CATALOG: ReadonlySet<string> = new Set(['text/messages.ts', 'text/descriptions.ts', 'text/aidTexts.ts']);

/** Files of the core with lists of words that are read in notes and never shown. */
const VOCABULARY: ReadonlySet<string> = new Set([
  'dates/amountWords.ts',
  'dates/civilDate.ts',
  'dates/dateWords.ts',
  'dates/naturalDate.ts',
  'dates/replaceDate.ts',
  'markdown/yaml.ts',
  'newNote/nextInSeries.ts',
  'note/nameCandidates.ts',
  'note/oneOnOne.ts',
  'note/meetingSpans.ts',
  'note/nameShape.ts',
  'note/privateProperties.ts',
  'note/privateVocabulary.ts',
  'note/participantsFromPath.ts',
  'note/sections.ts',
  'taskText/fieldValue.ts',
]);

/** Words that the core writes into notes and shared texts, or finds as headings there, by file. */
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  'assist/completions.ts': ['@me {}'],
  'assist/hover.ts': ['every time', 'in turn'],
  'assist/diagnostics.ts': ['What is the problem, and why does it matter now?', 'What do you propose?'],
  'assist/readyToShare.ts': ['{}\n<!-- /private -->\n'],
  'brief/brief.ts': ['on my mind'],
  'carryOver/lineEdits.ts': ['(from {}, since {}, {}×)', '(to {})'],
  'frameworks/frameworkFromData.ts': ['Framework'],
  'frameworks/questionChoices.ts': ['every time', 'in turn'],
  'newNote/content.ts': ['What of the story you told last time has happened?'],
  'newNote/planSession.ts': ['{} and {}'],
  'note/privateWords.ts': ['not for '],
  'noteEdit/insertUnder.ts': [
    'Agenda',
    'Private',
    '<!-- goals and small changes -->',
    '<!-- /goals and small changes -->',
  ],
  'noteEdit/noteBody.ts': ['Agenda', 'Private', '{} and {}'],
  'people/person.ts': ['The Other'],
  'ratings/chart.ts': [
    '  title {}',
    '  x-axis Low skill --> High skill',
    '  y-axis Low challenge --> High challenge',
    '  quadrant-3 Too little to do',
    '  quadrant-4 At ease',
    'The last {} ratings; {} earlier {} left out.',
    'one is',
    'ones are',
  ],
  'ratings/planRatings.ts': ['challenge vs skill', 'challenge and skill', 'Challenge vs Skill'],
  'reports/goalsAndChanges.ts': ['career goals', 'Process'],
  'reports/page.ts': [
    '<p class="headline">{}</p>',
    '<li class="facts">{}</li>',
    ' <span class="facts">{}</span>',
    '<a href="#" data-line="{}">{}</a>{}{}',
    '<th scope="col">{}</th>',
    '<tr><th scope="row">{}</th>{}</tr>',
    '<div class="picture">{}{}</div>',
    '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>',
    '<text class="small" x="{}" y="{}">{}</text>',
    '<text class="small" x="{}" y="{}" text-anchor="end">{}</text>',
    '<rect class="series{}" x="{}" y="{}" width="12" height="12"/>{}',
    '<rect class="series{}" x="{}" y="{}" width="{}" height="{}"/>',
    '<text class="{}" x="{}" y="{}">{}</text>',
    '<svg aria-hidden="true" viewBox="0 0 {} {}" width="{}" height="{}">{}</svg>',
  ],
  'sharing/followUpText.ts': ['(due {})'],
  'noteEdit/statementEdits.ts': ['What came of it:'],
  'topics/blockersAndThanks.ts': ['Thank {}', 'Connect with {}'],
  'themes/teamSignal.ts': ['in the way of', 'on the mind of', 'a topic of', '{} people'],
  'sharing/share.ts': ['Agenda', 'Questions', 'Open follow-ups', 'Nothing yet.'],
};

/** A word beside a space, as in `due ${date}`. */
const PART_OF_PHRASE = /\p{L}{2,}\s|\s\p{L}{2,}/u;

/** The literals of a source text of the core that look like words. `{}` is a value in a template. */
function wordsInCore(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) return;
    if (ts.isTaggedTemplateExpression(node)) return;
    if (ts.isStringLiteralLike(node) && WORDS.test(node.text)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (parts.some((part) => PART_OF_PHRASE.test(part))) found.push(parts.join('{}'));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The string literals of a source text that a user would read and that no `l10n.t` passes on. */
function unworded(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && NOT_SHOWN.test(node.expression.getText())) return;
    if (ts.isTaggedTemplateExpression(node)) return;
    const words = wordsOf(node);
    if (words !== undefined && WORDS.test(words) && !NO_WORDS.test(words) && !ALLOWED.has(words)) found.push(words);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The fixed text of a literal. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('');
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));
}

describe('The words that users see', () => {
  it('all pass l10n.t, in every surface', () => {
    const found = SURFACES.flatMap(sourcesIn).flatMap((file) =>
      unworded(readFileSync(file, 'utf8')).map((words) => `${file}: ${words}`),
    );
    assert.deepEqual(found, []);
  });

  it('come from the catalog, in the whole core', () => {
    const found = sourcesIn('src/core').flatMap((file) => {
      const name = path.relative('src/core', file).replaceAll(path.sep, '/');
      if (CATALOG.has(name) || VOCABULARY.has(name)) return [];
      const content = CONTENT[name] ?? [];
      return wordsInCore(readFileSync(file, 'utf8'))
        .filter((words) => !content.includes(words))
        .map((words) => `${name}: ${words}`);
    });
    assert.deepEqual(found, []);
  });

  it('that the core writes into notes are listed only where they are', () => {
    for (const [name, content] of Object.entries(CONTENT)) {
      const found = wordsInCore(readFileSync(path.join('src/core', name), 'utf8'));
      assert.deepEqual(
        content.filter((words) => !found.includes(words)),
        [],
        name,
      );
    }
  });

  it('are found in the core in literals and in templates of any length', () => {
    for (const code of ["text: 'all done'", "title: 'Overdue'", '`due ${date}`', '`${count} open`', '`${a} of ${b}`']) {
      assert.equal(wordsInCore(code).length, 1, code);
    }
    for (const code of ["message('group.overdue')", '`${id}/mine`', '`person:${key}`', "new Error('No such day')"]) {
      assert.deepEqual(wordsInCore(code), [], code);
    }
  });

  it('are found in literals, templates and constants', () => {
    for (const code of [
      "showErrorMessage('Try again later.')",
      'const message = `Added to ${name} just now`;',
      "const item = { label: 'Overdue' };",
      'new UserError(`No note of ${name} yet.`)',
    ]) {
      assert.equal(unworded(code).length, 1, code);
    }
  });

  it('are not mistaken for ids, globs and texts for developers', () => {
    for (const code of [
      "l10n.t('Added to {0}', name)",
      "throw new Error('No group has the id')",
      "log.error('The notes could not be read.', error)",
      "commands.executeCommand('workbench.action.openWalkthrough')",
      "const mode: 'Read Only' | 'Read Write' = open();",
      "new ThemeColor('list.warningForeground')",
    ]) {
      assert.deepEqual(unworded(code), [], code);
    }
  });
});
