import { commands, Uri } from 'vscode';
import type { LeftBehind } from '../../core/carryOver/request';
import { showWarningMessage } from '../../editor/messages';
import { nameOf } from '../../editor/uris';
import type { Services } from '../../services';
import { formatMessage } from '../../editor/formatMessage';

const OPEN_NOTE = 'Open Note';

/** Takes in notes that a command has just written. */
export async function refreshNotes(uris: readonly Uri[], notes: Services['notes']): Promise<void> {
  for (const uri of uris) {
    await notes.refresh(uri);
  }
}

/** Names what could not be brought along, and where it still stands. */
export function warnAboutSkipped(left: readonly LeftBehind[]): void {
  const [first, ...more] = left;
  if (!first) {
    return;
  }
  const others = more.length === 0 ? '' : ` So were ${more.length} more.`;
  const message = `“${first.text}” was left in ${nameOf(Uri.parse(first.uri))}: ${formatMessage(first.reason)}${others}`;
  void showWarningMessage(message, OPEN_NOTE).then((choice) => {
    if (choice === OPEN_NOTE) {
      void commands.executeCommand('vscode.open', Uri.parse(first.uri));
    }
  });
}
