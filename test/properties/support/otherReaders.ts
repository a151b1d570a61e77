/**
 * Small readers of the formats of other programs, written from their documentation and independent of the core. Each
 * reads one line of a note and returns its fields.
 */

/** A field as another program reads it. */
export interface OtherField {
  readonly key: string;
  readonly value: string;
}

/** The types that Obsidian Tasks gives to statuses. A status that it does not know is a `TODO`. */
export type TasksStatusType = 'TODO' | 'IN_PROGRESS' | 'ON_HOLD' | 'DONE' | 'CANCELLED' | 'NON_TASK';

const TASK = /^[\s>]*(?:[-*+]|\d+[.)]) +\[(.)\] *(.*)$/u;
const BLOCK_LINK = / \^[a-zA-Z0-9-]+$/u;
const TAG_AT_END = /(?:^|\s)#[^ !@#$%^&*(),.?":{}|<>]+$/u;
const DATE = String.raw`(\d{4}-\d{2}-\d{2})`;
const IDS = '([a-zA-Z0-9-_]+(?: *, *[a-zA-Z0-9-_]+ *)*)';

const EMOJI_FIELDS: readonly (readonly [key: string, pattern: RegExp])[] = [
  ['priority', /([🔺⏫🔼🔽⏬])\uFE0F?$/u],
  ['done', new RegExp(String.raw`✅\uFE0F? *${DATE}$`, 'u')],
  ['cancelled', new RegExp(String.raw`❌\uFE0F? *${DATE}$`, 'u')],
  ['due', new RegExp(String.raw`[📅📆🗓]\uFE0F? *${DATE}$`, 'u')],
  ['scheduled', new RegExp(String.raw`[⏳⌛]\uFE0F? *${DATE}$`, 'u')],
  ['start', new RegExp(String.raw`🛫\uFE0F? *${DATE}$`, 'u')],
  ['created', new RegExp(String.raw`➕\uFE0F? *${DATE}$`, 'u')],
  ['recurrence', /🔁\uFE0F? *([a-zA-Z0-9, !]+)$/u],
  ['id', /🆔\uFE0F? *([a-zA-Z0-9-_]+)$/u],
  ['dependsOn', new RegExp(String.raw`⛔\uFE0F? *${IDS}$`, 'u')],
];

const DATAVIEW_VALUES: readonly (readonly [key: string, value: string])[] = [
  ['priority', '(highest|high|medium|low|lowest)'],
  ...['start', 'created', 'scheduled', 'due', 'completion', 'cancelled'].map((key) => [key, DATE] as const),
  ['repeat', '([a-zA-Z0-9, !]+)'],
  ['id', '([a-zA-Z0-9-_]+)'],
  ['dependsOn', IDS],
];
const DATAVIEW_FIELDS = DATAVIEW_VALUES.map(
  ([key, value]) =>
    [key, new RegExp(String.raw`(?:(?=[^\]]+\])\[|(?=[^)]+\))\() *${key}:: *${value} *[)\]](?: *,)?$`, 'u')] as const,
);

/** The fields of Obsidian Tasks in its emoji format, which reads from the end and stops at the first other word. */
export function tasksEmoji(line: string): readonly OtherField[] {
  return readFromEnd(line, EMOJI_FIELDS);
}

/** The fields of Obsidian Tasks in its Dataview format. */
export function tasksDataview(line: string): readonly OtherField[] {
  return readFromEnd(line, DATAVIEW_FIELDS);
}

function readFromEnd(line: string, patterns: readonly (readonly [string, RegExp])[]): readonly OtherField[] {
  let rest = (TASK.exec(line)?.[2] ?? '').trim().replace(BLOCK_LINK, '');
  const found: OtherField[] = [];
  for (let isMatched = true; isMatched;) {
    isMatched = false;
    for (const [key, pattern] of patterns) {
      const match = pattern.exec(rest);
      if (!match) continue;
      found.push({ key, value: match[1]!.trim() });
      rest = rest.slice(0, match.index).trim();
      isMatched = true;
    }
    const tag = TAG_AT_END.exec(rest);
    if (tag) rest = rest.slice(0, tag.index).trim();
    isMatched ||= tag !== null;
  }
  return found;
}

/** Whether a query `not done` of Obsidian Tasks lists a line, given the statuses in its settings. */
export function isNotDoneForTasks(line: string, custom: Readonly<Record<string, TasksStatusType>> = {}): boolean {
  const known: Readonly<Record<string, TasksStatusType>> = {
    ...{ ' ': 'TODO', x: 'DONE', X: 'DONE', '/': 'IN_PROGRESS', '-': 'CANCELLED' },
    ...custom,
  };
  const mark = TASK.exec(line)?.[1];
  if (mark === undefined) return false;
  const type = known[mark] ?? 'TODO';
  return type === 'TODO' || type === 'IN_PROGRESS' || type === 'ON_HOLD';
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')' };

/** The inline fields of Dataview: `[key:: value]` and `(key:: value)`, with balanced brackets in the value. */
export function dataview(line: string): readonly OtherField[] {
  const found: OtherField[] = [];
  for (let at = 0; at < line.length; at++) {
    const close = CLOSING[line[at]!];
    const separator = close === undefined ? -1 : line.indexOf('::', at + 1);
    const key = line.slice(at + 1, separator).trim();
    if (separator < 0 || key === '' || /[[\]()]/.test(key)) continue;
    const end = closingAt(line, separator + 2, line[at]!, close!);
    if (end < 0) continue;
    found.push({ key, value: line.slice(separator + 2, end).trim() });
    at = end;
  }
  return found;
}

function closingAt(line: string, start: number, open: string, close: string): number {
  let depth = 1;
  for (let at = start; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === open) depth++;
    else if (line[at] === close && --depth === 0) return at;
  }
  return -1;
}

/** The priority and the `key:value` words of todo.txt. */
export function todoTxt(line: string): readonly OtherField[] {
  const text = (TASK.exec(line)?.[2] ?? '').trim();
  const priority = /^\(([A-Z])\) /.exec(text)?.[1];
  const words = text.split(/\s+/).flatMap((word) => {
    const match = /^([^\s:[\](){}]+):([^\s:]+)$/.exec(word);
    return match ? [{ key: match[1]!, value: match[2]! }] : [];
  });
  return priority === undefined ? words : [{ key: 'priority', value: priority }, ...words];
}

/** The tags of TaskPaper and Todo+: `@name` or `@name(value)` at the start of a word. */
export function taskPaper(line: string): readonly OtherField[] {
  return [...line.matchAll(/(?<=^|\s)@([^\s@()[\]{},:]+)(?:\(([^()]*)\))?(?=\s|$)/gu)].map((match) => ({
    key: match[1]!,
    value: match[2] ?? '',
  }));
}

/** All readers by name. */
export const otherReaders = { tasksEmoji, tasksDataview, dataview, todoTxt, taskPaper } as const;
