import assert from 'node:assert/strict';
import { commands, type DocumentLink } from 'vscode';
import { openNote, removeNotes } from './aidNotes';

// Not in the browser's extension host: the server keeps its Markdown extension in the other one, which ours is not in.

const FOLDER = '1-1s/mark-down';

describe('Markdown links of carried follow-ups', () => {
  after(() => removeNotes(FOLDER));

  it('are opened by VS Code itself, once each, also those to an entry of a log', async () => {
    await openNote(`${FOLDER}/2020-11-16.md`, '# Mark Down\n\n- [>] Send it (to [2020-11-23](2020-11-23.md))\n');
    await openNote(`${FOLDER}/MarkDown.md`, '# Mark Down\n\n## 2020-11-09\n\n- [ ] a\n');
    const { uri } = await openNote(
      `${FOLDER}/2020-11-23.md`,
      '# Mark Down\n\n- [ ] Send it (from [2020-11-16](2020-11-16.md), since 2020-11-16, 1×)\n' +
        '- [ ] Read it (from [2020-11-09](MarkDown.md#2020-11-09), since 2020-11-09, 1×)\n',
    );
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri, 10);
    assert.deepEqual(
      links.map(
        ({ range, target }) => `${range.start.line} ${String(target).replace(/^.*\//, '').replace('%2C1', '')}`,
      ),
      ['2 2020-11-16.md', '3 MarkDown.md#L3'],
    );
  });
});
