import { type TreeDataProvider, type TreeItem, Uri, workspace } from 'vscode';
import { formatDrift, sectionBalances } from '../../core/peopleView/sectionBalance';
import { formatThemeSpan, quoteAt } from '../../core/themes/text';
import { DisposableStore } from '../../editor/disposables';
import { currentThemes } from '../../editor/loadThemes';
import { onDidChangeSettings, setting } from '../../editor/settings';
import { Debouncer } from '../../editor/notes/debouncer';
import { runCooperatively } from '../../editor/timeSlicer';
import type { Services } from '../../services';
import type { LazyTree } from '../shared/lazyTree';
import { driftItem, driftsItem, groupItem, placeItem, themeItem, type ThemesRow } from './themesItems';

type Needs = Pick<Services, 'notes' | 'clock'>;

/** How long changes are waited for, in ms: nobody watches this view while typing. */
const SETTLING = { delay: 500, maxDelay: 3_000 };

/** Fills the Themes view: what comes back across the 1:1s of the last weeks. */
export class ThemesTree extends DisposableStore implements TreeDataProvider<ThemesRow> {
  readonly #tree: LazyTree<ThemesRow>;
  readonly #services: Needs;

  constructor(tree: LazyTree<ThemesRow>, services: Needs) {
    super();
    this.#tree = tree;
    this.#services = services;
    const { notes, clock } = services;
    const settling = this.add(new Debouncer(SETTLING, () => tree.refresh()));
    this.add(notes.onDidChange(() => settling.trigger()));
    this.add(clock.onDidChangeDay(() => tree.refresh()));
    this.add(onDidChangeSettings(['themes.weeks'], () => tree.refresh()));
  }

  async getChildren(row?: ThemesRow): Promise<ThemesRow[]> {
    switch (row?.kind) {
      case 'group':
        return row.group.themes.map((theme) => ({ kind: 'theme', theme, parent: row }));
      case 'theme':
        return row.theme.places.map((place) => ({ kind: 'place', place, parent: row }));
      case 'drifts':
        return row.drifts.map((drift) => ({ kind: 'drift', drift }));
      case 'place':
      case 'drift':
        return [];
      default:
        return this.#all();
    }
  }

  getTreeItem(row: ThemesRow): TreeItem {
    switch (row.kind) {
      case 'group':
        return groupItem(row);
      case 'drifts':
        return driftsItem(row);
      case 'theme':
        return themeItem(row);
      case 'place':
        return placeItem(row, this.#services.clock.today());
      case 'drift':
        return driftItem(row);
    }
  }

  async resolveTreeItem(item: TreeItem, row: ThemesRow): Promise<TreeItem> {
    if (row.kind === 'place') {
      const text = await this.#services.notes.textOf(Uri.parse(row.place.uri)).catch(() => '');
      item.tooltip = quoteAt(text, row.place.line);
    }
    return item;
  }

  async #all(): Promise<ThemesRow[]> {
    const { notes, clock } = this.#services;
    if (notes.state.phase === 'idle' && workspace.workspaceFolders) {
      await notes.ready();
    }
    const weeks = setting('themes.weeks');
    this.#tree.view.description = formatThemeSpan(weeks);
    const groups = await currentThemes(notes.index, { weeks, withPrivate: true }, clock);
    const balanced = await runCooperatively(sectionBalances(notes.index, clock.today()));
    const drifts = balanced.filter(({ balance }) => formatDrift(balance) !== '');
    return [
      ...groups.map((group) => ({ kind: 'group' as const, group })),
      ...(drifts.length > 0 ? [{ kind: 'drifts' as const, drifts }] : []),
    ];
  }
}
