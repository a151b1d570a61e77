import { l10n } from 'vscode';
import { type Message, wordMessage } from '../core/text/message';

/** Words a message of the core, in the language of VS Code. */
export function formatMessage(message: Message): string {
  return wordMessage(message, (template, args) => l10n.t(template, ...args));
}
