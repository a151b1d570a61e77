import { formatRelative } from '../dates/civilDate';
import type { NoteIndex } from '../index/noteIndex';
import type { Person } from '../people/person';
import { goalEntries, changeEntries } from '../reports/goalsAndChanges';
import { type Report, type ReportEntry, reportSection } from '../reports/report';
import type { StatementWish } from '../topics/statements';
import { runToCompletion } from '../text/cooperative';
import { message } from '../text/message';
import { frequentNames, type HeldMeeting, heldWith } from '../topics/heldMeetings';
import type { ThemePlace } from '../topics/theme';

/** Returns the goals, frequent names and small changes of a person over all meetings, for the person's page. */
export function composeHistory(index: NoteIndex, person: Person, wish: StatementWish): Report {
  const meetings = index.meetingsWith(person.key).filter(({ meeting }) => meeting.date <= wish.today);
  const held = heldWith(person, meetings);
  return {
    title: message('history.title', person.name),
    introduction: [],
    sections: [
      ...reportSection({ id: 'goals', title: message('themes.goals'), entries: goalEntries(held, wish) }),
      ...reportSection({ id: 'names', title: message('history.names'), entries: nameEntries(index, held, wish) }),
      ...reportSection({
        id: 'changes',
        title: message('themes.changes'),
        entries: runToCompletion(changeEntries(held, wish)),
      }),
    ],
  };
}

/** Returns the people whom the person names often: with whom they work. */
function nameEntries(
  { people }: NoteIndex,
  held: readonly HeldMeeting[],
  { today, withPrivate }: StatementWish,
): readonly ReportEntry[] {
  return frequentNames(held, people, withPrivate).map(({ key, label, places }): ReportEntry => {
    const [{ date, uri, line }] = places as readonly [ThemePlace];
    const details = [message('history.namedLast', formatRelative(date, today))];
    return { key, text: label, details, source: { uri, line }, private: places.some((place) => place.private) };
  });
}
