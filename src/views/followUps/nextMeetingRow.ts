import { EventEmitter, l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { CivilDate } from '../../core/dates/civilDate';
import { formatMeeting } from '../../core/peopleView/format';
import { nextMeeting, type NextMeeting } from '../../core/peopleView/summary';
import { DisposableStore } from '../../editor/disposables';
import { formatMessage } from '../../editor/messages';
import { runCooperatively } from '../../editor/scheduling';
import { fallbackCadence, onDidChangeSettings } from '../../editor/settings';
import type { Services } from '../../services';

/** The row of the next 1:1. Commands use it as `{ person }`. */
export interface NextMeetingRow {
  readonly kind: 'next';
  /** The person's key. */
  readonly person: string;
  readonly name: string;
  /** The state of the meetings: `overdue by 5 days`. */
  readonly when: string;
  readonly isOverdue: boolean;
  readonly parent?: undefined;
}

/** Keeps the row of the next 1:1 up to date. */
export class NextMeetingKeeper extends DisposableStore {
  readonly #changed = this.add(new EventEmitter<void>());
  /** Fires when the row looks different. */
  readonly onDidChange = this.#changed.event;
  readonly #services: Pick<Services, 'notes' | 'clock'>;
  #row: NextMeetingRow | undefined;
  #looking: Promise<void> | undefined;
  #isStale = true;

  constructor(services: Pick<Services, 'notes' | 'clock'>) {
    super();
    this.#services = services;
    const { notes, clock } = services;
    this.add(notes.onDidChange(() => this.#forget()));
    this.add(notes.onDidChangeState(() => this.#look()));
    this.add(clock.onDidChangeDay(() => this.#forget()));
    this.add(onDidChangeSettings(['cadence'], () => this.#forget()));
    this.#look();
  }

  /** The current row, or `undefined` if no 1:1 is expected. */
  get row(): NextMeetingRow | undefined {
    return this.#row;
  }

  /** Resolves when the row is up to date. */
  async settled(): Promise<void> {
    await this.#looking;
  }

  #forget(): void {
    this.#isStale = true;
    this.#look();
  }

  #look(): void {
    if (this.#services.notes.state.phase === 'ready') this.#looking ??= this.#update();
  }

  async #update(): Promise<void> {
    const { notes, clock } = this.#services;
    while (this.#isStale && !this.isDisposed) {
      this.#isStale = false;
      const today = clock.today();
      const next = await runCooperatively(nextMeeting(notes.index, { today, fallbackDays: fallbackCadence }));
      const row = next && rowOf(next, notes.index.people.shortName(next.person.name), today);
      const isSame = row?.person === this.#row?.person && row?.when === this.#row?.when;
      this.#row = isSame ? this.#row : row;
      if (!isSame) this.#changed.fire();
    }
    this.#looking = undefined;
  }
}

function rowOf({ person, state }: NextMeeting, name: string, today: CivilDate): NextMeetingRow {
  const when = formatMessage(formatMeeting(state, today));
  return { kind: 'next', person: person.key, name, when, isOverdue: state.isOverdue };
}

/** Returns the tree item of the next 1:1. A click opens the brief. */
export function nextMeetingItem({ person, name, when, isOverdue }: NextMeetingRow): TreeItem {
  const item = new TreeItem(l10n.t('Next: {0}', name), TreeItemCollapsibleState.None);
  item.id = 'next';
  item.description = when;
  item.iconPath = isOverdue
    ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
    : new ThemeIcon('calendar');
  item.contextValue = 'nextMeeting';
  const title = l10n.t('Prep Brief');
  item.tooltip = `${l10n.t('Next: {0}', name)}, ${when}\n${title}`;
  item.accessibilityInformation = { label: `${l10n.t('Next: {0}', name)}, ${when}, ${title}` };
  item.command = { command: 'oneOnOne.prepBrief', title, arguments: [{ person }] };
  return item;
}
