import assert from 'node:assert/strict';
import { commands, type Hover, type MarkdownString } from 'vscode';
import { marked, openNote, removeNotes, switchedOff } from './aidNotes';

const FOLDER = '1-1s/hana-hover';
const QUESTION = '**Who do you want to thank?**';
const NASTY = '<img src=x onerror=alert(1)> [run](command:workbench.action.quit) **bold**';

/** What VS Code shows at the mark `│` in a note, without the hovers of others. */
async function hovered(path: string, text: string): Promise<readonly MarkdownString[]> {
  const { text: written, position } = marked(text);
  const { uri } = await openNote(path, written);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers.flatMap(({ contents }) => contents as MarkdownString[]);
}

/** The same as one text, without what keeps it text: the oldest supported VS Code escapes more than the newest. */
async function textAt(path: string, text: string): Promise<string> {
  return (await hovered(path, text))
    .map(({ value }) => value.replaceAll('&nbsp;', ' ').replaceAll('\\-', '-'))
    .join('\n');
}

describe('Hovers in a 1:1 note', () => {
  before(async () => {
    await openNote(
      `${FOLDER}/2026-11-09.md`,
      `# Hana Hover\n\n${QUESTION}\n\nAna ${NASTY}\n\n- [>] Send it (to [2026-11-16](2026-11-16.md))\n`,
    );
    await openNote(
      `${FOLDER}/2026-11-16.md`,
      '# Hana Hover\n\n- [ ] @hana Send it due:2020-11-20 (from [2026-11-09](2026-11-09.md), since 2026-11-09, 1×)\n',
    );
  });
  after(() => removeNotes(FOLDER));

  it('tell of a question when it was answered, what, and which framework asks it', async () => {
    const text = await textAt(`${FOLDER}/2026-11-23.md`, `# Hana Hover\n\n**Who do │you want to thank?**\n`);
    assert.match(text, /People · People · Process · Product/);
    assert.match(text, /Answered Mon 9 Nov.*\[2026-11-09\]\([^)]*2026-11-09\.md#L3\)/);
    assert.match(text, /Look for:/);
  });

  it('show answers as text, whatever they hold, and trust only links to commands', async () => {
    const contents = await hovered(`${FOLDER}/2026-11-23.md`, `# Hana Hover\n\n**Who do │you want to thank?**\n`);
    assert.ok(contents.length > 0);
    for (const { value, isTrusted, supportHtml } of contents) {
      assert.ok(!supportHtml);
      if (isTrusted) {
        assert.match(value, /^(?:\[[\w ]+\]\(command:oneOnOne\.\w+\?[\w%.'!-]+\)(?: · )?)+$/);
      } else {
        assert.doesNotMatch(value, /\]\(command:/);
      }
      assert.doesNotMatch(value, /(?<!\\)\*\*bold/);
    }
  });

  it('tell of a follow-up its age, how often it was carried, that it is overdue, and its origin', async () => {
    const text = await textAt(
      `${FOLDER}/2026-11-16.md`,
      '# Hana Hover\n\n- [ ] @hana Send │it due:2020-11-20 (from [2026-11-09](2026-11-09.md), since 2026-11-09, 1×)\n',
    );
    assert.match(text, /years overdue/);
    assert.match(text, /Open since Mon 9 Nov/);
    assert.match(text, /Carried 1×/);
    assert.match(text, /Carried from: \[2026-11-09\]\([^)]*2026-11-09\.md#L7\)/);
  });

  it('tell of a person when they were met last, and what is open', async () => {
    const path = `${FOLDER}/2026-11-23.md`;
    for (const line of ['Ask @ha│na.', 'Ask [[Hana │Hover]].', '- [ ] @han│a do it']) {
      const text = await textAt(path, `# Hana Hover\n\n${line}\n`);
      assert.match(text, /\*\*Hana Hover\*\*/, line);
      assert.match(text, /Last met:/, line);
      assert.match(text, /Open: /, line);
    }
  });

  it('say nothing in prose, code and other files', async () => {
    const path = `${FOLDER}/2026-11-23.md`;
    assert.deepEqual(await hovered(path, '# Hana Hover\n\nJust │prose.\n'), []);
    assert.deepEqual(await hovered(path, '# Hana Hover\n\n```\n@ha│na\n```\n'), []);
    assert.deepEqual(await hovered('docs/hovered.md', '- [ ] @ha│na do it\n'), []);
  });

  it('are not there while the aid is switched off', async () => {
    await switchedOff('hover', async () => {
      assert.deepEqual(await hovered(`${FOLDER}/2026-11-23.md`, '# Hana Hover\n\nAsk @ha│na.\n'), []);
    });
  });
});
