import type { DatedMeeting } from '../index/listedFollowUp';
import { readFrontMatter } from '../markdown/frontMatter';
import { scan } from '../markdown/scan';
import type { Meeting } from '../note/note';
import { isInRange } from '../note/privacy';
import { chartRegions, ratingOf, type Ratings, type RatingsLine, ratingsLines } from '../note/ratings';
import { datedLine, type HeadedSection, headedSections, meetingTitle, plainTitle } from '../note/sections';
import { insertLines, type OpenNote, openNote, withInsertion } from '../noteEdit/insertUnder';
import { meetingAnchor } from '../noteEdit/logHeading';
import { linkTo } from '../noteEdit/relativeLinks';
import { applyEdits, lineEndOf, type NoteEdits, type Refusal, type TextEdit } from '../text/edit';
import { existingChart, type RatedPoint, ratingsChart, redraw } from './chart';
import { message } from '../text/message';

/** The rating that somebody typed, from 0 to 10 with a point or a comma before decimals, or what is wrong with it. */
export function typedRating(typed: string): number | Refusal {
  const text = typed.trim();
  const rating = ratingOf(text);
  if (rating !== undefined) return rating;
  if (text === '') return { refused: message('rating.missing') };
  return /^-?\d+(?:[.,]\d+)?$/.test(text)
    ? { refused: message('rating.offScale', text) }
    : { refused: message('rating.noNumber', text) };
}

/** Where in a meeting new ratings or a new chart belong: before the line `at`, under a heading of their own if one is given. */
export interface RatingsPlace {
  readonly at: number;
  readonly heading?: string;
}

const RATINGS = new Set(['ratings', 'rating', 'challenge vs skill', 'challenge and skill', 'challenge / skill']);
const CHART = new Set(['chart']);
const OWN_TITLE = 'Challenge vs Skill';

/** The end of the meeting's *Ratings*, else a section to be made. What is not private is never put where private things stand. */
export function placeOfRatings(note: OpenNote, meeting: Meeting): RatingsPlace {
  const { lines } = note;
  const section = sectionNamed(RATINGS, note, meeting);
  if (section) return { at: lines.lastWritten(Math.min(section.endLine, meeting.endLine)) + 1 };
  const sections = headedSections(lines.text, note.blocks, meeting);
  const firstOfPrivateEnd = sections.findLastIndex(({ line }) => !isInRange(note.privateLines, line)) + 1;
  const title = meetingTitle(sections, datedLine(meeting));
  const level = sections.find((each) => each !== title)?.level ?? (title?.level ?? 1) + 1;
  return {
    at: sections[firstOfPrivateEnd]?.line ?? lines.nextWritten(meeting.endLine + 1),
    heading: `${'#'.repeat(Math.min(level, 6))} ${OWN_TITLE}`,
  };
}

/** The top of the meeting's *Chart*, behind the line that says what the section is for; `undefined` if there is none. */
export function placeOfChart(note: OpenNote, meeting: Meeting): RatingsPlace | undefined {
  const section = sectionNamed(CHART, note, meeting);
  if (!section) return undefined;
  const first = note.blocks.find(({ line, parent }) => parent < 0 && line > section.headingEndLine);
  const { text } = note.lines;
  const isPurpose =
    first?.kind === 'paragraph' &&
    first.endLine <= section.endLine &&
    /^\*[^*].*[^*]\*$/s.test(text.slice(first.start, first.end));
  return { at: (isPurpose ? first.endLine : section.headingEndLine) + 1 };
}

function sectionNamed(titles: ReadonlySet<string>, note: OpenNote, meeting: Meeting): HeadedSection | undefined {
  return headedSections(note.lines.text, note.blocks, meeting).find(
    ({ line, level }) =>
      level > 1 && titles.has(plainTitle(note.lines.get(line))) && !isInRange(note.privateLines, line),
  );
}

/** The ratings that somebody gave in a meeting. */
export interface RatingsWish {
  /** The note as it is now, from which `at` was read. */
  readonly text: string;
  readonly at: DatedMeeting;
  /** The 1:1s with the person, oldest first, `at` among them. */
  readonly meetings: readonly DatedMeeting[];
  readonly ratings: Ratings;
  /** Whose ratings they are, as the chart's title. */
  readonly title: string;
}

/** What is written, and what becomes of the chart: one that somebody changed by hand is kept as it is. */
export interface PlannedRatings {
  readonly change: NoteEdits;
  readonly chart: 'drawn' | 'kept';
}

