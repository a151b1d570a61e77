import { type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import { dueDateChoices } from '../followUpList/dueDateChoices';
import type { NoteIndex } from '../index/noteIndex';
import type { PeopleDirectory } from '../people/directory';
import { firstName } from '../people/names';
import type { Person } from '../people/person';
import { type PersonSummary, summarizePerson } from '../peopleView/summary';
import { type DateField, dialects } from '../taskText/dialects';
import { readFields } from '../taskText/fields';
import { isLiteral } from '../taskText/inline';
import { readOwners, writeOwner } from '../taskText/owners';
import type { DialectId } from '../taskText/taskFields';
import { type TypedDate, typedDateAt } from '../taskText/typedDate';
import type { TextRange } from '../text/range';
import { mentionStart, tagStart, taskTextStart, wordStart } from './completionTriggers';

/** Something that can be put in where somebody types. All of it is plain text. */
export interface LineCompletion {
  readonly kind: 'person' | 'date' | 'field' | 'tag';
  readonly label: string;
  /** What a list says beside the label. */
  readonly description: string;
  readonly text: string;
  /** The part of the line that `text` takes the place of; it holds the cursor. */
  readonly start: number;
  readonly end: number;
  /** What the typed letters are looked for in. */
  readonly filter: string;
  /** Offset in `text` where the cursor goes, since a value is to be typed there; else it goes behind `text`. */
  readonly valueAt?: number;
}

/** The days that can be put in place of `typed`: by name, written as dates. */
function dateCompletions(
  typed: TypedDate,
  today: CivilDate,
  summary: PersonSummary | undefined,
): readonly LineCompletion[] {
  return dueDateChoices(today, summary).map(({ label, date }) => ({
    kind: 'date',
    label,
    description: `${shortDate(date, today)}, ${formatRelative(date, today)}`,
    text: `${typed.before}${date}${typed.after}`,
    start: typed.start,
    end: typed.end,
    filter: `${label} ${date}`,
  }));
}

/** The fields that people write by hand, by the names they look for. */
const FIELDS: readonly (readonly [DateField, string])[] = [
  ['due', 'Due'],
  ['scheduled', 'Scheduled'],
  ['start', 'Start'],
];

/** The fields that an item lacks, in the dialect of its own dates, else in that of the setting. */
function fieldCompletions(text: string, typed: TextRange, setting: DialectId): readonly LineCompletion[] {
  const { fields } = readFields(text);
  const dialect = dialects[fields.dialect ?? setting];
  const offers = FIELDS.flatMap(([field, label]): LineCompletion[] => {
    const way = dialect[field]?.[0];
    return way === undefined || fields[field] ? [] : [{ ...fieldOffer(label, way, typed), description: way }];
  });
  const owner = {
    kind: 'field',
    label: 'Owner',
    description: '@name',
    text: '@',
    filter: 'Owner',
    valueAt: 1,
  } as const;
  return readOwners(text).owners.length > 0 ? offers : [...offers, { ...owner, ...spanOf(typed) }];
}

function fieldOffer(label: string, way: string, typed: TextRange): Omit<LineCompletion, 'description'> {
  const value = '<date>';
  const text = way.replace(value, '');
  return { kind: 'field', label, text, filter: label, valueAt: way.indexOf(value), ...spanOf(typed) };
}

function spanOf({ start, end }: TextRange): TextRange {
  return { start, end };
}

/** A list is for choosing from: who has more tags types a letter. */
const MOST_TAGS = 200;

/** The tags of all follow-ups that can be put in place of `typed`, which begins with the `#`: the most used first. */
function tagCompletions(index: NoteIndex, { start, end }: TextRange): readonly LineCompletion[] {
  const counts = new Map<string, number>();
  for (const { followUps } of index.notes()) {
    for (const { tags } of followUps) {
      for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, used], [b, usedToo]) => usedToo - used || (a < b ? -1 : 1))
    .slice(0, MOST_TAGS)
    .map(([tag, count]) => {
      const text = `#${tag}`;
      return { kind: 'tag', label: text, description: `${count}×`, text, start, end, filter: text };
    });
}

/** For which note people are offered. */
interface PersonCompletionsRequest {
  readonly index: NoteIndex;
  /** Whom the note is with: offered first. */
  readonly person: Person | undefined;
  readonly today: CivilDate;
}

