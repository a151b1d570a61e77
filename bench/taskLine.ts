import type { Seeded } from './seeded';
import { misleadingTails, taskWords } from './words';

/** The expected result for a generated task, known from its construction rather than from parsing. */
export interface TrueFollowUp {
  /** Line number of the checkbox, from 0. */
  readonly line: number;
  /** The state character in the checkbox. */
  readonly mark: string;
  /** Whether the task is open. For `>` this depends on the other notes of the set. */
  readonly open: boolean;
  /** The due date as `YYYY-MM-DD`, if there is one and the calendar has that day. */
  readonly due?: string;
  /** The owners as written and in that order, without `@`, brackets or field name. */
  readonly owners?: readonly string[];
  /** The sentence without fields and owners, with lines joined by spaces. */
  readonly text: string;
}

/** A task without a position. Its lines begin at the list marker, without indent. */
export interface TaskLine {
  readonly lines: readonly string[];
  readonly truth: Omit<TrueFollowUp, 'line'>;
}

/** The properties of a task to generate. Missing ones are random. */
export interface TaskWish {
  /** The day number of the meeting. */
  readonly day: number;
  /** Names of possible owners in a common spelling. */
  readonly names: readonly string[];
  /** The list marker; the default is `-`. */
  readonly marker?: string;
  readonly mark?: string;
  readonly sentence?: string;
  /** Text after everything else, such as the link of a carried follow-up. */
  readonly origin?: string;
  readonly open?: boolean;
}

interface Dialect {
  readonly due: (date: string) => string;
  readonly done?: (date: string) => string;
  readonly extra?: (date: string, random: Seeded) => string;
}

const dialects = {
  plain: {
    due: (date) => `due:${date}`,
    done: (date) => `done:${date}`,
    extra: (date, random) => random.pick([`created:${date}`, `t:${date}`, 'pri:B']),
  },
  emoji: {
    due: (date) => `📅 ${date}`,
    done: (date) => `✅ ${date}`,
    extra: (date, random) => random.pick([`➕ ${date}`, `⏳ ${date}`, '🔼', '⏫', `🛫 ${date}`]),
  },
  emojiRecurring: { due: (date) => `🔁 every week 📅 ${date}`, done: (date) => `✅ ${date}` },
  emojiTight: { due: (date) => `📅${date}`, done: (date) => `✅${date}` },
  emojiVariant: { due: (date) => `🗓\uFE0F\u00A0${date}`, done: (date) => `✅\uFE0F ${date}` },
  dataview: {
    due: (date) => `[due:: ${date}]`,
    done: (date) => `[completion:: ${date}]`,
    extra: (date, random) => random.pick([`[created:: ${date}]`, `[scheduled:: ${date}]`, '[priority:: high]']),
  },
  dataviewRound: { due: (date) => `(due:: ${date})`, done: (date) => `(completion:: ${date})` },
  dataviewLink: { due: (date) => `[due:: [[${date}]]]` },
  taskPaper: {
    due: (date) => `@due(${date})`,
    done: (date) => `@done(${date})`,
    extra: (date) => `@created(${date})`,
  },
  braces: { due: (date) => `{due:${date}}`, done: (date) => `@completed(${date})` },
  kanban: { due: (date) => `@{${date}}` },
  wikiDate: { due: (date) => `@[[${date}]]` },
  reminder: { due: (date) => `(@${date} 09:30)` },
} as const satisfies Readonly<Record<string, Dialect>>;

const dialectWeights: Readonly<Record<keyof typeof dialects, number>> = {
  ...{ plain: 4, emoji: 4, emojiRecurring: 0.5, emojiTight: 1, emojiVariant: 1, dataview: 4, dataviewRound: 1 },
  ...{ dataviewLink: 1, taskPaper: 4, braces: 1, kanban: 1, wikiDate: 1, reminder: 1 },
};

/** Weights of the state characters. Characters of bullets that are not tasks are rare. */
const markWeights: Readonly<Record<string, number>> = {
  ...{ ' ': 46, x: 36, X: 2, '/': 4, '-': 5, '!': 1, '?': 1, '*': 1, '<': 1, h: 0.5 },
  ...{ '>': 0.5, '🔥': 0.3, '@': 0.2, i: 0.3, b: 0.2, '"': 0.2, N: 0.1, p: 0.1 },
};
const closedMarks = new Set(['x', 'X', '-', 'i', 'I', 'Q', 'N', 'b', '"', 'l', 'p', 'c', 'P', 'C']);

const invalidDates = ['2025-02-30', '2024-13-01', '2025-04-31'] as const;

