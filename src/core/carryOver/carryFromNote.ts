import { conflictAt, isConflictLine } from '../git/conflictMarkers';
import type { FollowUp } from '../followUp/followUp';
import { anchorsOf, locateEach } from '../followUp/locate';
import { readFollowUp } from '../followUp/parse';
import { type TaskItem, taskItemAt } from '../followUp/taskItem';
import { checkboxAt } from '../markdown/listItem';
import { ParsedNote } from '../note/parsedNote';
import { replacePrivateMarkers } from '../note/privacy';
import { normalizedText } from '../taskText/normalizedText';
import { writeOwner } from '../taskText/owners';
import type { NoteEdits, TextEdit } from '../text/edit';
import { carriedCopy, CarryLinks, movedMark, type OwnLines } from './lineEdits';
import { dedentItem, indexesInside } from './dedent';
import type { CarryRequest, CarrySource, ExistingCopies, LeftFollowUp } from './request';
import { message } from '../text/message';

/** Which follow-ups are surely those that were read. */
interface LocatedTasks {
  /** By the index of their block, in the order of the note. */
  readonly proved: ReadonlyMap<number, FollowUp>;
  readonly left: readonly LeftFollowUp[];
}

/** Finds the follow-ups of a source in its text as it is now, among the items with a box that stand there. */
function locateTasks(
  { note, followUps }: CarrySource,
  parsed: ParsedNote,
  tasks: ReadonlyMap<number, TaskItem>,
): LocatedTasks {
  const indexByLine = new Map([...tasks].map(([index, { line }]) => [line, index]));
  const found = new Map<number, FollowUp>();
  const left: LeftFollowUp[] = [];
  const items = locateEach(parsed, anchorsOf(followUps, note.followUps));
  for (const [nth, followUp] of followUps.entries()) {
    const item = items[nth];
    const index = item && !('refused' in item) ? indexByLine.get(item.line) : undefined;
    if (index !== undefined) {
      found.set(index, followUp);
    } else if (item && 'refused' in item) {
      left.push({ uri: note.uri, followUp, text: followUp.text, reason: item.refused });
    }
  }
  return { proved: new Map([...found].sort(([a], [b]) => a - b)), left };
}

/** A follow-up as it stands in the new note, with its children. */
interface CarriedTree {
  readonly lines: readonly string[];
  /** Itself, and its children that are follow-ups. */
  readonly followUps: readonly FollowUp[];
  readonly isPrivate: boolean;
}

/** What is carried out of one note. */
export interface CarriedFromSource {
  readonly trees: readonly CarriedTree[];
  readonly change: NoteEdits | undefined;
  readonly left: readonly LeftFollowUp[];
}

interface OpenSource {
  readonly note: ParsedNote;
  readonly links: CarryLinks;
  readonly request: CarryRequest;
  /** All items with a box, by the index of their block. */
  readonly tasks: ReadonlyMap<number, TaskItem>;
  /** The follow-ups that get a copy, likewise. */
  readonly carried: ReadonlyMap<number, FollowUp>;
}

const CHANGED = message('carry.childrenChanged');
const SILENT_COMMENT = '<!-- -->';

/** Carries the follow-ups of one note. */
export function carryFromNote(source: CarrySource, request: CarryRequest, copies: ExistingCopies): CarriedFromSource {
  const note = new ParsedNote(source.textNow);
  const tasks = tasksOf(note);
  const { proved, left } = locateTasks(source, note, tasks);
  const links = new CarryLinks(source.note, request.target, request.root);
  const elsewhere = [...proved].filter(([, followUp]) => !stands(followUp, source, request));
  const carried = new Map(elsewhere.filter(([, followUp]) => !copies.take({ note: source.note, followUp })));
  const open: OpenSource = { note, links, request, tasks, carried };
  const trees = [...carried.keys()]
    .filter((index) => rootOf(open, index) === index)
    .map((index) => treeAt(open, index));
  const changed = new Set(trees.filter((tree) => !isReadBack(tree, request)).flatMap(({ followUps }) => followUps));
  const moved = elsewhere.filter(([, followUp]) => !changed.has(followUp));
  const edits = moved.flatMap(([index]) => marksAt(open, index));
  return {
    trees: trees.filter(({ followUps }) => !followUps.some((followUp) => changed.has(followUp))),
    change: edits.length === 0 ? undefined : { uri: source.note.uri, before: source.textNow, edits },
    left: [
      ...left,
      ...[...changed].map((followUp) => ({ uri: source.note.uri, followUp, text: followUp.text, reason: CHANGED })),
    ],
  };
}

/**
 * Whether the copies would be read as what they are copies of, and what follows them as well. A comment that is not closed
 * would hide the rest of the new note, and a line that stood apart only by what stays behind may come to mean another thing.
 */
