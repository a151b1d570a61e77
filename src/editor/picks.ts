import {
  window,
  workspace,
  type InputBoxOptions,
  type InputBoxValidationMessage,
  type QuickPick,
  type QuickPickItem,
  type QuickPickOptions,
  type Uri,
} from 'vscode';
import { plainMessage } from '../core/text/message';

declare const plain: unique symbol;

/** An item whose words are plain text. An icon belongs in `iconPath`. */
type PlainItem<Item extends QuickPickItem> = Item & { readonly [plain]: true };

/** A copy of the item whose words are plain text. Its label is for the eye only: keep what it means in another field. */
export function plainItem<Item extends QuickPickItem>(item: Item): PlainItem<Item> {
  const { label, description, detail } = item;
  return {
    ...item,
    label: plainMessage(label),
    ...(description !== undefined && { description: plainMessage(description) }),
    ...(detail !== undefined && { detail: plainMessage(detail) }),
  } as PlainItem<Item>;
}

/** Lets the reader choose one of the items. Resolves to the item as it was given, or to `undefined` when cancelled. */
export async function showQuickPick<Item extends QuickPickItem>(
  items: readonly Item[],
  options: QuickPickOptions,
): Promise<Item | undefined> {
  const given = new Map(items.map((item) => [plainItem(item), item]));
  const picked = await window.showQuickPick([...given.keys()], plainOptions(options));
  return picked && given.get(picked);
}

/** Lets the reader choose any of the items. Resolves to the items as they were given, or to `undefined` when cancelled. */
export async function showQuickPickOfMany<Item extends QuickPickItem>(
  items: readonly Item[],
  options: QuickPickOptions,
): Promise<readonly Item[] | undefined> {
  const given = new Map(items.map((item) => [plainItem(item), item]));
  const picked = await window.showQuickPick([...given.keys()], { ...plainOptions(options), canPickMany: true });
  return picked?.flatMap((item) => given.get(item) ?? []);
}

/** A pick whose items change while it is open. The type of its items demands that `plainItem` made them. */
export function createQuickPick<Item extends QuickPickItem>({
  title,
  placeholder,
}: {
  readonly title: string;
  readonly placeholder: string;
}): QuickPick<PlainItem<Item>> {
  const picker = window.createQuickPick<PlainItem<Item>>();
  picker.title = plainMessage(title);
  picker.placeholder = plainMessage(placeholder);
  return picker;
}

type Validation = string | InputBoxValidationMessage | null | undefined;

/** Asks for a line of text. The words around the line are plain text; the line itself, `value`, stays as it is. */
export function showInputBox(
  options: Omit<InputBoxOptions, 'validateInput'> & {
    readonly validateInput?: (value: string) => Validation | Thenable<Validation>;
  },
): Thenable<string | undefined> {
  const { prompt, validateInput } = options;
  return window.showInputBox({
    ...plainOptions(options),
    ...(prompt !== undefined && { prompt: plainMessage(prompt) }),
    ...(validateInput && { validateInput: async (value) => plainValidation(await validateInput(value)) }),
  });
}

/** Lets the reader choose a folder of the workspace. */
export async function pickFolder(placeHolder: string): Promise<Uri | undefined> {
  const items = (workspace.workspaceFolders ?? []).map(({ name, uri }) => ({
    label: name,
    description: uri.path,
    uri,
  }));
  return (await showQuickPick(items, { placeHolder }))?.uri;
}

function plainOptions<Options extends Pick<QuickPickOptions, 'title' | 'placeHolder'>>(options: Options): Options {
  const { title, placeHolder } = options;
  return {
    ...options,
    ...(title !== undefined && { title: plainMessage(title) }),
    ...(placeHolder !== undefined && { placeHolder: plainMessage(placeHolder) }),
  };
}

function plainValidation(found: Validation): Validation {
  if (typeof found === 'string') return plainMessage(found);
  return found && { ...found, message: plainMessage(found.message) };
}
