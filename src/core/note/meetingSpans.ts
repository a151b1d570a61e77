import type { CivilDate } from '../dates/civilDate';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { detach } from '../text/retained';
import { headingDate } from '../dates/findDate';

/** The lines of a note that are one meeting. */
export interface MeetingSpan {
  readonly date: CivilDate;
  readonly line: number;
  readonly endLine: number;
  /** Level of the dated heading, or 0 if the meeting is the whole note. */
  readonly level: number;
  /** The text of the dated heading of a log. */
  readonly heading?: string;
  /** The framework named in the front matter. */
  readonly framework?: string;
}

/**
 * Returns the meetings of a running log: the dated headings of the highest level with a date. Dates in lower headings
 * are ignored.
 */
export function logMeetings({ text, blocks }: ParsedMarkdown): readonly MeetingSpan[] {
  const titled = blocks
    .filter((block) => block.kind === 'heading' && block.parent < 0)
    .map((block) => {
      const title = text.slice(block.start, block.end);
      return { block, title, date: headingDate(title) };
    });
  const level = titled.reduce((least, { block, date }) => (date && block.level < least ? block.level : least), 7);
  const meetings: MeetingSpan[] = [];
  let endLine = Number.MAX_SAFE_INTEGER;
  // Iterates backwards, so that the next heading of the same or a higher level is known.
  for (const { block, date, title } of titled.reverse()) {
    if (date && block.level === level) {
      meetings.push({ date, line: block.line, endLine, level, heading: detach(title.trim()) });
    }
    if (block.level <= level) {
      endLine = block.line - 1;
    }
  }
  return meetings.reverse();
}

/**
 * Returns the index of the meeting at a line: the last one that begins at or above it, so that the empty line at the
 * end of a log belongs to the last meeting. Above all meetings, or without a line, it is the newest meeting. Without
 * meetings, it is -1.
 */
export function meetingIndexAt(
  meetings: readonly Pick<MeetingSpan, 'date' | 'line'>[],
  line: number | undefined,
): number {
  const above = meetings.findLastIndex((meeting) => line !== undefined && meeting.line <= line);
  if (above >= 0) return above;
  const newest = meetings.reduce((last, { date }) => (date > last ? date : last), '');
  return meetings.findLastIndex(({ date }) => date === newest);
}
