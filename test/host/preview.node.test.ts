import assert from 'node:assert/strict';
import { commands, Uri, workspace, type TextDocument } from 'vscode';

// Not in the browser's extension host: the server keeps its Markdown extension in the other one, which ours is not in.

/** What VS Code's own Markdown engine makes of a document or a text, with all extensions that take part in it. */
function rendered(source: TextDocument | string): Promise<string> {
  return Promise.resolve(commands.executeCommand<string>('markdown.api.render', source));
}

/** The same once the plugin takes part: VS Code builds its first engine without waiting for it, and tells nobody. */
async function drawn(source: TextDocument | string): Promise<string> {
  while (!(await rendered('- [ ] a')).includes('one-on-one-task')) {
    await letOthersIn();
  }
  return rendered(source);
}

/** VS Code draws without ever waiting; what is asked again at once would leave no time for loading. */
function letOthersIn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function written(path: string, text: string): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const uri = Uri.joinPath(folder.uri, path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return workspace.openTextDocument(uri);
}

const NOTE = [
  '# Ada Byron, 2026-11-23',
  '',
  '- [ ] @ada Send the draft due:2020-11-20',
  '- [x] @me Read it',
  '',
  '**Who do you want to thank?**',
  '',
  'Sarah.',
  '',
  '## Private',
  '',
  'Mine.',
  '',
].join('\n');

describe('The Markdown preview', () => {
  it('draws a 1:1 note with follow-ups, questions and private parts', async () => {
    const html = await drawn(await written('1-1s/ada-byron/2026-11-23.md', NOTE));
    assert.match(html, /<li [^>]*class="[^"]*one-on-one-task[^"]*"/);
    assert.match(html, /one-on-one-owner">@ada</);
    assert.match(html, /one-on-one-overdue"[^>]*>due Fri 20 Nov 2020 · \d+ years overdue</);
    assert.match(html, /<p [^>]*class="[^"]*one-on-one-question[^"]*"/);
    assert.match(html, /<section class="one-on-one-private" aria-label="Private">[^]*Mine[^]*<\/section>/);
  });

  it('draws one box for each item: VS Code draws none of its own', async () => {
    const html = await drawn(await written('1-1s/ada-byron/2026-11-23.md', NOTE));
    assert.equal(html.match(/<input/g)?.length, 2);
  });

  it('keeps the lines by which editor and preview scroll together', async () => {
    const html = await drawn(await written('1-1s/ada-byron/2026-11-23.md', NOTE));
    const lines = Array.from(html.matchAll(/data-line="(\d+)"/g), ([, line]) => Number(line));
    assert.deepEqual([...new Set(lines)], [0, 2, 3, 5, 7, 9, 11]);
  });

  it('draws only boxes in a file that is no 1:1 note', async () => {
    const html = await drawn(await written('docs/plan.md', NOTE.replace(/^.*\n/, '# Plan\n')));
    assert.equal(html.match(/<input/g)?.length, 2);
    assert.doesNotMatch(html, /one-on-one-(?:chip|question|private)/);
  });

  it('knows the questions of the workspace’s own frameworks', async () => {
    const asked = '**What did you do well that nobody saw?**\n';
    const html = await drawn(await written('1-1s/ada-byron/2026-11-16.md', asked));
    assert.match(html, /one-on-one-question one-on-one-unanswered/);
  });

  it('knows a 1:1 in no file by its front matter', async () => {
    const html = await drawn('---\ntype: 1on1\nperson: Ada\ndate: 2026-11-23\n---\n\n- [ ] @ada a\n');
    assert.match(html, /one-on-one-owner">@ada</);
  });
});
