import { type TreeDataProvider, type TreeItem, Uri, workspace } from 'vscode';
import { quotationOf } from '../../core/reports/quotations';
import type { ReportEntry, ReportSection } from '../../core/reports/report';
import { DRIFTS, formatThemeSpan } from '../../core/themes/report';
import { DisposableStore } from '../../editor/disposables';
import { loadQuotations, themesReport } from '../../editor/loadReport';
import { onDidChangeSettings, setting } from '../../editor/settings';
import { Debouncer } from '../../editor/scheduling';
import type { Services } from '../../services';
import type { LazyTree } from '../shared/lazyTree';
import { entryOf, isComposed, reportItem, type ReportRow, rowsBelow, sectionRows } from '../shared/reportRows';
import { formatMessage } from '../../editor/messages';

type Needs = Pick<Services, 'notes' | 'clock' | 'frameworks'>;

/** Delay before an update after changes, and its maximum, in ms. */
const SETTLING = { delay: 500, maxDelay: 3_000 };

const ICONS: Readonly<Record<string, string>> = {
  thanksToGive: 'heart',
  blockers: 'debug-disconnect',
  blockersOfOne: 'person',
  connections: 'link',
  changes: 'tools',
  goals: 'target',
  tags: 'tag',
  onMyMind: 'lightbulb',
  thanksGiven: 'heart-filled',
  [DRIFTS]: 'pie-chart',
};

/** Provides the rows of the Themes view: the themes across the 1:1s of recent weeks. */
export class ThemesTree extends DisposableStore implements TreeDataProvider<ReportRow> {
  readonly #tree: LazyTree<ReportRow>;
  readonly #services: Needs;

  constructor(tree: LazyTree<ReportRow>, services: Needs) {
    super();
    this.#tree = tree;
    this.#services = services;
    const { notes, clock } = services;
    const settling = this.add(new Debouncer(SETTLING, () => tree.refresh()));
    this.add(notes.onDidChange(() => settling.trigger()));
    this.add(clock.onDidChangeDay(() => tree.refresh()));
    this.add(onDidChangeSettings(['themes.weeks'], () => tree.refresh()));
  }

  async getChildren(row?: ReportRow): Promise<ReportRow[]> {
    return row ? rowsBelow(await this.#read(row)) : this.#all();
  }

  getTreeItem(row: ReportRow): TreeItem {
    return reportItem(row, ({ id }) => ICONS[id] ?? '');
  }

  async resolveTreeItem(item: TreeItem, row: ReportRow): Promise<TreeItem> {
    const entry = entryOf(row);
    if (entry?.source && entry.quote) {
      const text = await this.#services.notes.textToShow(Uri.parse(entry.source.uri)).catch(() => '');
      item.tooltip = formatMessage(quotationOf(entry, text));
    }
    return item;
  }

  /** Returns the lines of a theme with the words of their notes. */
  async #quoted(entries: ReportEntry['entries'] = []): Promise<readonly ReportEntry[]> {
    const report = { title: '', introduction: [], sections: [{ id: '', title: '', entries, limits: [] }] };
    const { sections } = await loadQuotations(report, this.#services.notes);
    return sections.flatMap((section) => section.entries);
  }

  /** Returns a row whose entries are read, if they are composed from the texts of notes. */
  async #read(row: ReportRow): Promise<ReportRow> {
    const entry = entryOf(row);
    if (entry) return { ...row, shows: { ...entry, entries: await this.#quoted(entry.entries) } };
    if (!isComposed(row.shows)) return row;
    const report = { title: '', introduction: [], sections: [row.shows as ReportSection] };
    const [section = row.shows] = (await loadQuotations(report, this.#services.notes)).sections;
    return { ...row, shows: isComposed(section) ? { ...section, entries: [] } : section };
  }

  async #all(): Promise<ReportRow[]> {
    const { notes } = this.#services;
    if (notes.state.phase === 'idle' && workspace.workspaceFolders) {
      await notes.ready();
    }
    const weeks = setting('themes.weeks');
    this.#tree.view.description = formatMessage(formatThemeSpan(weeks));
    const { sections } = await themesReport(notes.index, { weeks, withPrivate: true }, this.#services);
    const isDrifts = ({ id }: ReportSection): boolean => id === DRIFTS;
    return sectionRows([...sections.filter((each) => !isDrifts(each)), ...sections.filter(isDrifts)]);
  }
}
