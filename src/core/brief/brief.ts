import type { Person } from '../people/person';
import type { BriefBasis, BriefEntry, BriefRequest, BriefSection } from '../reports/entries';
import { closedSection, openSections } from './followUps';
import { briefHeader, upwardSections } from './person';
import { revisitSection, unansweredSection, waitingSection } from './questions';
import { summarizePerson } from '../peopleView/summary';

/** What matters before a meeting with a person. */
export interface Brief {
  readonly person: Person;
  /** How it stands, a line each. */
  readonly facts: readonly BriefEntry[];
  /** Only those that have something to say. */
  readonly sections: readonly BriefSection[];
}

/** A part of a brief; sections without entries are left out. */
type BriefPart = (basis: BriefBasis) => readonly BriefSection[];

/** The parts in the order in which they are read. */
const PARTS: readonly BriefPart[] = [
  openSections,
  (basis) => [closedSection(basis), waitingSection(basis), revisitSection(basis), unansweredSection(basis)],
  upwardSections,
];

/**
 * What matters today before a meeting with a person. Most of it the index knows; `textOf` gives the notes whose words are
 * shown, which `notesInBrief` names.
 */
export function composeBrief(request: BriefRequest, textOf: BriefBasis['textOf']): Brief {
  const { index, person, today } = request;
  const summary = summarizePerson(index, person, request);
  const past = summary.meetings.filter(({ meeting }) => meeting.date < today);
  const basis: BriefBasis = { ...request, summary, past, textOf };
  return {
    person,
    facts: briefHeader(basis),
    sections: PARTS.flatMap((part) => part(basis)).filter(({ entries }) => entries.length > 0),
  };
}

/** URIs of the notes that have to be read for a brief. */
export function notesInBrief(request: BriefRequest): ReadonlySet<string> {
  const asked = new Set<string>();
  composeBrief(request, (uri) => {
    asked.add(uri);
    return undefined;
  });
  return asked;
}

/** The brief, from texts that are read as it needs them. A note whose text cannot be read is left out with its words. */
export async function readBrief(
  request: BriefRequest,
  textOf: (uri: string) => Promise<string | undefined>,
): Promise<Brief> {
  const texts = new Map<string, string | undefined>();
  for (const uri of notesInBrief(request)) {
    texts.set(uri, await textOf(uri));
  }
  return composeBrief(request, (uri) => texts.get(uri));
}
