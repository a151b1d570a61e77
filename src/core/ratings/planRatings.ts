import type { DatedMeeting } from '../index/listedFollowUp';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Meeting } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { chartRegions, ratingOf, type Ratings, type RatingsLine, ratingsLines } from '../note/ratings';
import { type HeadedSection, isPurpose, MeetingOutline } from '../note/meetingOutline';
import { plainTitle } from '../note/sections';
import { insertLines, withInsertion } from '../noteEdit/insertUnder';
import { meetingHeading } from '../noteEdit/logHeading';
import { linkTo } from '../noteEdit/relativeLinks';
import { applyEdits, lineEndOf, type NoteEdits, type Refusal, type TextEdit } from '../text/edit';
import { hasLine, type TextRange } from '../text/range';
import { existingChart, type RatedPoint, ratingsChart, redraw } from './chart';
import { message } from '../text/message';

/** Parses a typed rating from 0 to 10, with a point or comma before decimals, or returns a refusal. */
export function typedRating(typed: string): number | Refusal {
  const text = typed.trim();
  const rating = ratingOf(text);
  if (rating !== undefined) return rating;
  if (text === '') return { refused: message('rating.missing') };
  return /^-?\d+(?:[.,]\d+)?$/.test(text)
    ? { refused: message('rating.offScale', text) }
    : { refused: message('rating.noNumber', text) };
}

/** The place for new ratings or a new chart in a meeting: before the line `at`, with a new heading if one is given. */
interface RatingsPlace {
  readonly at: number;
  readonly heading?: string;
}

const RATINGS = new Set(['ratings', 'rating', 'challenge vs skill', 'challenge and skill', 'challenge / skill']);
const CHART = new Set(['chart']);
const OWN_TITLE = 'Challenge vs Skill';

/**
 * Returns the end of the meeting's *Ratings* section, or the place for a new one. Public ratings are never placed in a
 * private section.
 */
export function placeOfRatings(note: ParsedNote, meeting: Meeting): RatingsPlace {
  const { lines } = note;
  const section = sectionNamed(RATINGS, note, meeting);
  if (section) return { at: lines.lastWritten(Math.min(section.endLine, meeting.endLine)) + 1 };
  const outline = MeetingOutline.inText(note, meeting);
  const firstOfPrivateEnd = outline.parts.findLastIndex(({ line }) => !note.isPrivateLine(line)) + 1;
  return {
    at: outline.parts[firstOfPrivateEnd]?.line ?? lines.nextWritten(meeting.endLine + 1),
    heading: `${'#'.repeat(Math.min(outline.newLevel, 6))} ${OWN_TITLE}`,
  };
}

/** Returns the top of the meeting's *Chart* section, after the line with its purpose, or `undefined`. */
function placeOfChart(note: ParsedNote, meeting: Meeting): RatingsPlace | undefined {
  const section = sectionNamed(CHART, note, meeting);
  if (!section) return undefined;
  const first = note.blocks.find(({ line, parent }) => parent < 0 && line > section.headingEndLine);
  const hasPurpose =
    first?.kind === 'paragraph' &&
    first.endLine <= section.endLine &&
    isPurpose(note.text.slice(first.start, first.end));
  return { at: (hasPurpose ? first.endLine : section.headingEndLine) + 1 };
}

function sectionNamed(titles: ReadonlySet<string>, note: ParsedNote, meeting: Meeting): HeadedSection | undefined {
  return MeetingOutline.inText(note, meeting).parts.find(
    ({ line, level }) => level > 1 && titles.has(plainTitle(note.lines.get(line))) && !note.isPrivateLine(line),
  );
}

/** Ratings to write into a meeting. */
interface RatingsRequest {
  /** The current text of the note, from which `at` was read. */
  readonly text: string;
  readonly at: DatedMeeting;
  /** The 1:1s with the person from the oldest, including `at`. */
  readonly meetings: readonly DatedMeeting[];
  readonly ratings: Ratings;
  /** The title of the chart, which names the person. */
  readonly title: string;
}

/** The planned edits, and whether the chart is drawn. A chart edited by hand is kept. */
interface PlannedRatings {
  readonly change: NoteEdits;
  readonly chart: 'drawn' | 'kept';
}

/**
 * Plans the edits that write ratings as one line into a meeting, followed by a chart of these and earlier ratings.
 * Existing ratings and charts are updated; all other lines remain unchanged.
 */
