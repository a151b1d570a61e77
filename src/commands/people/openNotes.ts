import { l10n, type QuickPickItem, Range, Uri, window, workspace } from 'vscode';
import { shortDate } from '../../core/dates/civilDate';
import { partsOf } from '../../core/index/listedFollowUp';
import { ParsedNote } from '../../core/note/parsedNote';
import { newPageText, pagePath } from '../../core/noteEdit/newPage';
import { type RecordedAnswer, recordedAnswers } from '../../core/questions/history';
import { noNoteYet } from '../../editor/activeNote';
import { Advice, UserError } from '../../editor/errors';
import { formatMessage, showInformationMessage } from '../../editor/messages';
import { applyPlan, exists } from '../../editor/noteEditor';
import { createQuickPick, plainItem } from '../../editor/picks';
import { setting } from '../../editor/settings';
import type { Services } from '../../services';
import { noteRoot } from '../shared/noteRoot';
import { targetPerson } from '../shared/pickPerson';

type Needs = Pick<Services, 'notes' | 'clock'>;

/** Opens the latest 1:1 note with a person up to today. In a log, the cursor is on its heading. */
export async function openLastNote(needs: Needs, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Open Last 1:1 Note'));
  const today = needs.clock.today();
  const meetings = needs.notes.index.timelineWith(person.key);
  const last = meetings.findLast(({ meeting }) => meeting.date <= today) ?? meetings[0];
  if (!last) {
    throw noNoteYet(person);
  }
  const { line } = last.meeting;
  await window.showTextDocument(Uri.parse(last.note.uri), { selection: new Range(line, 0, line, 0) });
}

/** Opens the page of a person, or asks whether to create it. */
export async function openPersonPage(needs: Needs, argument?: unknown): Promise<void> {
  const shown = await targetPerson(argument, needs, l10n.t('Open Person’s Page'));
  const person = needs.notes.fullIndex.people.get(shown.key) ?? shown;
  if (person.page !== undefined) {
    await window.showTextDocument(Uri.parse(person.page));
    return;
  }
  const root = await noteRoot(needs.notes.fullIndex, person.key);
  const place = pagePath(person.name, setting('people.path', root));
  if ('refused' in place) {
    throw new UserError(formatMessage(place.refused));
  }
  const uri = Uri.joinPath(root, place.path);
  if (!(await exists(uri))) {
    const make = l10n.t('Create Page');
    const message = l10n.t('{0} has no page yet. Create {1}?', person.name, place.path);
    if ((await showInformationMessage(message, make)) !== make) {
      return;
    }
    await applyPlan({ create: { uri: uri.toString(), text: newPageText(person.name) }, changes: [] });
    await needs.notes.refresh(uri);
  }
  await window.showTextDocument(await workspace.openTextDocument(uri));
}

interface SaidItem extends QuickPickItem {
  readonly said: RecordedAnswer;
}

/** Searches the content of the 1:1s with a person, newest first. Moving through the list previews each place. */
export async function searchMeetings(
  needs: Pick<Services, 'notes' | 'clock' | 'frameworks'>,
  argument?: unknown,
): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Search 1:1s With…'));
  const items = await itemsFor(person.key, needs);
  if (items.length === 0) {
    throw new Advice(l10n.t('The 1:1s with {0} have no text yet.', person.name));
  }
  const picker = createQuickPick<SaidItem>({
    title: l10n.t('Search 1:1s With {0}', person.name),
    placeholder: l10n.t('Type words from a question, an answer or a heading'),
  });
  try {
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.items = items.map(plainItem);
    picker.onDidChangeActive(([item]) => item && void show(item.said, true));
    await new Promise<void>((resolve) => {
      picker.onDidAccept(() => {
        const [item] = picker.selectedItems;
        if (item) {
          void show(item.said, false);
        }
        resolve();
      });
      picker.onDidHide(() => resolve());
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

async function itemsFor(
  key: string,
  { notes, clock, frameworks }: Pick<Services, 'notes' | 'clock' | 'frameworks'>,
): Promise<SaidItem[]> {
  const today = clock.today();
  const items: SaidItem[] = [];
  const { index } = notes;
  for (const dated of index.timelineWith(key).toReversed().flatMap(partsOf)) {
    const text = await notes.textToShow(Uri.parse(dated.note.uri)).catch(() => '');
    const isOfThree = index.groupOf(dated.note).length > 0;
    for (const said of recordedAnswers(dated, new ParsedNote(text), frameworks.bank)) {
      // A private line of a meeting with two others may be about the other one.
      if (isOfThree && said.private) continue;
      const date = formatMessage(shortDate(said.date, today));
      const description = said.private ? l10n.t('{0} · private', date) : date;
      items.push({ label: said.about, description, detail: said.words, said });
    }
  }
  return items;
}

async function show({ uri, line }: RecordedAnswer, preview: boolean): Promise<void> {
  const selection = new Range(line, 0, line, 0);
  await window.showTextDocument(Uri.parse(uri), { selection, preview: true, preserveFocus: preview });
}
