import type { CivilDate } from '../dates/civilDate';
import type { FollowUp, FollowUpStatus } from '../followUp/followUp';
import { type QuestionBank, normalizeQuestion } from '../frameworks/questionBank';
import { paragraphAt, paragraphLines } from '../markdown/block';
import { checkboxAt, readLineStart, withoutMarkers } from '../markdown/listItem';
import { plainText, shorten } from '../markdown/plainText';
import { isPurpose } from '../note/meetingOutline';
import type { ParsedNote } from '../note/parsedNote';
import { questionAt } from '../note/prompts';
import { compareText } from '../text/collections';
import { joinLines } from '../text/lines';
import { type LineRange, mergedLines, type TextRange, touchesRange } from '../text/range';
import { type HeldMeeting, placeOf } from './heldMeetings';
import type { ThemePlace } from './theme';
import type { QuestionTopic } from '../frameworks/framework';
import type { Section } from '../note/note';

/** Something said in a 1:1 that may be said again later: a goal, a small change, or something asked for. */
export interface Statement extends ThemePlace {
  /** The words as they look, without tags and former words. */
  readonly words: string;
  /** Identifies equal words. */
  readonly key: string;
  /** The keys of the former words in `(was: …)`. */
  readonly was: readonly string[];
  /** The status of its checkbox, or `undefined` without one. */
  readonly status: FollowUpStatus | undefined;
  /** The day on which it was done or dropped. */
  readonly closedOn: CivilDate | undefined;
  /** The next step below it. */
  readonly next: string;
  /** What came of it, as written below it. */
  readonly outcome: string;
}

/** Statements about the same thing, oldest first. */
export type Thread = readonly [Statement, ...Statement[]];

/** A meeting and the ranges of its lines that hold statements. */
export interface StatementSource {
  readonly held: HeldMeeting;
  readonly ranges: readonly LineRange[];
}

const LONGEST_WORDS = 240;
const TAGS = /(?<!\S)#(?:goals?|process)(?![\p{L}\p{N}_/-])/giu;
const WAS = /\(was:\s{0,9}([^()]{1,300})\)/gi;
const NEXT_STEP = /^next(?: steps?)?:\s*/i;
/** The words before an outcome, of which the command writes the first. */
const OUTCOMES = /^(?:what came of it|outcome|result|answer):\s*/i;

/**
 * Returns the statements of a meeting: each list item and paragraph in the ranges, without those nested in another. A
 * question on the line of its answer is left out.
 */
function statementsIn({ held, ranges }: StatementSource, parsed: ParsedNote, bank: QuestionBank): readonly Statement[] {
  const { blocks } = parsed;
  const wanted = mergedLines(ranges);
  const found: Statement[] = [];
  let taken = -1;
  for (const [index, block] of blocks.entries()) {
    const paragraph = paragraphAt(blocks, index);
    if (!paragraph || block.line <= taken || !touchesRange(wanted, paragraph)) continue;
    const followUp = held.note.followUps.find(({ line }) => line === block.line);
    const written = followUp?.text ?? textOf(parsed, paragraph, bank);
    const statement = isPurpose(written) ? undefined : statementOf(written, { held, parsed, block, followUp });
    if (!statement) continue;
    found.push(statement);
    taken = block.endLine;
  }
  return found;
}

interface Written {
  readonly held: HeldMeeting;
  readonly parsed: ParsedNote;
  readonly block: LineRange;
  readonly followUp?: FollowUp | undefined;
}

/** Returns a statement, or `undefined` for a moved follow-up, which counts as its copy, and for text without words. */
function statementOf(text: string, { held, parsed, block, followUp }: Written): Statement | undefined {
  const { note, meeting } = held;
  const words = shorten(plainText(text.replace(WAS, '').replace(TAGS, '')).replace(/\s+/g, ' ').trim(), LONGEST_WORDS);
  const key = normalizeQuestion(words);
  if (key === '' || followUp?.status === 'moved' || followUp?.status === 'none') return undefined;
  const below = linesBelow(parsed, block);
  const { line } = block;
  return {
    words,
    key,
    was: Array.from(text.matchAll(WAS), ([, former = '']) => normalizeQuestion(former)),
    ...placeOf(held, { line, private: note.private || parsed.isPrivateLine(line) }),
    status: followUp?.status,
    closedOn: followUp && (followUp.fields.done ?? followUp.fields.cancelled ?? meeting.date),
    next: below.map(nextStepIn).find((step) => step !== '') ?? '',
    outcome: after(OUTCOMES, below),
  };
}

