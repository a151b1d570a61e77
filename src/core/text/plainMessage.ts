/** The word joiner U+2060, which has no width and prevents a line break. */
const JOINER = '\u2060';

/**
 * Escapes a message for notifications, prompts, picks, lenses and the status bar. VS Code would turn
 * `[text](command:…)` into a link and `$(name)` into an icon; a word joiner before the `(` prevents both.
 */
export function plainMessage(message: string): string {
  return message.replace(/[\]$](?=\()/g, `$&${JOINER}`);
}
