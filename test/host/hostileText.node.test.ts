import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  commands,
  type Hover,
  type MarkdownString,
  Position,
  SnippetString,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { CivilDate } from '../../src/core/dates/civilDate';
import { summarizePerson } from '../../src/core/peopleView/summary';
import { oneOnOneNote } from '../../src/language/oneOnOneNote';
import { followUpItem, type FollowUpRow, followUpTooltip } from '../../src/views/followUps/followUpsItems';
import { personItem } from '../../src/views/people/peopleTree';
import { completionsAt, labelsOf, openNote, removeNotes } from './aidNotes';
import { StoreFolder } from './storeFolder';

const HOSTILE = 'Eve <img src=x onerror=alert(1)> $1 } ${TM_FILENAME} [run](command:workbench.action.quit) **b**';
const QUESTION = `${HOSTILE}?`;
const FRAMEWORK = `id: hostile\ntitle: Hostile\nkind: exercise\nsections:\n  - id: bad\n    title: Bad\n    questions: [${JSON.stringify(QUESTION)}]\n`;
const FOLDER = '1-1s/hostile-hugo';
const today = '2026-12-01' as CivilDate;

/** Fails unless Markdown that VS Code draws keeps all of it text: no HTML, no command, and no emphasis of the note's own. */
function assertText({ value, isTrusted, supportHtml, supportThemeIcons }: MarkdownString): void {
  assert.ok(!isTrusted && !supportHtml && !supportThemeIcons);
  assert.match(value, /onerror/);
  const [outsideCode = ''] = value.split('```');
  assert.doesNotMatch(outsideCode, /\]\(command:|(?<!\\)\*b/);
}

describe('Text that could be read as Markdown, HTML, a command or a snippet', () => {
  const place = new StoreFolder('hostile');
  const framework = Uri.joinPath(workspace.workspaceFolders![0]!.uri, '.one-on-one/frameworks/hostile.yaml');
  before(() => workspace.fs.writeFile(framework, new TextEncoder().encode(FRAMEWORK)));
  after(async () => {
    await removeNotes(FOLDER);
    await workspace.fs.delete(framework);
  });

  /** The place of a note in the test's own store. */
  async function stored(): Promise<Uri> {
    place.write(
      'eve.md',
      `---\ntype: 1on1\nperson: ${JSON.stringify(HOSTILE)}\ndate: 2026-11-23\n---\n\n- [ ] ${HOSTILE}\n`,
    );
    await place.store.ready();
    return place.uri('eve.md');
  }

  it('goes into a note as it stands in a question', async () => {
    const note = `${FOLDER}/2026-11-23.md`;
    const offered = async () =>
      (await completionsAt(note, '# Hugo\n\n?│', '?')).find((item) => labelsOf([item])[0] === 'Bad');
    let item = await offered();
    // VS Code tells of a new file a moment later.
    while (!item) item = await offered();
    assert.ok(item.insertText instanceof SnippetString);
    const editor = window.activeTextEditor!;
    await editor.insertSnippet(item.insertText, new Position(2, 0));
    assert.ok(editor.document.getText().includes(`**${QUESTION}**`), editor.document.getText());
    await editor.document.save();
  });

  it('stays text in the hovers on a question and on a person', async () => {
    const { uri } = await openNote(
      `${FOLDER}/2026-11-24.md`,
      `# Hugo\n\n- ${QUESTION} Fine.\n\n@hostile.hugo said so.\n`,
    );
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, new Position(2, 4));
    const contents = hovers.flatMap((hover) => hover.contents as MarkdownString[]);
    assert.ok(contents.some(({ value }) => value.includes('onerror')));
    contents.filter(({ value }) => value.includes('onerror')).forEach(assertText);
  });

  it('stays text in the row of a follow-up, and in what is said over it', async () => {
    const uri = await stored();
    const [item] = place.store.index.followUpsIn(uri.toString());
    const parent = { kind: 'group', id: 'group', followUps: [] } as const;
    const row: FollowUpRow = { kind: 'followUp', uri: uri.toString(), id: item!.id, item: item!, parent };
    const { label } = followUpItem(row, today, '');
    assert.equal(typeof label, 'string', 'a string is drawn as it is');
    assert.match(label as string, /<img src=x onerror=alert\(1\)> \$1 \}/);
    assertText(await followUpTooltip(row, today, place.store));
  });

  it('stays text in the row of a person', async () => {
    const { index } = place.store;
    const person = index.personOf(index.note((await stored()).toString())!)!;
    const summary = summarizePerson(index, person, { today, fallbackDays: 14 });
    const item = personItem({ kind: 'person', person: person.key, summary }, today);
    assert.equal(typeof item.label, 'string');
    assert.match(item.label as string, /<img src=x onerror=alert\(1\)>/);
    assert.equal(typeof item.tooltip, 'string');
  });
});

describe('A note in hand', () => {
  const place = new StoreFolder('cancelled');

  it('is given to nobody who asks for it no more', async () => {
    place.write('carl.md', '---\ntype: 1on1\nperson: Carl\ndate: 2026-11-23\n---\n\n- a\n');
    await place.store.ready();
    const document = await workspace.openTextDocument(place.uri('carl.md'));
    const asking = new CancellationTokenSource();
    assert.ok(await oneOnOneNote(document, { notes: place.store }, asking.token));
    asking.cancel();
    assert.equal(await oneOnOneNote(document, { notes: place.store }, asking.token), undefined);
    asking.dispose();
  });
});
