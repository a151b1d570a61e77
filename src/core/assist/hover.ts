import { type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import { followUpDetails, titleOf } from '../followUpList/format';
import type { Framework } from '../frameworks/framework';
import type { Frequency } from '../frameworks/questionChoices';
import type { QuestionBank } from '../frameworks/questionBank';
import { type DatedMeeting, isOverdue, type ListedFollowUp, partsOf } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import { plainText, shorten } from '../markdown/plainText';
import { headingAnchor, headingAnchors, type Link, wikiLinkHeading } from '../note/links';
import type { Meeting, Note, Prompt } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import type { Person } from '../people/person';
import { type PersonDetail, personDetails } from '../peopleView/format';
import { summarizePerson, type SummaryDay } from '../peopleView/summary';
import { questionText, recordedAnswers } from '../questions/history';
import type { NoteLine } from '../reports/report';
import { hasSameText } from '../taskText/normalizedText';
import { joinTexts, type Message, message, type Text } from '../text/message';
import { frequentNames } from '../topics/heldMeetings';
import type { FollowUp } from '../followUp/followUp';
import type { OwnerSpan } from '../taskText/mentions';
import { readOwners } from '../taskText/owners';
import { readInline } from '../taskText/inline';
import { readLineStart } from '../markdown/listItem';
import type { PeopleDirectory } from '../people/directory';

/** Where a link leads: to the heading that its anchor names, else to the top; `undefined` when to none of the notes. */
export function linkedLine(link: Link, index: NoteIndex): NoteLine | undefined {
  const note = index.noteAt(link);
  return note && { uri: note.uri, line: lineOfAnchor(note, link.link) };
}

function lineOfAnchor({ meetings }: Note, link: string): number {
  const hash = link.indexOf('#');
  const anchor = hash < 0 ? '' : headingAnchor(link.slice(hash + 1));
  if (anchor === '') return 0;
  const headings = meetings.flatMap(({ heading, line, sections }) => [
    ...(heading === undefined ? [] : [{ title: heading, line }]),
    ...sections,
  ]);
  const anchors = headingAnchors(headings.map(({ title }) => title));
  const inWikiLink = ({ title }: { readonly title: string }): boolean =>
    headingAnchor(wikiLinkHeading(title)) === anchor;
  return (headings[anchors.indexOf(anchor)] ?? headings.find(inWikiLink))?.line ?? 0;
}

/** A line of a note to which a hover links. */
export interface HoverSource extends NoteLine {
  /** The text of the link. */
  readonly label: Text;
}

/** One line of a hover. Its text is plain and contains no Markdown or HTML. */
export interface HoverLine {
  readonly kind: 'title' | 'fact' | 'overdue' | 'quote';
  readonly text: Text;
  /** The links to the sources, in display order. */
  readonly sources?: readonly HoverSource[];
}

/** Returns the hover of a follow-up, with its origin and target. */
export function followUpHover(item: ListedFollowUp, index: NoteIndex, today: CivilDate): readonly HoverLine[] {
  const { origin, target } = item.followUp;
  const came =
    origin && sourceOf(item, { link: origin.link, label: origin.from ?? message('hover.noteBefore') }, index);
  const went =
    target === undefined ? undefined : sourceOf(item, { link: target, label: message('hover.noteAfter') }, index);
  const fact = (text: Text, source?: HoverSource): HoverLine => ({
    kind: 'fact',
    text,
    ...(source && { sources: [source] }),
  });
  const [due = '', ...facts] = followUpDetails(item, today);
  return [
    { kind: 'title', text: titleOf(item) },
    isOverdue(item, today) ? { kind: 'overdue', text: due } : fact(due),
    ...facts.map((text) => fact(text)),
    ...(came ? [fact(message('hover.carriedFrom'), came)] : []),
    ...(went ? [fact(message('hover.carriedTo'), went)] : []),
  ];
}

/** Returns the line with the same words in the linked note, or else the target of the link itself. */
function sourceOf(
  { note, followUp }: ListedFollowUp,
  { link, label }: { readonly link: string; readonly label: Text },
  index: NoteIndex,
): HoverSource | undefined {
  const place = linkedLine({ from: note.uri, link }, index);
  if (!place) return undefined;
  const same = index
    .note(place.uri)
    ?.followUps.find(
      (other) => other.line >= place.line && other !== followUp && hasSameText(other.words, followUp.words),
    );
  return { ...place, line: same?.line ?? place.line, label };
}

/** The input of a person's hover. */
interface PersonHoverRequest {
  readonly index: NoteIndex;
  readonly frameworks: readonly Framework[];
  readonly day: SummaryDay;
}

const SHOWN: ReadonlySet<PersonDetail['kind']> = new Set(['lastMet', 'due', 'open', 'oldest', 'career']);

/** Returns the hover of a person: last meeting, next 1:1, open follow-ups, and links. */
export function personHover(person: Person, { index, frameworks, day }: PersonHoverRequest): readonly HoverLine[] {
  const summary = summarizePerson(index, person, day);
  const details = personDetails(summary, frameworks, day.today).filter(({ kind }) => SHOWN.has(kind));
  const sources = personSources(person, index, day.today);
  return [
    { kind: 'title', text: person.name },
    ...details.map(({ label, description }): HoverLine => {
      return { kind: 'fact', text: message('list.labeled', label, description) };
    }),
    ...namesFact(person, index, day.today),
    ...(sources.length > 0 ? [{ kind: 'fact', text: '', sources } as const] : []),
  ];
}

/** Returns the people whom a person named often in public lines lately. */
function namesFact(person: Person, index: NoteIndex, today: CivilDate): readonly HoverLine[] {
  const meetings = index.meetingsWith(person.key).filter(({ meeting }) => meeting.date <= today);
  const held = meetings.map((dated) => ({ ...dated, person }));
  const names = frequentNames(held, index.people, false).map(({ label }) => label);
  return names.length === 0 ? [] : [{ kind: 'fact', text: message('hover.names', joinTexts('list.comma', names)) }];
}

/** Returns links to a person's page, if there is one, and to the last past 1:1. */
export function personSources(person: Person, index: NoteIndex, today: CivilDate): readonly HoverSource[] {
  const meetings = index.meetingsWith(person.key);
  const last = meetings.findLast(({ meeting }) => meeting.date <= today) ?? meetings[0];
  return [
    ...(person.page === undefined ? [] : [{ uri: person.page, line: 0, label: message('hover.page') }]),
    ...(last
      ? [{ uri: last.note.uri, line: last.meeting.line, label: message('hover.meeting', last.meeting.date) }]
      : []),
  ];
}

/** An appearance of a question in a 1:1. */
interface Asked extends DatedMeeting {
  readonly prompt: Prompt;
}

/** A question and the input of its hover. */
interface QuestionHoverRequest {
  readonly question: number;
  /** The appearances of the question, as returned by `timesAsked`. */
  readonly asked: readonly Asked[];
  /** The text of the note with the last answer, or `''`. */
  readonly lastText: string;
  /** The person's name, or `undefined` if the note has no single person. */
  readonly name: string | undefined;
  readonly bank: QuestionBank;
  readonly today: CivilDate;
  /** The user's choice of how often it is asked, if there is one. */
  readonly frequency?: Frequency | undefined;
}

/** The user's choice in words. */
const CHOICES: Readonly<Record<Frequency, Message>> = {
  'every time': message('hover.everyTime'),
  'in turn': message('hover.inTurn'),
  never: message('hover.never'),
};

/** Maximum number of characters of an answer. */
const LONGEST_ANSWER = 300;
const EARLIER_SHOWN = 3;

/** Returns the appearances of a question in a person's other 1:1s up to the date of `meeting`, from the newest. */
export function timesAsked(question: number, meetings: readonly DatedMeeting[], meeting: Meeting): readonly Asked[] {
  return meetings
    .flatMap(partsOf)
    .filter((each) => each.meeting !== meeting && each.meeting.date <= meeting.date)
    .flatMap((each) => {
      const prompts = each.meeting.sections.flatMap((section) => section.prompts);
      const prompt = prompts.find((one) => one.question === question && one.answered);
      const shown = prompt ?? prompts.find((one) => one.question === question);
      return shown ? [{ ...each, prompt: shown }] : [];
    })
    .reverse();
}

/** Returns the last appearance with an answer. */
export function lastAnswered(asked: readonly Asked[]): Asked | undefined {
  return asked.find(({ prompt }) => prompt.answered);
}

/** Returns the hover of a question: when it was asked, the last answer, its frameworks, and the manager's hints. */
export function questionHover(request: QuestionHoverRequest): readonly HoverLine[] {
  const { question, bank } = request;
  const places = bank.placesOf(question);
  const hints = [...new Set(places.flatMap(({ section }) => section.lookFor))];
  return [
    { kind: 'title', text: questionText(question, bank) },
    ...places.map(({ framework, section }): HoverLine => {
      return {
        kind: 'fact',
        text: section.title === framework.title ? section.title : message('list.dot', section.title, framework.title),
      };
    }),
    ...(request.frequency ? [{ kind: 'fact', text: CHOICES[request.frequency] } as const] : []),
    ...history(request),
    ...(hints.length > 0 ? [{ kind: 'fact', text: message('hover.lookFor', hints.join(' ')) } as const] : []),
  ];
}

function history({ asked, lastText, name, bank, today }: QuestionHoverRequest): readonly HoverLine[] {
  if (name === undefined) return [];
  const last = lastAnswered(asked);
  const offered = asked[0];
  if (!last) {
    const text = offered ? dated('hover.lastAsked', offered, today) : message('hover.notAsked', name);
    return [{ kind: 'fact', text }];
  }
  const said = recordedAnswers(last, new ParsedNote(lastText), bank).find(
    ({ line }) => line === last.prompt.answerLine,
  );
  const earlier = asked.filter((each) => each.prompt.answered && each !== last).slice(0, EARLIER_SHOWN);
  return [
    { kind: 'fact', text: dated('hover.answered', last, today), sources: [answerSource(last)] },
    ...(said ? [{ kind: 'quote', text: shorten(plainText(said.words), LONGEST_ANSWER) } as const] : []),
    ...(earlier.length > 0
      ? [{ kind: 'fact', text: message('hover.before'), sources: earlier.map((each) => answerSource(each)) } as const]
      : []),
  ];
}

function answerSource({ note, meeting, prompt }: Asked): HoverSource {
  return { uri: note.uri, line: prompt.line, label: meeting.date };
}

function dated(id: 'hover.lastAsked' | 'hover.answered', { meeting: { date } }: Asked, today: CivilDate): Message {
  return message(id, shortDate(date, today), formatRelative(date, today));
}

/** The subject of a hover in a 1:1 note. */
export type HoverTarget =
  | { readonly kind: 'person'; readonly person: Person; readonly start: number; readonly end: number }
  | { readonly kind: 'question'; readonly prompt: Prompt; readonly meeting: Meeting }
  | { readonly kind: 'followUp'; readonly followUp: FollowUp };

/** A position in a note, with its context. */
interface HoverPlace {
  readonly note: Note;
  readonly people: PeopleDirectory;
  /** The text of the line and its number, from 0. */
  readonly text: string;
  readonly line: number;
  readonly character: number;
}

/** Returns the subject of a hover at a position: a mentioned person, or else the question or follow-up of the line. */
export function hoverTarget(place: HoverPlace): HoverTarget | undefined {
  const { note, line } = place;
  const followUp = note.followUps.find((each) => each.line <= line && line <= each.endLine);
  const mentioned = personAt(place, followUp);
  if (mentioned) return mentioned;
  if (followUp) return { kind: 'followUp', followUp };
  for (const meeting of note.meetings) {
    const prompts = meeting.sections.flatMap((section) => section.prompts);
    const prompt = prompts.find((each) => each.line === line);
    if (prompt) return { kind: 'question', prompt, meeting };
  }
  return undefined;
}

function personAt(
  { people, text, line, character }: HoverPlace,
  followUp: FollowUp | undefined,
): HoverTarget | undefined {
  const start = followUp?.line === line ? readLineStart(text).end : 0;
  const words = text.slice(start);
  const mentions: readonly OwnerSpan[] = followUp ? readOwners(words).spans : readInline(words).mentions;
  for (const mention of mentions) {
    const span = { start: mention.start + start, end: mention.end + start };
    const isHovered = span.start <= character && character <= span.end;
    const person = isHovered ? people.personOrUndefined(mention.mention.name) : undefined;
    if (person) return { kind: 'person', person, ...span };
  }
  return undefined;
}
