import {
  type CancellationToken,
  type Command,
  commands,
  l10n,
  type Progress,
  type ProgressOptions,
  StatusBarAlignment,
  Uri,
  window,
} from 'vscode';
import type { SkippedItem } from '../core/text/edit';
import { fillMessage, type Text, plainMessage } from '../core/text/message';
import { DisposableStore } from './disposables';
import { nameOf } from './uris';

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

/**
 * Warns about items that a command skipped, with the reason for the first one, and offers to open its note. `carried`
 * tells items that were to be copied into another note from items to change.
 */
export function warnAboutSkipped(skipped: readonly SkippedItem[], { carried }: { readonly carried: boolean }): void {
  const [first, ...more] = skipped;
  if (!first) {
    return;
  }
  const uri = Uri.parse(first.uri);
  const about = [first.text, nameOf(uri), formatMessage(first.reason)] as const;
  const oneOf = carried
    ? l10n.t('“{0}” was left in {1}. {2}', ...about)
    : l10n.t('“{0}” in {1} was not changed. {2}', ...about);
  const manyOf = carried
    ? l10n.t('“{0}” was left in {1}. {2} {3} more were also left.', ...about, more.length)
    : l10n.t('“{0}” in {1} was not changed. {2} The same goes for {3} more.', ...about, more.length);
  const open = l10n.t('Open Note');
  void showWarningMessage(more.length === 0 ? oneOf : manyOf, open).then((choice) => {
    if (choice === open) {
      void commands.executeCommand('vscode.open', uri);
    }
  });
}

/** Shows plain text in the status bar for a few seconds. */
export function setStatusBarMessage(message: string): void {
  window.setStatusBarMessage(plainMessage(message), STATUS_TIME);
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

/** A status bar entry, initially hidden. */
export class StatusBarEntry extends DisposableStore {
  readonly #item;

  /** `name` appears in the menu that hides entries. */
  constructor(id: string, name: string, side: 'left' | 'right', priority?: number) {
    super();
    this.#item = this.add(
      window.createStatusBarItem(id, side === 'left' ? StatusBarAlignment.Left : StatusBarAlignment.Right, priority),
    );
    this.#item.name = name;
  }

  /** Shows a product icon and words, which are shown without other icons or links. */
  show(icon: string, words: string, tooltip: string, command: Command): void {
    this.#item.text = `$(${icon}) ${plainMessage(words)}`;
    this.#item.tooltip = plainMessage(tooltip);
    this.#item.accessibilityInformation = { label: words };
    this.#item.command = command;
    this.#item.show();
  }

  hide(): void {
    this.#item.hide();
  }
}
