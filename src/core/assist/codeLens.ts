import { addDays, type CivilDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Note } from '../note/note';
import type { Person } from '../people/person';
import { frameworkSectionOf } from '../questions/sections';
import { sessionHistory } from '../sessions/sessionHistory';
import { careerGap, formatCareerGap } from '../sessions/suggestion';
import { countCarriable } from '../followUpList/carriable';
import { type Message, message } from '../text/message';

/** Something to do in a 1:1 note just now, in one row at its top. */
export type NoteLens = { readonly title: Message; readonly tooltip: Message } & (
  | { readonly kind: 'bring' | 'ask'; readonly meeting: DatedMeeting['meeting'] }
  /** By the person's key. */
  | { readonly kind: 'brief'; readonly person: string }
  /** A new note with somebody of this name, in the framework with this id. */
  | { readonly kind: 'career'; readonly person: string; readonly framework: string }
);

/** The lenses of a note, and the line that they stand above. */
export interface LensRow {
  readonly line: number;
  readonly lenses: readonly NoteLens[];
}

/** What lenses depend on. */
export interface LensRequest {
  readonly note: Note;
  readonly index: NoteIndex;
  readonly person: Person;
  readonly frameworks: readonly Framework[];
  readonly bank: QuestionBank;
  readonly today: CivilDate;
  /** Whether follow-ups move into the next note at all. */
  readonly carries: boolean;
}

/** So many days after a 1:1 its note is history, in which nothing is to be done. */
const DAYS_AT_HAND = 7;

/** What is to be done in a note just now; `undefined` when nothing is, as in all notes of old. */
export function noteCodeLenses(request: LensRequest): LensRow | undefined {
  const { note, index, person, today } = request;
  const meetings = index.meetingsWith(person.key);
  const at = meetings.findLast(
    ({ note: { uri }, meeting }) => uri === note.uri && meeting.date >= addDays(today, -DAYS_AT_HAND),
  );
  if (!at) return undefined;
  const isNewest = at === meetings.at(-1);
  const lenses = [
    ...(isNewest ? bringLens(request, at) : []),
    ...(at.meeting.date >= today ? briefLens(person, meetings, at) : []),
    ...(isNewest ? careerLens(request, meetings, at) : []),
    ...askLens(request, at),
  ];
  return lenses.length === 0 ? undefined : { line: lineFor(at), lenses };
}

/** Above the title, or the dated heading in a log; above everything where there is neither. */
function lineFor({ meeting }: DatedMeeting): number {
  return meeting.sections.find(({ level }) => level > 0)?.line ?? meeting.line;
}

function bringLens({ index, person, carries }: LensRequest, at: DatedMeeting): NoteLens[] {
  const target = { uri: at.note.uri, date: at.meeting.date, meeting: at.index };
  const count = carries ? countCarriable(index.followUpsOf(person.key), target) : 0;
  if (count === 0) return [];
  const title = count === 1 ? message('lens.bringOne') : message('lens.bringMany', count);
  return [{ kind: 'bring', meeting: at.meeting, title, tooltip: message('lens.bringTooltip', person.name) }];
}

/** Before the first 1:1 with somebody there is nothing to look back on. */
function briefLens({ key, name }: Person, meetings: readonly DatedMeeting[], at: DatedMeeting): NoteLens[] {
  const tooltip = message('lens.briefTooltip', name);
  return meetings[0] === at ? [] : [{ kind: 'brief', person: key, title: message('lens.brief'), tooltip }];
}

function careerLens(
  { person, frameworks, today }: LensRequest,
  meetings: readonly DatedMeeting[],
  at: DatedMeeting,
): NoteLens[] {
  const { relation } = person;
  const gap = careerGap({ sessions: sessionHistory(meetings, frameworks), relation, frameworks, on: today });
  const [own] = sessionHistory([at], frameworks);
  if (!gap?.isDue || own?.framework === gap.framework.id) return [];
  const { id: framework } = gap.framework;
  const title = message('lens.sessionDue', gap.framework.title);
  return [{ kind: 'career', person: person.name, framework, title, tooltip: formatCareerGap(gap) }];
}

function askLens({ frameworks, bank }: LensRequest, { meeting }: DatedMeeting): NoteLens[] {
  const own = meeting.framework;
  const asks = meeting.sections.some((section) => frameworkSectionOf(section, frameworks, { bank, own }));
  const tooltip = message('lens.askTooltip');
  return asks ? [{ kind: 'ask', meeting, title: message('lens.ask'), tooltip }] : [];
}
