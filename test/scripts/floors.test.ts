import assert from 'node:assert/strict';
import path from 'node:path';
import { circlesIn, importGraph } from '../../scripts/lint/circles.mjs';
import { importsIn } from '../../scripts/lint/exports.mjs';
import { whyNot } from '../../scripts/lint/floors.mjs';
import { root } from '../../scripts/root.mjs';

describe('The floors of the house', () => {
  it('let an import go down', () => {
    assert.equal(whyNot('src/activate', 'src/commands/commandTable'), undefined);
    assert.equal(whyNot('src/commands/newNote', 'src/core/newNote/content'), undefined);
    assert.equal(whyNot('src/core/note/readNote', 'src/core/dates/civilDate'), undefined);
    assert.equal(whyNot('src/editor/frameworkStore', 'templates/managing-up.yaml'), undefined);
  });

  it('let files of one folder know each other', () => {
    assert.equal(whyNot('src/core/note/readNote', 'src/core/note/note'), undefined);
    assert.equal(whyNot('src/editor/targetMeeting', 'src/editor/settings'), undefined);
  });

  it('stop an import that goes up', () => {
    assert.match(whyNot('src/core/note/readNote', 'src/editor/settings') ?? '', /go down/);
    assert.match(whyNot('src/core/dates/civilDate', 'src/core/people/names') ?? '', /go down/);
    assert.match(whyNot('src/core/taskText/fields', 'src/core/followUp/followUp') ?? '', /go down/);
    assert.match(whyNot('src/editor/settings', 'src/services') ?? '', /go down/);
  });

  it('stop an import between two features of the core, but not of what they share', () => {
    assert.match(whyNot('src/core/brief/brief', 'src/core/themes/themes') ?? '', /do not import each other/);
    assert.equal(whyNot('src/core/brief/brief', 'src/core/peopleView/summary'), undefined);
    assert.equal(whyNot('src/core/themes/text', 'src/core/reports/entries'), undefined);
  });

  it('stop an import between two surfaces', () => {
    assert.match(whyNot('src/commands/newNote', 'src/views/followUpsView') ?? '', /sideways/);
  });

  it('stop an import between two commands, but not of what they share', () => {
    assert.match(whyNot('src/commands/newNote', 'src/commands/insertQuestions') ?? '', /sideways/);
    assert.equal(whyNot('src/commands/newNote', 'src/commands/shared/pickPerson'), undefined);
    assert.match(whyNot('src/commands/shared/pickPerson', 'src/commands/newNote') ?? '', /sideways/);
    assert.equal(whyNot('src/views/people/peopleTree', 'src/views/people/personRow'), undefined);
  });

  it('stop an import that leaves the house, and a folder without a floor', () => {
    assert.match(whyNot('src/editor/settings', 'scripts/root.mjs') ?? '', /floors of the house only/);
    assert.match(whyNot('src/core/somewhere/else', 'src/core/note/note') ?? '', /no floor/);
  });

  it('do not bind tests and scripts', () => {
    assert.equal(whyNot('test/core/dates/civilDate.test', 'src/core/dates/civilDate'), undefined);
  });
});

describe('Import circles', () => {
  it('are found, however long, and nothing else is', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a', 'd']],
      ['d', ['e']],
      ['e', []],
      ['f', ['f']],
    ]);
    assert.deepEqual(circlesIn(graph), [['a', 'b', 'c'], ['f']]);
  });

  it('do not exist in the source, type imports included', () => {
    const graph = importGraph(path.join(root, 'src'));
    assert.ok(graph.size > 100);
    assert.deepEqual(circlesIn(graph), []);
  });
});

describe('The names that a file imports', () => {
  it('are found in imports of values, types, modules and everything', () => {
    const lines = [
      "import { a, type B as C } from './one';",
      "import type { D } from './two';",
      "const e = await import('./three');",
      "import * as all from './four';",
      "import path from 'node:path';",
    ];
    assert.deepEqual(
      importsIn(lines.join('\n')).map(({ module, name }) => `${module} ${name}`),
      ['./one a', './one B', './two D', './three *', './four *'],
    );
  });
});
