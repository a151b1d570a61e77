import { l10n, Uri } from 'vscode';
import { parseCadence } from '../../core/peopleView/cadence';
import type { Person } from '../../core/people/person';
import { settingInPage, settingInRoster, type PersonSetting } from '../../core/peopleView/personSetting';
import { changeOrCreate } from '../../editor/noteEditor';
import { rosterOf } from '../../editor/rosterStore';
import type { Services } from '../../services';
import { noteRoot } from '../shared/noteRoot';
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
    none: l10n.t('Not away'),
  });
  await writeFact(person, { key: 'away-until', value: date }, needs);
}

async function writeFact(shown: Person, fact: PersonSetting, { notes, roster, viewChanges }: Needs): Promise<void> {
  const person = notes.fullIndex.people.get(shown.key) ?? shown;
  const isOnPage = person.page !== undefined;
  const uri = isOnPage ? Uri.parse(person.page) : rosterOf(await noteRoot(notes.fullIndex, person.key));
  await changeOrCreate(uri, (text) => (isOnPage ? settingInPage(text, fact) : settingInRoster(text, person, fact)));
  viewChanges.forget();
  await (isOnPage ? notes.refresh(uri) : roster.reload());
}
