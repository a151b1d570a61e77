import {
  l10n,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Range,
  Uri,
  workspace,
} from 'vscode';
import type { CivilDate } from '../../core/dates/civilDate';
import type { FollowUpRef } from '../../core/index/listedFollowUp';
import type { MisreadNote } from '../../core/index/notUnderstood';
import { formatPerson, type PersonDetail, personDetails } from '../../core/peopleView/format';
import { formatDrift } from '../../core/peopleView/sectionBalance';
import { message } from '../../core/text/message';
import { type PersonSummary, summarizePeople } from '../../core/peopleView/summary';
import { DisposableStore } from '../../editor/disposables';
import { nameOf } from '../../editor/uris';
import { runCooperatively } from '../../editor/scheduling';
import { fallbackCadence, onDidChangeSettings } from '../../editor/settings';
import type { Services } from '../../services';
import type { LazyTree } from '../shared/lazyTree';
import { formatMessage } from '../../editor/messages';

type Needs = Pick<Services, 'notes' | 'clock' | 'frameworks'>;

/** Provides the rows of the People view: people in order of urgency, with their details. */
export class PeopleTree extends DisposableStore implements TreeDataProvider<PeopleRow> {
  readonly #services: Needs;

  constructor(tree: LazyTree<PeopleRow>, services: Needs) {
    super();
    this.#services = services;
    tree.view.description = l10n.t('most urgent first');
    const { notes, clock } = services;
    this.add(notes.onDidChange(() => tree.refresh()));
    this.add(clock.onDidChangeDay(() => tree.refresh()));
    this.add(onDidChangeSettings(['cadence'], () => tree.refresh()));
  }

  async getChildren(row?: PeopleRow): Promise<PeopleRow[]> {
    const { notes, clock, frameworks } = this.#services;
    if (row?.kind === 'detail' || row?.kind === 'misread') {
      return [];
    }
    if (row?.kind === 'person') {
      const details = personDetails(row.summary, frameworks.frameworks, clock.today());
      return details.map((detail) => ({ kind: 'detail', detail, parent: row }));
    }
    if (row?.kind === 'notUnderstood') {
      return row.notes.map((misread) => ({ kind: 'misread', uri: misread.note.uri, misread }));
    }
    if (row) {
      return row.people.map(rowOf);
    }
    if (notes.state.phase === 'idle' && workspace.workspaceFolders) {
      await notes.ready();
    }
    const day = { today: clock.today(), fallbackDays: fallbackCadence };
    const people = await runCooperatively(summarizePeople(notes.index, day));
    const forgotten = people.filter(({ state }) => state.notMetLately);
    const misread = notes.index.notUnderstood();
    const others = people.filter(({ state }) => !state.notMetLately);
    return [
      ...others.map(rowOf),
      ...(forgotten.length > 0 ? [{ kind: 'notMetLately', people: forgotten } as const] : []),
      ...(misread.length > 0 ? [{ kind: 'notUnderstood', notes: misread } as const] : []),
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
      case 'notUnderstood':
        return notUnderstoodItem(row);
      case 'misread':
        return misreadItem(row);
    }
  }
}

function rowOf(summary: PersonSummary): PeopleRow {
  return { kind: 'person', person: summary.person.key, summary };
}

/** A person. Commands use it as `{ person }`. */
export interface PersonRow {
  readonly kind: 'person';
  /** The person's key. */
  readonly person: string;
  readonly summary: PersonSummary;
}

/** A detail about a person. */
interface DetailRow {
  readonly kind: 'detail';
  readonly detail: PersonDetail;
  readonly parent: PersonRow;
}

/** The people without a configured cadence and without a recent meeting. */
interface NotMetRow {
  readonly kind: 'notMetLately';
  readonly people: readonly PersonSummary[];
}

/** The notes that seem to be 1:1s and could not be placed. */
interface NotUnderstoodRow {
  readonly kind: 'notUnderstood';
  readonly notes: readonly MisreadNote[];
}

/** A note that could not be placed. Commands use it as `{ uri }`. */
interface MisreadRow {
  readonly kind: 'misread';
  readonly uri: string;
  readonly misread: MisreadNote;
}

export type PeopleRow = PersonRow | DetailRow | NotMetRow | NotUnderstoodRow | MisreadRow;

