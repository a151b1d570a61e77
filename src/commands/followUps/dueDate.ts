import { l10n } from 'vscode';
import { addDays, shortDate, type CivilDate } from '../../core/dates/civilDate';
import { planSetDue as planDue } from '../../core/followUp/edits';
import { type DueDateChoice, nextMeeting } from '../../core/followUpList/dueDateChoices';
import { titleOf } from '../../core/followUpList/format';
import { summarizePerson } from '../../core/peopleView/summary';
import { formatMessage } from '../../editor/messages';
import { fallbackCadence } from '../../editor/settings';
import type { Services } from '../../services';
import { pickDay } from '../shared/pickMeaning';
import { changeFollowUps } from './changeFollowUps';
import { needOne, targetsOf, type Target } from './targets';

type Needs = Pick<Services, 'notes' | 'clock' | 'viewChanges'>;

/** Sets or removes the due date. */
export async function setDue(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  const targets = await targetsOf(args, needs.notes);
  const title = l10n.t('Due: {0}', titleOf(needOne(targets).item));
  await moveDue(targets, title, needs.clock.today(), needs);
}

/** Postpones follow-ups to tomorrow or later. */
export async function snoozeFollowUp(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  const targets = await targetsOf(args, needs.notes);
  await moveDue(targets, l10n.t('Snooze Follow-Up'), addDays(needs.clock.today(), 1), needs);
}

/** Asks for a day, offered from `from` on, and makes it the due date. */
async function moveDue(targets: readonly Target[], title: string, from: CivilDate, needs: Needs): Promise<void> {
  const today = needs.clock.today();
  const due = await pickDay({
    title,
    placeholder: l10n.t('Choose a day, or type one such as “4 dec” or “in three weeks”'),
    today,
    from,
    next: nextMeetingOf(targets, needs.notes, today),
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
  return person && nextMeeting(summarizePerson(index, person, { today, fallbackDays: fallbackCadence() }), today);
}
