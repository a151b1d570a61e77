import assert from 'node:assert/strict';
import { commands, SnippetString } from 'vscode';
import { completionsAt, labelsOf, switchedOff } from './aidNotes';

const NOTE = '1-1s/asked-ada/2026-11-23.md';
const HEAD = '# Asked Ada\n\n## People\n\n';

async function offered(text: string, path = NOTE): Promise<readonly string[]> {
  return labelsOf(await completionsAt(path, text, '?'));
}

describe('Questions after a question mark', () => {
  after(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are offered by section where a line or a list item begins with it, in any Markdown file', async () => {
    for (const path of [NOTE, 'docs/plan.md']) {
      for (const line of ['?│', '- ?│', '- [ ] ?│']) {
        assert.ok((await offered(HEAD + line, path)).includes('People'), `${path}: ${line}`);
      }
    }
  });

  it('are not offered at the end of a sentence, in code, comments and front matter', async () => {
    for (const text of ['How are you?│', '```\n?│\n```\n', '<!--\n?│\n-->\n', '---\n?│\n---\n', '    ?│\n']) {
      assert.deepEqual(await offered(text), [], text);
    }
  });

  it('are inserted with a place for each answer', async () => {
    const items = await completionsAt(NOTE, `${HEAD}?│`, '?');
    const people = items.find((item) => labelsOf([item])[0] === 'People');
    assert.ok(people?.insertText instanceof SnippetString, JSON.stringify(items[0]));
    assert.match(people.insertText.value, /^\*\*[^$]+\*\*\n\n\$(?:\{1\}|1)/);
  });

  it('are not offered while the aid is switched off', async () => {
    await switchedOff('completions', async () => assert.deepEqual(await offered(`${HEAD}?│`), []));
    assert.ok((await offered(`${HEAD}?│`)).includes('People'));
  });
});
