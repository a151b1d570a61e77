import assert from 'node:assert/strict';
import { applyEdits, type Plan } from '../../../src/core/text/edit';
import { NoteIndex } from '../../../src/core/index/noteIndex';
import type { Note } from '../../../src/core/note/note';
import { planBringFollowUps } from '../../../src/core/carryOver/plan';
import { type CarryRequest, type CarrySource, followUpsToCarry } from '../../../src/core/carryOver/request';
import { day, noteAt, uriOf } from '../support/notes';

export const folder = '1-1s/jane-doe';
export const source = `${folder}/2026-11-23.md`;
export const target = `${folder}/2026-11-30.md`;
const isOpen = ({ status }: { status: string }) => status === 'open' || status === 'inProgress';

/** A note of last week with all that is open in it; `readFrom` is what it was when that was read. */
export function sourceOf(text: string, path = source, readFrom = text): CarrySource {
  const note = noteAt(path, readFrom);
  return { note, textNow: text, followUps: note.followUps.filter(isOpen) };
}

/** What carries these sources to the note of today. */
export const requestFor = (...sources: CarrySource[]): CarryRequest => ({
  sources,
  target: { uri: uriOf(target), date: day('2026-11-30'), wikiLinks: false },
  sidesOf: () => ({ writer: 'me', other: 'Jane Doe' }),
  statuses: {},
});

/** A workspace of notes by path, as it is on disk after some of the planned writes. */
export type Workspace = Readonly<Record<string, string>>;

const pathOf = (uri: string) => decodeURIComponent(uri.slice('file:///notes/'.length));

/** Notes read before: over many weeks most of them stay as they are. */
const known = new Map<string, Note>();

const indexes = new WeakMap<Workspace, NoteIndex>();

/** What is known of all these notes. */
export function indexOf(workspace: Workspace): NoteIndex {
  const indexed = indexes.get(workspace);
  if (indexed) return indexed;
  const index = new NoteIndex({ me: [], roster: [] });
  indexes.set(workspace, index);
  index.putAll(
    Object.entries(workspace).map(([path, text]) => {
      const key = `${path}\n${text}`;
      const note = known.get(key) ?? noteAt(path, text);
      if (known.size > 1000) {
        known.clear();
      }
      known.set(key, note);
      return note;
    }),
  );
  return index;
}

/** What the index lists as open, with its age. */
export const listed = (workspace: Workspace): string[] => {
  const index = indexOf(workspace);
  const items = index.groups().flatMap((group) => index.followUpsOf(group));
  return items
    .filter((item) => item.isOpen)
    .map(({ followUp, since }) => `${followUp.text} since ${since ?? '?'}`)
    .sort();
};

/** The workspace after each of the plan's writes, in the order in which notes are saved. */
export function* states(before: Workspace, plan: Plan): Generator<Workspace> {
  let now = before;
  yield now;
  if (plan.create) {
    now = { ...now, [pathOf(plan.create.uri)]: plan.create.text };
    yield now;
  }
  for (const { uri, before: text, edits } of plan.changes) {
    assert.equal(now[pathOf(uri)], text);
    now = { ...now, [pathOf(uri)]: applyEdits(text, edits) };
    yield now;
  }
}

/** Brings what the index lists as open, or as standing on in the target already, into the meeting at `path`. */
export function bring(workspace: Workspace, path = target): Plan {
  const index = indexOf(workspace);
  const into = index.note(uriOf(path));
  assert.ok(into);
  const meeting = 0;
  const sources = Object.entries(workspace)
    .filter(([other]) => other !== path)
    .map(([other, text]) => {
      const items = index.followUpsIn(uriOf(other));
      const open = items.filter(({ status }) => isOpen({ status }));
      return { note: index.note(uriOf(other))!, textNow: text, ...followUpsToCarry(open) };
    });
  const brought = planBringFollowUps({ note: into, text: workspace[path] ?? '', meeting }, requestFor(...sources));
  assert.ok('plan' in brought, JSON.stringify(brought));
  return brought.plan;
}
