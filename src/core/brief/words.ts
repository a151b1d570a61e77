import { taskItemAt } from '../followUp/taskItem';
import type { DatedMeeting } from '../index/listedFollowUp';
import { type Block, paragraphLines } from '../markdown/block';
import { readFrontMatter } from '../markdown/frontMatter';
import { plainText } from '../markdown/plainText';
import { scan } from '../markdown/scan';
import type { Note } from '../note/note';
import { readPrivacy } from '../note/privacy';
import { type BriefBasis, type BriefEntry, inBrief } from '../reports/entries';
import { type RecordedAnswer, recordedAnswers } from '../questions/recordedAnswers';
import { type LineRange, touchesRange } from '../text/range';

/** A note as it is now, with what of it is private. */
export interface ReadText {
  readonly note: Note;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly privateLines: readonly LineRange[];
}

/** Reads a note whose words are shown, or nothing where it cannot be read. */
export function readText(note: Note, { textOf }: Pick<BriefBasis, 'textOf'>): ReadText | undefined {
  const text = textOf(note.uri);
  if (text === undefined) {
    return undefined;
  }
  const blocks = scan(text, readFrontMatter(text));
  return { note, text, blocks, privateLines: readPrivacy(text, blocks).ranges };
}

/** What was said in a meeting, as far as it is asked for: question and answer, or what stands under a heading. */
export function saidEntries(
  dated: DatedMeeting,
  basis: Pick<BriefBasis, 'bank' | 'textOf'>,
  isWanted: (said: RecordedAnswer) => boolean,
): readonly BriefEntry[] {
  const read = readText(dated.note, basis);
  const said = read ? recordedAnswers(dated, read.text, basis.bank).filter(isWanted) : [];
  return said.map(({ about, words, uri, line, private: isPrivate }) => ({
    words: inBrief(about.endsWith('?') ? `${about} ${plainText(words)}` : plainText(words)),
    details: [],
    at: { uri, line },
    private: isPrivate,
  }));
}

/** The items and paragraphs in some lines of a note that are neither follow-ups nor empty, each with its first words. */
export function topicsIn(read: ReadText, isWanted: (line: number) => boolean): readonly BriefEntry[] {
  const { note, text, blocks } = read;
  return blocks.flatMap((block, index): BriefEntry[] => {
    const isTopic = block.parent === -1 && (block.kind === 'item' || block.kind === 'paragraph');
    if (!isTopic || !isWanted(block.line) || taskItemAt(text, blocks, index)) {
      return [];
    }
    const paragraph = block.kind === 'item' ? blocks[index + 1] : block;
    const words = paragraph?.kind === 'paragraph' ? wordsOf(text, paragraph) : '';
    const at = { uri: note.uri, line: block.line };
    const isPrivate = isPrivateIn(read, { line: block.line, endLine: paragraph?.endLine ?? block.endLine });
    return words === '' ? [] : [{ words: inBrief(words), details: [], at, private: isPrivate }];
  });
}

/** Whether any of some lines is its owner's alone. */
function isPrivateIn({ note, privateLines }: ReadText, lines: LineRange): boolean {
  return note.private || touchesRange(privateLines, lines);
}

function wordsOf(text: string, paragraph: Block): string {
  const lines = paragraphLines(text, paragraph).map(({ start, end }) => text.slice(start, end));
  const words = plainText(lines.join(' '));
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words) ? words : '';
}
