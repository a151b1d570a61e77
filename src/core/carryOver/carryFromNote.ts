import { conflictAt, isConflictLine, refusedConflict } from '../markdown/conflicts';
import type { FollowUp } from '../followUp/followUp';
import { anchorsOf, locateEach } from '../followUp/locate';
import { readFollowUp } from '../followUp/parse';
import { type TaskItem, taskItemAt } from '../followUp/taskItem';
import { checkboxAt } from '../markdown/listItem';
import { MovedLinks } from '../noteEdit/movedLinks';
import { ParsedNote } from '../note/parsedNote';
import { replacePrivateMarkers } from '../note/privateMarkers';
import { normalizedText } from '../taskText/normalizedText';
import { replaceOwnMentions, writeOwner } from '../taskText/owners';
import type { NoteEdits, TextEdit } from '../text/edit';
import { carriedCopy, CarryLinks, movedMark, type OwnLines } from './lineEdits';
import { dedentItem, indexesInside } from './dedent';
import type { CarryRequest, CarrySource, CarryTarget, LeftFollowUp, SideNames } from './request';
import { message } from '../text/message';
import { touchesRange } from '../text/range';

/** The follow-ups of a source located in its current text. */
interface LocatedTasks {
  /** Located follow-ups by block index, in the order of the note. */
  readonly proved: ReadonlyMap<number, FollowUp>;
  readonly left: readonly LeftFollowUp[];
}

/** Locates the follow-ups of a source among the tasks in its current text. */
function locateTasks(
  { note, followUps }: CarrySource,
  parsed: ParsedNote,
  tasks: ReadonlyMap<number, TaskItem>,
): LocatedTasks {
  const indexByLine = new Map([...tasks].map(([index, { line }]) => [line, index]));
  const found = new Map<number, FollowUp>();
  const left: LeftFollowUp[] = [];
  const items = locateEach(parsed, anchorsOf(followUps, note.followUps));
  const { blocks, conflicts } = parsed;
  for (const [nth, followUp] of followUps.entries()) {
    const item = items[nth];
    const index = item && !('refused' in item) ? indexByLine.get(item.line) : undefined;
    const block = index === undefined ? undefined : blocks[index];
    const conflict = block && conflicts.find((each) => touchesRange([each], block));
    if (conflict) {
      left.push({ uri: note.uri, followUp, text: followUp.text, reason: refusedConflict(conflict).refused });
    } else if (index !== undefined) {
      found.set(index, followUp);
    } else if (item && 'refused' in item) {
      left.push({ uri: note.uri, followUp, text: followUp.text, reason: item.refused });
    }
  }
  return { proved: new Map([...found].sort(([a], [b]) => a - b)), left };
}

/** A follow-up and its children as lines of the new note. */
interface CarriedTree {
  readonly lines: readonly string[];
  /** The follow-up and those of its children that are follow-ups. */
  readonly followUps: readonly FollowUp[];
  readonly isPrivate: boolean;
}

/** The result of carrying follow-ups from one note. */
interface CarriedFromSource {
  readonly trees: readonly CarriedTree[];
  readonly change: NoteEdits | undefined;
  readonly left: readonly LeftFollowUp[];
}

/** The links that lead to a target, and those in carried text. */
interface TargetLinks {
  readonly links: CarryLinks;
  readonly moved: MovedLinks;
}

interface OpenSource {
  readonly note: ParsedNote;
  /** The links for the target of private and of other follow-ups. */
  readonly linksFor: (isPrivate: boolean) => TargetLinks;
  readonly request: CarryRequest;
  readonly sides: SideNames;
  /** All tasks by block index. */
  readonly tasks: ReadonlyMap<number, TaskItem>;
  /** The follow-ups to copy, by block index. */
  readonly carried: ReadonlyMap<number, FollowUp>;
}

const CHANGED = message('carry.childrenChanged');
const SILENT_COMMENT = '<!-- -->';

