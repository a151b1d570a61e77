import { unknownPlaceholder } from '../core/note/pathPattern';
import { message } from '../core/text/message';
import { formatMessage, showWarningMessage } from './messages';
import { setting } from './settings';

/** Warns of a setting `notes.path` whose placeholders do not exist, once for each value. */
export class NotesPathWarning {
  readonly #warnedOf = new Set<string>();

  check(): void {
    const value = setting('notes.path');
    const unknown = unknownPlaceholder(value);
    if (unknown === undefined || this.#warnedOf.has(value)) {
      return;
    }
    this.#warnedOf.add(value);
    const problem = message('path.unknownPlaceholder', unknown);
    const found = message('path.setting', 'oneOnOne.notes.path', value, problem);
    void showWarningMessage(formatMessage(message('path.ignored', found)));
  }
}
