import { CancellationError, l10n, type QuickPickItem, Uri } from 'vscode';
import { type CivilDate, parseCivilDate } from '../../core/dates/civilDate';
import type { Framework } from '../../core/frameworks/framework';
import { frameworkNamed } from '../../core/frameworks/frameworkSet';
import type { NoteIndex } from '../../core/index/noteIndex';
import type { Session } from '../../core/newNote/planSession';
import { suggestedSession } from '../../core/sessions/sessionHistory';
import type { SuggestedSession } from '../../core/sessions/suggestion';
import { showQuickPick } from '../../editor/picks';
import { UserError } from '../../editor/errors';
import type { Services } from '../../services';
import { askForPerson } from '../shared/pickPerson';
import { peopleAt } from '../shared/targetPerson';
import { formatMessage } from '../../editor/messages';

/**
 * Asks for the framework of the session. The suggested one is first, with its reason. Returns `undefined` if cancelled.
 */
async function pickSession(
  frameworks: readonly Framework[],
  { suggested, title }: { readonly suggested: SuggestedSession | undefined; readonly title: string },
): Promise<Framework | undefined> {
  const others = frameworks.filter(({ id, kind }) => id !== suggested?.framework.id && kind !== 'reflection');
  const items = [
    ...(suggested
      ? [{ ...itemFor(suggested.framework), description: l10n.t('Suggested: {0}', formatMessage(suggested.reason)) }]
      : []),
    ...others.map(itemFor),
  ];
  const picked = await showQuickPick(items, { title, placeHolder: l10n.t('Choose a session'), matchOnDetail: true });
  return picked?.framework;
}

function itemFor(framework: Framework): QuickPickItem & { readonly framework: Framework } {
  return { label: framework.title, detail: framework.sections.map(({ title }) => title).join(' · '), framework };
}

/** Options from the caller of the command. Missing ones are asked for. */
interface SessionOptions {
  readonly person?: string;
  readonly framework?: string;
  readonly date?: CivilDate;
  readonly followUps?: readonly string[];
}

const TITLE = l10n.t('New 1:1 Note');

/**
 * Returns the session described by `argument`: `{ person, framework, date, followUps }`, all optional, or the URI of a
 * file or folder with notes of the person. Asks for a missing person or framework; the date defaults to today.
 * @throws UserError if `argument` has an invalid value.
 * @throws CancellationError if the user cancels.
 */
export async function chooseSession(
  argument: unknown,
  index: NoteIndex,
  { frameworks, clock }: Pick<Services, 'frameworks' | 'clock'>,
): Promise<Session> {
  const wish = parseOptions(argument);
  const { followUps = [] } = wish;
  const today = clock.today();
  const date = wish.date ?? today;
  const isDateGiven = wish.date !== undefined;
  const likely = argument instanceof Uri ? peopleAt(argument, index) : [];
  const meant = wish.person ?? (await choosePerson(index, { today, likely }));
  const person = index.people.personNamed(meant);
  if ('refused' in person) {
    throw new UserError(formatMessage(person.refused));
  }
  const asked = (framework: Framework): Framework => {
    const { relation } = index.people.get(person.key) ?? {};
    return frameworks.forSession(framework, { key: person.key, relation }, date) ?? framework;
  };
  if (wish.framework !== undefined) {
    const framework = frameworkNamed(wish.framework, frameworks.frameworks);
    if ('refused' in framework) {
      throw new UserError(formatMessage(framework.refused));
    }
    return { person, date, isDateGiven, followUps, framework: asked(framework) };
  }
  const suggested = suggestedSession(index, person.key, { frameworks: frameworks.frameworks, on: date });
  const framework = await pickSession(frameworks.frameworks, {
    suggested,
    title: l10n.t('New 1:1 Note: {0}', person.name),
  });
  if (!framework) {
    throw new CancellationError();
  }
  return { person, date, isDateGiven, followUps, framework: asked(framework) };
}

/** Returns the only likely person, or else asks for one. */
async function choosePerson(
  index: NoteIndex,
  { today, likely }: { readonly today: CivilDate; readonly likely: readonly string[] },
): Promise<string> {
  const [only, ...others] = likely;
  return only !== undefined && others.length === 0
    ? only
    : askForPerson(index, { title: TITLE, today, canBeNew: true, likely });
}

function parseOptions(argument: unknown): SessionOptions {
  const fields = typeof argument === 'object' && argument !== null ? (argument as Record<string, unknown>) : {};
  const { person, framework, date, followUps } = fields;
  const day = typeof date === 'string' ? parseCivilDate(date) : undefined;
  if (date !== undefined && !day) {
    throw new UserError(
      l10n.t('“{0}” is not a date. Write it as YYYY-MM-DD.', typeof date === 'string' ? date : JSON.stringify(date)),
    );
  }
  return {
    ...(typeof person === 'string' && person.trim() !== '' && { person: person.trim() }),
    ...(typeof framework === 'string' && { framework }),
    ...(day && { date: day }),
    ...(Array.isArray(followUps) && { followUps: followUps.filter((line) => typeof line === 'string') }),
  };
}
