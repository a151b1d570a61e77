import { taskItemAt } from '../followUp/taskItem';
import type { DatedMeeting } from '../index/listedFollowUp';
import { type Block, paragraphLines } from '../markdown/block';
import { plainText } from '../markdown/plainText';
import type { Note } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { type BriefBasis, type BriefEntry, inBrief } from '../reports/entries';
import { type RecordedAnswer, recordedAnswers } from '../questions/recordedAnswers';
import { touchesRange } from '../text/range';

/** Parses a note whose words are shown, or returns `undefined` when its text cannot be read. */
export function parsedText(note: Note, { textOf }: Pick<BriefBasis, 'textOf'>): ParsedNote | undefined {
  const text = textOf(note.uri);
  return text === undefined ? undefined : new ParsedNote(text);
}

/** What was said in a meeting, as far as it is asked for: question and answer, or what stands under a heading. */
export function saidEntries(
  dated: DatedMeeting,
  basis: Pick<BriefBasis, 'bank' | 'textOf'>,
  isWanted: (said: RecordedAnswer) => boolean,
): readonly BriefEntry[] {
  const read = parsedText(dated.note, basis);
  const said = read ? recordedAnswers(dated, read, basis.bank).filter(isWanted) : [];
  return said.map(({ about, words, uri, line, private: isPrivate }) => ({
    words: inBrief(about.endsWith('?') ? `${about} ${plainText(words)}` : plainText(words)),
    details: [],
    at: { uri, line },
    private: isPrivate,
  }));
}

/** The items and paragraphs in some lines of a note that are neither follow-ups nor empty, each with its first words. */
export function topicsIn(note: Note, read: ParsedNote, isWanted: (line: number) => boolean): readonly BriefEntry[] {
  const { text, blocks } = read;
  return blocks.flatMap((block, index): BriefEntry[] => {
    const isTopic = block.parent === -1 && (block.kind === 'item' || block.kind === 'paragraph');
    if (!isTopic || !isWanted(block.line) || taskItemAt(read, index)) {
      return [];
    }
    const paragraph = block.kind === 'item' ? blocks[index + 1] : block;
    const words = paragraph?.kind === 'paragraph' ? wordsOf(text, paragraph) : '';
    const at = { uri: note.uri, line: block.line };
    const lines = { line: block.line, endLine: paragraph?.endLine ?? block.endLine };
    const isPrivate = note.private || touchesRange(read.privateLines, lines);
    return words === '' ? [] : [{ words: inBrief(words), details: [], at, private: isPrivate }];
  });
}

function wordsOf(text: string, paragraph: Block): string {
  const lines = paragraphLines(text, paragraph).map(({ start, end }) => text.slice(start, end));
  const words = plainText(lines.join(' '));
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words) ? words : '';
}
