import { CancellationError } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import type { Person } from '../../core/people/person';
import { noteInFront } from '../../editor/activeNote';
import { personOfBrief } from '../../editor/uris';
import type { Services } from '../../services';
import { indexWithProgress } from './indexWithProgress';
import { askForPerson } from './pickPerson';

/** Plain data that names a person, as the rows of the People view and links in notes do. */
export interface PersonRef {
  /** The person's key. */
  readonly person: string;
}

/**
 * The person that a command is about: of the row it was called for, else of the note or the brief in front, else the
 * person that the user picks.
 * @throws CancellationError when the user cancels.
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

/** The person of the note or the brief in front, whichever editor shows it. */
export async function personInFront(index: NoteIndex): Promise<Person | undefined> {
  const uri = await noteInFront();
  const note = uri && index.note(uri.toString());
  return (uri && index.people.get(personOfBrief(uri) ?? '')) ?? (note && index.personOf(note));
}

/** Whether a value of unknown make names a person. */
export function isPersonRef(value: unknown): value is PersonRef {
  return typeof value === 'object' && value !== null && 'person' in value && typeof value.person === 'string';
}
