import { StatusBarAlignment, window, type Command } from 'vscode';
import { plainMessage } from '../core/text/plainMessage';
import { DisposableStore } from './disposables';

/** What an entry of the status bar shows. */
export interface StatusBarContent {
  /** The name of a product icon. */
  readonly icon: string;
  /** Plain text. */
  readonly words: string;
  readonly tooltip: string;
  readonly command: Command;
}

/** Where an entry of the status bar is. */
export interface StatusBarPlace {
  readonly id: string;
  /** Shown in the menu that hides entries. */
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly priority?: number;
}

/** An entry of the status bar, hidden at first. */
export class StatusBarEntry extends DisposableStore {
  readonly #item;

  constructor({ id, name, side, priority }: StatusBarPlace) {
    super();
    this.#item = this.add(
      window.createStatusBarItem(id, side === 'left' ? StatusBarAlignment.Left : StatusBarAlignment.Right, priority),
    );
    this.#item.name = name;
  }

  show({ icon, words, tooltip, command }: StatusBarContent): void {
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
