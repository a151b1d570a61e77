import assert from 'node:assert/strict';
import { commands, type DocumentLink } from 'vscode';
import { openNote, removeNotes, switchedOff } from './aidNotes';

const FOLDER = '1-1s/lin-ked';
const NOTE = `${FOLDER}/2020-11-23.md`;
const HEAD = '# Lin Ked\n\n';

/** Where the links of a note lead that are ours: by the end of the address. */
async function links(text: string, path = NOTE): Promise<readonly string[]> {
  const { uri } = await openNote(path, text);
  const all = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri);
  return all.map(({ target }) => decodeURIComponent(target?.toString() ?? '').replace(/^.*\//, ''));
}

describe('Links of a 1:1 note', () => {
  before(() => openNote(`${FOLDER}/2020-11-16.md`, '# Lin Ked\n\n## Follow-ups\n\n- [ ] Send it\n'));
  after(() => removeNotes(FOLDER));

  it('lead from wiki-links to notes, their headings and people', async () => {
    assert.deepEqual(await links(`${HEAD}[[${FOLDER}/2020-11-16]] [[Lin Ked]] [[Nobody at all]]\n`), [
      '2020-11-16.md#L1',
      '2020-11-23.md#L1',
    ]);
    const origin = `- [ ] Send it (from [[${FOLDER}/2020-11-16#Follow-ups|2020-11-16]], since 2020-11-16, 1×)\n`;
    assert.deepEqual(await links(HEAD + origin), ['2020-11-16.md#L3']);
  });

  it('are none in code and in other files', async () => {
    assert.deepEqual(await links(`${HEAD}\`[[Lin Ked]]\`\n`), []);
    assert.deepEqual(await links('[[Lin Ked]]\n', 'docs/links.md'), []);
  });

  it('are not there while the aid is switched off', async () => {
    await switchedOff('links', async () => assert.deepEqual(await links(`${HEAD}[[Lin Ked]] once more\n`), []));
  });
});
