import { compareText } from '../text/collections';
import type { CivilDate } from '../dates/civilDate';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Meeting } from '../note/note';
import { replaceDate } from '../dates/replaceDate';
import { headingAnchors } from '../note/links';

/** The current text of a running log, and the meetings read from it. */
export interface Log {
  readonly text: string;
  readonly meetings: readonly Pick<Meeting, 'date' | 'line' | 'endLine' | 'heading'>[];
}

/** The dated heading of a log's new entry. */
export interface LogHeading {
  readonly title: string;
  /** The level of the log's newest dated heading, 1 to 6. */
  readonly level: number;
}

/**
 * Closing brackets and emphasis marks after a date. The alias of a wiki-link is skipped, because it contains the old
 * date: `|Mon 23 Nov]]`.
 */
const CLOSING = /^(?:[^[\]]*(?=\]\]))?([\])*_~=]*)/;

/** Returns the heading for a new meeting in the style of the log's newest dated heading, without a time. */
export function logHeading({ text, meetings }: Log, date: CivilDate): LogHeading {
  const [newest, second] = meetings.toSorted((a, b) => compareText(b.date, a.date));
  const redated = newest?.heading === undefined ? undefined : replaceDate(newest.heading, date);
  if (!newest || !redated) {
    return { title: date, level: 2 };
  }
  // Words after the date belong to the style only if the previous heading has them too. Otherwise they describe that
  // one meeting.
  const isStyle = second?.heading !== undefined && replaceDate(second.heading, date)?.text === redated.text;
  const closing = CLOSING.exec(redated.text.slice(redated.end))?.[1] ?? '';
  const title = isStyle ? redated.text : redated.text.slice(0, redated.end) + closing;
  const heading = new ParsedMarkdown(text).blocks.find(({ kind, line }) => kind === 'heading' && line === newest.line);
  return { title, level: heading?.level ?? 2 };
}

/** Returns the anchor of a meeting's heading in a log. Repeated headings are numbered. */
export function meetingAnchor({ meetings }: Pick<Log, 'meetings'>, index: number): string | undefined {
  const heading = meetings[index]?.heading;
  return heading === undefined ? undefined : lastAnchor([...headingsOf(meetings.slice(0, index)), heading]);
}

/** Returns the anchor of the heading of a log's new entry. */
export function newAnchor(log: Log, date: CivilDate): string {
  return lastAnchor([...headingsOf(log.meetings), logHeading(log, date).title]);
}

function headingsOf(meetings: Log['meetings']): readonly string[] {
  return meetings.map(({ heading = '' }) => heading);
}

function lastAnchor(headings: readonly string[]): string {
  return headingAnchors(headings).at(-1) ?? '';
}
