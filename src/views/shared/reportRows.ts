import { type Command, l10n, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { NoteLine, ReportEntry, ReportSection } from '../../core/reports/report';
import { message } from '../../core/text/message';
import { formatMessage } from '../../editor/messages';

/** A section or an entry of a report in a tree. */
export interface ReportRow {
  /** Unique in the tree. */
  readonly id: string;
  readonly shows: ReportSection | ReportEntry;
  /** The entry above a nested entry, such as the theme of a line. */
  readonly above?: ReportEntry;
}

/** Returns the rows of the sections of a report. */
export function sectionRows(sections: readonly ReportSection[]): ReportRow[] {
  return sections.map((section) => ({ id: section.id, shows: section }));
}

/** Returns the child rows of a row. */
export function rowsBelow({ id, shows }: ReportRow): ReportRow[] {
  const entries = shows.entries ?? [];
  const above = 'text' in shows ? { above: shows } : {};
  return entries.map((entry) => ({ id: `${id}\n${entry.key ?? keyOf(entry)}`, shows: entry, ...above }));
}

/** Returns the entry of a row, or `undefined` for a section. */
export function entryOf({ shows }: ReportRow): ReportEntry | undefined {
  return 'text' in shows ? shows : undefined;
}

/** Tests whether some entries of a section are composed from the texts of notes, so that their number is unknown. */
export function isComposed({ entries = [] }: ReportRow['shows']): boolean {
  return entries.some(({ composed }) => composed !== undefined);
}

/** Returns the tree item of a row. `icon` returns the icon of a section. */
export function reportItem({ id, shows }: ReportRow, icon: (section: ReportSection) => string): TreeItem {
  const item = 'text' in shows ? entryItem(shows) : sectionItem(shows, icon(shows));
  item.id = id;
  if ('text' in shows) item.contextValue = `entry.${id.slice(0, id.indexOf('\n'))}`;
  return item;
}

function sectionItem(section: ReportSection, icon: string): TreeItem {
  const item = new TreeItem(formatMessage(section.title), TreeItemCollapsibleState.Collapsed);
  if (!isComposed(section)) item.description = String(section.entries.length);
  item.iconPath = new ThemeIcon(icon);
  return item;
}

/** Returns the tree item of an entry: it opens its source, or contains nested entries. */
function entryItem(entry: ReportEntry): TreeItem {
  const { label = [], text, details, source, private: isPrivate, entries, quote } = entry;
  const words = [...label, text, ...details, isPrivate ? message('followUp.private') : ''].map(formatMessage);
  const [title = '', ...facts] = words.filter((each) => each !== '');
  const item = new TreeItem(title, entries ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  item.description = facts.join(' · ');
  // The tooltip of a quotation is resolved on demand.
  if (entries) item.tooltip = `${title}\n${namesIn(entries).join(', ')}`;
  else if (!quote) item.tooltip = `${title}: ${item.description}`;
  if (source) item.command = openLine(source);
  item.accessibilityInformation = { label: [title, ...facts].join(', ') };
  if (isPrivate) item.iconPath = new ThemeIcon('lock');
  return item;
}

/** Returns the distinct names at the start of entries. */
function namesIn(entries: readonly ReportEntry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ label = [] }) => label.slice(0, 1).map(formatMessage)))];
}

function keyOf({ label = [], text, source }: ReportEntry): string {
  return [...[...label, text].map(formatMessage), source?.uri, source?.line].join('\n');
}

function openLine({ uri, line }: NoteLine): Command {
  const options = { selection: new Range(line, 0, line, 0), preview: true };
  return { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri), options] };
}
