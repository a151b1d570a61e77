import { l10n, Uri } from 'vscode';
import { drop, reopen, tick } from '../../core/followUp/edits';
import { formatChange } from '../../core/followUpList/format';
import { isClosed, type ListedFollowUp } from '../../core/index/listedFollowUp';
import { type Change, type NoteToChange, planChanges } from '../../core/noteEdit/planChanges';
import { type NoteEdits, type SkippedItem, undoChange } from '../../core/text/edit';
import { message } from '../../core/text/message';
import { editableText, NoteNotEditableError } from '../../editor/editableNote';
import { UserError } from '../../editor/errors';
import { formatMessage, showInformationMessage, warnAboutSkipped } from '../../editor/messages';
import { applyPlan } from '../../editor/noteEditor';
import { inParallel } from '../../editor/scheduling';
import { setting } from '../../editor/settings';
import { nameOf } from '../../editor/uris';
import type { Services } from '../../services';
import { byNote, type Target, targetsOf } from './targets';

type Needs = Pick<Services, 'notes' | 'clock' | 'viewChanges'>;

/** Marks follow-ups as done today. Called with `{ toggle: true }`, as by its key, it reopens closed ones. */
export async function tickFollowUp(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  const { notes, clock } = needs;
  const targets = await targetsOf(args, notes);
  if (isToggle(args[0]) && targets.every(({ item }) => isClosed(item))) {
    await changeFollowUps(targets, reopen, l10n.t('Reopened'), needs);
    return;
  }
  const make: Change['make'] = (request) => tick(request, clock.today());
  await changeFollowUps(targets, make, l10n.t('Marked as done'), needs);
}

function isToggle(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'toggle' in argument && argument.toggle === true;
}

/** Reopens done or dropped follow-ups. */
export async function reopenFollowUp(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  await changeFollowUps(await targetsOf(args, needs.notes, 'closed'), reopen, l10n.t('Reopened'), needs);
}

/** Drops follow-ups that will not be done. */
export async function dropFollowUp(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  const { notes, clock } = needs;
  const make: Change['make'] = (request) => drop(request, clock.today());
  await changeFollowUps(await targetsOf(args, notes), make, l10n.t('Dropped'), needs);
}

/** Maximum number of notes opened at once. */
const AT_ONCE = 8;

/**
 * Changes all targets in one step with a single undo. `done` is the completed action, to be followed by the name of a
 * follow-up, such as `Marked as done`. Targets that cannot be located, or whose note cannot be read, are skipped and
 * reported. Changes from a view can also be undone there.
 */
export async function changeFollowUps(
  targets: readonly Target[],
  make: Change['make'],
  done: string,
  services: Pick<Services, 'notes' | 'viewChanges'>,
): Promise<void> {
  await services.viewChanges.inTurn(() => makeChange(targets, make, done, services));
}

async function makeChange(
  targets: readonly Target[],
  make: Change['make'],
  done: string,
  { notes, viewChanges }: Pick<Services, 'notes' | 'viewChanges'>,
): Promise<void> {
  const { toChange, refused: unreadable } = await readNotes(targets);
  const { plan, refused, notices } = planChanges(toChange, { make });
  await applyPlan(plan);
  if (plan.changes.length > 0 && targets.some(({ isRow }) => isRow)) {
    viewChanges.remember(
      plan.changes,
      formatMessage(formatChange(done, changedItems(targets, [...unreadable, ...refused]))),
    );
  }
  await notes.refresh(...plan.changes.map(({ uri }) => Uri.parse(uri)));
  for (const notice of notices) {
    void showInformationMessage(formatMessage(notice));
  }
  warnAboutSkipped([...unreadable, ...refused], { carried: false });
}

async function readNotes(targets: readonly Target[]): Promise<{ toChange: NoteToChange[]; refused: SkippedItem[] }> {
  const toChange: NoteToChange[] = [];
  const refused: SkippedItem[] = [];
  const read = async ([key, ofNote]: readonly [string, readonly Target[]]): Promise<void> => {
    const items = ofNote.map(({ item, proof }) => ({ text: item.followUp.text, proof }));
    const uri = Uri.parse(key);
    try {
      const textNow = await editableText(uri);
      const rules = { dialect: setting('dialect', uri), statuses: setting('statuses', uri) };
      toChange.push({ uri: key, textNow, items, ...rules });
    } catch (error) {
      const reason = error instanceof NoteNotEditableError ? error.reason : message('note.unreadable');
      refused.push(...items.map(({ text }) => ({ uri: key, text, reason })));
    }
  };
  await inParallel(byNote(targets), AT_ONCE, read);
  return { toChange, refused };
}

function changedItems(targets: readonly Target[], refused: readonly SkippedItem[]): readonly ListedFollowUp[] {
  return targets
    .map(({ item }) => item)
    .filter(({ note, followUp }) => !refused.some(({ uri, text }) => uri === note.uri && text === followUp.text));
}

/** Undoes the last change from a view, as far as the changed lines are still the same. */
export async function undoFollowUpChange({
  notes,
  viewChanges,
}: Pick<Services, 'notes' | 'viewChanges'>): Promise<void> {
  await viewChanges.inTurn(async () => {
    const undos: NoteEdits[] = [];
    const refused: Uri[] = [];
    for (const change of viewChanges.take().toReversed()) {
      const uri = Uri.parse(change.uri);
      const undo = await planUndo(change, uri);
      if (undo) {
        undos.push(undo);
      } else {
        refused.push(uri);
      }
    }
    await applyPlan({ changes: undos });
    await notes.refresh(...undos.map(({ uri }) => Uri.parse(uri)));
    if (refused.length > 0) {
      throw new UserError(
        l10n.t('Nothing was undone in {0}: the note has changed since.', refused.map(nameOf).join(', ')),
      );
    }
  });
}

async function planUndo(change: NoteEdits, uri: Uri): Promise<NoteEdits | undefined> {
  try {
    return undoChange(change, await editableText(uri));
  } catch (error) {
    if (error instanceof NoteNotEditableError) {
      return undefined;
    }
    throw error;
  }
}
