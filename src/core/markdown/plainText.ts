/** What comes first is looked for first: what stands in code or behind a backslash is no mark. */
const INLINE = new RegExp(
  [
    String.raw`\\(?<escaped>[!-/:-@[-\`{-~])`,
    '(?<ticks>`+)(?<code>[^`]+?)\\k<ticks>(?!`)',
    String.raw`!?\[\[(?<target>[^\]|\n]+?)(?:\|(?<alias>[^\]\n]*))?\]\]`,
    String.raw`!?\[(?<words>[^[\]\n]*)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)`,
    String.raw`(?<mark>\*{1,3}|~~|==|(?<![\p{L}\p{N}])_{1,3})(?=\S)(?<marked>[^*~=_\n]*[^*~=_\s\n])\k<mark>(?![\p{L}\p{N}])`,
  ].join('|'),
  'gu',
);

/**
 * A line of Markdown as it reads when it is drawn: the words of links, code and emphasis without what marks them. For
 * places that show text as it is; it is not safe to be read as Markdown again.
 */
export function plainText(markdown: string): string {
  return markdown.replace(INLINE, (written: string, ...rest: unknown[]) => {
    const { escaped, code, target, alias, words, marked } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const inner = words ?? marked;
    return escaped ?? code ?? alias ?? (target === undefined ? inner && plainText(inner) : pageOf(target)) ?? written;
  });
}

/** The name that a wiki-link shows when it has no words of its own. */
function pageOf(target: string): string {
  const page = target.slice(target.lastIndexOf('/') + 1);
  return page.startsWith('#') ? page.slice(1) : page;
}
