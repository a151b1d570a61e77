import type { Refusal } from '../text/edit';
import { type Block, isFenced, isUnclosed } from '../markdown/block';
import { htmlComments } from '../markdown/htmlComments';
import { LIST_MARKER, withoutMarkers } from '../markdown/listItem';
import { sectionKindOf } from '../note/sections';
import type { ParsedNote } from '../note/parsedNote';
import { isPrivateMarker, isPrivateNote, PRIVATE_KEY } from '../note/privacy';
import { isInRange, type LineRange } from '../text/range';
import { redact } from './redact';

/** Why nothing is shared, and the line of the note that is to blame, if one is. */
export interface ShareRefusal extends Refusal {
  readonly line?: number;
}

/** A place in a note, and what is wrong there: a sentence that goes on after “Line 12: ”. */
interface ShareProblem {
  readonly line: number;
  readonly message: string;
}

const FENCE = /^\s*---\s*$/;
const HEADING_LIKE = new RegExp(String.raw`^[ \t]*(?:(?:>|${LIST_MARKER})[ \t]*)*#{1,6}[ \t]*(.*)$`);
const CALL_OUT = /^\[!([^\]]{1,40})\][+-]?[ \t]*/;
/** A comment that was surely meant to be a marker. */
const NEARLY_MARKER = /^(?:<!--|%%)[\s>/\\]*(?:end\s+|begin\s+|start\s+)?\/?private\b/i;
/** What Obsidian hides. */
const HIDDEN = /%%[^]*?(?:%%|$)/g;
const LONGEST_LABEL = 40;

/**
 * Why nothing of a note is shared, naming the line: it is private, or it is not sure what in it is. What only looks as if it
 * were meant to be private (a marker misspelt, a heading that is none) is a doubt, too. `undefined` when there is none.
 */
export function checkShareable(
  path: string,
  note: ParsedNote,
  redacted: ParsedNote = redact(note),
): ShareRefusal | undefined {
  const { frontMatter } = note;
  if (frontMatter.problem) {
    return refusal({
      line: frontMatter.problem.line,
      message: `the front matter cannot be read, and it may say that the note is private. ${frontMatter.problem.message}`,
    });
  }
  if (isPrivateNote(path, note)) {
    return { refused: 'This note is private as a whole, by its front matter or its folder. Nothing of it is shared.' };
  }
  const [first] = [...brokenFrontMatter(note), ...openBlocks(note), ...unsureMarks(note, redacted)].sort(
    (a, b) => a.line - b.line,
  );
  return first && refusal(first);
}

function refusal({ line, message }: ShareProblem): ShareRefusal {
  return { refused: `Line ${line + 1}: ${message}`, line };
}

/** Front matter that is none, since it is not closed or does not begin on the first line, but says `private`. */
function* brokenFrontMatter({ lines, frontMatter }: ParsedNote): Generator<ShareProblem> {
  const first = lines.nextWritten(0);
  if (frontMatter.bodyLine > 0 || !FENCE.test(lines.get(first))) {
    return;
  }
  for (let line = first + 1; line < lines.count && !FENCE.test(lines.get(line)); line++) {
    if (PRIVATE_KEY.test(lines.get(line))) {
      yield {
        line,
        message: 'this looks like front matter, but it is none: it begins on the first line, and ends with “---”.',
      };
    }
  }
}

function* openBlocks({ text, blocks }: ParsedNote): Generator<ShareProblem> {
  for (const block of blocks) {
    if (isUnclosed(text, block)) {
      const what = block.kind === 'code' ? 'code block' : block.kind === 'comment' ? 'comment' : 'comment or HTML';
      yield { line: block.line, message: `this ${what} is not closed, and may hide what is private. Close it first.` };
    }
  }
}

function* unsureMarks(note: ParsedNote, redacted: ParsedNote): Generator<ShareProblem> {
  const { text, blocks, lines, frontMatter, privacy } = note;
  for (const line of privacy.unbalanced) {
    yield {
      line,
      message: 'this private marker has no partner. Each “<!-- private -->” needs a “<!-- /private -->” after it.',
    };
  }
  const code: LineRange[] = blocks.filter(isFenced);
  const headings = new Set(blocks.filter(({ kind }) => kind === 'heading').map(({ line }) => line));
  for (let line = frontMatter.bodyLine; line < lines.count; line++) {
    const message = isInRange(code, line) ? undefined : doubtIn(redacted.lines.get(line), headings.has(line));
    if (message !== undefined) {
      yield { line, message };
    }
  }
  for (const block of blocks) {
    if (!note.isPrivateLine(block.line) && nearlyMarked(text, block)) {
      yield {
        line: block.line,
        message:
          'this looks like a private marker, but it is none: write “<!-- private -->” before and “<!-- /private -->” after.',
      };
    }
  }
}

function doubtIn(written: string, isHeading: boolean): string | undefined {
  if (written.includes('🔒')) {
    return 'this 🔒 makes nothing private: only a heading with it does.';
  }
  const title = isHeading ? undefined : HEADING_LIKE.exec(written)?.[1];
  if (title !== undefined && sectionKindOf(title) === 'private') {
    return 'this looks like a private heading, but is none: one begins at the margin, with “#” and a space.';
  }
  return !isHeading && isPrivateLabel(written)
    ? 'this looks private, but only a heading makes it so (“## Private”), or markers (“<!-- private -->”).'
    : undefined;
}

/** `**Private**`, `Manager notes:`, `- Private: what for`, `> [!warning]- Private`, `> [!private] Salary`. */
function isPrivateLabel(written: string): boolean {
  const marked = withoutMarkers(written).trim();
  const [callOut = '', kind = ''] = CALL_OUT.exec(marked) ?? [];
  if (sectionKindOf(kind) === 'private') {
    return true;
  }
  const words = marked.slice(callOut.length);
  const label = /^[^:]*(?=:)/.exec(words)?.[0] ?? words;
  return label.length <= LONGEST_LABEL && sectionKindOf(label) === 'private' && !/[,.;!?]/.test(label);
}

function nearlyMarked(text: string, block: Block): boolean {
  const comments = htmlComments(text, block).map(({ start, end }) => text.slice(start, end));
  const isText = block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'comment';
  const hidden = isText ? (text.slice(block.start, block.end).match(HIDDEN) ?? []) : [];
  return [...comments, ...hidden].some((comment) => NEARLY_MARKER.test(comment) && !isPrivateMarker(comment));
}
