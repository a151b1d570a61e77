import type { NoteIndex } from '../index/noteIndex';
import { headingAnchor, headingAnchors, type Link } from '../note/links';
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
  const anchors = headingAnchors(headings.map(({ title }) => title));
  return headings[anchors.indexOf(anchor)]?.line ?? 0;
}
