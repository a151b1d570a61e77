import assert from 'node:assert/strict';
import {
  CodeActionKind,
  commands,
  ConfigurationTarget,
  languages,
  Range,
  workspace,
  type CodeAction,
  type TextDocument,
} from 'vscode';
import { openNote, switchedOff } from './aidNotes';
import { until } from './until';

const NOTE = '1-1s/hinted-hal/2026-11-23.md';

/** What is hinted in a document: the kind, and the text that is marked. */
function hintsOf(document: TextDocument): string[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'One on One')
    .map(({ code, range }) => `${typeof code === 'string' ? code : ''}: ${document.getText(range)}`);
}

function hinted(document: TextDocument, expected: readonly string[]): Promise<void> {
  return until(languages.onDidChangeDiagnostics, () => hintsOf(document).join('\n') === expected.join('\n'));
}

/** Waits until a file that was opened later than `document` has its hints: then the document's would be there, too. */
async function noHints(document: TextDocument): Promise<void> {
  await hinted(await openNote('1-1s/hinted-hal/2026-11-30.md', '-[ ] later\n'), ['boxes: -[ ] later']);
  assert.deepEqual(hintsOf(document), []);
}

async function fixesAt(document: TextDocument, line: number): Promise<readonly CodeAction[]> {
  const range = new Range(line, 0, line, 0);
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
  return actions.filter(({ kind }) => kind && CodeActionKind.QuickFix.contains(kind));
}

async function fix(document: TextDocument, line: number, title: string): Promise<string> {
  const actions = await fixesAt(document, line);
  const action = actions.find((each) => each.title === title);
  assert.ok(action?.edit, actions.map((each) => each.title).join('\n'));
  await workspace.applyEdit(action.edit);
  return document.getText();
}

describe('Hints', () => {
  afterEach(async () => {
    await workspace.saveAll();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('mark what is not read, and mend it by a fix of one line', async () => {
    const document = await openNote(NOTE, '# Hal\n\n- [ ] a due:11/12/2020\n- []  b\n');
    await hinted(document, ['dates: 11/12/2020', 'boxes: []  b']);
    assert.deepEqual(
      (await fixesAt(document, 2)).map(({ title }) => title),
      ['Change to Thu 12 Nov 2020 (2020-11-12)', 'Change to Fri 11 Dec 2020 (2020-12-11)'],
    );
    const text = await fix(document, 3, 'Make It a Follow-Up');
    assert.equal(text, '# Hal\n\n- [ ] a due:11/12/2020\n- [ ] b\n');
    await hinted(document, ['dates: 11/12/2020']);
    await fix(document, 2, 'Change to Fri 11 Dec 2020 (2020-12-11)');
    assert.equal(document.getText(), '# Hal\n\n- [ ] a due:2020-12-11\n- [ ] b\n');
    await hinted(document, []);
  });

  it('leave room for what can be done with a follow-up that is well written', async () => {
    const document = await openNote(NOTE, '# Hal\n\n- [ ] a\n- [x] b\n\n-[ ] c\n\n- [🔥] d\n');
    await hinted(document, ['boxes: -[ ] c']);
    const offered = async (line: number): Promise<readonly string[]> => {
      const range = new Range(line, 0, line, 0);
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        CodeActionKind.Refactor.value,
      );
      return actions.map(({ title }) => title);
    };
    assert.deepEqual(
      ['Mark Follow-Up as Done', 'Set Due Date…', 'Snooze Follow-Up…', 'Set Owner…', 'Drop Follow-Up'],
      (await offered(2)).filter((title) => / Follow-Up|^Set /.test(title)),
    );
    assert.ok((await offered(3)).includes('Reopen Follow-Up'));
    assert.ok((await offered(7)).includes('Mark Follow-Up as Done'));
  });

  it('offer the people who may be meant, whatever signs their names hold', async () => {
    const names = ['Zora <img src=x onerror=alert(1)>', 'Zora [a](command:x) $1 }'];
    for (const [index, name] of names.entries()) {
      await openNote(`docs/page-${index}.md`, `---\ntype: person\nperson: ${JSON.stringify(name)}\n---\n`);
    }
    const document = await openNote(NOTE, '- [ ] @zora a\n');
    await hinted(document, ['owners: @zora']);
    assert.deepEqual(
      (await fixesAt(document, 0)).map(({ title }) => title).sort(),
      names.map((name) => `Owed by ${name}`).sort(),
    );
  });

  it('make follow-ups of all bullets below a heading at once', async () => {
    const document = await openNote(NOTE, '## Action items\n\n- a\n- b\n');
    await hinted(document, ['bullets: a', 'bullets: b']);
    const text = await fix(document, 3, 'Make All 2 Under “Action items” Follow-Ups');
    assert.equal(text, '## Action items\n\n- [ ] a\n- [ ] b\n');
    await hinted(document, []);
  });

  it('are silent in every other file', async () => {
    await noHints(await openNote('docs/no-hints.md', '-[ ] a\n\n## Actions\n\n- b\n- [ ] @zoe due:11/12/2026\n'));
  });

  it('stand once for a note in two editors, and go when the last one closes', async () => {
    const document = await openNote(NOTE, '-[ ] a\n');
    await commands.executeCommand('workbench.action.splitEditor');
    await hinted(document, ['boxes: -[ ] a']);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await until(languages.onDidChangeDiagnostics, () => hintsOf(document).length === 1);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await hinted(document, []);
  });

  it('can be switched off altogether, or by what they are about', async () => {
    const document = await openNote(NOTE, '-[ ] a\n- [ ] b due:11/12/2026\n');
    const both = ['boxes: -[ ] a', 'dates: 11/12/2026'];
    await hinted(document, both);
    await switchedOff('hints', () => hinted(document, []));
    await hinted(document, both);
    const settings = workspace.getConfiguration('oneOnOne');
    await settings.update('hints', { dates: false }, ConfigurationTarget.Global);
    await hinted(document, ['boxes: -[ ] a']);
    await settings.update('hints', undefined, ConfigurationTarget.Global);
    await hinted(document, both);
  });

  it('are so many at the most as VS Code shows', async () => {
    const document = await openNote('1-1s/hinted-hal/2026-11-02.md', '-[ ] a\n\n'.repeat(2_000));
    await until(languages.onDidChangeDiagnostics, () => hintsOf(document).length > 0);
    assert.equal(hintsOf(document).length, 500);
  });
});
