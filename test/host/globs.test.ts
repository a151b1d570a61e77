import assert from 'node:assert/strict';
import { languages, RelativePattern, Uri, workspace, type TextDocument } from 'vscode';
import { anyOf, globOfPath, withoutBraces } from '../../src/editor/notes/globs';

describe('globs', () => {
  it('are taken out of their braces, however deep these are', () => {
    assert.deepEqual(withoutBraces('plain/**'), ['plain/**']);
    assert.deepEqual(withoutBraces('{a,b}/{c,d}'), ['a/c', 'a/d', 'b/c', 'b/d']);
    assert.deepEqual(withoutBraces('{a,{b,c{1,2}}}/**'), ['a/**', 'b/**', 'c1/**', 'c2/**']);
    assert.deepEqual(withoutBraces('{,x}y'), ['y', 'xy']);
  });

  it('keep their classes, and a comma of their own', () => {
    assert.deepEqual(withoutBraces('[{,}]a,b'), ['[{,}]a[,]b']);
    assert.deepEqual(withoutBraces('[]a]/[!x]'), ['[]a]/[!x]']);
  });

  it('are refused when they are broken, since one broken glob would hide every note', () => {
    for (const broken of ['{a', 'a}', '[a', '[z-a]', '{a,b}'.repeat(20)]) {
      assert.equal(withoutBraces(broken), undefined, broken);
    }
  });

  it('are put together so that VS Code matches what any of them matches', () => {
    const folder = workspace.workspaceFolders![0]!.uri;
    const glob = anyOf(['**/vendor/**', '{a,{b,c}}/*.md', 'x,y'].flatMap((each) => withoutBraces(each) ?? []));
    const matches = (path: string) =>
      languages.match({ pattern: new RelativePattern(folder, glob) }, {
        uri: Uri.joinPath(folder, path),
        languageId: 'markdown',
      } as TextDocument) > 0;
    assert.deepEqual(
      ['vendor/z.md', 'q/vendor/z.md', 'a/1.md', 'c/1.md', 'c/d/1.md', 'x,y', 'x', 'd/1.md'].filter(matches),
      ['vendor/z.md', 'q/vendor/z.md', 'a/1.md', 'c/1.md', 'x,y'],
    );
  });

  it('find a path whose name has characters with a meaning in globs', () => {
    assert.equal(globOfPath('1-1s/{x}, [y]*?.md'), '1-1s/?x?? ?y???.md');
  });
});
