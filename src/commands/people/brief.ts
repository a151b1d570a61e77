import { l10n, workspace } from 'vscode';
import { isPrivatePlace, quoteParts } from '../../core/noteEdit/sectionParts';
import { type QuotePlace, writeBlockQuote } from '../../core/reports/blockQuote';
import { activeNoteEditor } from '../../editor/activeNote';
import { briefPage, briefReport, loadQuotations } from '../../editor/loadReport';
import { formatMessage, showInformationMessage } from '../../editor/messages';
import { showReportPage } from '../../editor/reportPanel';
import { noteAtCursor } from '../../editor/targetMeeting';
import { briefUri } from '../../editor/uris';
import type { Services } from '../../services';
import { insertParts } from '../../editor/noteEditor';
import { targetPerson } from '../shared/targetPerson';

/** Opens the brief about a person as a page. Each line links to its note. */
export async function prepBrief(
  services: Pick<Services, 'notes' | 'clock' | 'frameworks'>,
  argument?: unknown,
): Promise<void> {
  const person = await targetPerson(argument, services, l10n.t('Prep Brief'));
  const { notes, clock } = services;
  await showReportPage({
    key: `brief ${person.key}`,
    title: l10n.t('Brief {0}', person.name),
    actions: [
      { label: l10n.t('New 1:1 Note'), command: 'oneOnOne.newNote', argument: { person: person.name } },
      { label: l10n.t('Save for Next 1:1…'), command: 'oneOnOne.addToNext', argument: { person: person.key } },
      { label: l10n.t('Open as Text'), command: 'vscode.open', argument: briefUri(person) },
    ],
    compose: () => briefPage(person, services),
    changes: [notes.onDidChange, clock.onDidChangeDay],
  });
}

/** Inserts a brief at the cursor, about the person of the note or a person that the user picks. */
export async function insertBrief(
  services: Pick<Services, 'notes' | 'frameworks' | 'clock'>,
  argument?: unknown,
): Promise<void> {
  const { notes, clock } = services;
  const editor = await activeNoteEditor();
  const person = await targetPerson(argument, services, l10n.t('Insert Brief'));
  const { uri } = editor.document;
  const brief = await loadQuotations(briefReport(await notes.ready(), person, services), notes);
  const { place } = await noteAtCursor(editor.document, editor.selection.active.line, services);
  const note = notes.index.note(uri.toString());
  const quotePlace: QuotePlace = {
    from: uri.toString(),
    style: note?.wikiLinks ? 'wiki' : 'markdown',
    root: workspace.getWorkspaceFolder(uri)?.uri.toString(),
    today: clock.today(),
    isPrivate: note?.private === true || isPrivatePlace(place),
    note: (each) => notes.index.note(each),
  };
  const { lines, leftOut } = writeBlockQuote(brief, quotePlace, formatMessage);
  await insertParts(editor, quoteParts(lines, place));
  if (leftOut > 0) {
    void showInformationMessage(
      leftOut === 1
        ? l10n.t(
            'One private line was left out. To see it, use Prep Brief, or insert the brief into a private section.',
          )
        : l10n.t(
            '{0} private lines were left out. To see them, use Prep Brief, or insert the brief into a private section.',
            leftOut,
          ),
    );
  }
}