/** Carries the follow-ups of one note. Those with an existing copy are only marked as moved. */
export function carryFromNote(source: CarrySource, request: CarryRequest): CarriedFromSource {
  const note = new ParsedNote(source.textNow);
  const tasks = tasksOf(note);
  const { proved, left } = locateTasks(source, note, tasks);
  const linksTo = (target: CarryTarget): TargetLinks => ({
    links: new CarryLinks(source.note, target, request.root),
    moved: new MovedLinks(note, { from: source.note.uri, to: target.uri, root: request.root }),
  });
  const shared = linksTo(request.target);
  const own = request.privateTarget ? linksTo(request.privateTarget) : shared;
  const linksFor = (isPrivate: boolean): TargetLinks => (isPrivate ? own : shared);
  const elsewhere = [...proved].filter(([, followUp]) => !stands(followUp, source, request));
  const carried = new Map(elsewhere.filter(([, followUp]) => source.copied?.has(followUp) !== true));
  const open: OpenSource = { note, linksFor, request, sides: request.sidesOf(source.note), tasks, carried };
  const trees = [...carried.keys()]
    .filter((index) => rootOf(open, index) === index)
    .map((index) => treeAt(open, index));
  const changed = new Set(trees.filter((tree) => !isReadBack(tree, request)).flatMap(({ followUps }) => followUps));
  const marked = elsewhere.filter(([, followUp]) => !changed.has(followUp));
  const edits = marked.flatMap(([index, followUp]) => marksAt(open, index, followUp));
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
 * Checks that the copies are read as the original follow-ups. An unclosed comment would hide the rest of the new note,
 * and a line may change its meaning when the lines around it are not carried.
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

/** Checks whether the follow-up is already in the target meeting. */
function stands(followUp: FollowUp, { note }: CarrySource, { target, privateTarget }: CarryRequest): boolean {
  return [target, privateTarget].some((each) => note.uri === each?.uri && followUp.meeting === each.existing?.meeting);
}

function marksAt(open: OpenSource, index: number, followUp: FollowUp): readonly TextEdit[] {
  const { note, tasks } = open;
  const { links } = open.linksFor(followUp.private || isPrivateTree(open, rootOf(open, index)));
  const task = tasks.get(index);
  return (task ? movedMark(ownLines(note, task), links.destination()) : []).map(({ nth, start, end, text }) => {
    const lineStart = note.lines.start((task?.line ?? 0) + nth);
    return { start: lineStart + start, end: lineStart + end, text };
  });
}

/**
 * Returns the index of the outermost carried item that includes this one. Open children of an item that is not carried
 * are carried as items of their own.
 */
function rootOf(open: OpenSource, index: number): number {
  const { blocks } = open.note;
  let root = index;
  for (let at = blocks[index]?.parent ?? -1; at >= 0 && !staysBehind(open, at); at = blocks[at]?.parent ?? -1) {
    root = open.carried.has(at) ? at : root;
  }
  return root;
}

/** Checks whether a follow-up is left in its note because it is closed or already has a copy. */
function staysBehind({ tasks, carried, request }: OpenSource, index: number): boolean {
  const task = tasks.get(index);
  const read = task && !carried.has(index) ? readFollowUp(task, request.statuses) : undefined;
  return read !== undefined && read.status !== 'none';
}

function treeAt(open: OpenSource, index: number): CarriedTree {
  const { note, carried, tasks } = open;
  const replacements = new Map<number, string | undefined>();
  const followUps: FollowUp[] = [];
  const isPrivate = isPrivateTree(open, index);
  const { links, moved } = open.linksFor(isPrivate);
  const inside = [index, ...indexesInside(note.blocks, index)];
  const lines = moved.linesOf(inside.flatMap((at) => note.blocks[at] ?? []));
  for (const [line, text] of lines) replacements.set(line, text);
  for (const line of conflictLines(note, index)) replacements.set(line, undefined);
  for (const at of inside) {
    const [followUp, task] = [carried.get(at), tasks.get(at)];
    if (followUp && task && rootOf(open, at) === index) {
      const copy = copyOf(open, { followUp, task, lines, links });
      for (let line = task.line; line <= task.endLine; line++) replacements.set(line, copy[line - task.line]);
      followUps.push(followUp);
    }
  }
  const dedented = dedentItem({ note, index }, { staysBehind: (block) => staysBehind(open, block), replacements });
  return { lines: withoutMarkers(dedented), followUps, isPrivate };
}

/** Checks whether an item or anything inside it is private. A comment in an item may go on to lines that are private. */
function isPrivateTree({ note, carried }: OpenSource, index: number): boolean {
  const root = note.blocks[index];
  if (root && touchesRange(note.privateLines, root)) return true;
  return [index, ...indexesInside(note.blocks, index)].some(
    (at) => carried.get(at)?.private === true || note.isPrivateLine(note.blocks[at]?.line ?? -1),
  );
}

/** Returns the lines of Git conflict markers in a block. Markdown reads them as part of the text above. */
function conflictLines({ lines, blocks }: ParsedNote, index: number): number[] {
  const { line, endLine } = blocks[index] ?? { line: 0, endLine: -1 };
  return Array.from({ length: endLine - line + 1 }, (_, nth) => line + nth).filter((at) =>
    isConflictLine(lines.get(at)),
  );
}

interface ItemToCopy {
  readonly followUp: FollowUp;
  readonly task: TaskItem;
  /** The lines with links that the target needs written differently. */
  readonly lines: ReadonlyMap<number, string>;
  readonly links: CarryLinks;
}

function copyOf(
  { note, sides }: OpenSource,
  { followUp, task, lines, links }: ItemToCopy,
): readonly (string | undefined)[] {
  const written = ownLines(note, task);
  const item = { ...written, lines: written.lines.map((text, nth) => lines.get(task.line + nth) ?? text) };
  const [first = '', ...others] = carriedCopy(item, links.origin(followUp));
  const end = checkboxAt(first, item.box)?.end ?? first.length;
  return [first.slice(0, end) + withOwner(first.slice(end), followUp, sides), ...others];
}

/** Writes the owner that only the heading or the writer of the source shows, because the copy has another one. */
function withOwner(text: string, { owners }: FollowUp, { writer, other }: SideNames): string {
  const headed = owners.find(({ form }) => form === 'heading');
  if (headed) {
    const name = headed.name === '' ? other : writer;
    return name === undefined ? text : ` ${writeOwner(name)}${text}`;
  }
  return writer === undefined || writer === 'me' ? text : replaceOwnMentions(text, writer);
}

/** Returns the lines of the item's own text, up to the first Git conflict marker. */
function ownLines({ lines }: ParsedNote, { line, endLine, box }: TaskItem): OwnLines {
  const all = lines.slice(line, endLine);
  const conflict = all.findIndex((text, nth) => nth > 0 && conflictAt(text) >= 0);
  return { lines: conflict < 0 ? all : all.slice(0, conflict), box: box - lines.start(line) };
}

/**
 * Removes private markers, which are redundant under the private heading; an unpaired one would hide or reveal the rest
 * of the note. Each becomes a blank line or an empty comment, so that blocks stay separate.
 */
function withoutMarkers(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  const silenced = replacePrivateMarkers(text, SILENT_COMMENT);
  return silenced === text ? lines : silenced.split('\n').map((line) => (line.trim() === SILENT_COMMENT ? '' : line));
}
