import type { NoteIndex } from '../../../src/core/index/noteIndex';
import { noteDiagnostics, type NoteDiagnostic } from '../../../src/core/assist/diagnostics';
import { indexOf, noteAt } from './notes';

/** A 1:1 note with Jane Doe, with what is hinted in it. */
export interface Hinted {
  readonly text: string;
  readonly hints: readonly NoteDiagnostic[];
  readonly index: NoteIndex;
}

/** A 1:1 note that consists of `lines`, in the company of Jane Doe, Jane Roe and Bob Ray. */
export function hinted(lines: string | readonly string[], path = '1-1s/jane-doe/2026-11-30.md'): Hinted {
  const text = typeof lines === 'string' ? lines : lines.join('\n');
  const others = ['jane-doe', 'jane-roe', 'bob-ray'].map((slug) => [`1-1s/${slug}/2026-11-23.md`, '- a'] as const);
  const index = indexOf({ ...Object.fromEntries(others), [path]: text });
  const note = noteAt(path, text);
  return {
    text,
    index,
    hints: noteDiagnostics({
      note,
      text,
      people: index.people,
      person: index.personOf(note),
      writer: index.writerOf(note),
      problem: index.problemOf(note),
    }),
  };
}
