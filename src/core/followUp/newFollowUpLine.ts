import type { CivilDate } from '../civilDate';
import { writeField } from './dialects';
import type { DialectId } from './followUp';
import { writeOwner } from './writeOwner';

/** A follow-up that is not written yet. */
export interface NewFollowUp {
  readonly text: string;
  readonly owners?: readonly string[];
  readonly due?: CivilDate | undefined;
  readonly dialect: DialectId;
  /** `-`, `*`, `+` or a number with its point; `-` without. */
  readonly bullet?: string;
  readonly indent?: string;
}

/** The line of a new follow-up, without a line end: `- [ ] @jane Send the draft due:2026-12-04`. */
export function newFollowUpLine({ text, owners = [], due, dialect, bullet = '-', indent = '' }: NewFollowUp): string {
  const parts = [
    `${indent}${bullet} [ ]`,
    ...owners.map(writeOwner),
    text.replace(/\s+/g, ' ').trim(),
    due ? (writeField(dialect, 'due', due) ?? '') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
