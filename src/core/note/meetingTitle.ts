import { findDate } from './dateIn';
import type { Meeting, SectionKind } from './note';

/** A heading of a meeting, in the order of the note. */
export interface MeetingHeading {
  readonly title: string;
  readonly kind: SectionKind | undefined;
  /** 1 to 6; 0 for the text before the first heading. */
  readonly level: number;
  readonly line: number;
}

/**
 * Finds the heading that names the whole meeting, so that its sections belong one level below. In a log it is the dated
 * heading, on `dated`. In a note of its own it is the first heading, unless that opens a known section or has siblings;
 * a dated one may have them.
 */
export function meetingTitle<Heading extends MeetingHeading>(
  headings: readonly Heading[],
  dated?: number,
): Heading | undefined {
  const [first, ...others] = headings.filter(({ level }) => level > 0);
  if (!first || first.line === dated) {
    return first;
  }
  return first.kind === undefined && isAbove(first, others) ? first : undefined;
}

/** The line of the dated heading of a meeting in a log; `undefined` for a note of its own. */
export function datedLine({ heading, line }: Pick<Meeting, 'heading' | 'line'>): number | undefined {
  return heading === undefined ? undefined : line;
}

function isAbove({ title, level }: MeetingHeading, others: readonly MeetingHeading[]): boolean {
  const isDated = findDate(title) !== undefined;
  const [next] = others;
  if (!next || (isDated && level === 1)) {
    return isDated || level === 1;
  }
  return isDated ? next.level > level : others.every((other) => other.level > level);
}
