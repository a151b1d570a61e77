import assert from 'node:assert/strict';
import { generateNotes, type GeneratedNote, type TrueFollowUp } from '../../../bench/generate';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { createBank } from '../../../src/core/frameworks/questionBank';
import type { ListedFollowUp } from '../../../src/core/index/listedFollowUp';
import { NoteIndex } from '../../../src/core/index/noteIndex';
import type { Note } from '../../../src/core/note/note';
import { pathPattern } from '../../../src/core/note/pathPattern';
import { readNote } from '../../../src/core/note/readNote';

/** What the generator knows and the reader has to find; a follow-up that is missed or made up differs in its place. */
type Finding = Pick<TrueFollowUp, 'line' | 'mark' | 'open' | 'due'>;

const rules = {
  bank: createBank(builtInFrameworks()),
  paths: { notes: pathPattern('1-1s/{person}/{date}.md'), people: pathPattern('People/{person}.md') },
  statuses: {},
};

function uriOf({ path }: GeneratedNote): string {
  return `file:///notes/${encodeURI(path)}`;
}

function readGenerated(note: GeneratedNote): Note {
  return readNote({ uri: uriOf(note), path: note.path, text: note.text }, rules);
}

describe('Two thousand generated notes in all dialects', () => {
  const generated = [...generateNotes({ count: 2_000, seed: 11 })];
  const index = new NoteIndex({ me: [], roster: [] });
  index.putAll(generated.map(readGenerated));

  it('hold each follow-up that was written into them, with its line, mark, due date and whether it is open, and no other', () => {
    for (const note of generated) {
      const listed = new Map(index.followUpsIn(uriOf(note)).map((item) => [item.followUp.line, item]));
      const read = index.note(uriOf(note))?.followUps ?? [];
      const found = read.map(({ line, stateCharacter: mark, fields }): Finding => {
        return { line, mark, open: isUnresolved(listed.get(line)), ...(fields.due && { due: fields.due }) };
      });
      assert.deepEqual(found, note.truth.map(findingOf), note.path);
    }
  });

  it('name as owners whom their lines name', () => {
    for (const note of generated) {
      const read = index.note(uriOf(note))?.followUps ?? [];
      const named = read.map(({ line, owners }) => {
        // Under “Commitments I made” a line without a name has an owner all the same: the truth is that of the line.
        return { line, owners: owners.filter(({ form }) => form !== 'heading').map(({ name }) => name) };
      });
      const truth = note.truth.map(({ line, owners = [] }) => ({ line, owners: [...owners] }));
      assert.deepEqual(named, truth, note.path);
    }
  });
});

function findingOf({ line, mark, open, due }: TrueFollowUp): Finding {
  return { line, mark, open, ...(due !== undefined && { due }) };
}

function isUnresolved(item: ListedFollowUp | undefined): boolean {
  return item?.isOpen ?? false;
}
