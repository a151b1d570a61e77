import assert from 'node:assert/strict';

/** Methods of strings that look at characters, each with the number of characters it looks at. */
const STRING_METHODS: Readonly<Record<string, (text: string, args: readonly unknown[], result: unknown) => number>> = {
  charAt: () => 1,
  charCodeAt: () => 1,
  codePointAt: () => 1,
  at: () => 1,
  startsWith: (_, [search]) => String(search).length,
  endsWith: (_, [search]) => String(search).length,
  indexOf: (text, [search, from = 0], found) =>
    (found === -1 ? text.length : Number(found)) - Number(from) + String(search).length,
  includes: (text, [, from = 0]) => text.length - Number(from),
  lastIndexOf: (text, [search, from = text.length], found) => Number(from) - Number(found) + String(search).length,
  slice: (_text, _args, part) => String(part).length,
  substring: (_text, _args, part) => String(part).length,
  split: (text) => text.length,
  trim: (text) => text.length,
  trimStart: (text, _args, trimmed) => text.length - String(trimmed).length + 1,
  trimEnd: (text, _args, trimmed) => text.length - String(trimmed).length + 1,
  toLowerCase: (text) => text.length,
  toUpperCase: (text) => text.length,
  normalize: (text) => text.length,
};

/**
 * Counts the characters that `work` looks at through the methods of strings and by regular expressions: a measure of
 * work that does not depend on the speed of the machine. What a regular expression tries in vain is not counted, so
 * backtracking does not show.
 */
export function readsOf(work: () => unknown): number {
  let reads = 0;
  const restore = [
    ...Object.entries(STRING_METHODS).map(([name, cost]) =>
      wrap(String.prototype, name, (original, text, args) => {
        const result: unknown = Reflect.apply(original, text, args);
        reads += cost(String(text), args, result);
        return result;
      }),
    ),
    wrap(RegExp.prototype, 'exec', (original, expression, args) => {
      const { global, sticky, lastIndex } = expression as RegExp;
      const start = global || sticky ? lastIndex : 0;
      const match = Reflect.apply(original, expression, args) as RegExpExecArray | null;
      const end = match ? match.index + match[0].length : sticky ? start : String(args[0]).length;
      reads += 1 + end - start;
      return match;
    }),
  ];
  try {
    work();
  } finally {
    for (const undo of restore) undo();
  }
  return reads;
}

/** Asserts that `work` on a text twice as long looks at no more than about twice as many characters. */
export function assertLinear(work: (length: number) => () => unknown, length: number, what: string): void {
  const [once, twice] = [readsOf(work(length)), readsOf(work(2 * length))];
  assert.ok(once > 0, `${what}: nothing was counted`);
  assert.ok(twice <= 2.1 * once + 200, `${what}: ${once} reads, and ${twice} for twice the length`);
}

type Wrapped = (original: (...args: unknown[]) => unknown, receiver: unknown, args: unknown[]) => unknown;

/** Replaces a method of a prototype. Returns what puts it back. */
function wrap(prototype: object, name: string, wrapped: Wrapped): () => void {
  const original = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
  const set = (value: unknown) =>
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: false });
  set(function (this: unknown, ...args: unknown[]) {
    return wrapped(original, this, args);
  });
  return () => set(original);
}
