import { CancellationError, l10n, type QuickPickItem } from 'vscode';
import { formatRelative, formatWeekday, shortDate, type CivilDate } from '../../core/dates/civilDate';
import { readDateWords } from '../../core/dates/naturalDate';
import type { DueDateChoice } from '../../core/followUpList/dueDateChoices';
import { formatMessage } from '../../editor/messages';
import { createQuickPick, plainItem } from '../../editor/picks';

/** An item with its value. An item without one only says why typed words are not understood. */
interface ValueItem<Value> extends QuickPickItem {
  readonly meant?: { readonly value: Value };
}

/** A question with usual answers, which also reads typed words. */
interface ValueQuestion<Value> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly ValueItem<Value>[];
  /** Returns what typed words may mean, or one item that says why they mean nothing. */
  readonly read: (typed: string) => Promise<readonly ValueItem<Value>[]> | readonly ValueItem<Value>[];
}

/**
 * Asks a question in a list. While the user types, the list shows what the words mean.
 * @throws CancellationError if the user cancels.
 */
export async function pickOrType<Value>({ title, placeholder, items, read }: ValueQuestion<Value>): Promise<Value> {
  const picker = createQuickPick<ValueItem<Value>>({ title, placeholder });
  let listed = '';
  let isUnderstood = false;
  const list = async (value: string): Promise<void> => {
    const typed = value.trim();
    const meanings = typed === '' ? [] : (await read(typed)).map((item) => ({ ...item, alwaysShow: true }));
    if (picker.value.trim() !== typed) return;
    isUnderstood = meanings.some(({ meant }) => meant);
    picker.items = (isUnderstood ? meanings : [...items, ...meanings]).map(plainItem);
    listed = typed;
  };
  try {
    picker.items = items.map(plainItem);
    picker.onDidChangeValue(list);
    return await new Promise<Value>((resolve, reject) => {
      picker.onDidAccept(async () => {
        // Enter may arrive before the list, or before VS Code has selected a row of the new list.
        const [selected] = listed === picker.value.trim() ? picker.selectedItems : [];
        if (!selected) await list(picker.value);
        const item = selected ?? (isUnderstood ? picker.items[0] : undefined);
        if (item?.meant) resolve(item.meant.value);
      });
      picker.onDidHide(() => reject(new CancellationError()));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

/** A question for a day. */
interface DayQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly today: CivilDate;
  /** The days to offer, in order. */
  readonly choices: readonly DueDateChoice[];
  /** The label of the answer without a day. */
  readonly none: string;
}

/**
 * Asks for a day in people's words: *Tomorrow*, *Friday*, *Next 1:1*, or any typed date. Returns `undefined` for the
 * answer without a day.
 * @throws CancellationError if the user cancels.
 */
export function pickDay({ title, placeholder, today, choices, none }: DayQuestion): Promise<CivilDate | undefined> {
  return pickOrType<CivilDate | undefined>({
    title,
    placeholder,
    items: [
      ...choices.map(({ label, date }) => ({
        label: formatMessage(label),
        description: formatMessage(shortDate(date, today)),
        meant: { value: date },
      })),
      { label: none, meant: { value: undefined } },
    ],
    read: async (typed) => {
      const read = await readDateWords(typed, today);
      const days = typeof read === 'string' ? [read] : read.choices;
      if (typeof read === 'object' && days.length === 0) return [{ label: formatMessage(read.refused) }];
      return days.map((date) => ({
        label: formatMessage(shortDate(date, today)),
        description: formatDay(date, today),
        meant: { value: date },
      }));
    },
  });
}

function formatDay(date: CivilDate, today: CivilDate): string {
  return l10n.t('{0}, {1} ({2})', formatMessage(formatWeekday(date)), date, formatMessage(formatRelative(date, today)));
}