function isReadBack({ lines, followUps }: CarriedTree, request: CarryRequest): boolean {
  const text = [...lines, '', '# End'].join('\n');
  const note = new ParsedNote(text);
  const copies = [...tasksOf(note).values()].flatMap((task) => readFollowUp(task, request.statuses) ?? []);
  const carried = copies.filter(({ status }) => status !== 'none');
  return (
    note.blocks.at(-1)?.kind === 'heading' &&
    carried.length === followUps.length &&
    carried.every((copy, nth) => normalizedText(copy.text) === normalizedText(followUps[nth]?.text ?? ''))
  );
}

function tasksOf(note: ParsedNote): ReadonlyMap<number, TaskItem> {
  const tasks = new Map<number, TaskItem>();
  for (const index of note.blocks.keys()) {
    const task = taskItemAt(note, index);
    if (task) {
      tasks.set(index, task);
    }
  }
  return tasks;
}

/** Whether the follow-up stands in the very meeting that follow-ups are carried to. */
function stands(followUp: FollowUp, { note }: CarrySource, { target }: CarryRequest): boolean {
  return note.uri === target.uri && followUp.meeting === target.existing?.meeting;
}

function marksAt({ note, links, tasks }: OpenSource, index: number): readonly TextEdit[] {
  const task = tasks.get(index);
  return (task ? movedMark(ownLines(note, task), links.destination()) : []).map(({ nth, start, end, text }) => {
    const lineStart = note.lines.start((task?.line ?? 0) + nth);
    return { start: lineStart + start, end: lineStart + end, text };
  });
}

/** The outermost item that takes this one along. What stays behind takes nothing: what is open in it goes by itself. */
function rootOf(open: OpenSource, index: number): number {
  const { blocks } = open.note;
  let root = index;
  for (let at = blocks[index]?.parent ?? -1; at >= 0 && !staysBehind(open, at); at = blocks[at]?.parent ?? -1) {
    root = open.carried.has(at) ? at : root;
  }
  return root;
}

/** A follow-up that is not carried stays where it is: closed ones are history, and one with a copy is there already. */
function staysBehind({ tasks, carried, request }: OpenSource, index: number): boolean {
  const task = tasks.get(index);
  const read = task && !carried.has(index) ? readFollowUp(task, request.statuses) : undefined;
  return read !== undefined && read.status !== 'none';
}

function treeAt(open: OpenSource, index: number): CarriedTree {
  const { note, carried, tasks } = open;
  const replacements = new Map<number, string | undefined>();
  const followUps: FollowUp[] = [];
  let isPrivate = false;
  for (const line of conflictLines(note, index)) replacements.set(line, undefined);
  for (const at of [index, ...indexesInside(note.blocks, index)]) {
    const [followUp, task] = [carried.get(at), tasks.get(at)];
    if (followUp && task && rootOf(open, at) === index) {
      const copy = copyOf(open, followUp, task);
      for (let line = task.line; line <= task.endLine; line++) replacements.set(line, copy[line - task.line]);
      followUps.push(followUp);
    }
    isPrivate ||= followUp?.private === true || note.isPrivateLine(note.blocks[at]?.line ?? -1);
  }
  const lines = dedentItem({ note, index }, { staysBehind: (inside) => staysBehind(open, inside), replacements });
  return { lines: withoutMarkers(lines), followUps, isPrivate };
}

/** The lines in a block that Git left as the marks of a conflict: the text above goes on in them, as no other block begins. */
function conflictLines({ lines, blocks }: ParsedNote, index: number): number[] {
  const { line, endLine } = blocks[index] ?? { line: 0, endLine: -1 };
  return Array.from({ length: endLine - line + 1 }, (_, nth) => line + nth).filter((at) =>
    isConflictLine(lines.get(at)),
  );
}

function copyOf(
  { note, links, request }: OpenSource,
  followUp: FollowUp,
  task: TaskItem,
): readonly (string | undefined)[] {
  const item = ownLines(note, task);
  const [first = '', ...others] = carriedCopy(item, links.origin(followUp));
  const headed = followUp.owners.find(({ form }) => form === 'heading');
  if (!headed) {
    return [first, ...others];
  }
  // Only the heading said who owes it, and that heading stays behind.
  const end = checkboxAt(first, item.box)?.end ?? first.length;
  return [`${first.slice(0, end)} ${writeOwner(headed.name || request.person)}${first.slice(end)}`, ...others];
}

/** The lines of the item's own text. Where Git left the marks of a conflict, nothing further is read as its text. */
function ownLines({ lines }: ParsedNote, { line, endLine, box }: TaskItem): OwnLines {
  const all = lines.slice(line, endLine);
  const conflict = all.findIndex((text, nth) => nth > 0 && conflictAt(text) >= 0);
  return { lines: conflict < 0 ? all : all.slice(0, conflict), box: box - lines.start(line) };
}

/**
 * Without the markers of what is private, as that stands under its heading now: one without its partner would hide or show
 * the rest of the note. What stood between blocks still does: an empty line, or a comment that says nothing.
 */
function withoutMarkers(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  const silenced = replacePrivateMarkers(text, SILENT_COMMENT);
  return silenced === text ? lines : silenced.split('\n').map((line) => (line.trim() === SILENT_COMMENT ? '' : line));
}
