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
