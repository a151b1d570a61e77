import { type Command, l10n, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { type CivilDate, shortDate } from '../../core/dates/civilDate';
import { formatDrift, type PersonBalance } from '../../core/peopleView/sectionBalance';
import { formatThemePeople, THEME_TITLES, themeTitle } from '../../core/themes/text';
import type { Theme, ThemePlace } from '../../core/themes/theme';
import type { ThemeGroup, ThemeKind } from '../../core/themes/themes';

/** Themes of one kind. */
export interface GroupRow {
  readonly kind: 'group';
  readonly group: ThemeGroup;
}

/** Whose notes are mostly status, or have sections that stay empty. */
export interface DriftsRow {
  readonly kind: 'drifts';
  readonly drifts: readonly PersonBalance[];
}

export interface ThemeRow {
  readonly kind: 'theme';
  readonly theme: Theme;
  readonly parent: GroupRow;
}

/** A line that belongs to a theme. */
export interface PlaceRow {
  readonly kind: 'place';
  readonly place: ThemePlace;
  readonly parent: ThemeRow;
}

export interface DriftRow {
  readonly kind: 'drift';
  readonly drift: PersonBalance;
}

export type ThemesRow = GroupRow | DriftsRow | ThemeRow | PlaceRow | DriftRow;

const ICONS: Readonly<Record<ThemeKind, string>> = {
  thanksToGive: 'heart',
  blockers: 'debug-disconnect',
  tags: 'tag',
  onMyMind: 'lightbulb',
  thanksGiven: 'heart-filled',
};

export function groupItem({ group: { kind, themes } }: GroupRow): TreeItem {
  const item = new TreeItem(THEME_TITLES[kind], TreeItemCollapsibleState.Collapsed);
  item.id = kind;
  item.description = String(themes.length);
  item.iconPath = new ThemeIcon(ICONS[kind]);
  return item;
}

export function driftsItem({ drifts }: DriftsRow): TreeItem {
  const item = new TreeItem(l10n.t('Conversation Balance'), TreeItemCollapsibleState.Collapsed);
  item.id = 'drifts';
  item.description = String(drifts.length);
  item.iconPath = new ThemeIcon('pie-chart');
  return item;
}

export function themeItem({ theme, parent }: ThemeRow): TreeItem {
  const item = new TreeItem(themeTitle(theme), TreeItemCollapsibleState.Collapsed);
  item.id = `${parent.group.kind}\n${theme.key}`;
  item.description = formatThemePeople(theme);
  item.tooltip = `${themeTitle(theme)}\n${theme.people.map(({ name }) => name).join(', ')}`;
  return item;
}

/** A row that opens its line. The words of the line are added when somebody asks for them. */
export function placeItem({ place, parent }: PlaceRow, today: CivilDate): TreeItem {
  const { person, date, uri, line } = place;
  const item = new TreeItem(person.name);
  item.id = `${parent.parent.group.kind}\n${parent.theme.key}\n${uri}#${line}`;
  item.description = place.private ? l10n.t('{0} · private', shortDate(date, today)) : shortDate(date, today);
  item.command = openLine(uri, line);
  if (place.private) item.iconPath = new ThemeIcon('lock');
  return item;
}

export function driftItem({ drift: { person, balance, last } }: DriftRow): TreeItem {
  const item = new TreeItem(person.name);
  item.id = `drifts\n${person.key}`;
  item.description = formatDrift(balance);
  item.tooltip = `${person.name}: ${formatDrift(balance)}`;
  item.command = openLine(last.note.uri, last.meeting.line);
  return item;
}

function openLine(uri: string, line: number): Command {
  const options = { selection: new Range(line, 0, line, 0), preview: true };
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri), options] };
}
