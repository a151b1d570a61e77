import { StatusBarAlignment, window, type Command } from 'vscode';
import { plainMessage } from '../core/text/plainMessage';
import { DisposableStore } from './disposables';

/** The content of a status bar entry. */
export interface StatusBarContent {
  /** The name of a product icon. */
  readonly icon: string;
  /** The text, which is shown without icons or links. */
  readonly words: string;
  readonly tooltip: string;
  readonly command: Command;
}

/** The position of a status bar entry. */
export interface StatusBarPlace {
  readonly id: string;
  /** The name in the menu that hides entries. */
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly priority?: number;
}

/** A status bar entry, initially hidden. */
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
