import type { LineRange } from '../../core/text/range';

/**
 * The line that a command works at: that of the cursor, unless `argument` names the lines of a meeting, `{ line, endLine }`,
 * in which the cursor is not. So whoever runs it says which meeting of a log is meant.
 */
export function targetLine(argument: unknown, cursor: number): number {
  const { line, endLine } =
    typeof argument === 'object' && argument !== null ? (argument as Partial<Record<keyof LineRange, unknown>>) : {};
  const isMeant = typeof line === 'number' && typeof endLine === 'number' && (cursor < line || cursor > endLine);
  return isMeant ? line : cursor;
}