/** Everybody who can be mentioned in place of `typed`, which begins with the `@`: those met last first. */
function personCompletions(
  { index, person, today }: PersonCompletionsRequest,
  typed: TextRange,
): readonly LineCompletion[] {
  const { people } = index;
  const offers = people.all
    .map((each) => ({ each, text: shortestMention(each, people), met: lastMet(index, each, today) }))
    .filter(({ text }) => text !== undefined)
    .sort((a, b) => Number(b.each === person) - Number(a.each === person) || byLastMet(a, b))
    .map(({ each, text = '', met }) => ({
      ...mention(each.name, text, typed),
      description: [text, met === '' ? '' : `met ${formatRelative(met, today)}`]
        .filter((part) => part !== '')
        .join(' · '),
      filter: `@${[each.name, ...each.aliases].join(' ')}`,
    }));
  const me = { ...mention('Me', '@me', typed), description: '@me', filter: '@me' };
  return person ? [...offers.slice(0, 1), me, ...offers.slice(1)] : [me, ...offers];
}

/** The shortest mention that means this person and nobody else; `undefined` when no `@` can tell. */
function shortestMention({ key, name, aliases }: Person, people: PeopleDirectory): string | undefined {
  return [firstName(key), ...aliases, name]
    .map((each) => writeOwner(each.toLowerCase()))
    .filter((written) => written.startsWith('@') && isMeantBy(written, key, people))
    .sort((a, b) => a.length - b.length)[0];
}

function isMeantBy(written: string, key: string, people: PeopleDirectory): boolean {
  const meant = people.find(readOwners(written).owners[0]?.name ?? '');
  return typeof meant === 'object' && meant.person.key === key;
}

function mention(
  label: string,
  text: string,
  { start, end }: TextRange,
): Omit<LineCompletion, 'description' | 'filter'> {
  return { kind: 'person', label, text, start, end };
}

function lastMet(index: NoteIndex, { key }: Person, today: CivilDate): CivilDate | '' {
  return index.meetingsWith(key).findLast(({ meeting }) => meeting.date <= today)?.meeting.date ?? '';
}

interface Met {
  readonly each: Person;
  readonly met: CivilDate | '';
}

function byLastMet(a: Met, b: Met): number {
  return a.met === b.met ? (a.each.key < b.each.key ? -1 : 1) : a.met > b.met ? -1 : 1;
}

/** A line that somebody types in, and what is known around it. */
export interface LineCompletionsRequest {
  readonly line: string;
  /** Offset in the line. */
  readonly cursor: number;
  readonly index: NoteIndex;
  readonly isOneOnOne: boolean;
  /** Whom the note is with, if it is a 1:1 with one person. */
  readonly person: Person | undefined;
  readonly today: CivilDate;
  /** Days between two meetings by the setting. */
  readonly fallbackDays: number;
  /** The dialect of the setting. */
  readonly dialect: DialectId;
}

/**
 * What can be put in at the cursor of a line outside code and comments: people after `@` in any line of a 1:1, and on
 * task lines everywhere people, dates behind what opens a field, tags after `#`, and fields.
 */
export function lineCompletions(request: LineCompletionsRequest): readonly LineCompletion[] {
  const { line, cursor } = request;
  const box = taskTextStart(line);
  const textStart = box >= 0 && box <= cursor ? box : 0;
  const isTask = textStart > 0;
  if (!isTask && !request.isOneOnOne) return [];
  const text = line.slice(textStart);
  const offers = offersIn(text, { ...request, cursor: cursor - textStart, isTask });
  return offers.map((offer) => ({ ...offer, start: offer.start + textStart, end: offer.end + textStart }));
}

type TextOffersRequest = LineCompletionsRequest & { readonly isTask: boolean };

function offersIn(text: string, request: TextOffersRequest): readonly LineCompletion[] {
  const { cursor, index, isTask, today, person, fallbackDays, dialect } = request;
  const before = text.slice(0, cursor);
  const mention = mentionStart(before);
  if (mention >= 0) {
    return isLiteral(text, mention) ? [] : personCompletions(request, { start: mention, end: cursor });
  }
  if (!isTask) return [];
  const typed = typedDateAt(text, cursor);
  if (typed) return dateCompletions(typed, today, person && summarizePerson(index, person, { today, fallbackDays }));
  const tag = tagStart(before);
  if (tag >= 0) return isLiteral(text, tag) ? [] : tagCompletions(index, { start: tag, end: cursor });
  const word = wordStart(before);
  return word < 0 || isLiteral(text, word) ? [] : fieldCompletions(text, { start: word, end: cursor }, dialect);
}
