import { type TreeDataProvider, type TreeItem, workspace } from 'vscode';
import { personDetails } from '../../core/peopleView/format';
import type { PersonSummary } from '../../core/peopleView/summary';
import { DisposableStore } from '../../editor/disposables';
import { peopleSummaries } from '../../editor/peopleSummaries';
import { onDidChangeSettings } from '../../editor/settings';
import type { Services } from '../../services';
import type { LazyTree } from '../shared/lazyTree';
import { detailItem, notMetItem, type PeopleRow, personItem } from './peopleItems';

type Needs = Pick<Services, 'notes' | 'clock' | 'frameworks'>;

/** Provides the rows of the People view: people in order of urgency, with their details. */
export class PeopleTree extends DisposableStore implements TreeDataProvider<PeopleRow> {
  readonly #services: Needs;

  constructor(tree: LazyTree<PeopleRow>, services: Needs) {
    super();
    this.#services = services;
    const { notes, clock } = services;
    this.add(notes.onDidChange(() => tree.refresh()));
    this.add(clock.onDidChangeDay(() => tree.refresh()));
    this.add(onDidChangeSettings(['cadence'], () => tree.refresh()));
  }

  async getChildren(row?: PeopleRow): Promise<PeopleRow[]> {
    const { notes, clock, frameworks } = this.#services;
    if (row?.kind === 'detail') {
      return [];
    }
    if (row?.kind === 'person') {
      const details = personDetails(row.summary, frameworks.frameworks, clock.today());
      return details.map((detail) => ({ kind: 'detail', detail, parent: row }));
    }
    if (row) {
      return row.people.map(rowOf);
    }
    if (notes.state.phase === 'idle' && workspace.workspaceFolders) {
      await notes.ready();
    }
    const people = await peopleSummaries(notes.index, clock.today());
    const forgotten = people.filter(({ state }) => state.notMetLately);
    const others = people.filter(({ state }) => !state.notMetLately);
    return [
      ...others.map(rowOf),
      ...(forgotten.length > 0 ? [{ kind: 'notMetLately', people: forgotten } as const] : []),
    ];
  }

  getTreeItem(row: PeopleRow): TreeItem {
    switch (row.kind) {
      case 'person':
        return personItem(row, this.#services.clock.today());
      case 'detail':
        return detailItem(row);
      case 'notMetLately':
        return notMetItem(row);
    }
  }
}

function rowOf(summary: PersonSummary): PeopleRow {
  return { kind: 'person', person: summary.person.key, summary };
}
