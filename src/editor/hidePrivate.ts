import { ConfigurationTarget, l10n, workspace } from 'vscode';
import { DisposableStore } from './disposables';
import { UserError } from './errors';
import { StatusBarEntry } from './messages';
import { onDidChangeSettings, setting } from './settings';

/** Whether private parts of notes are hidden on the screen. Only the user can change it, never a workspace. */
export function hidesPrivate(): boolean {
  return setting('hidePrivate') !== false;
}

/**
 * Hides private notes, sections and lines wherever notes are shown, in all windows and also after a restart.
 * @throws UserError if VS Code cannot write the user settings.
 */
export async function hidePrivate(): Promise<void> {
  await setHidesPrivate(true);
}

/**
 * Shows private parts again.
 * @throws UserError if VS Code cannot write the user settings.
 */
export async function stopHidingPrivate(): Promise<void> {
  await setHidesPrivate(false);
}

async function setHidesPrivate(hides: boolean): Promise<void> {
  try {
    const configuration = workspace.getConfiguration('oneOnOne');
    await configuration.update('hidePrivate', hides ? true : undefined, ConfigurationTarget.Global);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(l10n.t('The setting oneOnOne.hidePrivate was not changed: {0}', reason), { cause: error });
  }
}

/** The status bar item that is shown while private parts are hidden, and shows them again. */
export class HidePrivateStatus extends DisposableStore {
  readonly #entry = this.add(new StatusBarEntry('oneOnOne.hidePrivate', l10n.t('One on One: Hide Private'), 'right'));

  constructor() {
    super();
    this.add(onDidChangeSettings(['hidePrivate'], () => this.#show()));
    this.#show();
  }

  #show(): void {
    if (hidesPrivate()) {
      const tooltip = l10n.t(
        'Private notes, sections and lines do not appear outside the text editor. Click to show them.',
      );
      const command = { command: 'oneOnOne.stopHidingPrivate', title: l10n.t('Show Private Again') };
      this.#entry.show('eye-closed', l10n.t('Private hidden'), tooltip, command);
    } else {
      this.#entry.hide();
    }
  }
}
