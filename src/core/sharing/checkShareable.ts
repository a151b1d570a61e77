import type { Refusal } from '../text/edit';
import { type Block, isFenced, isUnclosed } from '../markdown/block';
import { htmlComments } from '../markdown/htmlComments';
import { LIST_MARKER, withoutMarkers } from '../markdown/listItem';
import { sectionKindOf } from '../note/sections';
import type { ParsedNote } from '../note/parsedNote';
import { isPrivateMarker, isPrivateNote, PRIVATE_KEY } from '../note/privacy';
import type { LineProblem } from '../text/lines';
import { isInRange, type LineRange } from '../text/range';
import { redact } from './redact';
import { type Message, message } from '../text/message';
import type { MessageId } from '../text/messages';

/** The reason why nothing can be shared, with the line of the problem if there is one. */
export interface ShareRefusal extends Refusal {
  readonly line?: number;
}

const FENCE = /^\s*---\s*$/;
const HEADING_LIKE = new RegExp(String.raw`^[ \t]*(?:(?:>|${LIST_MARKER})[ \t]*)*#{1,6}[ \t]*(.*)$`);
const CALL_OUT = /^\[!([^\]]{1,40})\][+-]?[ \t]*/;
/** Matches a comment that is almost a privacy marker. */
const NEARLY_MARKER = /^(?:<!--|%%)[\s>/\\]*(?:end\s+|begin\s+|start\s+)?\/?private\b/i;
/** Matches an Obsidian comment, closed or not. */
const HIDDEN = /%%[^]*?(?:%%|$)/g;
const LONGEST_LABEL = 40;
const UNCLOSED: Readonly<Partial<Record<Block['kind'], MessageId>>> = {
  code: 'share.openCode',
  comment: 'share.openComment',
};

/**
 * Returns the reason why a note cannot be shared, or `undefined` if it can. A note is refused if it is private or if
 * its private parts are uncertain, for example because of a misspelt marker or a malformed heading.
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
      message: message('share.frontMatter', frontMatter.problem.message),
    });
  }
  if (isPrivateNote(path, note)) {
    return { refused: message('share.privateNote') };
  }
  const [first] = [...brokenFrontMatter(note), ...openBlocks(note), ...unsureMarks(note, redacted)].sort(
    (a, b) => a.line - b.line,
  );
  return first && refusal(first);
}

function refusal({ line, message: problem }: LineProblem): ShareRefusal {
  return { refused: message('share.atLine', line + 1, problem), line };
}

/** Finds `private` keys in malformed front matter: unclosed, or not on the first line. */
function* brokenFrontMatter({ lines, frontMatter }: ParsedNote): Generator<LineProblem> {
  const first = lines.nextWritten(0);
  if (frontMatter.bodyLine > 0 || !FENCE.test(lines.get(first))) {
    return;
  }
  for (let line = first + 1; line < lines.count && !FENCE.test(lines.get(line)); line++) {
    if (PRIVATE_KEY.test(lines.get(line))) {
      yield {
        line,
        message: message('share.brokenFrontMatter'),
      };
    }
  }
}

function* openBlocks({ text, blocks }: ParsedNote): Generator<LineProblem> {
  for (const block of blocks) {
    if (isUnclosed(text, block)) {
      yield { line: block.line, message: message(UNCLOSED[block.kind] ?? 'share.openHtml') };
    }
  }
}

function* unsureMarks(note: ParsedNote, redacted: ParsedNote): Generator<LineProblem> {
  const { text, blocks, lines, frontMatter, privacy } = note;
  for (const line of privacy.unbalanced) {
    yield {
      line,
      message: message('share.unpairedMarker'),
    };
  }
  const code: LineRange[] = blocks.filter(isFenced);
  const headings = new Set(blocks.filter(({ kind }) => kind === 'heading').map(({ line }) => line));
  for (let line = frontMatter.bodyLine; line < lines.count; line++) {
    const doubt = isInRange(code, line) ? undefined : doubtIn(redacted.lines.get(line), headings.has(line));
    if (doubt) {
      yield { line, message: doubt };
    }
  }
  for (const block of blocks) {
    if (!note.isPrivateLine(block.line) && nearlyMarked(text, block)) {
      yield {
        line: block.line,
        message: message('share.nearlyMarker'),
      };
    }
  }
}

function doubtIn(written: string, isHeading: boolean): Message | undefined {
  if (written.includes('🔒')) {
    return message('share.lock');
  }
  const title = isHeading ? undefined : HEADING_LIKE.exec(written)?.[1];
  if (title !== undefined && sectionKindOf(title) === 'private') {
    return message('share.nearlyHeading');
  }
  return !isHeading && isPrivateLabel(written) ? message('share.nearlyPrivate') : undefined;
}

/** Matches `**Private**`, `Manager notes:`, `- Private: details`, `> [!warning]- Private` and `> [!private] Salary`. */
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
