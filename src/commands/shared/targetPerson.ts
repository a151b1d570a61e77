import { CancellationError } from 'vscode';
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
 * Returns the person for a command: from the clicked row, or else from the active note or brief, or else as picked by
 * the user.
 * @throws CancellationError if the user cancels.
 */
export async function targetPerson(
  argument: unknown,
  { notes, clock }: Pick<Services, 'notes' | 'clock'>,
  title: string,
): Promise<Person> {
  const index = await indexWithProgress(notes);
  const named = isPersonRef(argument) ? index.people.get(argument.person) : undefined;
  const person = named ?? (await personInFront(index));
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
  const note = uri && index.note(uri.toString());
  return (uri && index.people.get(personOfBrief(uri) ?? '')) ?? (note && index.personOf(note));
}

/** Checks whether an unknown value is a `PersonRef`. */
export function isPersonRef(value: unknown): value is PersonRef {
  return typeof value === 'object' && value !== null && 'person' in value && typeof value.person === 'string';
}
