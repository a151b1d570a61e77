import { CancellationError, InputBoxValidationSeverity, l10n, Uri } from 'vscode';
import { formatRelative, shortDate } from '../../core/dates/civilDate';
import { readDateWords } from '../../core/dates/naturalDate';
import { parseCadence } from '../../core/peopleView/cadence';
import type { Person } from '../../core/people/person';
import { settingInPage, settingInRoster, type PersonSetting } from '../../core/peopleView/personSetting';
import { changeOrCreate } from '../../editor/noteEditor';
import { showInputBox } from '../../editor/picks';
import { rosterOf } from '../../editor/rosterStore';
import { UserError } from '../../editor/errors';
import type { Services } from '../../services';
import { noteRoot } from '../shared/noteRoot';
import { targetPerson } from '../shared/targetPerson';
import { message } from '../../core/text/message';
import { formatMessage } from '../../editor/messages';

type Needs = Pick<Services, 'notes' | 'clock' | 'roster' | 'viewChanges'>;

/** Sets a person's cadence in the person's page, or else in the roster. */
export async function setCadence(needs: Needs, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Set Cadence'));
  const value = await showInputBox({
    title: l10n.t('Set Cadence: {0}', person.name),
    prompt: l10n.t('weekly, biweekly, monthly, or days such as 10d. Leave empty to detect it from your notes.'),
    value: person.cadence ?? '',
    validateInput: (typed) =>
      typed.trim() === '' || parseCadence(typed) !== undefined
        ? undefined
        : l10n.t('“{0}” is not a cadence. Write weekly, biweekly, monthly, or 10d.', typed.trim()),
  });
  if (value === undefined) {
    throw new CancellationError();
  }
  await writeFact(person, { key: 'cadence', value: value.trim() === '' ? undefined : value.trim() }, needs);
}

/** Sets the last day of a person's time away. Until then no 1:1 is due. */
export async function setAwayUntil(needs: Needs, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Set Time Away'));
  const today = needs.clock.today();
  const typed = await showInputBox({
    title: l10n.t('Set Time Away: {0}', person.name),
    prompt: l10n.t('Last day away, such as 2026-12-24 or “in two weeks”. Leave empty if the person is not away.'),
    value: person.awayUntil ?? '',
    validateInput: async (value) => {
      const date = value.trim() === '' ? undefined : await readDateWords(value, today);
      return typeof date === 'string'
        ? {
            message: formatMessage(message('list.comma', shortDate(date, today), formatRelative(date, today))),
            severity: InputBoxValidationSeverity.Info,
          }
        : date && formatMessage(date.refused);
    },
  });
  if (typed === undefined) {
    throw new CancellationError();
  }
  const date = typed.trim() === '' ? undefined : await readDateWords(typed, today);
  if (typeof date === 'object') {
    throw new UserError(formatMessage(date.refused));
  }
  await writeFact(person, { key: 'away-until', value: date }, needs);
}

async function writeFact(person: Person, fact: PersonSetting, { notes, roster, viewChanges }: Needs): Promise<void> {
  const isOnPage = person.page !== undefined;
  const uri = isOnPage ? Uri.parse(person.page) : rosterOf(await noteRoot(notes.index, person.key));
  await changeOrCreate(uri, (text) => (isOnPage ? settingInPage(text, fact) : settingInRoster(text, person, fact)));
  viewChanges.forget();
  await (isOnPage ? notes.refresh(uri) : roster.reload());
}
