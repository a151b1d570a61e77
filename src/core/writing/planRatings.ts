import { applyEdits, lineEndOf, type NoteEdits, type Refusal, type TextEdit } from '../edit';
import type { DatedMeeting } from '../index/listedFollowUp';
import { readFrontMatter } from '../markdown/frontMatter';
import { scan } from '../markdown/scan';
import { chartRegions } from '../note/chartRegion';
import { isInRange } from '../note/privacy';
import { ratingsLines, type Ratings, type RatingsLine } from '../note/ratings';
import { insertLines, withInsertion } from './insertLines';
import { openNote, type OpenNote } from './insertUnder';
import { linkTo } from './links';
import { meetingAnchor } from './logHeading';
import { ratingsChart, type RatedPoint } from './ratingsChart';
import { placeOfChart, placeOfRatings } from './ratingsPlace';
import { redraw, existingChart } from './standingChart';

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

const HIDDEN =
  'The note has code or a comment that is not closed, and the ratings would be hidden in it. Close it first.';

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
    : { refused: HIDDEN };
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
