import { CancellationError, l10n } from 'vscode';
import type { CivilDate } from '../../core/dates/civilDate';
import { parseCadence } from '../../core/peopleView/cadence';
import type { Person } from '../../core/people/person';
import { message } from '../../core/text/message';
import { UserError } from '../../editor/errors';
import { formatMessage } from '../../editor/messages';
import { showInputBox } from '../../editor/picks';
import type { Services } from '../../services';
import { pickRelation, writeFact } from '../shared/personFact';
import { dayChoices } from '../../core/followUpList/dueDateChoices';
import { pickDay, pickOrType } from '../shared/pickOrType';
import { targetPerson } from '../shared/pickPerson';

type Needs = Pick<Services, 'notes' | 'clock' | 'roster' | 'viewChanges'>;

const CADENCES = [
  [l10n.t('Every week'), 'weekly'],
  [l10n.t('Every two weeks'), 'biweekly'],
  [l10n.t('Every month'), 'monthly'],
  [l10n.t('Every three months'), 'quarterly'],
] as const;

/** Sets a person's cadence in the person's page, or else in the roster. */
export async function setCadence(needs: Needs, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Set Cadence'));
  const value = await pickOrType<string | undefined>({
    title: l10n.t('Set Cadence: {0}', person.name),
    placeholder: l10n.t('Choose how often you meet, or type days such as 10d'),
    items: [
      ...CADENCES.map(([label, written]) => ({
        label,
        description: written === person.cadence ? l10n.t('now') : '',
        meant: { value: written },
      })),
      { label: l10n.t('Detect it from my notes'), meant: { value: undefined } },
    ],
    read: (typed) =>
      parseCadence(typed) === undefined
        ? [{ label: l10n.t('“{0}” is not a cadence. Write weekly, biweekly, monthly, or 10d.', typed) }]
        : [{ label: typed, meant: { value: typed } }],
  });
  await writeFact(person, { key: 'cadence', value }, needs);
}

/** Sets the last day of a person's time away. Until then no 1:1 is due. */
export async function setAwayUntil(needs: Needs, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Set Time Away'));
  const today = needs.clock.today();
  const date = await pickDay({
    title: l10n.t('Set Time Away: {0}', person.name),
    placeholder: l10n.t('Choose the last day away, or type one such as “24 dec”'),
    today,
    choices: dayChoices(today, undefined),
    none: l10n.t('Not away'),
  });
  await writeFact(person, { key: 'away-until', value: date }, needs);
}

/** The facts about a person that a day answers, with their names in the picker. */
const DAYS = [
  ['started', l10n.t('First Day in the Job')],
  ['leaving', l10n.t('Last Day in the Job')],
  ['away-until', l10n.t('Last Day Away')],
] as const;

/** Sets the relation of a person, a day that sessions depend on, or what the reader wants to shape with the person. */
export async function setDetails(needs: Needs, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Set Details'));
  const title = l10n.t('Set Details: {0}', person.name);
  const key = await pickOrType<'relation' | 'shape' | (typeof DAYS)[number][0]>({
    title,
    placeholder: l10n.t('Choose what to set'),
    items: [
      {
        label: l10n.t('Relation'),
        description: person.relation ? formatMessage(message(`relation.${person.relation}`)) : '',
        meant: { value: 'relation' },
      },
      ...DAYS.map(([value, label]) => ({ label, description: dayOf(person, value) ?? '', meant: { value } })),
      { label: l10n.t('What I Want to Shape'), description: person.shape ?? '', meant: { value: 'shape' } },
    ],
    read: () => [],
  });
  if (key === 'relation') {
    await writeFact(person, { key, value: await pickRelation(title, person.relation) }, needs);
    return;
  }
  if (key === 'shape') {
    const typed = await showInputBox({
      title,
      prompt: l10n.t(
        'What do you want to shape with {0}? Only you see it, in each brief until you change it.',
        person.name,
      ),
      value: person.shape ?? '',
      ignoreFocusOut: true,
    });
    if (typed === undefined) {
      throw new CancellationError();
    }
    if (typed === (person.shape ?? '')) return;
    const value = typed.replace(/\s+/g, ' ').trim();
    await writeFact(person, { key, value: value === '' ? undefined : value }, needs);
    return;
  }
  const placeholder = l10n.t('Choose a day, or type one such as “24 dec”');
  const today = needs.clock.today();
  const choices = dayChoices(today, undefined);
  const value = await pickDay({ title, placeholder, today, choices, none: l10n.t('No date') });
  const started = key === 'started' ? value : person.started;
  const leaving = key === 'leaving' ? value : person.leaving;
  if (started && leaving && leaving < started) {
    throw new UserError(l10n.t('The last day, {0}, would be before the first, {1}.', leaving, started));
  }
  await writeFact(person, { key, value }, needs);
}

function dayOf({ started, leaving, awayUntil }: Person, key: (typeof DAYS)[number][0]): CivilDate | undefined {
  return { started, leaving, 'away-until': awayUntil }[key];
}
