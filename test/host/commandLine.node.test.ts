import assert from 'node:assert/strict';
import {
  commands,
  Disposable,
  type DocumentLink,
  type ExtensionContext,
  type Memento,
  Uri,
  window,
  workspace,
} from 'vscode';
import { runCommandLine } from '../../scripts/1on1/commandLine';
import { DiskNoteReader } from '../../src/editor/notes/diskNoteReader';
import { briefUri } from '../../src/editor/uris';
import { createServices, type Services } from '../../src/services';
import { OutlineKeeper } from '../../src/views/followUps/followUpsTree';
import { FollowUpsRows, type FollowUpsRow } from '../../src/views/followUps/followUpsItems';
import { type PeopleRow, PeopleTree, type PersonRow } from '../../src/views/people/peopleTree';
import type { LazyTree } from '../../src/views/shared/lazyTree';

const folder = (): Uri => workspace.workspaceFolders![0]!.uri;

/** What the command line prints about the folder of the test's workspace. */
async function records<Each>(verb: string, ...args: readonly string[]): Promise<Each[]> {
  const { status, stdout, stderr } = await runCommandLine([verb, folder().fsPath, ...args, '--json']);
  assert.equal(status, 0, stderr);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Each);
}

function memento(): Memento {
  return { keys: () => [], get: () => undefined, update: () => Promise.resolve() } as Memento;
}

describe('What the command line prints', () => {
  const owned: { dispose(): unknown }[] = [];
  let services: Services;

  before(async () => {
    const log = window.createOutputChannel('One on One (test)', { log: true });
    const context = { subscriptions: owned, workspaceState: memento(), globalState: memento() };
    services = createServices({ context: context as unknown as ExtensionContext, log, reader: new DiskNoteReader() });
    owned.push(log);
    await services.notes.ready();
  });
  after(async () => {
    Disposable.from(...owned).dispose();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('of people is what the People view shows, in its order', async () => {
    const tree = new PeopleTree({ refresh: () => undefined, view: {} } as unknown as LazyTree<PeopleRow>, services);
    owned.push(tree);
    const rows = (await tree.getChildren()).flatMap((row) => (row.kind === 'notMetLately' ? notMet(row.people) : row));
    const shown = rows.filter((row): row is PersonRow => row.kind === 'person').map(({ summary }) => summary);
    const printed = await records<Record<string, unknown>>('people');
    assert.ok(printed.length > 5);
    assert.deepEqual(
      printed.map(({ name, lastMet, nextDue, mine, theirs, oldestPromise }) => {
        return { name, lastMet, nextDue, mine, theirs, oldestPromise };
      }),
      shown.map(({ person, state, openMine, openTheirs, oldest }) => ({
        name: person.name,
        lastMet: state.lastMet ?? null,
        nextDue: state.nextDue ?? null,
        mine: openMine,
        theirs: openTheirs,
        oldestPromise: oldest?.since ?? null,
      })),
    );
  });

  it('of follow-ups is what the Follow-ups view lists', async () => {
    const keeper = new OutlineKeeper(services);
    owned.push(keeper);
    keeper.watch(true);
    await keeper.settled();
    const unlimited = { limitOf: () => Number.POSITIVE_INFINITY, showMore: () => undefined };
    const rows = new FollowUpsRows(keeper.outline, unlimited);
    const below = (row: FollowUpsRow): readonly FollowUpsRow[] =>
      row.kind === 'group' ? rows.below(row).flatMap(below) : [row];
    const shown = rows.below().flatMap(below);
    const printed = await records<{ file: string; line: number; text: string }>('followups');
    assert.ok(printed.length > 50);
    assert.deepEqual(
      printed.map(({ file, line, text }) => `${file}:${line}: ${text}`).sort(),
      shown
        .flatMap((row) => (row.kind === 'followUp' ? row.item : []))
        .map(
          ({ note, followUp: { line, text } }) =>
            `${workspace.asRelativePath(Uri.parse(note.uri))}:${line + 1}: ${text}`,
        )
        .sort(),
    );
  });

  it('of a brief is what Prep Brief opens, each entry with the place that it links to', async () => {
    for (const name of ['Ravi Menon', 'Jonas Weber', 'Daniel Kim']) {
      const document = await workspace.openTextDocument(briefUri({ key: name.toLowerCase(), name }));
      const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      const places = links.map(({ range, target }) => {
        const file = workspace.asRelativePath(target!.with({ fragment: '' }));
        return `${document.lineAt(range.start.line).text.slice('- '.length)} ${file}:${target!.fragment.slice(1)}`;
      });
      const { stdout } = await runCommandLine(['brief', folder().fsPath, name]);
      assert.equal(stdout.trimEnd(), document.getText().trimEnd());
      const sections = await records<{ entries: { text: string; file: string | null; line: number }[] }>('brief', name);
      const printed = sections.flatMap(({ entries }) => entries).filter(({ file }) => file !== null);
      assert.deepEqual(printed.map(({ text, file, line }) => `${text} ${file}:${line}`).sort(), places.sort());
    }
  });
});

function notMet(people: readonly PersonRow['summary'][]): PersonRow[] {
  return people.map((summary) => ({ kind: 'person', person: summary.person.key, summary }));
}
