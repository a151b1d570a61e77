import { bold, oneLine } from './escape';

/** Maximum number of lines that *A Minute After* writes. */
export const MINUTE_AFTER_LINES = 3;

/** Returns the list item for an answer. Comment marks are broken up: they could hide or reveal other lines. */
export function minuteAfterLine(question: string, answer: string): string {
  return `- ${bold(question)} ${oneLine(answer)
    .replaceAll('<', String.raw`\<`)
    .replaceAll('%%', '% %')}`;
}