const DETAIL_ICONS: Readonly<Record<PersonDetail['kind'], string>> = {
  agenda: 'checklist',
  lastMet: 'history',
  due: 'calendar',
  dates: 'milestone',
  cadence: 'sync',
  open: 'tasklist',
  oldest: 'watch',
  career: 'mortar-board',
  sessions: 'notebook',
  balance: 'pie-chart',
};

/** What a click on a detail does, in the words of its tooltip. */
const DETAIL_COMMANDS: Readonly<Record<PersonDetail['kind'], { readonly command: string; readonly title: string }>> = {
  lastMet: { command: 'oneOnOne.openLastNote', title: l10n.t('Open Last Note') },
  due: { command: 'oneOnOne.newNote', title: l10n.t('New 1:1 Note') },
  dates: { command: 'oneOnOne.openPersonPage', title: l10n.t('Open Person’s Page') },
  cadence: { command: 'oneOnOne.setCadence', title: l10n.t('Set Cadence') },
  open: { command: 'oneOnOne.prepBrief', title: l10n.t('Prep Brief') },
  agenda: { command: 'oneOnOne.prepBrief', title: l10n.t('Prep Brief') },
  oldest: { command: 'oneOnOne.goToFollowUp', title: l10n.t('Go to Line') },
  career: { command: 'oneOnOne.newNote', title: l10n.t('New 1:1 Note') },
  sessions: { command: 'oneOnOne.searchMeetings', title: l10n.t('Search 1:1s') },
  balance: { command: 'oneOnOne.prepBrief', title: l10n.t('Prep Brief') },
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

function detailItem({ detail, parent }: DetailRow): TreeItem {
  const [label, description] = [formatMessage(detail.label), formatMessage(detail.description)];
  const item = new TreeItem(label);
  item.id = `${parent.person}\n${detail.kind}`;
  item.description = description;
  item.iconPath = new ThemeIcon(DETAIL_ICONS[detail.kind]);
  const { command, title } = DETAIL_COMMANDS[detail.kind];
  item.tooltip = `${label}: ${description}\n${title}`;
  item.command = { command, title, arguments: [argumentOf(detail, parent)] };
  item.accessibilityInformation = { label: `${label}: ${description}, ${title}` };
  return item;
}

/** Returns the argument of the command of a detail: the oldest follow-up, or the person. */
function argumentOf(
  { kind }: PersonDetail,
  { person, summary: { oldest } }: PersonRow,
): FollowUpRef | Pick<PersonRow, 'person'> {
  return kind === 'oldest' && oldest ? { uri: oldest.note.uri, id: oldest.id } : { person };
}

function notMetItem({ people }: NotMetRow): TreeItem {
  const item = new TreeItem(l10n.t('Not met lately'), TreeItemCollapsibleState.Collapsed);
  item.id = 'notMetLately';
  item.description = String(people.length);
  return item;
}

function notUnderstoodItem({ notes }: NotUnderstoodRow): TreeItem {
  const label = formatMessage(message('people.notUnderstood', notes.length));
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.id = 'notUnderstood';
  item.accessibilityInformation = { label };
  return item;
}

/** Returns the tree item of a note that could not be placed. A click opens the note at the problem. */
function misreadItem({ uri, misread: { problem } }: MisreadRow): TreeItem {
  const name = nameOf(Uri.parse(uri));
  const reason = formatMessage(problem.message);
  const item = new TreeItem(name);
  item.id = `notUnderstood\n${uri}`;
  item.description = reason;
  item.tooltip = `${name}\n${reason}`;
  item.iconPath = new ThemeIcon('question');
  item.contextValue = problem.kind === 'noPerson' || problem.kind === 'severalPeople' ? 'misread.person' : 'misread';
  item.accessibilityInformation = { label: `${name}, ${reason}` };
  const selection = new Range(problem.line, 0, problem.line, 0);
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [Uri.parse(uri), { selection }] };
  return item;
}

function iconOf({ state }: PersonSummary): ThemeIcon {
  if (state.away) return new ThemeIcon('rocket');
  if (state.isOverdue) return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
  return new ThemeIcon(state.isDue ? 'calendar' : 'person');
}

function relationOf({ person }: PersonSummary): string {
  return person.relation ? formatMessage(message(`relation.${person.relation}`)) : '';
}
