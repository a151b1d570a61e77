import { l10n, type QuickPickItem, Range, Uri, window } from 'vscode';
import { shortDate } from '../../core/dates/civilDate';
import { ParsedNote } from '../../core/note/parsedNote';
import { recordedAnswers, type RecordedAnswer } from '../../core/questions/recordedAnswers';
import { createQuickPick, plainItem } from '../../editor/picks';
import { UserError } from '../../editor/errors';
import type { Services } from '../../services';
import { targetPerson } from '../shared/targetPerson';
import { formatMessage } from '../../editor/messages';

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
    throw new UserError(l10n.t('The 1:1s with {0} have no text yet.', person.name));
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
  for (const dated of notes.index.meetingsWith(key).toReversed()) {
    const text = await notes.textOf(Uri.parse(dated.note.uri)).catch(() => '');
    for (const said of recordedAnswers(dated, new ParsedNote(text), frameworks.bank)) {
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
