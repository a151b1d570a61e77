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
