import assert from 'node:assert/strict';
import { commands, languages, type TextDocument, ViewColumn, window, workspace } from 'vscode';
import { briefUri } from '../../src/editor/uris';
import { openNote, removeNotes } from './aidNotes';
import { until } from './until';
import { dayAgo } from './days';

const FOLDER = '1-1s/hida-hidden';
const PUBLIC = '- [ ] @hida Send deck due:11/12/2026';
const PRIVATE = '- [ ] @me Her pay due:11/12/2026';
const OTHER = '1-1s/hedi-hidden';
const LATELY = dayAgo(3);
const THANKS = `# Hedi Hidden, ${LATELY}\n\n**Who do you want to thank?**\n\nHida Hidden, for the demo\n`;
const NOTE = `# Hida Hidden, 2026-11-23\n\n${PUBLIC}\n\n## Private\n\n${PRIVATE}\n`;

describe('Hide Private', () => {
  let note: TextDocument;
  let brief: TextDocument;
  const isHidden = (): unknown => workspace.getConfiguration('oneOnOne').inspect('hidePrivate')?.globalValue;

  before(async () => {
    await openNote(`${OTHER}/${LATELY}.md`, THANKS);
    note = await openNote(`${FOLDER}/2026-11-23.md`, NOTE);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    brief = await workspace.openTextDocument(briefUri({ key: 'hida hidden', name: 'Hida Hidden' }));
    await window.showTextDocument(brief, { preview: false, viewColumn: ViewColumn.Two });
  });
  after(async () => {
    await commands.executeCommand('oneOnOne.stopHidingPrivate');
    await removeNotes(FOLDER);
    await removeNotes(OTHER);
  });

  /** Waits until the note has hints on exactly these lines. */
  const hasHints = (...lines: readonly number[]): Promise<void> =>
    until(languages.onDidChangeDiagnostics, () => {
      const hints = languages.getDiagnostics(note.uri).filter(({ source }) => source === 'One on One');
      return hints.map(({ range }) => range.start.line).join() === lines.join();
    });
  const briefSays = (expected: boolean): Promise<void> =>
    until(workspace.onDidChangeTextDocument, () => brief.getText().includes('Her pay') === expected);

  it('takes private lines out of the brief and the hints, and leaves the note unchanged', async () => {
    await hasHints(2, 6);
    await briefSays(true);
    assert.match(brief.getText(), /thankful[^]*for the demo/);
    await commands.executeCommand('oneOnOne.hidePrivate');
    await hasHints(2);
    await briefSays(false);
    assert.match(brief.getText(), /Send deck/);
    assert.equal(note.getText(), NOTE);
    assert.equal(isHidden(), true);
  });

  it('takes what others said of the person out of the brief', () => {
    assert.doesNotMatch(brief.getText(), /thankful|for the demo/);
  });

  it('is not reverted by a second use', async () => {
    await commands.executeCommand('oneOnOne.hidePrivate');
    assert.equal(isHidden(), true);
    assert.doesNotMatch(brief.getText(), /Her pay/);
  });

  it('ends with Show Private Again', async () => {
    await commands.executeCommand('oneOnOne.stopHidingPrivate');
    await hasHints(2, 6);
    await briefSays(true);
    assert.equal(isHidden(), undefined);
  });
});
