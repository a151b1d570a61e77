import { compareText } from '../text/collections';
import { type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import { dueDateChoices } from '../followUpList/dueDateChoices';
import type { NoteIndex } from '../index/noteIndex';
import type { PeopleDirectory } from '../people/directory';
import { firstName } from '../people/names';
import type { Person } from '../people/person';
import { type PersonSummary, summarizePerson, type SummaryDay } from '../peopleView/summary';
import { type DateField, dialects } from '../taskText/dialects';
import { readFields, type TypedDate, typedDateAt } from '../taskText/fields';
import { isLiteral } from '../taskText/inline';
import { readOwners, writeOwner } from '../taskText/owners';
import type { DialectId } from '../taskText/taskFields';
import { joinTexts, type Message, message, type Text } from '../text/message';
import type { TextRange } from '../text/range';
import { mentionStart, tagStart, taskTextStart, wordStart } from './completionTriggers';
import type { Framework, FrameworkSection, Question } from '../frameworks/framework';
import type { QuestionHistory } from '../questions/history';
import { rotate } from '../questions/rotation';
import { sectionName, sectionNames } from '../questions/sections';

/** A completion at the cursor. All of its text is plain text. */
export interface LineCompletion {
  readonly kind: 'person' | 'date' | 'field' | 'tag';
  readonly label: Text;
  /** The text beside the label in the list. */
  readonly description: Text;
  readonly text: string;
  /** The range of the line that `text` replaces. It contains the cursor. */
  readonly start: number;
  readonly end: number;
  /** The text that is matched with the typed letters. */
  readonly filter: Text;
  /** Offset in `text` where the cursor goes to type a value. By default it goes after `text`. */
  readonly valueAt?: number;
}

/** Returns completions for common dates in place of `typed`. */
function dateCompletions(
  typed: TypedDate,
  today: CivilDate,
  summary: PersonSummary | undefined,
): readonly LineCompletion[] {
  return dueDateChoices(today, summary).map(({ label, date }) => ({
    kind: 'date',
    label,
    description: message('list.comma', shortDate(date, today), formatRelative(date, today)),
    text: `${typed.before}${date}${typed.after}`,
    start: typed.start,
    end: typed.end,
    filter: message('completion.dateFilter', label, date),
  }));
}

/** The fields offered as completions. */
const FIELDS = ['due', 'scheduled', 'start'] as const satisfies readonly DateField[];

/** Returns completions for the fields that an item lacks, in the dialect of its dates or else of the settings. */
function fieldCompletions(text: string, typed: TextRange, setting: DialectId): readonly LineCompletion[] {
  const { fields } = readFields(text);
  const dialect = dialects[fields.dialect ?? setting];
  const offers = FIELDS.flatMap((field): LineCompletion[] => {
    const way = dialect[field]?.[0];
    return way === undefined || fields[field]
      ? []
      : [{ ...fieldOffer(message(`completion.${field}`), way, typed), description: way }];
  });
  const owner = {
    kind: 'field',
    label: message('completion.owner'),
    description: '@name',
    text: '@',
    filter: message('completion.owner'),
    valueAt: 1,
  } as const;
  return readOwners(text).owners.length > 0 ? offers : [...offers, { ...owner, ...spanOf(typed) }];
}

function fieldOffer(label: Message, way: string, typed: TextRange): Omit<LineCompletion, 'description'> {
  const value = '<date>';
  const text = way.replace(value, '');
  return { kind: 'field', label, text, filter: label, valueAt: way.indexOf(value), ...spanOf(typed) };
}

function spanOf({ start, end }: TextRange): TextRange {
  return { start, end };
}

/** Maximum number of tags in the list. */
const MOST_TAGS = 200;

/** Returns completions for the tags of all follow-ups, the most used first. `typed` includes the `#`. */
function tagCompletions(index: NoteIndex, { start, end }: TextRange): readonly LineCompletion[] {
  const counts = new Map<string, number>();
  for (const { followUps } of index.notes()) {
    for (const { tags } of followUps) {
      for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, used], [b, usedToo]) => usedToo - used || compareText(a, b))
    .slice(0, MOST_TAGS)
    .map(([tag, count]) => {
      const text = `#${tag}`;
      return { kind: 'tag', label: text, description: `${count}×`, text, start, end, filter: text };
    });
}

