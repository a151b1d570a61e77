import type { CivilDate } from '../civilDate';
import type { Plan, Refusal } from '../edit';
import type { Person } from '../people/person';
import type { EditableNotes } from './editableNotes';
import { parkIn, parkingPlace, parkOnNewPage } from './parkingLot';

/** Something to talk about in the next 1:1 with a person. */
export interface Parking {
  readonly person: Pick<Person, 'key' | 'name'>;
  /** A selection or a typed line. */
  readonly words: string;
  readonly today: CivilDate;
  /** Where a page for the person is to be made: asked only where there is neither a next note nor a log nor a page. */
  readonly newPage: () => Promise<{ readonly uri: string } | Refusal>;
}

/** The plan that parks something for the next 1:1 with a person. Nothing to park is a refusal. */
export async function planParking(
  { person, words, today, newPage }: Parking,
  notes: EditableNotes,
): Promise<Plan | Refusal> {
  const { index } = notes;
  const pageUri = index.people.get(person.key)?.page;
  const page = pageUri === undefined ? undefined : index.note(pageUri);
  const place = parkingPlace({ meetings: index.meetingsWith(person.key), page }, today);
  if (place.kind === 'newPage') {
    const made = await newPage();
    return 'refused' in made ? made : parkOnNewPage({ uri: made.uri, person: person.name, words });
  }
  const { uri } = place.note;
  const textNow = await notes.textToEdit(uri);
  if (typeof textNow === 'object') {
    return textNow;
  }
  await notes.refresh(uri);
  const note = index.note(uri) ?? place.note;
  const change = parkIn({ words, place: { ...place, note }, textNow });
  return 'refused' in change ? change : { changes: [change] };
}
