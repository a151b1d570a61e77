import type { CivilDate } from '../dates/civilDate';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { detach } from '../text/retained';
import { headingDate } from '../dates/findDate';

/** The lines of a note that are one meeting. */
export interface MeetingSpan {
  readonly date: CivilDate;
  readonly line: number;
  readonly endLine: number;
  /** Level of the dated heading; 0 when the meeting is the whole note. */
  readonly level: number;
  /** The text of the dated heading of a log. */
  readonly heading?: string;
  /** The framework that the front matter names. */
  readonly framework?: string;
}

/** The meetings of a running log: the dated headings of the shallowest dated level. Deeper dates are text. */
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
  // From the end, so that each heading knows where the next one of its level or above stands.
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
 * Index of the meeting at a line: the last one that begins at or above it, so that the empty line at the end of a log
 * belongs to the last meeting. Above all meetings, or without a line, the newest meeting; -1 if there are no meetings.
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
