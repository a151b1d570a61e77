import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { CivilDate } from '../../core/dates/civilDate';
import type { Relation } from '../../core/people/person';
import { formatPerson, type PersonDetail } from '../../core/peopleView/format';
import { formatDrift } from '../../core/peopleView/sectionBalance';
import type { PersonSummary } from '../../core/peopleView/summary';
import { formatMessage } from '../../editor/messages';

/** A person. Commands use it as `{ person }`. */
export interface PersonRow {
  readonly kind: 'person';
  /** The person's key. */
  readonly person: string;
  readonly summary: PersonSummary;
}

/** A detail about a person. */
export interface DetailRow {
  readonly kind: 'detail';
  readonly detail: PersonDetail;
  readonly parent: PersonRow;
}

/** The people without a configured cadence and without a recent meeting. */
export interface NotMetRow {
  readonly kind: 'notMetLately';
  readonly people: readonly PersonSummary[];
}

export type PeopleRow = PersonRow | DetailRow | NotMetRow;

const DETAIL_ICONS: Readonly<Record<PersonDetail['kind'], string>> = {
  lastMet: 'history',
  due: 'calendar',
  cadence: 'sync',
  open: 'tasklist',
  oldest: 'watch',
  career: 'mortar-board',
  sessions: 'notebook',
  balance: 'pie-chart',
};

const RELATIONS: Readonly<Record<Relation, string>> = {
  manager: l10n.t('Your manager'),
  report: l10n.t('Reports to you'),
  peer: l10n.t('Peer'),
};

/** Returns the tree item of a person, with the person's state as its description and icon. */
export function personItem({ person, summary }: PersonRow, today: CivilDate): TreeItem {
  const item = new TreeItem(summary.person.name, TreeItemCollapsibleState.Collapsed);
  item.id = person;
  const state = formatMessage(formatPerson(summary, today));
  item.description = state;
  item.contextValue = 'person';
  item.iconPath = iconOf(summary);
  item.tooltip = [relationOf(summary), state, formatMessage(formatDrift(summary.balance))]
    .filter((part) => part !== '')
    .join('\n');
  item.accessibilityInformation = { label: `${summary.person.name}, ${state}` };
  return item;
}

export function detailItem({ detail, parent }: DetailRow): TreeItem {
  const [label, description] = [formatMessage(detail.label), formatMessage(detail.description)];
  const item = new TreeItem(label);
  item.id = `${parent.person}\n${detail.kind}`;
  item.description = description;
  item.tooltip = `${label}: ${description}`;
  item.iconPath = new ThemeIcon(DETAIL_ICONS[detail.kind]);
  return item;
}

export function notMetItem({ people }: NotMetRow): TreeItem {
  const item = new TreeItem(l10n.t('Not met lately'), TreeItemCollapsibleState.Collapsed);
  item.id = 'notMetLately';
  item.description = String(people.length);
  return item;
}

function iconOf({ state }: PersonSummary): ThemeIcon {
  if (state.away) return new ThemeIcon('rocket');
  if (state.isOverdue) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon(state.isDue ? 'calendar' : 'person');
}

function relationOf({ person }: PersonSummary): string {
  return person.relation ? RELATIONS[person.relation] : '';
}
