import { CancellationError, InputBoxValidationSeverity, l10n } from 'vscode';
import { formatRelative, formatWeekday, shortDate, type CivilDate } from '../../core/dates/civilDate';
import { readDateWords } from '../../core/dates/naturalDate';
import { planSetDue as planDue } from '../../core/followUp/edits';
import { nextMeeting, nextWeek, tomorrow, type DueDateChoice } from '../../core/followUpList/dueDateChoices';
import { summarizePerson } from '../../core/peopleView/summary';
import { showInputBox, showQuickPick } from '../../editor/picks';
import { fallbackCadence } from '../../editor/settings';
import type { Services } from '../../services';
import { changeFollowUps } from './changeFollowUps';
import { needOne, targetsOf, type Target } from './targets';
import { formatMessage } from '../../editor/messages';

type Needs = Pick<Services, 'notes' | 'clock' | 'viewChanges'>;

/** Sets the due date from a date or words. Empty input removes it. */
export async function setDue(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  const { notes, clock } = needs;
  const targets = await targetsOf(args, notes);
  const due = await askForDate(needOne(targets), clock.today());
  const done =
    due === undefined ? l10n.t('Due date removed') : l10n.t('Due {0}', formatMessage(shortDate(due, clock.today())));
  await changeFollowUps(targets, (request) => planDue(request, due), done, needs);
}

/** Postpones follow-ups to tomorrow, next week, or the next 1:1 with the person. */
export async function snoozeFollowUp(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  const { notes, clock } = needs;
  const targets = await targetsOf(args, notes);
  const today = clock.today();
  const days = [tomorrow(today), nextWeek(today), ...nextMeetings(targets, notes, today)];
  const choices = days.map(({ label, date }) => ({
    label: formatMessage(label),
    date,
    description: formatMessage(shortDate(date, today)),
  }));
  const picked = await showQuickPick(choices, {
    title: l10n.t('Snooze Follow-Up'),
    placeHolder: l10n.t('Until when?'),
  });
  if (!picked) {
    throw new CancellationError();
  }
  const done = l10n.t('Snoozed until {0}', picked.description);
  await changeFollowUps(targets, (request) => planDue(request, picked.date), done, needs);
}

/** Returns the next 1:1 if all targets belong to one person. */
function nextMeetings(
  targets: readonly Target[],
  { index }: Services['notes'],
  today: CivilDate,
): readonly DueDateChoice[] {
  const [group, ...others] = new Set(targets.map(({ item }) => item.group));
  const person = group === undefined || others.length > 0 ? undefined : index.people.get(group);
  const next = person && nextMeeting(summarizePerson(index, person, { today, fallbackDays: fallbackCadence() }), today);
  return next ? [next] : [];
}

async function askForDate({ item }: Target, today: CivilDate): Promise<CivilDate | undefined> {
  const typed = await showInputBox({
    title: l10n.t('Due: {0}', item.text),
    prompt: l10n.t('A date such as 2026-12-04, or words such as “in two weeks”. Leave empty to remove the due date.'),
    value: item.followUp.fields.due ?? '',
    validateInput: async (value) => {
      if (value.trim() === '') {
        return undefined;
      }
      const date = await readDateWords(value, today);
      if (typeof date === 'string') {
        return { message: dayInWords(date, today), severity: InputBoxValidationSeverity.Info };
      }
      return date.choices.length > 0
        ? {
            message: l10n.t(
              'Press Enter to choose: {0}',
              date.choices.map((day) => formatMessage(shortDate(day, today))).join(' · '),
            ),
            severity: InputBoxValidationSeverity.Info,
          }
        : formatMessage(date.refused);
    },
  });
  if (typed === undefined) {
    throw new CancellationError();
  }
  const date = typed.trim() === '' ? undefined : await readDateWords(typed, today);
  return typeof date === 'object' ? chooseDate(typed, date.choices, today) : date;
}

/** Asks which of the days is meant by words that may mean several. */
async function chooseDate(typed: string, choices: readonly CivilDate[], today: CivilDate): Promise<CivilDate> {
  const picks = choices.map((date) => ({
    label: formatMessage(shortDate(date, today)),
    description: dayInWords(date, today),
    date,
  }));
  const picked = await showQuickPick(picks, {
    title: l10n.t('Due: {0}', typed.trim()),
    placeHolder: l10n.t('Which day is meant?'),
  });
  if (!picked) {
    throw new CancellationError();
  }
  return picked.date;
}

function dayInWords(date: CivilDate, today: CivilDate): string {
  return l10n.t('{0}, {1} ({2})', formatMessage(formatWeekday(date)), date, formatMessage(formatRelative(date, today)));
}
