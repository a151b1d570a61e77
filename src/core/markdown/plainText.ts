/** Cuts a long text at the end of a word, and adds an ellipsis. */
export function shorten(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength).replace(/(?<!\s)\s+\S*$/u, '')} …`;
}

/** Inline markup by precedence: escapes and code come first, so that markup within them has no effect. */
const MARKS = [
  /\\(?<escaped>[!-/:-@[-`{-~])/,
  /(?<!`)(?<ticks>`+)(?<code>[^`]+)\k<ticks>(?!`)/,
  /!?\[\[(?<target>[^[\]|\n]+)(?:\|(?<alias>[^[\]\n]*))?\]\]/,
  /!?\[(?<words>[^[\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/,
  /(?<mark>\*{1,3}|~~|==|(?<![\p{L}\p{N}])_{1,3})(?=\S)(?<marked>[^*~=_\n]*[^*~=_\s])\k<mark>(?![\p{L}\p{N}])/u,
];
const MARK = new RegExp(MARKS.map(({ source }) => source).join('|'), 'gu');

/**
 * Returns a line of Markdown as it looks when rendered: the words of links, code and emphasis without markup. The
 * result is for plain text only and must not be parsed as Markdown again.
 */
export function plainText(markdown: string): string {
  return markdown.replace(MARK, (written: string, ...found: readonly unknown[]) => {
    const { escaped, code, alias, target, words, marked } = found.at(-1) as Readonly<
      Record<string, string | undefined>
    >;
    const inner = words ?? marked;
    return escaped ?? code ?? alias ?? (target === undefined ? plainText(inner ?? written) : pageOf(target));
  });
}

/** Returns the name that a wiki-link without an alias shows. */
function pageOf(target: string): string {
  const page = target.slice(target.lastIndexOf('/') + 1);
  return page.startsWith('#') ? page.slice(1) : page;
}
