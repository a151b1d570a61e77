import {
  CancellationError,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  commands,
  Range,
  type TextDocumentShowOptions,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type FollowUpFilter, formatFilter, isEmptyFilter, NO_FILTER } from '../../core/followUpList/filter';
import type { FollowUpGrouping } from '../../core/followUpList/groups';
import type { NoteIndex } from '../../core/index/noteIndex';
import { compareText } from '../../core/text/collections';
import { setStatusBarMessage, formatMessage } from '../../editor/messages';
import { createQuickPick, plainItem, showQuickPick } from '../../editor/picks';
import type { Services } from '../../services';
import { indexWithProgress } from '../shared/indexWithProgress';
import { anchorOf, locate } from '../../core/followUp/locate';
import { UserError } from '../../editor/errors';
import { needOne, type Target, targetsOf } from './targets';

type Needs = Pick<Services, 'followUpsShown'>;

/** Clears the filter of the Follow-ups view. */
export function clearFilter({ followUpsShown }: Needs): void {
  followUpsShown.filterBy(NO_FILTER);
}

/** Shows recently done follow-ups too. */
export function showDone({ followUpsShown }: Needs): void {
  followUpsShown.showDone(true);
}

/** Shows only open follow-ups. */
export function hideDone({ followUpsShown }: Needs): void {
  followUpsShown.showDone(false);
}

/** Shows more rows of the group with the ID `group`. */
export function showMoreFollowUps({ followUpsShown }: Needs, group?: unknown): void {
  followUpsShown.takeToggle();
  if (typeof group === 'string') {
    followUpsShown.showMore(group);
  }
}

/** Reads all notes again and rebuilds the list of open follow-ups. */
export async function refreshFollowUps({ followUpsShown, notes }: Needs & Pick<Services, 'notes'>): Promise<void> {
  await notes.ready();
  await notes.refreshAll();
  followUpsShown.refresh();
  setStatusBarMessage(l10n.t('Notes read: {0}', notes.fullIndex.size));
}

/** Cancels reading the notes. Notes already read are kept. */
export function stopReading({ notes }: Pick<Services, 'notes'>): void {
  notes.cancel();
}

interface FilterItem extends QuickPickItem {
  readonly filter: FollowUpFilter;
}

/** Adds one condition to the filter of the Follow-ups view: an owner, overdue, a tag, or typed words. */
export async function filterFollowUps({
  followUpsShown,
  notes,
}: Pick<Services, 'followUpsShown' | 'notes'>): Promise<void> {
  const index = await indexWithProgress(notes);
  followUpsShown.filterBy(await chooseFilter(followUpsShown.filter, tagsOf(index)));
}

function chooseFilter(current: FollowUpFilter, tags: ReadonlyMap<string, number>): Promise<FollowUpFilter> {
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

const GROUPINGS: readonly {
  readonly grouping: FollowUpGrouping;
  readonly icon: string;
  readonly label: string;
  readonly detail: string;
}[] = [
  {
    grouping: 'person',
    icon: 'person',
    label: l10n.t('Person'),
    detail: l10n.t('For each person, the most urgent first'),
  },
  {
    grouping: 'due',
    icon: 'calendar',
    label: l10n.t('Due Date'),
    detail: l10n.t('Overdue, today, the next 7 days, later'),
  },
  { grouping: 'owner', icon: 'account', label: l10n.t('Owner'), detail: l10n.t('Everything each person owes') },
  {
    grouping: 'note',
    icon: 'note',
    label: l10n.t('Note'),
    detail: l10n.t('The newest 1:1 first, in the order of its lines'),
  },
];

/** Changes the grouping of the Follow-ups view to `argument`, or asks for it. */
export async function groupFollowUps(
  { followUpsShown }: Pick<Services, 'followUpsShown'>,
  argument?: unknown,
): Promise<void> {
  const named = GROUPINGS.find(({ grouping }) => grouping === argument)?.grouping;
  await followUpsShown.groupBy(named ?? (await chooseGrouping(followUpsShown.grouping)));
}

async function chooseGrouping(current: FollowUpGrouping): Promise<FollowUpGrouping> {
  const items = GROUPINGS.map((each) => ({
    ...each,
    iconPath: new ThemeIcon(each.icon),
    description: each.grouping === current ? l10n.t('now') : '',
  }));
  const picked = await showQuickPick(items, {
    title: l10n.t('Group Follow-Ups By'),
    placeHolder: l10n.t('Choose a grouping'),
  });
  if (!picked) {
    throw new CancellationError();
  }
  return picked.grouping;
}

/** Opens the note of a follow-up with the cursor on its current line. */
export async function goToFollowUp({ notes }: Pick<Services, 'notes'>, ...args: readonly unknown[]): Promise<void> {
  await open(needOne(await targetsOf(args, notes)), {});
}

/** Opens the note of a clicked row and leaves the focus in the view. After `toggleFocusedRow`, toggles the row instead. */
export async function openFollowUpRow(
  { notes, followUpsShown }: Pick<Services, 'notes' | 'followUpsShown'>,
  ...args: readonly unknown[]
): Promise<void> {
  const isToggle = followUpsShown.takeToggle();
  const target = needOne(await targetsOf(args, notes));
  if (isToggle) {
    await commands.executeCommand(target.item.isOpen ? 'oneOnOne.tickFollowUp' : 'oneOnOne.reopenFollowUp', ...args);
  } else {
    await open(target, { preserveFocus: true, preview: true });
  }
}

/**
 * Toggles the checkbox of the focused row. VS Code tells extensions the focused row only when it opens the row, so this
 * opens it.
 */
export async function toggleFocusedRow({ followUpsShown }: Pick<Services, 'followUpsShown'>): Promise<void> {
  followUpsShown.toggleNextRow();
  await commands.executeCommand('list.selectAndPreserveFocus');
}

async function open({ item, anchor }: Target, options: TextDocumentShowOptions): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(item.note.uri));
  const text = document.getText();
  const asShown = locate(text, anchor);
  // The row may be outdated after a change of the line. Opening a line is harmless, so fall back to the index.
  const found = 'refused' in asShown ? locate(text, anchorOf(item.followUp, item.note.followUps)) : asShown;
  if ('refused' in found) {
    await window.showTextDocument(document, options);
    throw new UserError(l10n.t('{0} The note is open, so that you can look for it.', formatMessage(found.refused)));
  }
  const end = document.positionAt(found.end);
  await window.showTextDocument(document, { ...options, selection: new Range(end, end) });
}

/** Shows the follow-up at the cursor in the Follow-ups view. */
export async function revealFollowUp(
  { notes, followUpsShown }: Pick<Services, 'notes' | 'followUpsShown'>,
  ...args: readonly unknown[]
): Promise<void> {
  const { item } = needOne(await targetsOf(args, notes));
  followUpsShown.reveal({ uri: item.note.uri, id: item.id });
}
