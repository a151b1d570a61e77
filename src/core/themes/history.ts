import { partsOf } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Person } from '../people/person';
import { goalEntries } from '../reports/goals';
import { type Report, reportSection } from '../reports/report';
import { changeEntries } from '../reports/smallChanges';
import type { StatementWish } from '../reports/statementReader';
import { message } from '../text/message';

/** Returns the goals and small changes of a person over all meetings, for the person's page. */
export function composeHistory(index: NoteIndex, person: Person, wish: StatementWish): Report {
  const held = index
    .meetingsWith(person.key)
    .flatMap(partsOf)
    .filter(({ meeting }) => meeting.date <= wish.today)
    .map((dated) => ({ ...dated, person }));
  return {
    title: message('history.title', person.name),
    introduction: [],
    sections: [
      ...reportSection({ id: 'goals', title: message('themes.goals'), entries: goalEntries(held, wish) }),
      ...reportSection({ id: 'changes', title: message('themes.changes'), entries: changeEntries(held, wish) }),
    ],
  };
}
