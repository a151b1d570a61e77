/**
 * Text that stands in a snippet as it is.
 * @param {string} text
 */
export function plain(text) {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * A tab stop that offers the options, the first one written already; a single option is no choice.
 * @param {number} stop
 * @param {readonly string[]} options
 */
export function choice(stop, options) {
  const [only = ''] = options;
  return options.length < 2 ? plain(only) : `\${${stop}|${options.map(escapeOption).join(',')}|}`;
}

/** @param {string} option */
function escapeOption(option) {
  return option.replace(/[\\,|]/g, '\\$&');
}

/** Today, filled in by VS Code when the snippet is inserted. */
export const TODAY = '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}';
