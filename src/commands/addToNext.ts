import { CancellationError, l10n, Uri, window } from 'vscode';
import type { Refusal } from '../core/text/edit';
import type { NoteIndex } from '../core/index/noteIndex';
import type { Person } from '../core/people/person';
import { pagePath } from '../core/noteEdit/newPage';
import { planParking } from '../core/carryOver/parkingLot';
import { editableNotes } from '../editor/editableNote';
import { formatMessage, setStatusBarMessage } from '../editor/messages';
import { applyPlan } from '../editor/noteEditor';
import { nameOf } from '../editor/uris';
import { showInputBox } from '../editor/picks';
import { setting } from '../editor/settings';
import { UserError } from '../editor/errors';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { noteRoot } from './shared/noteRoot';
import { askForPerson } from './shared/pickPerson';
import { isPersonRef } from './shared/targetPerson';

const TITLE = l10n.t('Save for Next 1:1…');

/**
 * Adds the selection or a typed line to the topics of the next 1:1 with a person: `argument` may be a `PersonRef`. Returns the URI of the changed note.
 */
export async function addToNext({ notes, clock }: Pick<Services, 'notes' | 'clock'>, argument?: unknown): Promise<Uri> {
  const selected = selectedText();
  const index = await indexWithProgress(notes);
  const today = clock.today();
  const known = isPersonRef(argument) ? index.people.get(argument.person)?.name : undefined;
  const name = known ?? (await askForPerson(index, { title: TITLE, today, canBeNew: true }));
  const person = index.people.personNamed(name);
  if ('refused' in person) {
    throw new UserError(formatMessage(person.refused));
  }
  const words = selected ?? (await askForWords(person.name));
  const parking = { person, words, today, newPage: () => newPageFor(person, index) };
  const plan = await planParking(parking, editableNotes(notes));
  if ('refused' in plan) {
    throw new UserError(formatMessage(plan.refused));
  }
  await applyPlan(plan);
  const [uri] = [...(plan.create ? [plan.create.uri] : []), ...plan.changes.map((change) => change.uri)].map((each) =>
    Uri.parse(each),
  );
  if (!uri) {
    throw new Error('Parking planned no change');
  }
  await notes.refresh(uri);
  setStatusBarMessage(l10n.t('Added to {0}', nameOf(uri)));
  return uri;
}

async function newPageFor(
  person: Pick<Person, 'key' | 'name'>,
  index: NoteIndex,
): Promise<{ readonly uri: string } | Refusal> {
  const root = await noteRoot(index, person.key);
  const page = pagePath(person.name, setting('people.path', root));
  return 'refused' in page ? page : { uri: Uri.joinPath(root, page.path).toString() };
}

function selectedText(): string | undefined {
  const editor = window.activeTextEditor;
  const text = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection).trim() : '';
  return text === '' ? undefined : text;
}

async function askForWords(name: string): Promise<string> {
  const words = await showInputBox({ title: TITLE, prompt: l10n.t('What do you want to talk about with {0}?', name) });
  if (words === undefined) {
    throw new CancellationError();
  }
  return words;
}
