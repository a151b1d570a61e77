import assert from 'node:assert/strict';
import { Range, SnippetString, WorkspaceEdit, workspace, type CompletionItem } from 'vscode';
import { completionsAt, labelsOf, marked, openNote, removeNotes, switchedOff } from './aidNotes';

const FOLDER = '1-1s/typed-tess';
const NOTE = `${FOLDER}/2026-11-23.md`;
const HEAD = '# Typed Tess\n\n## Follow-ups\n\n';
const WEEKDAYS = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
/** Names with all that could be read as Markdown, HTML, a command or a snippet. */
const NASTY = 'Eve <img src=x onerror=alert(1)> $1 } [x](command:foo)';

async function offered(text: string, path = NOTE): Promise<readonly string[]> {
  return labelsOf(await completionsAt(path, text, '@'));
}

describe('Completions in a 1:1 note', () => {
  after(() => removeNotes(FOLDER));

  it('offer people, dates, tags and fields where they belong', async () => {
    assert.deepEqual((await offered(`${HEAD}- [ ] @│`)).slice(0, 2), ['Typed Tess', 'Me']);
    assert.ok((await offered(`${HEAD}Ask @ty│`)).includes('Typed Tess'));
    const dates = await offered(`${HEAD}- [ ] send due:│`);
    assert.deepEqual(dates.slice(0, 2), ['Today', 'Tomorrow']);
    assert.equal(dates.filter((label) => WEEKDAYS.test(label)).length, 5);
    assert.ok((await offered(`${HEAD}- [ ] send #typed\n- [ ] more #│`)).includes('#typed'));
    assert.ok((await offered(`${HEAD}- [ ] send │`)).includes('Due'));
  });

  it('offer the same on task lines of other files, and nothing else there', async () => {
    assert.ok((await offered('- [ ] @│', 'docs/other.md')).includes('Typed Tess'));
    assert.ok((await offered('- [ ] due:│', 'docs/other.md')).includes('Today'));
    assert.deepEqual(await offered('Ask @│', 'docs/other.md'), []);
  });

  it('offer nothing in prose, code, comments and front matter', async () => {
    for (const text of [
      '```\n- [ ] @│\n```\n',
      '<!--\n- [ ] @│\n-->\n',
      '---\ntags: @│\n---\n',
      `${HEAD}Reason: │`,
      `${HEAD}Hello (│`,
      `${HEAD}#│`,
      `${HEAD}issue #│`,
      `${HEAD}mail jane@│`,
    ]) {
      assert.deepEqual(await offered(text), [], text);
    }
  });

  it('are plain text, whatever a name holds', async () => {
    const note = `---\ntype: 1on1\nperson: ${JSON.stringify(NASTY)}\ndate: 2026-11-23\n---\n\n@│`;
    const items = await completionsAt(`${FOLDER}/2026-11-26.md`, note, '@');
    assert.ok(labelsOf(items).some((label) => label.includes('onerror')));
    for (const { insertText, documentation } of items) {
      assert.equal(typeof insertText, 'string');
      assert.equal(documentation, undefined);
    }
  });

  it('put a field in with a place for its value, and nothing of the line into a snippet', async () => {
    const item = (await completionsAt(NOTE, `${HEAD}- [ ] $1 } │`)).find((each) => labelsOf([each])[0] === 'Due');
    assert.ok(item?.insertText instanceof SnippetString);
    assert.match(item.insertText.value, /^due:\$(?:\{0\}|0)$/);
  });

  it('take the place of what is typed', async () => {
    const { text, position } = marked(`${HEAD}- [ ] send due:fri│ #x`);
    const document = await openNote(NOTE, text);
    const items = await completionsAt(NOTE, `${HEAD}- [ ] send due:fri│ #x`, ':');
    const friday = items.find((item) => labelsOf([item])[0] === 'Friday') ?? items[0]!;
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, rangeOf(friday), friday.insertText as string);
    assert.ok(await workspace.applyEdit(edit));
    assert.match(document.lineAt(position.line).text, /^- \[ \] send due:\d{4}-\d{2}-\d{2} #x$/);
  });

  it('are not there while the aid is switched off', async () => {
    await switchedOff('completions', async () => assert.deepEqual(await offered(`${HEAD}- [ ] @│`), []));
  });
});

function rangeOf({ range }: CompletionItem): Range {
  assert.ok(range);
  return range instanceof Range ? range : (range as { readonly replacing: Range }).replacing;
}
