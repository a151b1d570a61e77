import { addDays, type CivilDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Note } from '../note/note';
import type { Person } from '../people/person';
import { agendaPoints } from '../peopleView/summary';
import { frameworkSectionOf } from '../questions/sections';
import { careerGapOf, sessionHistory } from '../sessions/sessionHistory';
import { formatCareerGap } from '../sessions/suggestion';
import { countCarriable } from '../followUpList/filter';
import { countedMessage, type Message, message } from '../text/message';

/** An action for a 1:1 note, shown as a code lens at the top. */
export type NoteLens = { readonly title: Message; readonly tooltip: Message } & (
  | { readonly kind: 'bring' | 'ask' | 'favorites' | 'reflect'; readonly meeting: DatedMeeting['meeting'] }
  /** The brief of a person, given by key. */
  | { readonly kind: 'brief'; readonly person: string }
  /** A new note with a person, given by name, in the framework with this id. */
  | { readonly kind: 'career'; readonly person: string; readonly framework: string }
);

/** The code lenses of a note and the line above which they appear. */
interface LensRow {
  readonly line: number;
  readonly lenses: readonly NoteLens[];
}

/** The input of code lenses. */
interface LensRequest {
  readonly note: Note;
  readonly index: NoteIndex;
  readonly person: Person;
  readonly frameworks: readonly Framework[];
  readonly bank: QuestionBank;
  readonly today: CivilDate;
  /** Whether follow-ups are carried into the next note. */
  readonly carries: boolean;
  /** Whether *A Minute After* may be offered. */
  readonly mayReflect: boolean;
}

/** Number of days after a 1:1 during which its note has code lenses. */
const DAYS_AT_HAND = 7;

/** Returns the current actions for a note, or `undefined` if there are none, as for old notes. */
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
    ...(at.meeting.date >= today ? briefLens(request, meetings, at) : []),
    ...(isNewest ? careerLens(request, meetings, at) : []),
    ...askLenses(request, at),
    ...reflectLens(request, at),
  ];
  return lenses.length === 0 ? undefined : { line: lineFor(at), lenses };
}

/** Returns the line of the title, or of the dated heading in a log, or else the first line of the meeting. */
function lineFor({ meeting }: DatedMeeting): number {
  return meeting.sections.find(({ level }) => level > 0)?.line ?? meeting.line;
}

function bringLens({ index, person, carries }: LensRequest, at: DatedMeeting): NoteLens[] {
  const halves = at.privateHalves?.map(({ note }) => note.uri);
  const { note, meeting } = at;
  const isReadByBoth = index.isReadByBoth(note);
  const target = {
    uri: note.uri,
    date: meeting.date,
    meeting: at.index,
    halves,
    isPrivate: note.private,
    isReadByBoth,
  };
  const count = carries ? countCarriable(index.followUpsOf(person.key), target) : 0;
  if (count === 0) return [];
  const title = countedMessage('lens.bring', count);
  return [{ kind: 'bring', meeting, title, tooltip: message('lens.bringTooltip', person.name) }];
}

/** Before the first 1:1 with a person a brief would be empty. */
function briefLens(
  { index, person: { key, name }, today }: LensRequest,
  meetings: readonly DatedMeeting[],
  at: DatedMeeting,
): NoteLens[] {
  const { theirs } = agendaPoints(meetings, index.people, today).waiting;
  const title = theirs > 0 ? countedMessage('lens.briefWaiting', theirs, name) : message('lens.brief');
  const tooltip = message('lens.briefTooltip', name);
  return meetings[0] === at ? [] : [{ kind: 'brief', person: key, title, tooltip }];
}

function careerLens(
  { person, frameworks, today }: LensRequest,
  meetings: readonly DatedMeeting[],
  at: DatedMeeting,
): NoteLens[] {
  const { relation } = person;
  const gap = careerGapOf(meetings, { relation, frameworks, on: today });
  const [own] = sessionHistory([at], frameworks);
  if (!gap?.isDue || own?.framework === gap.framework.id) return [];
  const { id: framework } = gap.framework;
  const title = message('lens.sessionDue', gap.framework.title);
  return [{ kind: 'career', person: person.name, framework, title, tooltip: formatCareerGap(gap) }];
}

function askLenses({ frameworks, bank }: LensRequest, { meeting }: DatedMeeting): NoteLens[] {
  const own = meeting.framework;
  const asks = meeting.sections.some((section) => frameworkSectionOf(section, frameworks, { bank, own }));
  const ask: NoteLens = { kind: 'ask', meeting, title: message('lens.ask'), tooltip: message('lens.askTooltip') };
  const title = message('lens.favorites');
  const hasPrompts = meeting.sections.some(({ prompts }) => prompts.length > 0);
  return [
    ...(asks ? [ask] : []),
    ...(hasPrompts ? [{ kind: 'favorites', meeting, title, tooltip: message('lens.favoritesTooltip') } as const] : []),
  ];
}

/** Offers a reflection on a meeting that was held today or yesterday, until one of its questions is in the note. */
function reflectLens({ frameworks, today, mayReflect }: LensRequest, dated: DatedMeeting): NoteLens[] {
  const { meeting } = dated;
  const isFresh = meeting.date === today || meeting.date === addDays(today, -1);
  const wasHeld = meeting.sections.some(({ kind, words }) => words > 0 && kind !== 'agenda' && kind !== 'followUps');
  const keys = new Set(
    frameworks
      .filter(({ kind }) => kind === 'reflection')
      .flatMap(({ sections }) => sections.flatMap(({ questions }) => questions.map(({ key }) => key))),
  );
  const sections = partsOf(dated).flatMap((part) => part.meeting.sections);
  const reflected = sections.some(({ prompts }) => prompts.some(({ question }) => keys.has(question)));
  const title = message('lens.reflect');
  return mayReflect && isFresh && wasHeld && keys.size > 0 && !reflected
    ? [{ kind: 'reflect', meeting, title, tooltip: message('lens.reflectTooltip') }]
    : [];
}
