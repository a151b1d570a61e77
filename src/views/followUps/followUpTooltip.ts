import { MarkdownString, Uri } from 'vscode';
import type { CivilDate } from '../../core/dates/civilDate';
import { locate } from '../../core/followUp/locate';
import { followUpDetails, titleOf } from '../../core/followUpList/format';
import { splitLines } from '../../core/text/lines';
import { nameOf } from '../../editor/uris';
import type { NoteService } from '../../editor/notes/noteService';
import type { FollowUpRow } from './followUpsItems';

/** Lines of the note that are shown before the follow-up's own, and after its first. */
const LINES_BEFORE = 2;
const LINES_AFTER = 6;

/** All that there is to say of a follow-up, and the lines around it in the note as it is now. All of it as text. */
export async function followUpTooltip(row: FollowUpRow, today: CivilDate, notes: NoteService): Promise<MarkdownString> {
  const tooltip = new MarkdownString('**').appendText(titleOf(row.item)).appendMarkdown('**\n\n');
  for (const fact of followUpDetails(row.item, today)) {
    tooltip.appendText(fact).appendMarkdown('  \n');
  }
  const lines = await linesAround(row, notes);
  tooltip.appendMarkdown('\n---\n\n').appendText(nameOf(Uri.parse(row.uri)));
  if (lines !== '') {
    tooltip.appendCodeblock(lines, 'markdown');
  }
  return tooltip;
}

/** `''` when the note cannot be read, or when it is not sure which line is meant. */
async function linesAround({ uri, item, proof }: FollowUpRow, notes: NoteService): Promise<string> {
  try {
    const text = await notes.textOf(Uri.parse(uri));
    const found = locate(text, proof ?? item.followUp);
    if ('refused' in found) {
      return '';
    }
    const lines = splitLines(text);
    const around = lines.slice(Math.max(0, found.line - LINES_BEFORE), found.line + LINES_AFTER);
    return around.join('\n').trim();
  } catch {
    return '';
  }
}