export function planRatings(request: RatingsRequest): PlannedRatings | Refusal {
  const { text, at, ratings } = request;
  const note = new ParsedNote(text);
  const { meeting } = at;
  const existing = ratingsLines(note).findLast(({ line }) => hasLine(meeting, line));
  const isPrivate = existing !== undefined && note.isPrivateLine(existing.line);
  const chart = ratingsChart(request.title, pointsOf(request, isPrivate || at.note.private));
  const old = existingChart(note, meeting, isPrivate);
  const newChart = old === undefined ? chart : undefined;
  const edits = [
    ...(existing ? ratingsEdits(text, existing, ratings) : []),
    ...(typeof old === 'object' ? redraw(note, old.region, chart) : []),
    ...insertions({ note, request, existing, isPrivate, newChart }),
  ];
  const expected = { ratings: existing ? 0 : 1, charts: newChart ? 1 : 0 };
  return areSeen(expected, note, new ParsedMarkdown(applyEdits(text, edits)))
    ? { change: { uri: at.note.uri, before: text, edits }, chart: old === 'byHand' ? 'kept' : 'drawn' }
    : { refused: message('note.unclosedRatings') };
}

/** Private ratings are included in private charts only. */
function pointsOf({ at, meetings, ratings }: RatingsRequest, isPrivate: boolean): readonly RatedPoint[] {
  const from = at.note.uri;
  const isThis = ({ note, index }: DatedMeeting) => note.uri === from && index === at.index;
  const before = meetings.slice(0, Math.max(meetings.findIndex(isThis), 0));
  const earlier = before.flatMap(({ note, meeting, index }) => {
    const heading = meetingHeading(note, index);
    const link = linkTo({ from, to: note.uri, heading, label: meeting.date, style: 'markdown' });
    const said = meeting.ratings;
    return said && (isPrivate || !said.private) ? [{ date: meeting.date, ratings: said, link }] : [];
  });
  return [...earlier, { date: at.meeting.date, ratings }];
}

function fieldsOf({ challenge, skill }: Ratings): string {
  return `[challenge:: ${challenge}] [skill:: ${skill}]`;
}

function ratingsEdits(
  text: string,
  { challenge, skill, end, ratings: said }: RatingsLine,
  ratings: Ratings,
): TextEdit[] {
  if (said?.challenge === ratings.challenge && said.skill === ratings.skill) return [];
  const edits = [valueEdit(text, challenge, ratings.challenge)];
  edits.push(skill ? valueEdit(text, skill, ratings.skill) : { start: end, end, text: ` [skill:: ${ratings.skill}]` });
  return edits;
}

function valueEdit(text: string, { start, end }: TextRange, rating: number): TextEdit {
  const gap = start === end && text.charAt(start - 1) === ':' ? ' ' : '';
  return { start, end, text: `${gap}${rating}` };
}

interface Missing {
  readonly note: ParsedNote;
  readonly request: RatingsRequest;
  readonly existing: RatingsLine | undefined;
  /** Whether the existing ratings are private, so that the chart must also be private. */
  readonly isPrivate: boolean;
  readonly newChart: readonly string[] | undefined;
}

/** Returns the edits that insert missing ratings and a missing chart, together or each in its own section. */
function insertions({ note, request, existing, isPrivate, newChart }: Missing): TextEdit[] {
  const { meeting } = request.at;
  const ofChart = newChart && !isPrivate ? placeOfChart(note, meeting) : undefined;
  const withRatings = newChart && !ofChart ? newChart : undefined;
  // The chart comes first: at the same offset, the heading of the ratings would separate the chart from its section.
  const chart = newChart && ofChart && insertLines(note.lines, ofChart.at, { lines: newChart }).edit;
  let edits = chart ? [chart] : [];
  if (!existing) {
    const { at, heading } = placeOfRatings(note, meeting);
    const written = [
      ...(heading ? [heading, ''] : []),
      fieldsOf(request.ratings),
      ...(withRatings ? ['', ...withRatings] : []),
    ];
    const { edit } = insertLines(note.lines, at, { lines: written });
    edits = withInsertion(edits, edit, lineEndOf(note.lines.text));
  } else if (withRatings) {
    edits.push(insertLines(note.lines, lineAfter(note, existing.line), { lines: withRatings }).edit);
  }
  return edits;
}

/** Returns the line after the top-level block that contains a line. */
function lineAfter({ blocks }: ParsedNote, line: number): number {
  const block = blocks.find((each) => each.parent < 0 && each.line <= line && each.endLine >= line);
  return (block?.endLine ?? line) + 1;
}

/**
 * Whether the text after the edits has the expected number of ratings and charts. They would be missing inside code or
 * a comment.
 */
function areSeen(
  expected: { ratings: number; charts: number },
  before: ParsedMarkdown,
  after: ParsedMarkdown,
): boolean {
  const [was, is] = [countsIn(before), countsIn(after)];
  return is.ratings - was.ratings === expected.ratings && is.charts - was.charts === expected.charts;
}

function countsIn(note: ParsedMarkdown): { ratings: number; charts: number } {
  return { ratings: ratingsLines(note).length, charts: chartRegions(note).length };
}
