import type { CivilDate } from '../../civilDate';
import type { Framework } from '../../framework/framework';
import type { NoteIndex } from '../../index/noteIndex';
import type { Person } from '../../people/person';
import { summarizePerson, type SummaryDay } from '../personSummary';
import { personDetails, type PersonDetail } from '../personWords';
import type { HoverLine, HoverSource } from './help';

/** What there is to know of people besides themselves. */
export interface PersonHoverRequest {
  readonly index: NoteIndex;
  readonly frameworks: readonly Framework[];
  readonly day: SummaryDay;
}

const SHOWN: ReadonlySet<PersonDetail['kind']> = new Set(['lastMet', 'due', 'open', 'oldest', 'career']);

/** How it stands with a person: last met, next 1:1, what is open; and where to read on. */
export function personHover(person: Person, { index, frameworks, day }: PersonHoverRequest): readonly HoverLine[] {
  const summary = summarizePerson(index, person, day);
  const details = personDetails(summary, frameworks, day.today).filter(({ kind }) => SHOWN.has(kind));
  const sources = personSources(person, index, day.today);
  return [
    { kind: 'title', text: person.name },
    ...details.map(({ label, description }): HoverLine => ({ kind: 'fact', text: `${label}: ${description}` })),
    ...(sources.length > 0 ? [{ kind: 'fact', text: '', sources } as const] : []),
  ];
}

/** Where to read about a person: the page, if there is one, and the last 1:1 that is not ahead. */
export function personSources(person: Person, index: NoteIndex, today: CivilDate): readonly HoverSource[] {
  const meetings = index.meetingsWith(person.key);
  const last = meetings.findLast(({ meeting }) => meeting.date <= today) ?? meetings[0];
  return [
    ...(person.page === undefined ? [] : [{ uri: person.page, line: 0, label: 'Page' }]),
    ...(last ? [{ uri: last.note.uri, line: last.meeting.line, label: `1:1 of ${last.meeting.date}` }] : []),
  ];
}
