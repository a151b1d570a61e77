import assert from 'node:assert/strict';
import { languages, Range, Uri } from 'vscode';
import { WorkspaceFiles, type FilesRead } from '../../src/editor/workspaceFiles';

const uri = Uri.parse('untitled:one-on-one/people.yaml');

/** What a read gives: the content, and a mistake that names it. */
function read(content: string): FilesRead<string> {
  return { content, problems: content === '' ? [] : [{ uri, range: new Range(0, 0, 0, 1), message: content }] };
}

function reported(): readonly string[] {
  return languages.getDiagnostics(uri).map(({ message }) => message);
}

describe('Files of the workspace', () => {
  let files: WorkspaceFiles<string>;
  let reads: ((content: string) => void)[];

  beforeEach(() => {
    reads = [];
    files = new WorkspaceFiles(
      'one-on-one.test',
      '**/.one-on-one/test-of-workspace-files.yaml',
      'none',
      () => new Promise((resolve) => reads.push((content) => resolve(read(content)))),
    );
  });
  afterEach(() => files.dispose());

  it('are read once when they are needed, and not before', async () => {
    await files.reload();
    assert.equal(reads.length, 0);
    const loads = [files.load(), files.load()];
    assert.equal(reads.length, 1);
    assert.equal(files.content, 'none');
    reads[0]?.('first');
    await Promise.all(loads);
    assert.equal(files.content, 'first');
    assert.deepEqual(reported(), ['first']);
  });

  it('are as the load that began last found them, in whatever order loads end', async () => {
    const first = files.load();
    const second = files.reload();
    reads[1]?.('new');
    await second;
    reads[0]?.('old');
    await first;
    assert.equal(files.content, 'new');
    assert.deepEqual(reported(), ['new']);
  });

  it('are loaded only once the load that began last has ended', async () => {
    const first = files.load().then(() => files.content);
    const second = files.reload();
    reads[0]?.('old');
    reads[1]?.('');
    assert.equal(await first, '');
    await second;
    assert.deepEqual(reported(), []);
  });

  it('say that they changed when they were read again', async () => {
    let changes = 0;
    files.onDidChange(() => changes++);
    const first = files.load();
    reads[0]?.('first');
    await first;
    assert.equal(changes, 0);
    const second = files.reload();
    reads[1]?.('second');
    await second;
    assert.equal(changes, 1);
  });
});
