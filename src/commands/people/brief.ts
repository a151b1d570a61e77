import { l10n, window, workspace } from 'vscode';
import { isPrivatePlace, quoteParts } from '../../core/noteEdit/sectionParts';
import { type QuotePlace, writeBlockQuote } from '../../core/reports/blockQuote';
import { activeNoteEditor } from '../../editor/activeNote';
import { briefReport, loadQuotations } from '../../editor/loadReport';
import { formatMessage, showInformationMessage } from '../../editor/messages';
import { noteAtCursor } from '../../editor/targetMeeting';
import { briefUri } from '../../editor/uris';
import type { Services } from '../../services';
import { insertParts } from '../../editor/noteEditor';
import { targetPerson } from '../shared/targetPerson';

/** Opens the brief about a person. Each line links to its note. */
export async function prepBrief(needs: Pick<Services, 'notes' | 'clock'>, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Prep Brief'));
  await window.showTextDocument(await workspace.openTextDocument(briefUri(person)));
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
