import type { FollowUp } from '../followUp/followUp';
import type { OwnerSpan } from '../taskText/mentions';
import { readOwners } from '../taskText/owners';
import { readInline } from '../taskText/inline';
import { readLineStart } from '../markdown/listItem';
import type { Meeting, Note, Prompt } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';

/** The subject of a hover in a 1:1 note. */
export type HoverTarget =
  | { readonly kind: 'person'; readonly person: Person; readonly start: number; readonly end: number }
  | { readonly kind: 'question'; readonly prompt: Prompt; readonly meeting: Meeting }
  | { readonly kind: 'followUp'; readonly followUp: FollowUp };

/** A position in a note, with its context. */
export interface HoverPlace {
  readonly note: Note;
  readonly people: PeopleDirectory;
  /** The text of the line and its number, from 0. */
  readonly text: string;
  readonly line: number;
  readonly character: number;
}

/** Returns the subject of a hover at a position: a mentioned person, or else the question or follow-up of the line. */
export function hoverTarget(place: HoverPlace): HoverTarget | undefined {
  const { note, line } = place;
  const followUp = note.followUps.find((each) => each.line <= line && line <= each.endLine);
  const mentioned = personAt(place, followUp);
  if (mentioned) return mentioned;
  if (followUp) return { kind: 'followUp', followUp };
  for (const meeting of note.meetings) {
    const prompts = meeting.sections.flatMap((section) => section.prompts);
    const prompt = prompts.find((each) => each.line === line);
    if (prompt) return { kind: 'question', prompt, meeting };
  }
  return undefined;
}

function personAt(
  { people, text, line, character }: HoverPlace,
  followUp: FollowUp | undefined,
): HoverTarget | undefined {
  const start = followUp?.line === line ? readLineStart(text).end : 0;
  const words = text.slice(start);
  const mentions: readonly OwnerSpan[] = followUp ? readOwners(words).spans : readInline(words).mentions;
  for (const mention of mentions) {
    const span = { start: mention.start + start, end: mention.end + start };
    const isHovered = span.start <= character && character <= span.end;
    const person = isHovered ? people.personOrUndefined(mention.mention.name) : undefined;
    if (person) return { kind: 'person', person, ...span };
  }
  return undefined;
}
