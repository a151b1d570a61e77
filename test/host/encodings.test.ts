import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { assertEditable, editableText } from '../../src/editor/editableNote';
import { UserError } from '../../src/editor/errors';
import { applyPlan } from '../../src/editor/noteEditor';

const UTF_8 = new TextEncoder().encode('# Zoë\n\n- [ ] Send the résumé, Łukasz ✓ ‏é\n');
const ASCII = new TextEncoder().encode('# Zoe\n\n- [ ] Send it\n');

/** Files that cannot be edited, with the setting `files.encoding` and the reason. */
const refused: readonly (readonly [what: string, encoding: string, bytes: Uint8Array, reason: RegExp])[] = [
  ['UTF-8 opened as Windows 1252', 'windows1252', UTF_8, /is UTF-8, but VS Code opened it as windows1252/],
  ['UTF-8 opened as GBK', 'gbk', UTF_8, /opened it as gbk/],
  ['UTF-8 opened as Big5', 'big5hkscs', UTF_8, /opened it as big5hkscs/],
  ['Latin 1 opened as UTF-8', 'utf8', Uint8Array.of(0x2d, 0x20, 0xe9, 0x0a), /not UTF-8/],
  ['bytes that GBK does not have', 'gbk', Uint8Array.of(0x2d, 0x20, 0xe9, 0x0a), /not gbk/],
  ['UTF-16', 'utf8', Uint8Array.of(0xff, 0xfe, 0x2d, 0, 0x20, 0, 0x61, 0, 0x0a, 0), /UTF-16/],
  ['lone carriage returns', 'utf8', new TextEncoder().encode('- [ ] a\r- [ ] b\n'), /without a line feed/],
];

describe('The encoding of a note', () => {
  const folder = Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'encodings');
  const files = workspace.getConfiguration('files');
  let count = 0;

  async function open(encoding: string, bytes: Uint8Array): Promise<Uri> {
    await files.update('encoding', encoding, ConfigurationTarget.Workspace);
    const uri = Uri.joinPath(folder, `${++count}.md`);
    await workspace.fs.writeFile(uri, bytes);
    return uri;
  }

  async function append(uri: Uri, text: string): Promise<void> {
    const before = await editableText(uri);
    const edits = [{ start: before.length, end: before.length, text }];
    await applyPlan({ changes: [{ uri: uri.toString(), before, edits }] });
  }

  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await files.update('encoding', undefined, ConfigurationTarget.Workspace);
    await workspace.fs.delete(folder, { recursive: true });
  });

  for (const [what, encoding, bytes, reason] of refused) {
    it(`is named as the reason why ${what} is not changed`, async () => {
      const uri = await open(encoding, bytes);
      const isReason = (error: unknown): boolean => error instanceof UserError && reason.test(error.message);
      await assert.rejects(append(uri, 'x\n'), isReason);
      const { document } = await window.showTextDocument(uri);
      await assert.rejects(assertEditable(document), isReason);
      await (await window.showTextDocument(uri)).edit((builder) => builder.insert(document.positionAt(0), 'x'));
      await assert.rejects(append(uri, 'x\n'), isReason, 'with unsaved changes');
      assert.deepEqual([...(await workspace.fs.readFile(uri))], [...bytes]);
    });
  }

  it('does not matter to a note that is the same in both', async () => {
    const uri = await open('windows1252', ASCII);
    await append(uri, '- [ ] Call\n');
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(uri)), '# Zoe\n\n- [ ] Send it\n- [ ] Call\n');
  });

  it('may be another one, if VS Code opened the note in it', async () => {
    const uri = await open('windows1252', Uint8Array.of(0x2d, 0x20, 0xe9, 0x0a));
    await append(uri, '- è\n');
    assert.deepEqual([...(await workspace.fs.readFile(uri))], [0x2d, 0x20, 0xe9, 0x0a, 0x2d, 0x20, 0xe8, 0x0a]);
  });

  it('is the reason not to write characters that it does not have', async () => {
    const uri = await open('windows1252', ASCII);
    await assert.rejects(append(uri, '- Łukasz\n'), /windows1252, does not have all characters/);
    assert.deepEqual([...(await workspace.fs.readFile(uri))], [...ASCII]);
  });

  it('is kept with its byte order mark', async () => {
    const uri = await open('utf8', Uint8Array.of(0xef, 0xbb, 0xbf, ...UTF_8));
    await append(uri, '- ✓\n');
    const expected = [0xef, 0xbb, 0xbf, ...UTF_8, ...new TextEncoder().encode('- ✓\n')];
    assert.deepEqual([...(await workspace.fs.readFile(uri))], expected);
  });
});
