import type { CivilDate } from '../dates/civilDate';
import type { NoteIndex } from '../index/noteIndex';
import { wikiLinksIn, type WikiLink } from '../note/links';
import { personSources } from './hover';
import type { NoteLine } from '../reports/report';
import { linkedLine } from '../reports/linkedLine';

/** A part of a note's text that leads to a line of a note. */
export interface NoteLink extends NoteLine {
  readonly start: number;
  readonly end: number;
}

/** A note's text as it is now, and what its links are looked up in. */
export interface NoteLinksRequest {
  readonly uri: string;
  readonly text: string;
  readonly index: NoteIndex;
  readonly today: CivilDate;
}

/** The wiki-links of a note that lead to a note, or to a person: then to the page, else to the last 1:1. */
export function noteLinks({ text, ...request }: NoteLinksRequest): readonly NoteLink[] {
  return wikiLinksIn(text).flatMap((link) => {
    const place = linkTarget(link, request);
    return place ? [{ start: link.start, end: link.end, uri: place.uri, line: place.line }] : [];
  });
}

function linkTarget(
  { written, target }: WikiLink,
  { uri, index, today }: Omit<NoteLinksRequest, 'text'>,
): NoteLine | undefined {
  const place = linkedLine({ from: uri, link: target }, index);
  const meant = place ? 'unknown' : index.people.find(written);
  return typeof meant === 'object' ? personSources(meant.person, index, today)[0] : place;
}