/** Joins statements about the same thing: with the same words, or with their former words in `(was: …)`. */
export function threadsOf(statements: readonly Statement[]): readonly Thread[] {
  const threads = new Set<[Statement, ...Statement[]]>();
  const byKey = new Map<string, [Statement, ...Statement[]]>();
  const oldestFirst = statements.toSorted((a, b) => compareText(a.date, b.date) || a.line - b.line);
  for (const statement of oldestFirst) {
    const keys = [statement.key, ...statement.was];
    const thread = keys.map((key) => byKey.get(key)).find((each) => each !== undefined);
    const joined: [Statement, ...Statement[]] = thread ?? [statement];
    if (thread) thread.push(statement);
    threads.add(joined);
    for (const key of keys) byKey.set(key, joined);
  }
  return [...threads];
}

/** Returns the last statement of a thread, which says how it is now. */
export function latestOf(thread: Thread): Statement {
  return thread.at(-1) ?? thread[0];
}

function textOf({ text }: ParsedNote, paragraph: TextRange, bank: QuestionBank): string {
  const start = questionAt(text, paragraph, bank)?.end ?? paragraph.start;
  const lines = paragraphLines(text, { start: Math.min(start, paragraph.end), end: paragraph.end })
    .map((line) => text.slice(line.start, line.end))
    .filter((line) => !OUTCOMES.test(line) && !NEXT_STEP.test(line));
  const words = joinLines(lines);
  return words.slice(checkboxAt(words, 0)?.end ?? 0);
}

/** Returns the lines below the first one of a list item. Below a public line, those that are private are left out. */
function linesBelow(parsed: ParsedNote, { line, endLine }: LineRange): readonly string[] {
  const isPrivate = parsed.isPrivateLine(line);
  return parsed.lines.slice(line + 1, endLine).filter((_, at) => isPrivate || !parsed.isPrivateLine(line + 1 + at));
}

/** Returns the next step in a line: an open task, or the words after *Next step:*. */
function nextStepIn(line: string): string {
  const { checkbox, end } = readLineStart(line);
  const isOpenTask = checkbox?.stateCharacter === ' ' || checkbox?.stateCharacter === '/';
  return isOpenTask ? shorten(plainText(line.slice(end)).trim(), LONGEST_WORDS) : after(NEXT_STEP, [line]);
}

function after(lead: RegExp, lines: readonly string[]): string {
  const line = lines.map((each) => withoutMarkers(each).trim()).find((each) => lead.test(each));
  return line === undefined ? '' : shorten(plainText(line.replace(lead, '')).trim(), LONGEST_WORDS);
}

/** How to list statements. */
export interface StatementWish {
  readonly bank: QuestionBank;
  readonly today: CivilDate;
  readonly withPrivate: boolean;
}

/** Returns the text of a note, or `undefined` if it could not be read. */
export type NoteReader = (uri: string) => ParsedNote | undefined;

/** Reads the statements of several meetings. Notes that could not be read have none. */
export function readStatements(
  sources: readonly StatementSource[],
  noteOf: NoteReader,
  { bank, withPrivate }: StatementWish,
): readonly Statement[] {
  const said = sources.flatMap((source) => {
    const parsed = noteOf(source.held.note.uri);
    return parsed ? statementsIn(source, parsed, bank) : [];
  });
  return withPrivate ? said : said.filter((each) => !each.private);
}

/** Returns the URIs of the notes with statements. */
export function urisOf(sources: readonly StatementSource[]): readonly string[] {
  return sources.map(({ held }) => held.note.uri);
}

/** Returns the lines of the answers to questions about a topic. */
export function answersAbout({ prompts }: Section, topic: QuestionTopic, bank: QuestionBank): readonly LineRange[] {
  return prompts
    .filter(({ answered, question }) => answered && bank.topicOf(question) === topic)
    .map(({ answerLine, answerEndLine }) => ({ line: answerLine, endLine: answerEndLine }));
}
