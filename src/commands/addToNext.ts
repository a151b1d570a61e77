import { CancellationError, Uri, window } from 'vscode';
import type { CivilDate } from '../core/civilDate';
import type { Plan, Refusal } from '../core/edit';
import type { NoteIndex } from '../core/index/noteIndex';
import { personKey } from '../core/people/names';
import { pagePlace } from '../core/writing/pagePlace';
import { parkIn, parkingPlace, parkOnNewPage } from '../core/writing/parkingLot';
import { applyPlan } from '../editor/noteEditor';
import { nameOf } from '../editor/noteName';
import { textToEdit } from '../editor/noteToEdit';
import { setting } from '../editor/settings';
import { UserError } from '../editor/userError';
import type { Services } from '../services';
import { refreshAll } from './shared/afterwards';
import { indexInHand } from './shared/indexInHand';
import { noteRoot } from './shared/noteRoot';
import { pickPerson } from './shared/pickPerson';

const TITLE = 'Add to Next 1:1 With…';

/** Parks the selection, or a line that is typed, for the next 1:1 with a person. Returns the URI of the note it went to. */
export async function addToNext({ notes, clock }: Pick<Services, 'notes' | 'clock'>): Promise<Uri> {
  const selected = selectedText();
  const index = await indexInHand(notes);
  const today = clock.today();
  const name = await askForPerson(index, today);
  const words = selected ?? (await askForWords(name));
  const plan = await planParking({ name, words, today }, notes);
  if ('refused' in plan) {
    throw new UserError(plan.refused);
  }
  await applyPlan(plan);
  const [uri] = [...(plan.create ? [plan.create.uri] : []), ...plan.changes.map((change) => change.uri)].map((each) =>
    Uri.parse(each),
  );
  if (!uri) {
    throw new Error('Parking planned no change');
  }
  await refreshAll([uri], notes);
  void window.setStatusBarMessage(`Added to ${nameOf(uri)}`, 5_000);
  return uri;
}

interface Parking {
  readonly name: string;
  readonly words: string;
  readonly today: CivilDate;
}

async function planParking({ name, words, today }: Parking, notes: Services['notes']): Promise<Plan | Refusal> {
  const { index } = notes;
  const meant = index.people.find(name);
  const person = typeof meant === 'object' ? meant.person : { key: personKey(name), name };
  const pageUri = index.people.get(person.key)?.page;
  const place = parkingPlace(
    { meetings: index.meetingsWith(person.key), page: pageUri === undefined ? undefined : index.note(pageUri) },
    today,
  );
  if (place.kind === 'newPage') {
    const root = await noteRoot(index, person.key);
    const page = pagePlace(person.name, setting('people.path', root));
    return 'refused' in page
      ? page
      : parkOnNewPage({ uri: Uri.joinPath(root, page.path).toString(), person: person.name, words });
  }
  const uri = Uri.parse(place.note.uri);
  const textNow = await textToEdit(uri);
  await notes.refresh(uri);
  const note = index.note(place.note.uri) ?? place.note;
  const change = parkIn({ words, place: { ...place, note }, textNow });
  return 'refused' in change ? change : { changes: [change] };
}

function selectedText(): string | undefined {
  const editor = window.activeTextEditor;
  const text = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection).trim() : '';
  return text === '' ? undefined : text;
}

async function askForPerson(index: NoteIndex, today: CivilDate): Promise<string> {
  const name = await pickPerson(index, { title: TITLE, today, canBeNew: true });
  if (name === undefined) {
    throw new CancellationError();
  }
  return name;
}

async function askForWords(name: string): Promise<string> {
  const words = await window.showInputBox({ title: TITLE, prompt: `What do you want to talk about with ${name}?` });
  if (words === undefined) {
    throw new CancellationError();
  }
  return words;
}
