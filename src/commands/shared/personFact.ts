import { l10n, Uri } from 'vscode';
import { type PersonSetting, settingInPage, settingInRoster } from '../../core/peopleView/personSetting';
import { type Person, type Relation, RELATIONS } from '../../core/people/person';
import { message } from '../../core/text/message';
import { UserError } from '../../editor/errors';
import { formatMessage, showWarningMessage } from '../../editor/messages';
import { changeOrCreate } from '../../editor/noteEditor';
import { rosterOf } from '../../editor/rosterStore';
import type { Services } from '../../services';
import { noteRoot } from './noteRoot';
import { pickOrType } from './pickOrType';

/** The services that write a fact about a person. */
export type FactWriters = Pick<Services, 'notes' | 'roster' | 'viewChanges'>;

/** Writes a fact into the person's page, or else into the roster, and takes it into the index. */
export async function writeFact(
  shown: Person,
  fact: PersonSetting,
  { notes, roster, viewChanges }: FactWriters,
): Promise<void> {
  const person = notes.fullIndex.people.get(shown.key) ?? shown;
  const isOnPage = person.page !== undefined;
  const uri = isOnPage ? Uri.parse(person.page) : rosterOf(await noteRoot(notes.fullIndex, person.key));
  await changeOrCreate(uri, (text) => (isOnPage ? settingInPage(text, fact) : settingInRoster(text, person, fact)));
  viewChanges.forget();
  await (isOnPage ? notes.refresh(uri) : roster.reload());
}

/**
 * Asks for the relation of a person to the reader.
 * @throws CancellationError if the user cancels.
 */
export function pickRelation(title: string, current: Relation | undefined): Promise<Relation> {
  return pickOrType<Relation>({
    title,
    placeholder: l10n.t('Choose the relation, which decides the sessions that are suggested'),
    items: RELATIONS.map((relation) => ({
      label: formatMessage(message(`relation.${relation}`)),
      description: relation === current ? l10n.t('now') : '',
      meant: { value: relation },
    })),
    read: () => [],
  });
}

/**
 * Asks once for the relation of a known person, if it is unknown, and saves the answer. If it
 * cannot be written, a warning says why.
 */
export async function askForRelation({ key }: Pick<Person, 'key'>, writers: FactWriters): Promise<void> {
  const person = writers.notes.fullIndex.people.get(key);
  if (!person || person.relation) return;
  const relation = await pickRelation(l10n.t('How Do You Work With {0}?', person.name), undefined);
  try {
    await writeFact(person, { key: 'relation', value: relation }, writers);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    void showWarningMessage(error.message);
  }
}
