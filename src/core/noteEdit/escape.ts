/** Letters first, and then nothing that YAML reads as anything but text. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ._'’-]*$/u;
const KEYWORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/** What YAML wants escaped, which only double quotes can do. */
const ESCAPED = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;

/** A text of one line as a value of front matter, in quotes only where YAML would read it as something else. */
export function yamlScalar(text: string): string {
  if (PLAIN.test(text) && !KEYWORD.test(text) && !text.endsWith(' ')) {
    return text;
  }
  const isEscaped = text.search(ESCAPED) >= 0;
  return !isEscaped && /["\\]/.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : `"${text.replace(/["\\]/g, '\\$&').replace(ESCAPED, escaped)}"`;
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Somebody's words on one line: white space and control characters as one space, no half characters. */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Somebody's words as Markdown that shows them as they are: no emphasis, link, HTML, code or closing `#` comes of them. */
export function escapeMarkdown(words: string): string {
  return oneLine(words)
    .replace(/[\\`*[\]<]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/#+$/, '\\$&');
}

/** The same as the words of a list item, which no heading, list, quote, code or line comes of either. */
export function escapeListItem(words: string): string {
  return escapeMarkdown(words).replace(/^(\d{1,9})(?=[.)](?:\s|$))|^(?=>|~~~|#{1,6}(?:\s|$)|[-+](?:[-\s]|$))/u, '$1\\');
}

/** A line in bold, as questions stand. */
export function bold(words: string): string {
  return `**${withoutStars(words)}**`;
}

/** A line in italics, as purposes stand. */
export function italic(words: string): string {
  return `*${withoutStars(words)}*`;
}

function withoutStars(words: string): string {
  return oneLine(words).replace(/[\\*]/g, '\\$&');
}
