import { CancellationError } from 'vscode';
import type { Person } from '../../core/people/person';
import { noteInFront } from '../../editor/activeNote';
import { personOfBrief } from '../../editor/uris';
import type { Services } from '../../services';
import { indexWithProgress } from '../shared/indexWithProgress';
import { pickPerson } from '../shared/pickPerson';

/** Plain data that names a person, as the rows of the People view and links in notes do. */
export interface PersonRef {
  /** The person's key. */
  readonly person: string;
}

/**
 * The person that a command is about: the one of the row it was called for, else the one of the note or the brief in front, else the
 * one that the reader chooses.
 * @throws CancellationError when the reader chooses nobody.
 */
export async function targetPerson(
  argument: unknown,
  { notes, clock }: Pick<Services, 'notes' | 'clock'>,
  title: string,
): Promise<Person> {
  const index = await indexWithProgress(notes);
  const named = isPersonRef(argument) ? index.people.get(argument.person) : undefined;
  const uri = named ? undefined : await noteInFront();
  const ofBrief = uri && index.people.get(personOfBrief(uri) ?? '');
  const note = uri && index.note(uri.toString());
  const person = named ?? ofBrief ?? (note && index.personOf(note));
  if (person) {
    return person;
  }
  const name = await pickPerson(index, { title, today: clock.today(), canBeNew: false });
  const meant = name === undefined ? undefined : index.people.find(name);
  if (typeof meant !== 'object') {
    throw new CancellationError();
  }
  return meant.person;
}

/** Whether a value of unknown make names a person. */
export function isPersonRef(value: unknown): value is PersonRef {
  return typeof value === 'object' && value !== null && 'person' in value && typeof value.person === 'string';
}
