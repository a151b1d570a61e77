import { ConfigurationTarget, l10n, type LogOutputChannel, type Memento, workspace } from 'vscode';
import type { NoteIndex } from '../core/index/noteIndex';
import { DisposableStore } from './disposables';
import { withErrorReporting } from './errors';
import { showInformationMessage } from './messages';
import type { NoteService } from './notes/noteService';
import { showInputBox, showQuickPick } from './picks';

/** Key in the workspace state: whether the question was shown. */
const ASKED = 'oneOnOne.askedWhoIsReader';
const QUESTION = l10n.t('Which of these is you?');
const OTHER = l10n.t('Another Name…');
/** Maximum number of names on a notification. */
const MOST_BUTTONS = 3;

/**
 * Asks once which name is the reader's, as soon as the notes allow the question: they name both people, and neither the
 * settings nor the notes decide it. The caller owns the returned store.
 */
export function askWhoIsReader(notes: NoteService, memory: Memento, log: LogOutputChannel): DisposableStore {
  const waiting = new DisposableStore();
  const look = (): void => {
    if (waiting.isDisposed || notes.state.phase !== 'ready' || memory.get(ASKED) === true) return;
    const names = notes.index.readerCandidates();
    if (names.length < 2) return;
    waiting.dispose();
    void withErrorReporting(log, async () => {
      await memory.update(ASKED, true);
      await ask(names, notes.index);
    });
  };
  waiting.add(notes.onDidChangeState(look));
  waiting.add(notes.onDidChange(look));
  return waiting;
}

async function ask(names: readonly string[], index: NoteIndex): Promise<void> {
  const question = l10n.t('Some of your 1:1 notes name both people. {0}', QUESTION);
  const chosen = await showInformationMessage(question, ...names.slice(0, MOST_BUTTONS), OTHER);
  const name = chosen === OTHER ? await pickReader(index) : chosen;
  if (name !== undefined) await setReader(name);
}

/** Lets the user choose or type the reader's name. Resolves to `undefined` when cancelled. */
export async function pickReader(index: NoteIndex): Promise<string | undefined> {
  const { readerName, all } = index.people;
  const known = [readerName ?? '', ...index.readerCandidates(), ...all.map(({ name }) => name)];
  const names = [...new Set(known)].filter((name) => name !== '');
  const items = [...names.map((name) => ({ label: name, name })), { label: OTHER, name: undefined }];
  const picked = names.length > 0 ? await showQuickPick(items, { title: QUESTION }) : { name: undefined };
  if (picked?.name !== undefined || !picked) return picked?.name;
  const typed = await showInputBox({
    title: l10n.t('Set Your Name'),
    prompt: l10n.t('Your name as it appears in your notes'),
    validateInput: (value) => (value.trim() === '' ? l10n.t('Type a name.') : undefined),
  });
  return typed?.trim();
}

/** Saves the reader's name in the user settings, or in the workspace settings if they have one already. */
export async function setReader(name: string): Promise<void> {
  const settings = workspace.getConfiguration('oneOnOne');
  const isInWorkspace = settings.inspect('me')?.workspaceValue !== undefined;
  await settings.update('me', [name], isInWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
}
