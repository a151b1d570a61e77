import { addDays, parseCivilDate, type CivilDate } from '../src/core/dates/civilDate';
import { builtInFrameworks } from '../src/core/frameworks/builtIn';
import type { NoteIndex } from '../src/core/index/noteIndex';
import type { BriefRequest } from '../src/core/brief/basis';
import { composeBrief } from '../src/core/brief/brief';
import { personDetails } from '../src/core/peopleView/format';
import { summarizePeople } from '../src/core/peopleView/summary';
import { runToCompletion } from '../src/core/text/cooperative';
import { withCorpus } from './corpus';
import { interleave, printFigures, printTimes, medianTime } from './measure';
import { listAll, rules, Vault } from './vault';

const NOTES = 10_000;
const frameworks = builtInFrameworks();

withCorpus(NOTES, (corpus) => {
  const vault = new Vault(corpus);
  const index = vault.index();
  const today = dayAfterLast(index);
  const request = requestFor(index, today);
  listAll(index);
  const times = interleave({
    'cold index': () => vault.index().size,
    'People view': () => peopleView(index, today),
    'a brief': () => composeBrief(request).sections.length + index.size,
  });
  const { length } = index.meetingsWith(request.person.key);
  const [view, brief] = [medianTime(times['People view']), medianTime(times['a brief'])];
  printFigures(`Of ${index.people.all.length} people in ${NOTES} notes, once all is listed`, [
    { bar: 'P12', name: 'the People view, its first person opened', ...view, unit: 'ms', atMost: 10 },
    { bar: 'P12', name: `a brief of ${length} meetings, its notes unread`, ...brief, unit: 'ms', atMost: 10 },
  ]);
  printTimes(times);
});

/** Builds the top-level rows, and the details of the first one. */
function peopleView(index: NoteIndex, today: CivilDate): number {
  const summaries = runToCompletion(summarizePeople(index, { today, fallbackDays: 14 }));
  const [first] = summaries;
  return summaries.length + (first ? personDetails(first, frameworks, today).length : 0);
}

/** Returns the request for a brief about the person with the most meetings. */
function requestFor(index: NoteIndex, today: CivilDate): BriefRequest {
  const [person] = index.people.all.toSorted(
    (a, b) => index.meetingsWith(b.key).length - index.meetingsWith(a.key).length,
  );
  if (!person) throw new Error('Nobody is met in the generated notes.');
  return { index, person, frameworks, bank: rules.bank, today, fallbackDays: 14 };
}

function dayAfterLast(index: NoteIndex): CivilDate {
  const dates = [...index.notes()].flatMap(({ meetings }) => meetings.map(({ date }) => date)).sort();
  const last = dates.at(-1) ?? parseCivilDate('2026-03-16');
  if (!last) throw new Error('No note of the generated ones is dated.');
  return addDays(last, 1);
}
