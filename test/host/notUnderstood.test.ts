import assert from 'node:assert/strict';
import { type CodeAction, commands, languages, Range, type TextDocument, workspace } from 'vscode';
import { openNote, removeNotes } from './aidNotes';
import { until } from './until';

const NOTE = 'Misread/2026-11-23 1-1 Lea Fern & Tom Moss.md';
const TEXT = '---\n# mine\nmood: good # today\n---\n- [ ] water the plants\n';

function hintsOf({ uri }: TextDocument): readonly string[] {
  return languages.getDiagnostics(uri).map(({ message }) => message);
}

async function fixesOf(document: TextDocument): Promise<readonly CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new Range(0, 0, 0, 0));
}

describe('A note that is not understood', () => {
  let folder: string;
  afterEach(async () => {
    await workspace.saveAll();
    await removeNotes(folder);
  });

  it('says so, and gets its person from the list that the fix opens', async () => {
    folder = 'Misread';
    const document = await openNote(NOTE, TEXT);
    await until(languages.onDidChangeDiagnostics, () =>
      hintsOf(document).some((hint) => hint.includes('Lea Fern, Tom Moss')),
    );
    const action = (await fixesOf(document)).find(({ title }) => title.startsWith('Say Who'));
    assert.ok(action?.command);
    const { command, arguments: args = [] } = action.command;
    const state = { isDone: false };
    const done = commands.executeCommand(command, ...(args as unknown[])).then(() => (state.isDone = true));
    // Does nothing until the list is open.
    while (!state.isDone) {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await done;
    assert.equal(document.getText(), TEXT.replace('today\n', 'today\nperson: Lea Fern\n'));
    await until(languages.onDidChangeDiagnostics, () => hintsOf(document).length === 0);
  });

  it('offers both days of a date in the file name, and writes the chosen one', async () => {
    folder = '1-1s/Lea Fern';
    const document = await openNote('1-1s/Lea Fern/11-12-2020.md', '- [ ] water the plants\n');
    await until(languages.onDidChangeDiagnostics, () => hintsOf(document).some((hint) => hint.includes('11-12-2020')));
    const fixes = await fixesOf(document);
    assert.deepEqual(
      fixes.map(({ title }) => title).filter((title) => title.startsWith('Set the Date')),
      ['Set the Date to Thu 12 Nov 2020 (2020-11-12)', 'Set the Date to Fri 11 Dec 2020 (2020-12-11)'],
    );
    const fix = fixes.find(({ title }) => title.includes('2020-12-11'));
    assert.ok(fix?.edit);
    await workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), '---\ndate: 2020-12-11\n---\n\n- [ ] water the plants\n');
    await until(languages.onDidChangeDiagnostics, () => hintsOf(document).length === 0);
  });
});
