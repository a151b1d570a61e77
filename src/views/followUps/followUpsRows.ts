import { anchorOf } from '../../core/followUp/locate';
import type { FollowUpRef, ListedFollowUp } from '../../core/index/listedFollowUp';
import type { FollowUpGroup } from '../../core/followUpList/groups';
import type { FollowUpOutline } from '../../core/followUpList/outline';
import type { FollowUpsViewState } from '../../editor/followUpsViewState';
import type { FollowUpRow, FollowUpsRow, GroupRow } from './followUpsItems';

/** Creates the rows of the Follow-ups view from the outline on demand. */
export class FollowUpsRows {
  readonly #outline: FollowUpOutline;
  readonly #shown: Pick<FollowUpsViewState, 'limitOf' | 'showMore'>;
  readonly #rows = new Map<string, GroupRow>();
  /** The groups of rows by ID, as of the last request for them. */
  readonly #groups = new Map<string, FollowUpGroup>();

  constructor(outline: FollowUpOutline, shown: Pick<FollowUpsViewState, 'limitOf' | 'showMore'>) {
    this.#outline = outline;
    this.#shown = shown;
  }

  /** Returns the rows of a group, or of the root. */
  below(parent?: GroupRow): FollowUpsRow[] {
    const group = parent && this.groupOf(parent);
    const groups = (parent ? group : this.#outline)?.groups ?? [];
    const followUps = group?.followUps ?? [];
    const limit = this.#shown.limitOf(parent?.id ?? '');
    const hidden = groups.length + followUps.length - limit;
    return [
      ...groups.slice(0, limit).map((each) => this.#rowOf(each, parent)),
      ...(parent ? followUps.slice(0, limit).map((item) => followUpRow(item, parent)) : []),
      ...(hidden > 0 ? [{ kind: 'more' as const, hidden, ...(parent && { parent }) }] : []),
    ];
  }

  /** Returns the rows of the outermost groups with these IDs, updated to the current outline. */
  ofGroups(ids: ReadonlySet<string>): readonly GroupRow[] {
    return this.#outline.groups.filter(({ id }) => ids.has(id)).map((group) => this.#rowOf(group));
  }

  /** Returns the row of a group by its ID, if it was shown before. */
  withId(id: string): GroupRow | undefined {
    return this.#rows.get(id);
  }

  /** Returns the group of a row, or `undefined` if it was never listed. */
  groupOf({ id }: GroupRow): FollowUpGroup | undefined {
    return this.#groups.get(id);
  }

  /**
   * Returns the row of a follow-up and extends the groups around it to show it. Returns `undefined` if it is not
   * listed.
   */
  find(ref: FollowUpRef): FollowUpRow | undefined {
    let parent: GroupRow | undefined;
    let { groups } = this.#outline;
    for (const group of this.#outline.pathTo(ref)) {
      this.#makeRoom(parent?.id ?? '', groups.indexOf(group));
      parent = this.#rowOf(group, parent);
      ({ groups } = group);
    }
    const followUps = (parent && this.groupOf(parent)?.followUps) ?? [];
    const at = followUps.findIndex(({ id }) => id === ref.id);
    const item = followUps[at];
    if (!item || !parent) {
      return undefined;
    }
    this.#makeRoom(parent.id, at);
    return followUpRow(item, parent);
  }

  #makeRoom(group: string, at: number): void {
    if (at >= this.#shown.limitOf(group)) {
      this.#shown.showMore(group, at + 1);
    }
  }

  #rowOf(group: FollowUpGroup, parent?: GroupRow): GroupRow {
    this.#groups.set(group.id, group);
    let row = this.#rows.get(group.id);
    if (!row) {
      row = groupRow(group.id, parent, () => refsIn(this.#groups.get(group.id)));
      this.#rows.set(group.id, row);
    }
    return row;
  }
}

function groupRow(id: string, parent: GroupRow | undefined, followUps: () => readonly FollowUpRef[]): GroupRow {
  return {
    kind: 'group',
    id,
    ...(parent && { parent }),
    get followUps() {
      return followUps();
    },
  };
}

/** Returns the follow-ups of a group in the order of its rows. */
function refsIn(group: FollowUpGroup | undefined): readonly FollowUpRef[] {
  return group ? [...group.groups.flatMap(refsIn), ...group.followUps.map(refOf)] : [];
}

function refOf({ note, followUp, id }: ListedFollowUp): FollowUpRef {
  return { uri: note.uri, id, proof: anchorOf(followUp, note.followUps) };
}

function followUpRow(item: ListedFollowUp, parent: GroupRow): FollowUpRow {
  return { kind: 'followUp', ...refOf(item), item, parent };
}
