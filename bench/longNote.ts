import { generateNotes } from './generate';

/** A question of the built-in frameworks that stands at the end of a long note, with an answer. */
export const QUESTION = '**Who do you want to thank?**';

/** How many generated notes a long one is made of at most. */
const PARTS = 1_000;

/**
 * A 1:1 note with Bench Person of at least so many characters: generated notes one behind the other, with follow-ups and
 * links between them, and a follow-up as its last line.
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
