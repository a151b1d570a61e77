/** What comes first is looked for first: what stands behind a backslash or in code is no mark. */
const MARKS = [
  /\\(?<escaped>[!-/:-@[-`{-~])/,
  /(?<!`)(?<ticks>`+)(?<code>[^`]+)\k<ticks>(?!`)/,
  /!?\[\[(?<target>[^[\]|\n]+)(?:\|(?<alias>[^[\]\n]*))?\]\]/,
  /!?\[(?<words>[^[\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/,
  /(?<mark>\*{1,3}|~~|==|(?<![\p{L}\p{N}])_{1,3})(?=\S)(?<marked>[^*~=_\n]*[^*~=_\s])\k<mark>(?![\p{L}\p{N}])/u,
];
const MARK = new RegExp(MARKS.map(({ source }) => source).join('|'), 'gu');

/**
 * A line of Markdown as it reads when it is drawn: the words of links, code and emphasis without what marks them. For
 * places that show text as it is; it is not safe to be read as Markdown again.
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

/** The name that a wiki-link shows when it has no words of its own. */
function pageOf(target: string): string {
  const page = target.slice(target.lastIndexOf('/') + 1);
  return page.startsWith('#') ? page.slice(1) : page;
}
