import type { NoteIndex } from '../index/noteIndex';
import { headingAnchor, type Link } from '../note/links';
import type { Note } from '../note/note';
import type { NoteLine } from './report';

/** Where a link leads: to the heading that its anchor names, else to the top; `undefined` when to none of the notes. */
export function linkedLine(link: Link, index: NoteIndex): NoteLine | undefined {
  const note = index.noteAt(link);
  return note && { uri: note.uri, line: lineOfAnchor(note, link.link) };
}

function lineOfAnchor({ meetings }: Note, link: string): number {
  const hash = link.indexOf('#');
  const anchor = hash < 0 ? '' : headingAnchor(link.slice(hash + 1));
  if (anchor === '') return 0;
  const headings = meetings.flatMap(({ heading, line, sections }) => [
    ...(heading === undefined ? [] : [{ title: heading, line }]),
    ...sections,
  ]);
  // Of equal headings, the anchors of the later ones end in a number.
  const seen = new Map<string, number>();
  for (const { title, line } of headings) {
    const own = headingAnchor(title);
    const before = seen.get(own) ?? 0;
    if (anchor === (before === 0 ? own : `${own}-${before}`)) return line;
    seen.set(own, before + 1);
  }
  return 0;
}
