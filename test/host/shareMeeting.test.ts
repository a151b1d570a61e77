import assert from 'node:assert/strict';
import { commands, Selection, Uri, window, workspace } from 'vscode';
import { Reader } from './reader';

const PERSON = '1-1s/shared-shirin';

/** Writes a note and opens it, with the cursor at its end. */
async function inFront(name: string, ...lines: readonly string[]): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const uri = Uri.joinPath(folder.uri, PERSON, name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(`${lines.join('\n')}\n`));
  const document = await workspace.openTextDocument(uri);
  const end = document.lineAt(document.lineCount - 1).range.end;
  await window.showTextDocument(document, { preview: false, selection: new Selection(end, end) });
}

/** What is in front if it was not saved anywhere. */
function shown(): string | undefined {
  const document = window.activeTextEditor?.document;
  return document?.isUntitled === true ? document.getText() : undefined;
}

describe('Copy Shareable Agenda and Recap', () => {
  /** Accepts the sections that are selected. */
  let reader: Reader;
  beforeEach(async () => {
    reader = await Reader.begin();
  });
  afterEach(async () => {
    reader.dispose();
    while (shown() !== undefined) {
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('show what is public of the note in front, in a document that nobody has saved', async () => {
    const note = ['# Shared Shirin', '', '## Agenda', '- the loan', '', '## Private', '- [ ] @me secret'];
    await inFront('2026-11-16.md', ...note, '', '## Follow-ups', '- [ ] @me sign due:2026-12-01');
    await commands.executeCommand('oneOnOne.copyAgenda');
    assert.equal(
      shown(),
      '# Shared Shirin, 2026-11-16: agenda\n\n## Agenda\n\n- the loan\n\n## Open follow-ups\n\n- [ ] **Ines Marchetti**: sign (due 2026-12-01)\n',
    );
  });

  it('take the last meeting of a person who is named', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('oneOnOne.copyRecap', { person: 'shared shirin' });
    assert.match(shown() ?? '', /^# Shared Shirin, 2026-11-16: recap\n\n## Agenda\n\n- the loan\n/);
  });

  it('take the meeting that the cursor is in, in a log', async () => {
    await inFront('Shared Shirin.md', '## 2026-11-19', '### People', 'new', '', '## 2026-11-18', '### People', 'old');
    await commands.executeCommand('oneOnOne.copyRecap');
    assert.equal(shown(), '# Shared Shirin, 2026-11-18: recap\n\n## People\n\nold\n');
  });

  it('show the sections first, and select only those of a framework', async () => {
    await inFront('2026-11-21.md', '# Shared Shirin', 'hers', '', '## People', 'ours', '', '## Salary', 'hers too');
    await commands.executeCommand('oneOnOne.copyRecap');
    assert.ok(reader.seen.some((words) => words.includes('Salary')));
    assert.equal(shown(), '# Shared Shirin, 2026-11-21: recap\n\n## People\n\nours\n');
  });

  it('show nothing of a note in which a private marker has no partner', async () => {
    await inFront('2026-11-20.md', '# Shared Shirin', '', '<!-- private -->', 'secret');
    await commands.executeCommand('oneOnOne.copyRecap');
    assert.equal(shown(), undefined);
    assert.match(window.activeTextEditor?.document.getText() ?? '', /secret/, 'the note is still in front');
  });
});

describe('Ready to Share', () => {
  let reader: Reader;
  beforeEach(async () => {
    reader = await Reader.begin();
  });
  afterEach(() => reader.dispose());
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));
  const check = (): Thenable<unknown> => commands.executeCommand('oneOnOne.readyToShare');

  it('says so of a note without problems', async () => {
    await inFront('2026-11-09.md', '# Shared Shirin', '', '- [ ] @shirin sign');
    await check();
    assert.deepEqual(reader.heard(), [`${PERSON}/2026-11-09.md is ready to share.`]);
  });

  it('names the first problems with their lines, and shows the first one on request', async () => {
    const names = ['---', 'type: 1on1', 'people: [Shared Shirin, Ines Marchetti]', '---', ''];
    await inFront('2026-11-10.md', ...names, '[Pay](../../private/shirin.md)', '', '##Private', '', 'her pay');
    reader.presses('Show Problems');
    await check();
    const [message = '', ...others] = reader.heard();
    assert.match(message, /2026-11-10\.md is not ready to share\. Line 6: .* Line 8: /);
    assert.deepEqual(others, []);
    assert.equal(window.activeTextEditor?.selection.active.line, 5);
  });

  it('says of a private note that it is private as a whole', async () => {
    await inFront('2026-11-11.md', '---', 'private: true', '---', '', '# Shared Shirin', '', '- [ ] @me her pay');
    await check();
    assert.deepEqual(reader.heard(), [`${PERSON}/2026-11-11.md is private as a whole. Do not share the file.`]);
  });

  it('asks for a note first where none is in front', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await check();
    assert.deepEqual(reader.heard(), ['Open a 1:1 note first.']);
  });
});
