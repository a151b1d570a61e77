import { type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import { followUpDetails, titleOf } from '../followUpList/format';
import { isOverdue } from '../followUpList/overdue';
import type { Framework } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting, ListedFollowUp } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import { plainText } from '../markdown/plainText';
import type { Meeting, Prompt } from '../note/note';
import type { Person } from '../people/person';
import { type PersonDetail, personDetails } from '../peopleView/format';
import { summarizePerson, type SummaryDay } from '../peopleView/summary';
import { questionText, recordedAnswers } from '../questions/recordedAnswers';
import type { NoteLine } from '../reports/report';
import { linkedLine } from '../reports/linkedLine';
import { hasSameText } from '../taskText/normalizedText';

/** A line of a note that help was taken from. */
export interface HoverSource extends NoteLine {
  /** What a link to it shows. */
  readonly label: string;
}

/** One line of help, as text for a person: nothing in it is Markdown or HTML. */
export interface HoverLine {
  readonly kind: 'title' | 'fact' | 'overdue' | 'quote';
  readonly text: string;
  /** Where it can be read in full, in the order of the links. */
  readonly sources?: readonly HoverSource[];
}

/** What is known of a follow-up, and where it came from and went. */
export function followUpHover(item: ListedFollowUp, index: NoteIndex, today: CivilDate): readonly HoverLine[] {
  const { origin, target } = item.followUp;
  const came = origin && sourceOf(item, { link: origin.link, label: origin.from ?? 'the note before' }, index);
  const went = target === undefined ? undefined : sourceOf(item, { link: target, label: 'the note after' }, index);
  const fact = (text: string, source?: HoverSource): HoverLine => ({
    kind: 'fact',
    text,
    ...(source && { sources: [source] }),
  });
  const [due = '', ...facts] = followUpDetails(item, today);
  return [
    { kind: 'title', text: titleOf(item) },
    isOverdue(item, today) ? { kind: 'overdue', text: due } : fact(due),
    ...facts.map((text) => fact(text)),
    ...(came ? [fact('Carried from', came)] : []),
    ...(went ? [fact('Carried to', went)] : []),
  ];
}

/** The line with the same words in the note that a link leads to, else where the link itself leads. */
function sourceOf(
  { note, followUp }: ListedFollowUp,
  { link, label }: { readonly link: string; readonly label: string },
  index: NoteIndex,
): HoverSource | undefined {
  const place = linkedLine({ from: note.uri, link }, index);
  if (!place) return undefined;
  const same = index
    .note(place.uri)
    ?.followUps.find(
      (other) => other.line >= place.line && other !== followUp && hasSameText(other.text, followUp.text),
    );
  return { ...place, line: same?.line ?? place.line, label };
}

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

/** One time that a question stood in a 1:1. */
export interface Asked extends DatedMeeting {
  readonly prompt: Prompt;
}

/** A question in a note, and what is known of it. */
export interface QuestionHoverRequest {
  readonly question: number;
  /** The times that it was asked, as `timesAsked` tells them. */
  readonly asked: readonly Asked[];
  /** The text of the note of the last one that was answered; `''` if there is none. */
  readonly lastText: string;
  /** The person's name, or `undefined` when the note is with nobody in particular. */
  readonly name: string | undefined;
  readonly bank: QuestionBank;
  readonly today: CivilDate;
}

/** So much of an answer is shown. */
const LONGEST_ANSWER = 300;
const EARLIER_SHOWN = 3;

/** The times that a question stood in a person's other 1:1s up to that of `meeting`, the last one first. */
export function timesAsked(question: number, meetings: readonly DatedMeeting[], meeting: Meeting): readonly Asked[] {
  return meetings
    .filter((each) => each.meeting !== meeting && each.meeting.date <= meeting.date)
    .flatMap((each) => {
      const prompts = each.meeting.sections.flatMap((section) => section.prompts);
      const prompt = prompts.find((one) => one.question === question && one.answered);
      const stood = prompt ?? prompts.find((one) => one.question === question);
      return stood ? [{ ...each, prompt: stood }] : [];
    })
    .reverse();
}

/** The last time that it was answered. */
export function lastAnswered(asked: readonly Asked[]): Asked | undefined {
  return asked.find(({ prompt }) => prompt.answered);
}

/** When a question was asked this person and what was answered, which framework asks it, and what to look for. */
export function questionHover(request: QuestionHoverRequest): readonly HoverLine[] {
  const { question, bank } = request;
  const places = bank.placesOf(question);
  const hints = [...new Set(places.flatMap(({ section }) => section.lookFor))];
  return [
    { kind: 'title', text: questionText(question, bank) },
    ...places.map(({ framework, section }): HoverLine => {
      return {
        kind: 'fact',
        text: section.title === framework.title ? section.title : `${section.title} · ${framework.title}`,
      };
    }),
    ...history(request),
    ...(hints.length > 0 ? [{ kind: 'fact', text: `Look for: ${hints.join(' ')}` } as const] : []),
  ];
}

function history({ asked, lastText, name, bank, today }: QuestionHoverRequest): readonly HoverLine[] {
  if (name === undefined) return [];
  const last = lastAnswered(asked);
  const offered = asked[0];
  if (!last) {
    const since = offered && `${dated(offered.meeting.date, today)}, without an answer`;
    return [{ kind: 'fact', text: since ? `Last asked ${since}` : `Not asked ${name} before` }];
  }
  const said = recordedAnswers(last, lastText, bank).find(({ line }) => line === last.prompt.answerLine);
  const earlier = asked.filter((each) => each.prompt.answered && each !== last).slice(0, EARLIER_SHOWN);
  return [
    { kind: 'fact', text: `Answered ${dated(last.meeting.date, today)}`, sources: [answerSource(last)] },
    ...(said ? [{ kind: 'quote', text: shortened(plainText(said.words)) } as const] : []),
    ...(earlier.length > 0
      ? [{ kind: 'fact', text: 'Before that', sources: earlier.map((each) => answerSource(each)) } as const]
      : []),
  ];
}

function answerSource({ note, meeting, prompt }: Asked): HoverSource {
  return { uri: note.uri, line: prompt.line, label: meeting.date };
}

function dated(date: CivilDate, today: CivilDate): string {
  return `${shortDate(date, today)}, ${formatRelative(date, today)}`;
}

function shortened(words: string): string {
  return words.length <= LONGEST_ANSWER ? words : `${words.slice(0, LONGEST_ANSWER).replace(/\s+\S*$/u, '')} …`;
}
