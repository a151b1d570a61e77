import { l10n, Uri } from 'vscode';
import { type Change, type NoteToChange, planChanges } from '../../core/noteEdit/planChanges';
import type { ListedFollowUp } from '../../core/index/listedFollowUp';
import { changeInWords } from '../../core/followUpList/format';
import type { SkippedItem } from '../../core/text/edit';
import { inParallel } from '../../editor/timeSlicer';
import { formatMessage, showInformationMessage, showWarningMessage } from '../../editor/messages';
import { applyPlan, showNote } from '../../editor/noteEditor';
import { nameOf } from '../../editor/uris';
import { editableText, NoteNotEditableError } from '../../editor/editableNote';
import { setting } from '../../editor/settings';
import { UserError } from '../../editor/errors';
import type { Services } from '../../services';
import { refreshNotes } from '../shared/reportResult';
import { byNote, type Target } from './targets';
import { message } from '../../core/text/message';

const OPEN_NOTE = l10n.t('Open Note');

/** Maximum number of notes opened at once. */
const AT_ONCE = 8;

/** A change of follow-ups. */
export interface FollowUpWish {
  readonly make: Change['make'];
  /** The completed action, to be followed by the name of a follow-up: `Marked as done`. */
  readonly done: string;
}

/**
 * Changes all targets in one step with a single undo. Targets that cannot be located, or whose note cannot be read, are
 * skipped and reported. Changes from a view can also be undone there.
 */
export async function changeFollowUps(
  targets: readonly Target[],
  wish: FollowUpWish,
  services: Pick<Services, 'notes' | 'viewChanges'>,
): Promise<void> {
  await services.viewChanges.inTurn(() => makeChange(targets, wish, services));
}

async function makeChange(
  targets: readonly Target[],
  { make, done }: FollowUpWish,
  { notes, viewChanges }: Pick<Services, 'notes' | 'viewChanges'>,
): Promise<void> {
  const { toChange, refused: unreadable } = await readNotes(targets);
  const { plan, refused, notices } = planChanges(toChange, {
    make,
    dialect: setting('dialect'),
    statuses: setting('statuses'),
  });
  await applyPlan(plan);
  if (plan.changes.length > 0 && targets.some(({ isRow }) => isRow)) {
    viewChanges.remember(plan.changes, changeInWords(done, changedItems(targets, [...unreadable, ...refused])));
  }
  await refreshNotes(
    plan.changes.map(({ uri }) => Uri.parse(uri)),
    notes,
  );
  for (const notice of notices) {
    void showInformationMessage(formatMessage(notice));
  }
  tellRefused([...unreadable, ...refused]);
}

async function readNotes(targets: readonly Target[]): Promise<{ toChange: NoteToChange[]; refused: SkippedItem[] }> {
  const toChange: NoteToChange[] = [];
  const refused: SkippedItem[] = [];
  const read = async ([uri, ofNote]: readonly [string, readonly Target[]]): Promise<void> => {
    const items = ofNote.map(({ item, proof }) => ({ text: item.followUp.text, proof }));
    try {
      toChange.push({ uri, textNow: await editableText(Uri.parse(uri)), items });
    } catch (error) {
      const reason = error instanceof NoteNotEditableError ? error.reason : message('note.unreadable');
      refused.push(...items.map(({ text }) => ({ uri, text, reason })));
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

function tellRefused(refused: readonly SkippedItem[]): void {
  const [first, ...more] = refused;
  if (!first) {
    return;
  }
  const uri = Uri.parse(first.uri);
  const about = [first.text, nameOf(uri), formatMessage(first.reason)] as const;
  const warning =
    more.length === 0
      ? l10n.t('“{0}” in {1} was not changed. {2}', ...about)
      : l10n.t('“{0}” in {1} was not changed. {2} The same goes for {3} more.', ...about, more.length);
  void showWarningMessage(warning, OPEN_NOTE).then((choice) => (choice === OPEN_NOTE ? showNote(uri) : undefined));
}

/**
 * Returns the first target.
 * @throws UserError if no follow-up was chosen.
 */
export function needOne(targets: readonly Target[]): Target {
  const [first] = targets;
  if (!first) {
    throw new UserError(l10n.t('Choose a follow-up first.'));
  }
  return first;
}
