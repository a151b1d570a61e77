import { l10n, Uri, CancellationError } from 'vscode';
import { drop, reopen, tick, planSetDue as planDue } from '../../core/followUp/edits';
import { formatChange, titleOf } from '../../core/followUpList/format';
import { isClosed, type ListedFollowUp } from '../../core/index/listedFollowUp';
import { type Change, type NoteToChange, planChanges } from '../../core/noteEdit/planChanges';
import { type NoteEdits, type SkippedItem, undoChange } from '../../core/text/edit';
import { message } from '../../core/text/message';
import { editableText, NoteNotEditableError } from '../../editor/editableNote';
import { UserError } from '../../editor/errors';
import { formatMessage, showInformationMessage, warnAboutSkipped } from '../../editor/messages';
import { applyPlan } from '../../editor/noteEditor';
import { inParallel } from '../../editor/scheduling';
import { setting, fallbackCadence } from '../../editor/settings';
import { nameOf } from '../../editor/uris';
import type { Services } from '../../services';
import { byNote, type Target, targetsOf, needOne } from './targets';
import { planSetOwner as planOwner } from '../../core/followUp/ownerEdits';
import { personKey } from '../../core/people/names';
import { pickByName, type NamedItem } from '../shared/pickPerson';
import { shortDate, type CivilDate } from '../../core/dates/civilDate';
import { dayChoices, type DueDateChoice, nextMeeting, snoozeChoices } from '../../core/followUpList/dueDateChoices';
import { summarizePerson } from '../../core/peopleView/summary';
import { pickDay } from '../shared/pickOrType';

type Needs = Pick<Services, 'notes' | 'clock' | 'viewChanges'>;

/** Marks follow-ups as done today. Called with `{ toggle: true }`, as by its key, it reopens closed ones. */
export async function tickFollowUp(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  const { notes, clock } = needs;
  const targets = await targetsOf(args, notes);
  if (isToggle(args[0]) && targets.every(({ item }) => isClosed(item))) {
    await changeFollowUps(targets, reopen, l10n.t('Reopened'), needs);
    return;
  }
  const make: Change = (request) => tick(request, clock.today());
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
  const make: Change = (request) => drop(request, clock.today());
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
  make: Change,
  done: string,
  services: Pick<Services, 'notes' | 'viewChanges'>,
): Promise<void> {
  await services.viewChanges.inTurn(() => makeChange(targets, make, done, services));
}

async function makeChange(
  targets: readonly Target[],
  make: Change,
  done: string,
  { notes, viewChanges }: Pick<Services, 'notes' | 'viewChanges'>,
): Promise<void> {
  const { toChange, refused: unreadable } = await readNotes(targets);
  const { plan, refused, notices } = planChanges(toChange, make);
  await applyPlan(plan);
  if (targets.some(({ isRow }) => !isRow)) {
    // An older change is no longer the last one, and the editor has its own Undo for this one.
    viewChanges.forget();
  } else if (plan.changes.length > 0) {
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
    const items = ofNote.map(({ item, anchor }) => ({ text: item.followUp.text, anchor }));
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

interface OwnerItem extends NamedItem {
  /** The owner as written in the note, or `undefined` to remove the owner. */
  readonly owner: string | undefined;
}

/** Sets the owner of follow-ups: the reader, another person, or no owner. */
export async function setOwner(
  needs: Pick<Services, 'notes' | 'viewChanges'>,
  ...args: readonly unknown[]
): Promise<void> {
  const { notes } = needs;
  const targets = await targetsOf(args, notes);
  const { index } = notes;
  const first = new Set(targets.map(({ item }) => item.group));
  const people = index.people.all.map((person): OwnerItem => ({
    label: person.name,
    names: [person.name, ...person.aliases],
    owner: index.people.shortName(person.name),
  }));
  const isFirst = ({ label }: OwnerItem): boolean => first.has(personKey(label));
  const items: OwnerItem[] = [
    { label: l10n.t('Me'), names: [l10n.t('Me')], owner: 'me' },
    ...people.filter(isFirst),
    ...people.filter((item) => !isFirst(item)),
    { label: l10n.t('No owner'), names: [l10n.t('No owner')], owner: undefined },
  ];
  const picked = await pickByName(items, { title: l10n.t('Set Owner'), placeholder: l10n.t('Who owes it?') });
  if (!picked) {
    throw new CancellationError();
  }
  const isPerson = (name: string): boolean => index.people.knows(name);
  const ownerIn = (uri: string): string | undefined =>
    picked.owner === 'me' ? notes.fullIndex.ownNameIn(notes.fullIndex.note(uri)) : picked.owner;
  const done = picked.owner === undefined ? l10n.t('Owner removed') : l10n.t('Owned by {0}', picked.label);
  await changeFollowUps(targets, (request, uri) => planOwner(request, { owner: ownerIn(uri), isPerson }), done, needs);
}

type DueDateNeeds = Pick<Services, 'notes' | 'clock' | 'viewChanges'>;

/** Sets or removes the due date. */
export async function setDue(needs: DueDateNeeds, ...args: readonly unknown[]): Promise<void> {
  const targets = await targetsOf(args, needs.notes);
  const title = l10n.t('Due: {0}', titleOf(needOne(targets).item));
  await moveDue(targets, title, dayChoices, needs);
}

/** Postpones follow-ups to a day after today and after their due dates. */
export async function snoozeFollowUp(needs: DueDateNeeds, ...args: readonly unknown[]): Promise<void> {
  const targets = await targetsOf(args, needs.notes);
  const [one, ...others] = targets;
  const title = one && others.length === 0 ? l10n.t('Snooze: {0}', titleOf(one.item)) : l10n.t('Snooze Follow-Ups');
  const dues = targets.flatMap(({ item }) => item.followUp.fields.due ?? []);
  await moveDue(targets, title, (today, next) => snoozeChoices(today, dues, next), needs);
}

/** Asks for a day, offers `choicesOf`, and makes the answer the due date. */
async function moveDue(
  targets: readonly Target[],
  title: string,
  choicesOf: typeof dayChoices,
  needs: DueDateNeeds,
): Promise<void> {
  const today = needs.clock.today();
  const due = await pickDay({
    title,
    placeholder: l10n.t('Choose a day, or type one such as “4 dec” or “in three weeks”'),
    today,
    choices: choicesOf(today, nextMeetingOf(targets, needs.notes, today)),
    none: l10n.t('Someday (no due date)'),
  });
  const done = due === undefined ? l10n.t('Due date removed') : l10n.t('Due {0}', formatMessage(shortDate(due, today)));
  await changeFollowUps(targets, (request) => planDue(request, due), done, needs);
}

/** Returns the next 1:1 if all targets belong to one person. */
function nextMeetingOf(
  targets: readonly Target[],
  { index }: Services['notes'],
  today: CivilDate,
): DueDateChoice | undefined {
  const [group, ...others] = new Set(targets.map(({ item }) => item.group));
  const person = group === undefined || others.length > 0 ? undefined : index.people.get(group);
  return person && nextMeeting(summarizePerson(index, person, { today, fallbackDays: fallbackCadence }), today);
}
