import type { QuickPickItem } from 'vscode';
import { matchesName, matchNames } from '../../core/people/matchNames';
import { createQuickPick, plainItem } from '../../editor/picks';

/** An item matched only by the names of a person. */
export interface NamedItem extends QuickPickItem {
  readonly names: readonly string[];
}

/** The title and options of a list of names. */
export interface NameQuestion<Item extends NamedItem> {
  readonly title: string;
  readonly placeholder: string;
  /** Initial text of the input. */
  readonly typed?: string | undefined;
  /** Returns the last item for typed text. Its label must be empty, because VS Code moves matching labels to the top. */
  readonly lastItem?: (typed: string) => Item | undefined;
}

/**
 * Asks for an item by part of a name, ignoring case and accents. Returns the item, or `undefined` if the user cancels.
 */
export async function pickByName<Item extends NamedItem>(
  items: readonly Item[],
  { title, placeholder, typed = '', lastItem }: NameQuestion<Item>,
): Promise<Item | undefined> {
  const picker = createQuickPick<Item>({ title, placeholder });
  // VS Code reports the chosen item by its index, so items keep their index while the user types.
  const list = (value: string): void => {
    const last = lastItem?.(value);
    picker.items = [
      ...items.map((item) => plainItem({ ...item, alwaysShow: matchesName(value, item.names) })),
      ...(last ? [plainItem({ ...last, alwaysShow: true })] : []),
    ];
  };
  // Enter may arrive before the list is updated. Then the selected item does not match the text.
  const chosen = (value: string, [selected]: readonly Item[]): Item | undefined => {
    const isStale = !selected || (selected.names.length > 0 && !matchesName(value, selected.names));
    return isStale ? (matchNames(value, items)[0] ?? selected ?? lastItem?.(value)) : selected;
  };
  try {
    picker.matchOnDescription = false;
    picker.value = typed;
    list(typed);
    picker.onDidChangeValue(list);
    return await new Promise<Item | undefined>((resolve) => {
      picker.onDidAccept(() => {
        const item = chosen(picker.value, picker.selectedItems);
        if (item) resolve(item);
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}
