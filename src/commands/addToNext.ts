import { CancellationError, l10n, type Uri, window } from 'vscode';
import { UserError } from '../editor/errors';
import { formatMessage, setStatusBarMessage } from '../editor/messages';
import { showInputBox } from '../editor/picks';
import { nameOf } from '../editor/uris';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { isEntryRow, sourceLine } from './shared/sourceLine';
import { parkFor } from './shared/addToMeeting';
import { askForPerson, isPersonRef } from './shared/pickPerson';

const TITLE = l10n.t('Save for Next 1:1…');

/**
 * Adds the selection, the words of a row or a typed line to the topics of the next 1:1 with a person. Words that another
 * person said, and private words, are not taken over: the user types what to say of them. `argument` may also be
 * a `PersonRef`. Returns the URI of the changed note.
 */
export async function addToNext({ notes, clock }: Pick<Services, 'notes' | 'clock'>, argument?: unknown): Promise<Uri> {
  const index = await indexWithProgress(notes);
  const line = isEntryRow(argument) ? await sourceLine(argument, notes) : undefined;
  const selected = line ? undefined : selectedText();
  const today = clock.today();
  const known = isPersonRef(argument) ? index.people.get(argument.person)?.name : undefined;
  const likely = line?.person ? [line.person.name] : [];
  const name = known ?? (await askForPerson(index, { title: TITLE, today, canBeNew: true, likely }));
  const person = index.people.personNamed(name);
  if ('refused' in person) {
    throw new UserError(formatMessage(person.refused));
  }
  const isTheirs = line?.person?.key === person.key && !line.private;
  const words = selected ?? (isTheirs ? line.words : await askForWords(person.name));
  const [uri] = await parkFor([{ person, words }], { notes, today });
  if (!uri) {
    throw new Error('Parking planned no change');
  }
  setStatusBarMessage(l10n.t('Added to {0}', nameOf(uri)));
  return uri;
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
