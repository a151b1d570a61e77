import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon } from 'vscode';
import { compareText } from '../../core/text/collections';
import type { NoteIndex } from '../../core/index/noteIndex';
import { formatFilter, isEmptyFilter, NO_FILTER, type FollowUpFilter } from '../../core/followUpList/filter';
import { createQuickPick, plainItem } from '../../editor/picks';
import type { Services } from '../../services';
import { indexWithProgress } from '../shared/indexWithProgress';

interface FilterItem extends QuickPickItem {
  readonly filter: FollowUpFilter;
}

/** Adds one condition to the filter of the Follow-ups view: an owner, overdue, a tag, or typed words. */
export async function filterFollowUps({
  followUpsShown,
  notes,
}: Pick<Services, 'followUpsShown' | 'notes'>): Promise<void> {
  const index = await indexWithProgress(notes);
  followUpsShown.filterBy(await choose(followUpsShown.filter, tagsOf(index)));
}

function choose(current: FollowUpFilter, tags: ReadonlyMap<string, number>): Promise<FollowUpFilter> {
  const known: readonly FilterItem[] = [
    ...(isEmptyFilter(current)
      ? []
      : [{ label: l10n.t('Show All'), iconPath: new ThemeIcon('clear-all'), filter: NO_FILTER }]),
    { label: l10n.t('Owed by Me'), iconPath: new ThemeIcon('account'), filter: { ...current, whose: 'mine' } },
    {
      label: l10n.t('Owed by Others'),
      iconPath: new ThemeIcon('organization'),
      filter: { ...current, whose: 'theirs' },
    },
    { label: l10n.t('Overdue'), iconPath: new ThemeIcon('warning'), filter: { ...current, overdue: true } },
    ...(tags.size > 0 ? [{ label: l10n.t('Tags'), kind: QuickPickItemKind.Separator, filter: current }] : []),
    ...Array.from(tags, ([tag, count]) => ({
      label: `#${tag}`,
      description: l10n.t('{0} open', count),
      filter: { ...current, tag },
    })),
  ];
  const picker = createQuickPick<FilterItem>({
    title: isEmptyFilter(current)
      ? l10n.t('Filter Follow-Ups')
      : l10n.t('Filter Follow-Ups: {0}, and', formatFilter(current)),
    placeholder: l10n.t('Choose a filter, or type words to find'),
  });
  const offer = (value: string): void => {
    picker.items = [...known, ...containing(value, current)].map(plainItem);
  };
  offer('');
  picker.onDidChangeValue(offer);
  return new Promise<FollowUpFilter>((resolve, reject) => {
    picker.onDidAccept(() => {
      const [picked] = picker.selectedItems;
      if (picked) {
        resolve(picked.filter);
        picker.hide();
      }
    });
    picker.onDidHide(() => reject(new CancellationError()));
    picker.show();
  }).finally(() => picker.dispose());
}

function containing(value: string, current: FollowUpFilter): readonly FilterItem[] {
  const text = value.trim();
  return text === ''
    ? []
    : [
        {
          label: l10n.t('Containing “{0}”', text),
          iconPath: new ThemeIcon('search'),
          filter: { ...current, text },
          alwaysShow: true,
        },
      ];
}

/** Returns the tags of open follow-ups with their counts, the most common first. */
function tagsOf(index: NoteIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of index.groups()) {
    for (const { followUp, isOpen } of index.followUpsOf(group)) {
      for (const tag of isOpen ? followUp.tags : []) {
        counts.set(tag, (counts.get(tag) ?? 0) + 1);
      }
    }
  }
  return new Map([...counts].sort(([a, inA], [b, inB]) => inB - inA || compareText(a, b)));
}