/** The note in which people are completed. */
interface PersonCompletionsRequest {
  readonly index: NoteIndex;
  /** The person of the note, who comes first. */
  readonly person: Person | undefined;
  readonly ownName: string;
  readonly today: CivilDate;
}

/** Returns completions for everyone who can be mentioned, those met most recently first. `typed` includes the `@`. */
function personCompletions(
  { index, person, ownName, today }: PersonCompletionsRequest,
  typed: TextRange,
): readonly LineCompletion[] {
  const { people } = index;
  const offers = people.all
    .map((each) => ({ each, text: shortestMention(each, people), met: lastMet(index, each, today) }))
    .filter(({ text }) => text !== undefined)
    .sort((a, b) => Number(b.each === person) - Number(a.each === person) || byLastMet(a, b))
    .map(({ each, text = '', met }) => ({
      ...mention(each.name, text, typed),
      description: joinTexts('list.dot', [text, met === '' ? '' : message('person.met', formatRelative(met, today))]),
      filter: `@${[each.name, ...each.aliases].join(' ')}`,
    }));
  const own = writeOwner(ownName);
  const me = { ...mention(message('completion.me'), own, typed), description: own, filter: `@me ${ownName}` };
  return person ? [...offers.slice(0, 1), me, ...offers.slice(1)] : [me, ...offers];
}

/** Returns the shortest unambiguous mention of a person, or `undefined` if there is none. */
function shortestMention({ key, name, aliases }: Person, people: PeopleDirectory): string | undefined {
  return [firstName(key), ...aliases, name]
    .map((each) => writeOwner(each.toLowerCase()))
    .filter((written) => written.startsWith('@') && isMeantBy(written, key, people))
    .sort((a, b) => a.length - b.length)[0];
}

function isMeantBy(written: string, key: string, people: PeopleDirectory): boolean {
  return people.personOrUndefined(readOwners(written).owners[0]?.name ?? '')?.key === key;
}

function mention(label: Text, text: string, { start, end }: TextRange): Omit<LineCompletion, 'description' | 'filter'> {
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
  return compareText(b.met, a.met) || compareText(a.each.key, b.each.key);
}

/** A line with the cursor, and its context. */
interface LineCompletionsRequest {
  readonly line: string;
  /** Offset of the cursor in the line. */
  readonly cursor: number;
  readonly index: NoteIndex;
  readonly isOneOnOne: boolean;
  /** The person of the note if it is a 1:1 with one person. */
  readonly person: Person | undefined;
  /** The reader's name in this note: see `NoteIndex.ownNameIn`. */
  readonly ownName: string;
  readonly today: CivilDate;
  /** Default number of days between meetings, from the settings. */
  readonly fallbackDays: SummaryDay['fallbackDays'];
  /** The dialect in the settings. */
  readonly dialect: DialectId;
}

/**
 * Returns the completions at the cursor of a line outside code and comments. In a 1:1, any line offers people after
 * `@`. Task lines in any note offer people, dates in fields, tags after `#`, and fields.
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

/** Questions of one section offered as a completion. */
export interface QuestionCompletion {
  readonly framework: Framework;
  readonly section: FrameworkSection;
  /** The next questions in asking order; at least one. */
  readonly questions: readonly Question[];
}

/** The input of question completions. */
interface QuestionCompletionsRequest {
  readonly history: QuestionHistory;
  /** The person's key, or `''`. */
  readonly person: string;
  /** Keys of the questions already in the note. */
  readonly exclude: ReadonlySet<number>;
  /** The heading of the section at the cursor, or `''`. Questions for this section come first. */
  readonly heading: string;
}

/** Returns the next questions of each section of each framework. Sections without further questions are left out. */
export function questionCompletions(
  frameworks: readonly Framework[],
  request: QuestionCompletionsRequest,
): readonly QuestionCompletion[] {
  const name = sectionName(request.heading);
  const isHere = ({ section }: QuestionCompletion): boolean => sectionNames(section).includes(name);
  return frameworks
    .flatMap((framework) =>
      framework.sections
        .filter((section) => section.questions.length > 0)
        .map((section) => ({
          framework,
          section,
          questions: rotate({ section, ...request, count: Math.max(1, section.ask) }),
        }))
        .filter(({ questions }) => questions.length > 0),
    )
    .sort((a, b) => Number(isHere(b)) - Number(isHere(a)));
}
