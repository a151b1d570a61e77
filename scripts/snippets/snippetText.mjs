/**
 * Escapes text for use in a snippet.
 * @param {string} text
 */
export function plain(text) {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * Returns a tab stop with a choice, the first option being the default. A single option becomes plain text.
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

/** The current date, which VS Code fills in when the snippet is inserted. */
export const TODAY = '${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}';
