import type { LineRange } from '../../core/text/range';

/**
 * Returns the target line of a command: the line of the cursor, unless `argument` gives the lines of a meeting, `{
 * line, endLine }`, that the cursor is not in. A caller can thus select a meeting of a log.
 */
export function targetLine(argument: unknown, cursor: number): number {
  const { line, endLine } =
    typeof argument === 'object' && argument !== null ? (argument as Partial<Record<keyof LineRange, unknown>>) : {};
  const isMeant = typeof line === 'number' && typeof endLine === 'number' && (cursor < line || cursor > endLine);
  return isMeant ? line : cursor;
}
