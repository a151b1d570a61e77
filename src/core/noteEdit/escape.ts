/** Text that YAML reads as a string without quotes: a letter followed by harmless characters. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ._'’-]*$/u;
const KEYWORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/** Characters that YAML only allows in double quotes, escaped. */
const ESCAPED = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;

/** Returns one line of text as a front matter value, with quotes if YAML needs them. */
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

/**
 * Returns text on one line: white space and control characters become one space, and unpaired surrogates a replacement
 * character.
 */
export function oneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Returns text as Markdown that shows it literally, without emphasis, links, HTML, code or a closing `#`. */
export function escapeMarkdown(words: string): string {
  return oneLine(words)
    .replace(/[\\`*[\]<]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/(?<!#)#+$/, '\\$&');
}

/**
 * Returns text as Markdown for a list item that shows it literally. Beyond `escapeMarkdown`, it cannot begin a heading,
 * list, quote or code block.
 */
export function escapeListItem(words: string): string {
  return escapeMarkdown(words).replace(/^(\d{1,9})(?=[.)](?:\s|$))|^(?=>|~~~|#{1,6}(?:\s|$)|[-+](?:[-\s]|$))/u, '$1\\');
}

/** Returns a line in bold, the format of questions. */
export function bold(words: string): string {
  return `**${withoutStars(words)}**`;
}

/** Returns a line in italics, the format of purposes. */
export function italic(words: string): string {
  return `*${withoutStars(words)}*`;
}

function withoutStars(words: string): string {
  return oneLine(words).replace(/[\\*]/g, '\\$&');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML, including attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
