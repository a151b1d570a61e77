import { type CancellationToken, l10n, type Progress, type ProgressLocation, window } from 'vscode';
import { type Text, fillMessage } from '../core/text/message';
import { plainMessage } from '../core/text/plainMessage';

/** Words a text of the core, in the language of VS Code. */
export function formatMessage(text: Text): string {
  return fillMessage(text, (template, args) => l10n.t(template, ...args));
}

/** How long a message stays in the status bar, in milliseconds. */
const STATUS_TIME = 5_000;

/** Shows a notification as plain text. Resolves to the button that was chosen. */
export function showInformationMessage(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showInformationMessage(plainMessage(message), ...buttons);
}

/** Shows a warning as plain text. Resolves to the button that was chosen. */
export function showWarningMessage(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showWarningMessage(plainMessage(message), ...buttons);
}

/** Shows an error as plain text. Resolves to the button that was chosen. */
export function showErrorMessage(message: string, ...buttons: readonly string[]): Thenable<string | undefined> {
  return window.showErrorMessage(plainMessage(message), ...buttons);
}

/** Shows plain text in the status bar for a few seconds. */
export function setStatusBarMessage(message: string): void {
  window.setStatusBarMessage(plainMessage(message), STATUS_TIME);
}

interface ProgressOptions {
  readonly location: ProgressLocation | { readonly viewId: string };
  readonly title?: string;
  readonly cancellable?: boolean;
}

/** Shows progress while `task` runs. The title and what the task reports are plain text. */
export function withProgress<Result>(
  { title, ...options }: ProgressOptions,
  task: (progress: Progress<{ readonly message: string }>, token: CancellationToken) => Thenable<Result>,
): Thenable<Result> {
  return window.withProgress(
    { ...options, ...(title !== undefined && { title: plainMessage(title) }) },
    (progress, token) => task({ report: ({ message }) => progress.report({ message: plainMessage(message) }) }, token),
  );
}
