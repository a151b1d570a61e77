import assert from 'node:assert/strict';
import { noteCodeLenses } from '../../../src/core/assist/codeLens';
import { planParking } from '../../../src/core/carryOver/parkingLot';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { createBank } from '../../../src/core/frameworks/questionBank';
import type { NoteIndex } from '../../../src/core/index/noteIndex';
import { noteAhead } from '../../../src/core/newNote/planSession';
import { composeNote } from '../../../src/core/noteEdit/noteBody';
import { agendaPoints, formatAgendaPoints } from '../../../src/core/peopleView/summary';
import { applyEdits } from '../../../src/core/text/edit';
import { wordMessage } from '../../../src/core/text/message';
import { day, indexOf, uriOf } from '../support/notes';

const NOTE = '1-1s/jane-doe/2026-12-07.md';
const today = day('2026-12-04');
const content = {
  ...{ person: 'Jane Doe', reader: 'Max Meyer', date: day('2026-12-07'), sections: [], hasPrivateSection: false },
  ...{ agenda: ['- parked'], followUps: [], privateFollowUps: [] },
};

function index(text: string, me = 'Max Meyer'): NoteIndex {
  return indexOf(
    { [NOTE]: text, '1-1s/jane-doe/2026-11-30.md': text.replace('12-07', '11-30') },
    { me: [me], roster: [] },
  );
}

async function parked(text: string, words: string, me: string): Promise<string> {
  const read = index(text, me);
  const [person] = read.people.all;
  assert.ok(person);
  const notes = {
    index: read,
    textOf: () => Promise.resolve(text),
    textToEdit: () => Promise.resolve(text),
    refresh: () => Promise.resolve(),
  };
  const newPage = () => Promise.reject(new Error('There is a note.'));
  const plan = await planParking({ person, words, today, newPage }, notes);
  assert.ok(!('refused' in plan));
  return applyEdits(text, plan.changes[0]?.edits ?? []);
}

const agendaOf = (text: string): string => /## Agenda\n\n(.*?)\n\n##/s.exec(text)?.[1] ?? '';

describe('The agenda of a new note with both names', () => {
  it('has a list for each side, the report’s first, and the cursor in the reader’s', () => {
    const { text, cursor } = composeNote(content);
    assert.equal(agendaOf(text), '**Jane Doe**\n\n- \n\n**Max Meyer**\n\n- parked\n- ');
    assert.ok(text.slice(0, cursor).endsWith('**Max Meyer**\n\n- parked\n- '));
    const upward = composeNote({ ...content, isUpward: true });
    assert.equal(agendaOf(upward.text), '**Max Meyer**\n\n- parked\n- \n\n**Jane Doe**\n\n- ');
    assert.ok(upward.text.slice(0, upward.cursor).endsWith('- parked\n- '));
  });

  it('is one list without the reader’s name', () => {
    assert.equal(agendaOf(composeNote({ ...content, reader: undefined }).text), '- parked\n- ');
  });

  it('gets a point in the list of the one who adds it', async () => {
    const { text } = composeNote(content);
    const both = await parked(await parked(text, 'the raise', 'Jane Doe'), 'the budget', 'Max Meyer');
    assert.equal(agendaOf(both), '**Jane Doe**\n\n- the raise\n- \n\n**Max Meyer**\n\n- parked\n- the budget\n- ');
    const alone = text.replace('**Max Meyer**\n\n- parked\n- \n\n', '');
    assert.equal(agendaOf(await parked(alone, 'x', 'Max Meyer')), '**Jane Doe**\n\n- \n\n**Max Meyer**\n\n- x');
  });

  it('gets it in its one list, where there is only one', async () => {
    const { text } = composeNote({ ...content, reader: undefined });
    assert.equal(agendaOf(await parked(text, 'x', 'Max Meyer')), '- parked\n- x\n- ');
  });

  it('tells whose points wait, and whose they were lately', () => {
    const text = composeNote(content).text.replace('- \n', '- the raise\n- the move\n  - soon\n- \n');
    const read = index(text);
    const points = agendaPoints(read.meetingsWith('jane doe'), read.people, today);
    assert.equal(
      wordMessage(formatAgendaPoints(points, 'Jane')),
      '3 points are waiting, 2 by Jane · 2 of the last 3 points are by Jane',
    );
    const frameworks = builtInFrameworks();
    const [note, person] = [read.note(uriOf(NOTE)), read.people.get('jane doe')];
    assert.ok(note && person);
    const request = {
      note,
      index: read,
      person,
      frameworks,
      bank: createBank(frameworks),
      today,
      carries: true,
      mayReflect: false,
    };
    const titles = noteCodeLenses(request)?.lenses.map(({ title }) => wordMessage(title));
    assert.ok(titles?.includes('Prep Brief · 2 points by Jane Doe'), String(titles));
  });
});

describe('A note that either side prepared', () => {
  it('is the next one for a week', () => {
    const read = index(composeNote(content).text);
    const person = { key: 'jane doe', name: 'Jane Doe' };
    assert.equal(noteAhead({ person, date: today }, read), uriOf(NOTE));
    assert.equal(noteAhead({ person, date: day('2026-11-30') }, read), undefined);
  });
});
