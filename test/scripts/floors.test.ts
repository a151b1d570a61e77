import assert from 'node:assert/strict';
import { whyNot } from '../../scripts/lint/floors.mjs';

describe('The floors of the house', () => {
  it('let an import go down', () => {
    assert.equal(whyNot('src/activate', 'src/commands/commandTable'), undefined);
    assert.equal(whyNot('src/commands/newNote', 'src/core/writing/newNote'), undefined);
    assert.equal(whyNot('src/core/note/readNote', 'src/core/civilDate'), undefined);
    assert.equal(whyNot('src/editor/frameworkStore', 'templates/managing-up.yaml'), undefined);
  });

  it('let files of one folder know each other', () => {
    assert.equal(whyNot('src/core/note/readNote', 'src/core/note/note'), undefined);
    assert.equal(whyNot('src/editor/noteStore', 'src/editor/settings'), undefined);
  });

  it('stop an import that goes up', () => {
    assert.match(whyNot('src/core/note/readNote', 'src/editor/settings') ?? '', /goes down/);
    assert.match(whyNot('src/core/civilDate', 'src/core/people/names') ?? '', /goes down/);
    assert.match(whyNot('src/editor/noteStore', 'src/services') ?? '', /goes down/);
  });

  it('stop an import between two surfaces', () => {
    assert.match(whyNot('src/commands/newNote', 'src/views/followUpsView') ?? '', /sideways/);
  });

  it('stop an import between two commands, but not of what they share', () => {
    assert.match(whyNot('src/commands/newNote', 'src/commands/insertSection') ?? '', /sideways/);
    assert.equal(whyNot('src/commands/newNote', 'src/commands/shared/pickPerson'), undefined);
    assert.match(whyNot('src/commands/shared/pickPerson', 'src/commands/newNote') ?? '', /sideways/);
    assert.equal(whyNot('src/views/people/peopleTree', 'src/views/people/personRow'), undefined);
  });

  it('stop an import that leaves the house', () => {
    assert.match(whyNot('src/editor/noteStore', 'scripts/root.mjs') ?? '', /floors of the house only/);
  });

  it('do not bind tests and scripts', () => {
    assert.equal(whyNot('test/core/civilDate.test', 'src/core/civilDate'), undefined);
  });
});
