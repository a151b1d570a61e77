import { CancellationError, Uri } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import type { Person } from '../../core/people/person';
import { noteInFront } from '../../editor/activeNote';
import { personOfBrief } from '../../editor/uris';
import type { Services } from '../../services';
import { indexWithProgress } from './indexWithProgress';
import { askForPerson } from './pickPerson';

/** Plain data that identifies a person, as used by rows of the People view and links in notes. */
export interface PersonRef {
  /** The person's key. */
  readonly person: string;
}

/**
 * Returns the person for a command: from the clicked row or file, or else from the active note or brief, or else as
 * picked by the user.
 * @throws CancellationError if the user cancels.
 */
export async function targetPerson(
  argument: unknown,
  { notes, clock }: Pick<Services, 'notes' | 'clock'>,
  title: string,
): Promise<Person> {
  const index = await indexWithProgress(notes);
  const named = isPersonRef(argument) ? index.people.get(argument.person) : undefined;
  const person = named ?? (argument instanceof Uri ? personAt(argument, index) : await personInFront(index));
  if (person) {
    return person;
  }
  const name = await askForPerson(index, { title, today: clock.today(), canBeNew: false });
  const picked = index.people.personOrUndefined(name);
  if (!picked) {
    throw new CancellationError();
  }
  return picked;
}

/** Returns the person of the active note or brief, in any kind of editor. */
export async function personInFront(index: NoteIndex): Promise<Person | undefined> {
  const uri = await noteInFront();
  return uri && personAt(uri, index);
}

/** Returns the person of a note or brief. */
function personAt(uri: Uri, index: NoteIndex): Person | undefined {
  const note = index.note(uri.toString());
  return index.people.get(personOfBrief(uri) ?? '') ?? (note && index.personOf(note));
}

/** Returns the names of the people with 1:1 notes at a file or in a folder. */
export function peopleAt(uri: Uri, index: NoteIndex): readonly string[] {
  const place = uri.toString();
  const names = new Set<string>();
  for (const note of index.notes()) {
    const isThere = note.uri === place || note.uri.startsWith(`${place}/`);
    const person = isThere && note.meetings.length > 0 ? index.personOf(note) : undefined;
    if (person) names.add(person.name);
  }
  return [...names];
}

/** Checks whether an unknown value is a `PersonRef`. */
export function isPersonRef(value: unknown): value is PersonRef {
  return typeof value === 'object' && value !== null && 'person' in value && typeof value.person === 'string';
}
