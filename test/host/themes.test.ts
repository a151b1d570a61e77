import assert from 'node:assert/strict';
import {
  commands,
  type DocumentLink,
  type TextDocument,
  type ThemeIcon,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ReportEntry, ReportSection } from '../../src/core/reports/report';
import { entryOf, reportItem, rowsBelow, sectionRows } from '../../src/views/shared/reportRows';
import { until } from './until';
import { dayAgo } from './days';

const folder = (): Uri => Uri.joinPath(workspace.workspaceFolders![0]!.uri, '1-1s');
const noteOf = (person: string): Uri => Uri.joinPath(folder(), person, `${dayAgo(3)}.md`);
const write = (uri: Uri, lines: readonly string[]): Thenable<void> =>
  workspace.fs.writeFile(uri, new TextEncoder().encode(lines.join('\n')));

const OPEN = ['# Note', '', '**Who is getting in your way?**', '', 'The lighthouse. It blinks.'];
const PRIVATE = ['# Note', '', '## Private', '', '**Who is getting in your way?**', '', 'Lighthouse, of all things'];

/** The document about themes in front. */
function themes(): TextDocument {
  const document = window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'one-on-one-themes');
  return document;
}

describe('Show Themes', () => {
  before(async () => {
    await Promise.all([write(noteOf('thea'), OPEN), write(noteOf('theo'), OPEN), write(noteOf('thor'), PRIVATE)]);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    await commands.executeCommand('oneOnOne.showThemes', { weeks: 4 });
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const person of ['thea', 'theo', 'thor']) {
      await workspace.fs.delete(Uri.joinPath(folder(), person), { recursive: true });
    }
  });

  it('opens a document that is no file, with a link from each line to its note', async () => {
    const document = themes();
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /^# Themes of the last 4 weeks\n/);
    assert.match(document.getText(), /\n- \*\*lighthouse\*\* · Thea, Theo, Thor\n/i);
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const toThea = noteOf('thea').with({ fragment: 'L5' }).toString();
    const link = links.find(({ target }) => target?.toString() === toThea);
    assert.match(document.getText(link?.range), /^Thea, /);
  });

  it('leaves out private lines by one command, and has them back by another', async () => {
    assert.match(themes().getText(), /Thor, .*: Lighthouse, of all things · private\n/);
    await commands.executeCommand('oneOnOne.leaveOutPrivate');
    assert.match(themes().getText(), /without private lines/);
    assert.doesNotMatch(themes().getText(), /Thor/);
    await commands.executeCommand('oneOnOne.showPrivate');
    assert.match(themes().getText(), /Thor/);
  });

  it('opens half a year with one person, and keeps the person without private lines', async () => {
    await commands.executeCommand('oneOnOne.showThemes', { person: 'thor' });
    assert.match(themes().getText(), /^# Themes of the last 26 weeks with Thor\n/);
    assert.match(themes().getText(), /Thor, .*: Lighthouse, of all things · private\n/);
    assert.doesNotMatch(themes().getText(), /Thea|Theo/);
    await commands.executeCommand('oneOnOne.leaveOutPrivate');
    assert.match(themes().getText(), /^# Themes of the last 26 weeks with Thor\n\n.* without private lines\n/);
    assert.doesNotMatch(themes().getText(), /of all things/);
    await commands.executeCommand('oneOnOne.showThemes', { weeks: 4 });
  });

  it('follows the notes while it is open', async () => {
    const document = themes();
    await write(noteOf('thea'), ['# Note']);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    await until(workspace.onDidChangeTextDocument, () => !document.getText().includes('Thea'));
    assert.match(document.getText(), /Theo, Thor/);
  });
});

describe('A report in a tree', () => {
  const source = { uri: 'file:///notes/bo.md', line: 4 };
  const line = (label: readonly string[], more: Partial<ReportEntry> = {}): ReportEntry => ({
    ...{ label, text: '', details: [], source, private: false, quote: () => [] },
    ...more,
  });
  const theme: ReportEntry = {
    key: 'staging',
    text: 'Staging',
    details: ['Bo, Ana'],
    private: false,
    entries: [line(['Bo', 'Mon 2 Mar'], { private: true }), line(['Ana', 'Mon 9 Mar']), line(['Bo', 'Mon 9 Mar'])],
  };
  const drift = { key: 'jane', label: ['Jane'], text: 'People is empty', details: [], source, private: false };
  const sections: ReportSection[] = [
    { id: 'blockers', title: 'Blockers', entries: [theme], limits: [] },
    { id: 'drifts', title: 'Where', entries: [drift], limits: [] },
  ];
  const [blockers, drifts] = sectionRows(sections);
  const item = (row: Parameters<typeof reportItem>[0]) => reportItem(row, ({ id }) => `icon-${id}`);

  it('has a row for each section, with an icon and the number of its entries', () => {
    const { label, description, id, iconPath, collapsibleState } = item(blockers!);
    assert.deepEqual([label, description, id], ['Blockers', '1', 'blockers']);
    assert.equal((iconPath as ThemeIcon).id, 'icon-blockers');
    assert.equal(collapsibleState, TreeItemCollapsibleState.Collapsed);
    assert.equal(entryOf(blockers!), undefined);
  });

  it('has a row for an entry with the entries that belong to it, which names all of them', () => {
    const [row] = rowsBelow(blockers!);
    const { label, description, tooltip, command, collapsibleState } = item(row!);
    assert.deepEqual([label, description, tooltip, command], ['Staging', 'Bo, Ana', 'Staging\nBo, Ana', undefined]);
    assert.equal(collapsibleState, TreeItemCollapsibleState.Collapsed);
  });

  it('has a row for a line of a note, which opens it and says whether it is private', () => {
    const rows = rowsBelow(rowsBelow(blockers!)[0]!);
    const [bo, ana] = rows.map(item);
    assert.deepEqual([bo!.label, bo!.description], ['Bo', 'Mon 2 Mar · private']);
    assert.equal((bo!.iconPath as ThemeIcon).id, 'lock');
    assert.deepEqual([ana!.label, ana!.description, ana!.tooltip], ['Ana', 'Mon 9 Mar', undefined]);
    assert.equal(ana!.command?.command, 'vscode.open');
    assert.equal((ana!.command.arguments as [Uri])[0].toString(), source.uri);
    assert.equal(new Set(rows.map(({ id }) => id)).size, 3);
  });

  it('has a row for a fact, which says it', () => {
    const [row] = rowsBelow(drifts!);
    const { label, description, tooltip } = item(row!);
    assert.deepEqual([label, description, tooltip], ['Jane', 'People is empty', 'Jane: People is empty']);
  });
});
