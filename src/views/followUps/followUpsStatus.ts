import type { TreeView } from 'vscode';
import { formatFilter, isEmptyFilter } from '../../core/followUpList/filter';
import type { FollowUpOutline } from '../../core/followUpList/outline';
import { plainMessage } from '../../core/text/plainMessage';
import { DisposableStore } from '../../editor/disposables';
import { withProgress } from '../../editor/messages';
import type { NoteServiceState } from '../../editor/notes/noteService';
import type { Services } from '../../services';

/**
 * What the view says besides its rows: how far the reading is, what it is filtered by, and what it cannot show. It is
 * silent otherwise, since VS Code shows a welcome text only where no message stands.
 */
export class FollowUpsStatus extends DisposableStore {
  readonly #id: string;
  readonly #view: Pick<TreeView<unknown>, 'message' | 'description'>;
  readonly #services: Pick<Services, 'notes' | 'followUpsShown'>;
  #endOfReading: (() => void) | undefined;

  constructor(
    { id, view }: { readonly id: string; readonly view: Pick<TreeView<unknown>, 'message' | 'description'> },
    services: Pick<Services, 'notes' | 'followUpsShown'>,
  ) {
    super();
    this.#id = id;
    this.#view = view;
    this.#services = services;
    this.add(services.notes.onDidChangeState(({ phase }) => this.#showProgress(phase === 'reading')));
    this.add({ dispose: () => this.#showProgress(false) });
  }

  /** Says what is to be said of the outline as it is now. */
  show({ groups, wish }: Pick<FollowUpOutline, 'groups' | 'wish'>): void {
    const { state } = this.#services.notes;
    const isFiltered = !isEmptyFilter(wish.filter);
    const filter = plainMessage(formatFilter(wish.filter));
    const message =
      state.phase === 'reading'
        ? formatProgress(state)
        : groups.length === 0 && isFiltered
          ? `No follow-up is left by the filter: ${filter}.`
          : formatGaps(state, groups.length > 0);
    // Setting the same again would be sent and drawn again.
    if (this.#view.message !== message) this.#view.message = message;
    if (this.#view.description !== filter) this.#view.description = filter;
  }

  #showProgress(isReading: boolean): void {
    if (!isReading) {
      this.#endOfReading?.();
      this.#endOfReading = undefined;
    } else if (!this.#endOfReading) {
      const ended = new Promise<void>((resolve) => {
        this.#endOfReading = resolve;
      });
      void withProgress({ location: { viewId: this.#id } }, () => ended);
    }
  }
}

function formatProgress({ read, total }: NoteServiceState): string {
  return total === 0 ? 'Reading notes…' : `Reading notes: ${read} of ${total}…`;
}

function formatGaps({ cancelled, read, total, tooLarge, failed }: NoteServiceState, hasRows: boolean): string {
  const counted = (count: number, one: string, many: string): string =>
    count === 0 ? '' : count === 1 ? one : `${count} ${many}`;
  const gaps = [
    cancelled ? `Reading was stopped: ${read} of ${total} notes are read. Refresh reads the rest.` : '',
    hasRows ? counted(tooLarge, 'A note over 1 MB is left out.', 'notes over 1 MB are left out.') : '',
    hasRows ? counted(failed, 'A note could not be read.', 'notes could not be read.') : '',
  ].filter((gap) => gap !== '');
  return gaps.join(' ');
}