/**
 * The edits that write ratings as one line into a meeting, and below it a chart of these and the person's earlier ones.
 * Where both stand already, what they say is brought up to date, and nothing else is touched.
 */
export function planRatings(wish: RatingsWish): PlannedRatings | Refusal {
  const { text, at, ratings } = wish;
  const note = openNote(text);
  const { meeting } = at;
  const standing = ratingsLines(text, note.blocks).findLast(({ line }) => isInRange([meeting], line));
  const isPrivate = standing !== undefined && isInRange(note.privateLines, standing.line);
  const chart = ratingsChart(wish.title, pointsOf(wish, isPrivate || at.note.private));
  const old = existingChart(note, meeting, isPrivate);
  const newChart = old === undefined ? chart : undefined;
  const edits = [
    ...(standing ? ratingsEdits(text, standing, ratings) : []),
    ...(typeof old === 'object' ? redraw(note, old.region, chart) : []),
    ...insertions({ note, wish, standing, isPrivate, newChart }),
  ];
  const expected = { ratings: standing ? 0 : 1, charts: newChart ? 1 : 0 };
  return areSeen(expected, text, applyEdits(text, edits))
    ? { change: { uri: at.note.uri, before: text, edits }, chart: old === 'byHand' ? 'kept' : 'drawn' }
    : { refused: message('note.unclosedRatings') };
}

/** What was rated in private is shown in private only. */
function pointsOf({ at, meetings, ratings }: RatingsWish, isPrivate: boolean): readonly RatedPoint[] {
  const from = at.note.uri;
  const isThis = ({ note, index }: DatedMeeting) => note.uri === from && index === at.index;
  const before = meetings.slice(0, Math.max(meetings.findIndex(isThis), 0));
  const earlier = before.flatMap(({ note, meeting, index }) => {
    const anchor = meetingAnchor(note, index);
    const link = linkTo({ from, to: note.uri, anchor, label: meeting.date, style: 'markdown' });
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

function valueEdit(text: string, { start, end }: { start: number; end: number }, rating: number): TextEdit {
  const gap = start === end && text.charAt(start - 1) === ':' ? ' ' : '';
  return { start, end, text: `${gap}${rating}` };
}

interface Missing {
  readonly note: OpenNote;
  readonly wish: RatingsWish;
  readonly standing: RatingsLine | undefined;
  /** Whether the standing ratings are private: then the chart has to stay with them. */
  readonly isPrivate: boolean;
  readonly newChart: readonly string[] | undefined;
}

/** What is not there yet: the ratings, the chart, both in one place or each in its own. */
function insertions({ note, wish, standing, isPrivate, newChart }: Missing): TextEdit[] {
  const { meeting } = wish.at;
  const ofChart = newChart && !isPrivate ? placeOfChart(note, meeting) : undefined;
  const withRatings = newChart && !ofChart ? newChart : undefined;
  // The chart comes first: where both are made at one offset, the heading of the ratings would part it from its own.
  const chart = newChart && ofChart && insertLines(note.lines, ofChart.at, { lines: newChart }).edit;
  let edits = chart ? [chart] : [];
  if (!standing) {
    const { at, heading } = placeOfRatings(note, meeting);
    const written = [
      ...(heading ? [heading, ''] : []),
      fieldsOf(wish.ratings),
      ...(withRatings ? ['', ...withRatings] : []),
    ];
    const { edit } = insertLines(note.lines, at, { lines: written });
    edits = withInsertion(edits, edit, lineEndOf(note.lines.text));
  } else if (withRatings) {
    edits.push(insertLines(note.lines, lineAfter(note, standing.line), { lines: withRatings }).edit);
  }
  return edits;
}

/** The line behind the block of the outermost level that a line stands in. */
function lineAfter({ blocks }: OpenNote, line: number): number {
  const block = blocks.find((each) => each.parent < 0 && each.line <= line && each.endLine >= line);
  return (block?.endLine ?? line) + 1;
}

/** Whether as many more lines of ratings and charts are there as were put in: what code or a comment hides is not read. */
function areSeen(expected: { ratings: number; charts: number }, before: string, after: string): boolean {
  const [was, is] = [countsIn(before), countsIn(after)];
  return is.ratings - was.ratings === expected.ratings && is.charts - was.charts === expected.charts;
}

function countsIn(text: string): { ratings: number; charts: number } {
  const blocks = scan(text, readFrontMatter(text));
  return { ratings: ratingsLines(text, blocks).length, charts: chartRegions(text, blocks).length };
}
