import { compareText } from '../text/collections';
import type { CivilDate } from '../dates/civilDate';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Meeting } from '../note/note';
import { replaceDate } from '../dates/replaceDate';
import { headingAnchors } from '../note/links';
import type { HeadingTarget } from './relativeLinks';

/** The current text of a running log, and the meetings read from it. */
export interface Log {
  readonly text: string;
  readonly meetings: readonly Pick<Meeting, 'date' | 'line' | 'endLine' | 'heading'>[];
}

/** The dated heading of a log's new entry. */
interface LogHeading {
  readonly title: string;
  /** The level of the log's newest dated heading, 1 to 6. */
  readonly level: number;
}

/**
 * Closing brackets and emphasis marks after a date. The alias of a wiki-link is skipped, because it contains the old
 * date: `|Mon 23 Nov]]`.
 */
const CLOSING = /^(?:[^[\]]*(?=\]\]))?([\])*_~=]*)/;

const NUMBER = /\d+/g;

/** Returns the heading for a new meeting in the style of the log's newest dated heading, without a time. */
export function logHeading({ text, meetings }: Log, date: CivilDate): LogHeading {
  const [newest, second] = meetings.toSorted((a, b) => compareText(b.date, a.date));
  const redated = newest?.heading === undefined ? undefined : replaceDate(newest.heading, date);
  if (!newest || !redated) {
    return { title: date, level: 2 };
  }
  // Words after the date belong to the style only if the previous heading has them too. Otherwise they describe that
  // one meeting.
  const previous = second?.heading === undefined ? undefined : replaceDate(second.heading, date);
  const closing = CLOSING.exec(redated.text.slice(redated.end))?.[1] ?? '';
  const lead = countedOn(redated.text.slice(0, redated.end), previous?.text.slice(0, previous.end) ?? '');
  const title = previous?.text === redated.text ? redated.text : lead + closing;
  const heading = new ParsedMarkdown(text).blocks.find(({ kind, line }) => kind === 'heading' && line === newest.line);
  return { title, level: heading?.level ?? 2 };
}

/** Counts on from two headings in a row: after `#11` and `#12` comes `#13`. */
function countedOn(text: string, previous: string): string {
  const numbers = previous.match(NUMBER) ?? [];
  if (text.replace(NUMBER, '') !== previous.replace(NUMBER, '')) return text;
  let nth = 0;
  return text.replace(NUMBER, (written) => {
    const follows = Number(written) === Number(numbers[nth++]) + 1;
    return follows ? String(Number(written) + 1).padStart(written.length, '0') : written;
  });
}

/** Returns a meeting's heading in a log as the target of a link, or `undefined` if the meeting is the whole note. */
export function meetingHeading({ meetings }: Pick<Log, 'meetings'>, index: number): HeadingTarget | undefined {
  const title = meetings[index]?.heading;
  return title === undefined ? undefined : headingBelow(meetings.slice(0, index), title);
}

/** Returns the heading of a log's new entry as the target of a link. */
export function newHeading(log: Log, date: CivilDate): HeadingTarget {
  return headingBelow(log.meetings, logHeading(log, date).title);
}

/** Returns a heading as the target of a link. Its anchor is numbered if headings above it have the same words. */
function headingBelow(above: Log['meetings'], title: string): HeadingTarget {
  const anchors = headingAnchors([...above.map(({ heading = '' }) => heading), title]);
  return { title, anchor: anchors.at(-1) ?? '' };
}
