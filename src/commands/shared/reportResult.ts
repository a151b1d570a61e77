import { commands, l10n, Uri } from 'vscode';
import type { SkippedItem } from '../../core/text/edit';
import { formatMessage, showWarningMessage } from '../../editor/messages';
import { nameOf } from '../../editor/uris';
import type { Services } from '../../services';

const OPEN_NOTE = l10n.t('Open Note');

/** Updates the index for notes just written by a command. */
export async function refreshNotes(uris: readonly Uri[], notes: Services['notes']): Promise<void> {
  for (const uri of uris) {
    await notes.refresh(uri);
  }
}

/** Reports items left in their notes, with the reason. */
export function warnAboutSkipped(left: readonly SkippedItem[]): void {
  const [first, ...more] = left;
  if (!first) {
    return;
  }
  const about = [first.text, nameOf(Uri.parse(first.uri)), formatMessage(first.reason)] as const;
  const warning =
    more.length === 0
      ? l10n.t('“{0}” was left in {1}. {2}', ...about)
      : l10n.t('“{0}” was left in {1}. {2} {3} more were also left.', ...about, more.length);
  void showWarningMessage(warning, OPEN_NOTE).then((choice) => {
    if (choice === OPEN_NOTE) {
      void commands.executeCommand('vscode.open', Uri.parse(first.uri));
    }
  });
}
