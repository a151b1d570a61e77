import type { CivilDate } from '../dates/civilDate';
import type { NoteIndex } from '../index/noteIndex';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { type WikiLink, wikiLinksIn } from '../note/links';
import { linkedLine, personSources } from './hover';
import type { NoteLine } from '../reports/report';

/** A link in a note's text to a line of a note. */
interface NoteLink extends NoteLine {
  readonly start: number;
  readonly end: number;
}

/** The current text of a note, and the input to resolve its links. */
interface NoteLinksRequest {
  readonly uri: string;
  readonly note: ParsedMarkdown;
  readonly index: NoteIndex;
  readonly today: CivilDate;
}

/**
 * Returns the wiki-links that resolve to a note or a person. A person's link leads to the page, or else to the last
 * 1:1.
 */
export function noteLinks({ note, ...request }: NoteLinksRequest): readonly NoteLink[] {
  return wikiLinksIn(note).flatMap((link) => {
    const place = linkTarget(link, request);
    return place ? [{ start: link.start, end: link.end, uri: place.uri, line: place.line }] : [];
  });
}

function linkTarget(
  { written, target }: WikiLink,
  { uri, index, today }: Omit<NoteLinksRequest, 'note'>,
): NoteLine | undefined {
  const place = linkedLine({ from: uri, link: target }, index);
  if (place) return place;
  const person = index.people.personOrUndefined(written);
  return person && personSources(person, index, today)[0];
}
