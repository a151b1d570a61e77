import {
  QuickPickItemKind,
  window,
  type Disposable,
  type QuickPick,
  type QuickPickItem,
  type QuickPickOptions,
} from 'vscode';

type Window = typeof window;

/** The person before the window, where a test cannot be one: what they are told, and what they answer when asked. */
export class Reader implements Disposable {
  /** The messages shown, in order. */
  readonly told: string[] = [];
  #answers: string[] = [];
  readonly #windows: readonly { readonly window: Window; readonly before: ReturnType<typeof pick> }[];

  private constructor(windows: Iterable<Window>) {
    this.#windows = Array.from(windows, (each) => ({ window: each, before: pick(each) }));
    const tell = (message: string): Promise<undefined> => {
      this.told.push(message);
      return Promise.resolve(undefined);
    };
    const choose = async (items: readonly QuickPickItem[], options?: QuickPickOptions) =>
      Promise.resolve(options?.canPickMany ? items.filter(({ picked }) => picked) : itemNamed(items, this.#answer()));
    for (const { window: each, before } of this.#windows) {
      Object.assign(each, {
        showErrorMessage: tell,
        showWarningMessage: tell,
        showInformationMessage: tell,
        showInputBox: () => Promise.resolve(this.#answer()),
        showQuickPick: choose,
        createQuickPick: () => this.#answering(before.createQuickPick()),
      });
    }
  }

  /** From here on, until it is disposed. */
  static async begin(): Promise<Reader> {
    // VS Code 1.100 gives ES modules another `window` than what is required. In the browser there is only one.
    const { window: ofModules } = await import('vscode').catch(() => ({ window }));
    return new Reader(new Set([window, ofModules]));
  }

  /** What is answered to the next questions: what is typed, or the beginning of the item that is chosen. */
  answers(...answers: readonly string[]): void {
    this.#answers = [...answers];
  }

  /** What was told since this was asked last. */
  heard(): readonly string[] {
    return this.told.splice(0);
  }

  dispose(): void {
    this.#windows.forEach(({ window: each, before }) => Object.assign(each, before));
  }

  #answer(): string {
    const answer = this.#answers.shift();
    if (answer === undefined) {
      throw new Error('Nobody said what is to be answered.');
    }
    return answer;
  }

  #answering(picker: QuickPick<QuickPickItem>): QuickPick<QuickPickItem> {
    let accept: (() => void) | undefined;
    return new Proxy(picker, {
      get: (target, key) => {
        if (key === 'onDidAccept') return (listener: () => void) => (accept = listener);
        if (key === 'onDidHide') return () => undefined;
        if (key === 'show') return () => queueMicrotask(() => accept?.());
        if (key === 'selectedItems') return [itemNamed(target.items, this.#answer())];
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
      set: (target, key, value) => Reflect.set(target, key, value, target),
    });
  }
}

/** What of the window is answered here: most else of it can only be read. */
const ANSWERED = [
  'showErrorMessage',
  'showWarningMessage',
  'showInformationMessage',
  'showInputBox',
  'showQuickPick',
  'createQuickPick',
] as const;

function pick(window: Window): Pick<Window, (typeof ANSWERED)[number]> {
  return Object.fromEntries(ANSWERED.map((name) => [name, window[name]])) as ReturnType<typeof pick>;
}

function itemNamed(items: readonly QuickPickItem[], name: string): QuickPickItem {
  const said = ({ label, description = '' }: QuickPickItem): string => label || description;
  const item = items.find((each) => each.kind !== QuickPickItemKind.Separator && said(each).startsWith(name));
  if (!item) {
    throw new Error(`“${name}” is not offered, but ${items.map(said).join(', ')}.`);
  }
  return item;
}
