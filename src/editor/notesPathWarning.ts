import { unknownPlaceholder } from '../core/note/pathPattern';
import { type Message, message } from '../core/text/message';
import { formatMessage, showWarningMessage } from './messages';
import { privatePathIn } from './privateHalves';
import { setting } from './settings';

/** Warns of path settings that are not used, once for each value. */
export class NotesPathWarning {
  readonly #warnedOf = new Set<string>();

  check(): void {
    const value = setting('notes.path');
    const unknown = unknownPlaceholder(value);
    if (unknown !== undefined) {
      const problem = message('path.unknownPlaceholder', unknown);
      const found = message('path.setting', 'oneOnOne.notes.path', value, problem);
      this.#warn(value, message('path.ignored', found));
    }
    const privatePath = privatePathIn();
    if (privatePath && 'refused' in privatePath) {
      this.#warn(setting('notes.privatePath'), message('path.privateIgnored', privatePath.refused));
    }
  }

  #warn(value: string, text: Message): void {
    if (this.#warnedOf.has(value)) {
      return;
    }
    this.#warnedOf.add(value);
    void showWarningMessage(formatMessage(text));
  }
}