/** Generates a task line in a common dialect, with its expected result. */
export function taskLine(random: Seeded, wish: TaskWish): TaskLine {
  const mark = wish.mark ?? random.weighted(markWeights);
  const sentence = wish.sentence ?? taskSentence(random, mark === '>');
  const owners = ownersOf(random, wish.names);
  const dialect: Dialect = dialects[random.weighted(dialectWeights)];
  // A moved task without a link is resolved by a date or by the same text elsewhere. Without either it stays open.
  const bare = mark === '>' && wish.origin === undefined;
  const { fields, due } = bare ? { fields: '' } : fieldsOf(random, { dialect, mark, day: wish.day });

  const box = `${wish.marker ?? '-'} [${mark}]${random.chance(0.01) ? '\t' : ' '}`;
  const words = sentence.split(' ');
  const place = random.weighted({ end: 12, middle: 1, nextLine: 0.5 });
  // The sentence is split, so that a field in the middle has text on both sides.
  const split = place === 'end' || fields === '' || words.length < 3 ? words.length : 2;
  const head = words.slice(0, split).join(' ');
  const tail = words.slice(split).join(' ');
  const onNextLine = place === 'nextLine' && tail !== '';
  const first = [owners.before, head, ...(onNextLine ? [] : [fields, tail, owners.after, wish.origin])];
  const second = onNextLine ? [tail, fields, owners.after, wish.origin] : [];

  const indent = ' '.repeat(box.indexOf('['));
  const lines = [box + joined(first), ...(onNextLine ? [indent + joined(second)] : [])];
  const truth = {
    mark,
    open: wish.open ?? !closedMarks.has(mark),
    ...(due === undefined ? {} : { due }),
    ...(owners.names.length === 0 ? {} : { owners: owners.names }),
    text: sentence,
  };
  return { lines, truth };
}

/**
 * Returns the sentence of a task. A few end in text that looks like a field or an owner. With `ticketed` it contains a
 * number, so that hardly any other task has the same text.
 */
export function taskSentence(random: Seeded, ticketed = random.chance(0.3)): string {
  const tail = random.chance(0.02) ? random.pick(misleadingTails) : random.pick(taskWords.tails);
  const ticket = ticketed ? `for ticket ${random.between(100, 99_999)}` : '';
  return joined([random.pick(taskWords.verbs), random.pick(taskWords.objects), ticket, tail]);
}

/** Returns the ISO date of a day number (days since 1970-01-01). */
export function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function fieldsOf(
  random: Seeded,
  { dialect, mark, day }: { readonly dialect: Dialect; readonly mark: string; readonly day: number },
): { readonly fields: string; readonly due?: string } {
  const fields: string[] = [];
  let due: string | undefined;
  if (random.chance(0.08)) fields.push(dialect.extra?.(isoDate(day), random) ?? '');
  if (random.chance(0.7)) {
    if (random.chance(0.004)) {
      fields.push(dialect.due(random.pick(invalidDates)));
    } else {
      due = isoDate(day + random.between(1, 40));
      fields.push(dialect.due(due));
      // Of two dates the leftmost is used.
      if (random.chance(0.003)) fields.push(dialect.due(isoDate(day + 90)));
    }
  }
  if ('xX'.includes(mark) && random.chance(0.7)) {
    fields.push(dialect.done?.(isoDate(day + random.between(0, 30))) ?? '');
  }
  return { fields: joined(fields), ...(due === undefined ? {} : { due }) };
}

function ownersOf(
  random: Seeded,
  names: readonly string[],
): { readonly before: string; readonly after: string; readonly names: readonly string[] } {
  const name = random.pick(names);
  const first = name.split(' ')[0]?.toLowerCase() ?? '';
  switch (random.weighted({ none: 6, me: 3, at: 6, dotted: 1, two: 0.5, wiki: 2, field: 2 })) {
    case 'me':
      return { before: '@me', after: '', names: ['me'] };
    case 'at':
      return random.chance(0.7)
        ? { before: `@${first}`, after: '', names: [first] }
        : { before: '', after: `@${first}`, names: [first] };
    case 'dotted': {
      const dotted = name.toLowerCase().replaceAll(' ', '.');
      return { before: `@${dotted}`, after: '', names: [dotted] };
    }
    case 'two':
      return { before: `@${first}, @me`, after: '', names: [first, 'me'] };
    case 'wiki':
      return { before: `[[${name}]]`, after: '', names: [name] };
    case 'field':
      return { before: '', after: `[owner:: ${name}]`, names: [name] };
    case 'none':
      return { before: '', after: '', names: [] };
  }
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
