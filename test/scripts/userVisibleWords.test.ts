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

/** Words that stay as they are: names of the product and of errors, and what the preview and file names show so far. */
const ALLOWED: ReadonlySet<string> = new Set([
  'One on One',
  'UserError',
  'FileNotFound',
  'in progress',
  'carried over',
  'no such day: ',
  'Private',
  'Private note',
  '/Brief .md',
  '/Themes of  weeks.md',
  ' without private lines',
]);

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
