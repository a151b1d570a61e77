/** A word joiner: it has no width, and no line breaks at it. */
const JOINER = '\u2060';

/**
 * A message that VS Code shows as it reads. VS Code makes a link of `[text](command:…)` and an icon of `$(name)` in
 * notifications, prompts, picks, lenses and the status bar. A joiner before the `(` keeps both from being made.
 */
export function plainMessage(message: string): string {
  return message.replace(/[\]$](?=\()/g, `$&${JOINER}`);
}
