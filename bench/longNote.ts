import { generateNotes } from './generate';

/** A built-in question, answered at the end of a long note. */
export const QUESTION = '**Who do you want to thank?**';

/** Maximum number of generated notes in a long one. */
const PARTS = 1_000;

/**
 * Returns a 1:1 note with Bench Person of at least `length` characters. It consists of generated notes, with follow-ups
 * and links between them, and ends with a follow-up.
 */
export function longNote(length: number): string {
  const parts = ['# Bench Person', ''];
  let size = 0;
  for (const { text } of generateNotes({ count: PARTS, seed: 2 })) {
    if (size > length) break;
    const body = text
      .replace(/^\uFEFF?---[^]*?\n---\r?\n/, '')
      .replaceAll('\r\n', '\n')
      .replaceAll('```', '');
    const part = `${body}\n\nShe asked [[Bench Person]] about it.\n`;
    parts.push(part);
    size += part.length;
  }
  parts.push('## People', '', QUESTION, '', 'Sarah, for the calm in the outage.', '');
  parts.push('- [ ] @bench.person Send the draft that was promised due:2026-12-04', '');
  return parts.join('\n');
}
