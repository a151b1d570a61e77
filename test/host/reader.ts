import {
  EventEmitter,
  QuickPickItemKind,
  window,
  type Disposable,
  type QuickPick,
  type QuickPickItem,
  type QuickPickOptions,
  type InputBoxOptions,
  type Progress,
  type ProgressOptions,
  type StatusBarAlignment,
  type StatusBarItem,
} from 'vscode';
import { until } from './until';

type Window = typeof window;

/** The person before the window, where a test cannot be one: what they are told, and what they answer when asked. */
export class Reader implements Disposable {
  /** The messages shown, in order. */
  readonly told: string[] = [];
  /** All words put before them: messages, questions with what is offered, and what the status bar shows. */
  readonly seen: string[] = [];
  readonly #heard = new EventEmitter<void>();
  #answers: string[] = [];
  #button: { readonly name: string; readonly before: () => unknown } | undefined;
  readonly #windows: readonly { readonly window: Window; readonly before: ReturnType<typeof pick> }[];

  private constructor(windows: Iterable<Window>) {
    this.#windows = Array.from(windows, (each) => ({ window: each, before: pick(each) }));
    const tell = async (message: string, ...buttons: readonly unknown[]): Promise<unknown> => {
      this.told.push(message);
      this.see(message);
      this.#heard.fire();
      return this.#press(buttons);
    };
    const choose = async (items: readonly QuickPickItem[], options?: QuickPickOptions) => {
      this.see(options?.title, options?.placeHolder);
      this.#seeItems(items);
      return Promise.resolve(
        options?.canPickMany ? items.filter(({ picked }) => picked) : itemNamed(items, this.#answer()),
      );
    };
    for (const { window: each, before } of this.#windows) {
      Object.assign(each, {
        showErrorMessage: tell,
        showWarningMessage: tell,
        showInformationMessage: tell,
        showInputBox: (options: InputBoxOptions) => this.#type(options),
        setStatusBarMessage: (message: string) => this.see(message),
        withProgress: (
          options: ProgressOptions,
          task: (progress: Progress<{ message?: string }>, ...more: unknown[]) => Thenable<unknown>,
        ) => {
          this.see(options.title);
          const seeing = (progress: Progress<{ message?: string }>): typeof progress => ({
            report: (step) => {
              this.see(step.message);
              progress.report(step);
            },
          });
          return before.withProgress(options, (progress, token) => task(seeing(progress), token));
        },
        createStatusBarItem: (id: string, alignment?: StatusBarAlignment, priority?: number) =>
          this.#watching(before.createStatusBarItem(id, alignment, priority)),
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

  /** Presses a button of the next message that has it, once `before` has ended. */
  presses(name: string, before: () => unknown = () => undefined): void {
    this.#button = { name, before };
  }

  /** What was told since this was asked last. */
  heard(): readonly string[] {
    return this.told.splice(0);
  }

  /** Notes words that a test itself has found before the person. */
  see(...words: readonly (string | undefined)[]): void {
    this.seen.push(...words.filter((each) => each !== undefined));
  }

  /** Resolves once so many messages were told and not asked for. */
  hears(count: number): Promise<void> {
    return until(this.#heard.event, () => this.told.length >= count);
  }

  dispose(): void {
    this.#heard.dispose();
    this.#windows.forEach(({ window: each, before }) => Object.assign(each, before));
  }

  async #press(buttons: readonly unknown[]): Promise<unknown> {
    const button = this.#button;
    if (!button || !buttons.includes(button.name)) {
      return undefined;
    }
    this.#button = undefined;
    await button.before();
    return button.name;
  }

  #answer(): string {
    const answer = this.#answers.shift();
    if (answer === undefined) {
      throw new Error('Nobody said what is to be answered.');
    }
    return answer;
  }

  #seeItems(items: readonly QuickPickItem[]): void {
    items.forEach(({ label, description, detail }) => this.see(label, description, detail));
  }

  /** Types the next answer, and sees what is said of it. */
  async #type(options: InputBoxOptions): Promise<string> {
    const answer = this.#answer();
    const said = await options.validateInput?.(answer);
    this.see(options.title, options.prompt, options.placeHolder, typeof said === 'string' ? said : said?.message);
    return answer;
  }

  #watching(item: StatusBarItem): StatusBarItem {
    return new Proxy(item, {
      get: (target, key) => bound(target, key),
      set: (target, key, value) => {
        if (key === 'text' || key === 'tooltip') this.see(String(value));
        return Reflect.set(target, key, value, target);
      },
    });
  }

  /** Chooses the item that the next answer begins, or else types the answer and chooses the first item. */
  #answering(picker: QuickPick<QuickPickItem>): QuickPick<QuickPickItem> {
    let accept: (() => unknown) | undefined;
    let hide: (() => unknown) | undefined;
    let type: ((value: string) => unknown) | undefined;
    let chosen: QuickPickItem | undefined;
    const answer = async (target: QuickPick<QuickPickItem>): Promise<void> => {
      const words = this.#answer();
      chosen = target.items.find((each) => isNamed(each, words));
      if (!chosen && type) {
        target.value = words;
        await type(words);
        this.#seeItems(target.items);
        chosen = target.items.find((each) => isNamed(each, words)) ?? target.items[0];
      }
      chosen ??= itemNamed(target.items, words);
      await accept?.();
      hide?.();
    };
    return new Proxy(picker, {
      get: (target, key) => {
        if (key === 'onDidAccept') return (listener: () => unknown) => (accept = listener);
        if (key === 'onDidHide') return (listener: () => unknown) => (hide = listener);
        if (key === 'onDidChangeValue') return (listener: (value: string) => unknown) => (type = listener);
        if (key === 'show') {
          return () => {
            this.see(target.title, target.placeholder);
            this.#seeItems(target.items);
            void answer(target);
          };
        }
        if (key === 'selectedItems') return [chosen];
        return bound(target, key);
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
  'setStatusBarMessage',
  'withProgress',
  'createStatusBarItem',
] as const;

function pick(window: Window): Pick<Window, (typeof ANSWERED)[number]> {
  return Object.fromEntries(ANSWERED.map((name) => [name, window[name]])) as ReturnType<typeof pick>;
}

/** A member of an object behind a proxy: a method goes on working on the object itself. */
function bound(target: object, key: string | symbol): unknown {
  const value: unknown = Reflect.get(target, key, target);
  return typeof value === 'function' ? (value.bind(target) as unknown) : value;
}

const said = ({ label, description = '' }: QuickPickItem): string => label || description;

function isNamed(item: QuickPickItem, name: string): boolean {
  return item.kind !== QuickPickItemKind.Separator && said(item).startsWith(name);
}

function itemNamed(items: readonly QuickPickItem[], name: string): QuickPickItem {
  const item = items.find((each) => isNamed(each, name));
  if (!item) {
    throw new Error(`“${name}” is not offered, but ${items.map(said).join(', ')}.`);
  }
  return item;
}
