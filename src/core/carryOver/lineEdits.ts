import type { FollowUp } from '../followUp/followUp';
import { carryCount, dateOf, openSince } from '../index/carriedCopy';
import { type Checkbox, checkboxAt } from '../markdown/listItem';
import type { Note } from '../note/note';
import { meetingHeading } from '../noteEdit/logHeading';
import { linkTo } from '../noteEdit/relativeLinks';
import { readInline } from '../taskText/inline';
import { blockIdSpan, readLastLink } from '../taskText/origin';
import { sentenceSpan } from '../taskText/sentence';
import { placeOfWords } from '../taskText/fields';
import type { TextEdit } from '../text/edit';
import type { TextRange } from '../text/range';
import type { CarryTarget } from './request';

/** Writes the links between a carried follow-up and its source. */
export class CarryLinks {
  readonly #source: Note;
  readonly #target: CarryTarget;
  readonly #root: string | undefined;

  constructor(source: Note, target: CarryTarget, root: string | undefined) {
    this.#source = source;
    this.#target = target;
    this.#root = root;
  }

  /** Returns the origin for the copy, such as `(from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)`. */
  origin(followUp: FollowUp): string {
    const { uri, title } = this.#source;
    const link = linkTo({
      from: this.#target.uri,
      to: uri,
      heading: meetingHeading(this.#source, followUp.meeting),
      label: dateOf({ note: this.#source, followUp }) ?? title.replace(/[[\]|]/g, ''),
      style: this.#target.wikiLinks ? 'wiki' : 'markdown',
      root: this.#root,
    });
    // Use the date from the index, so that carrying an item does not reset its age.
    const since = openSince({ note: this.#source, followUp }) ?? this.#target.date;
    return `(from ${link}, since ${since}, ${carryCount(followUp) + 1}×)`;
  }

  /** Returns the destination for the source, such as `(to [2026-11-30](2026-11-30.md))`. */
  destination(): string {
    const { uri, heading, date } = this.#target;
    const style = this.#source.wikiLinks ? 'wiki' : 'markdown';
    return `(to ${linkTo({ from: this.#source.uri, to: uri, heading, label: date, style, root: this.#root })})`;
  }
}

/** The lines of an item's own text. The first contains the checkbox. */
export interface OwnLines {
  readonly lines: readonly string[];
  /** Offset of the checkbox's `[` in the first line. */
  readonly box: number;
}

/** An edit in one of an item's lines, with offsets into that line. */
interface EditOfLine extends TextEdit {
  /** Index of the line, from 0. */
  readonly nth: number;
}

const MOVED = '>';
const LINK = /\[[^[\]]*\]\([^()]*\)|\[\[[^[\]]*\]\]/g;

/**
 * Returns the lines of the copy: open, with `origin` after the first text in place of an older origin, and without the
 * block ID. A line without any text left is `undefined`.
 */
export function carriedCopy(item: OwnLines, origin: string): readonly (string | undefined)[] {
  const [first = '', ...others] = item.lines;
  const mark = checkboxAt(first, item.box);
  if (!mark) {
    return item.lines;
  }
  const open = mark.stateCharacter === MOVED ? ' ' : first.slice(mark.stateStart, mark.stateEnd);
  const head = first.slice(0, mark.stateStart) + open + first.slice(mark.stateEnd, mark.end);
  const texts = [first.slice(mark.end), ...others];
  const { origin: old, target: ours, lastLink } = readAsOne(texts);
  // Other tools end a moved item with a plain link. The item is carried from here, so that link is outdated.
  const target = ours ?? (mark.stateCharacter === MOVED ? lastLink : undefined);
  const left = texts.map((text, nth) => {
    const id = nth === texts.length - 1 ? blockIdSpan(text) : undefined;
    return without(text, [old?.nth === nth ? old : undefined, target?.nth === nth ? target : undefined, id]);
  });
  const place = lineToEnd(left);
  return left.map((text, nth) => {
    const said = nth === place ? withEnding(text, origin) : text;
    return nth === 0 ? head + said : hasWords(said) ? said : undefined;
  });
}

/**
 * Returns the edits that mark the item as moved: the state character `>`, and `target` after the text or in place of an
 * older one.
 */
export function movedMark(item: OwnLines, target: string): readonly EditOfLine[] {
  const first = item.lines[0] ?? '';
  const mark = checkboxAt(first, item.box);
  if (!mark) {
    return [];
  }
  const texts = [first.slice(mark.end), ...item.lines.slice(1)];
  const old = readAsOne(texts).target;
  const nth = old?.nth ?? lineToEnd(texts);
  const at = placeOfWords(texts[nth] ?? '');
  const { start, end } = old ?? { start: at, end: at };
  const shift = nth === 0 ? mark.end : 0;
  return [marking(mark), { nth, start: shift + start, end: shift + end, text: old ? target : ` ${target}` }];
}

function marking({ stateStart, stateEnd }: Checkbox): EditOfLine {
  return { nth: 0, start: stateStart, end: stateEnd, text: MOVED };
}

/** A range in one of an item's texts. */
interface SpanInText extends TextRange {
  readonly nth: number;
}

/** The result of reading an item's texts as one. Code and links may span several of them. */
interface ReadTexts {
  readonly origin: SpanInText | undefined;
  readonly target: SpanInText | undefined;
  /** The link at the end of the sentence. */
  readonly lastLink: SpanInText | undefined;
  /** Whether code or a link continues beyond the first text, or the first text ends with a backslash. */
  readonly isOpenBelow: boolean;
}

function readAsOne(texts: readonly string[]): ReadTexts {
  let whole = '';
  const shifts: number[] = [];
  for (const [nth, text] of texts.entries()) {
    const prefix = nth === 0 ? '' : (/^[\s>]+/.exec(text)?.[0] ?? '');
    whole += nth === 0 ? '' : ' ';
    shifts.push(whole.length - prefix.length);
    whole += text.slice(prefix.length);
  }
  const inline = readInline(whole);
  const { origin, target, opaque, gaps } = inline;
  const lastLink = readLastLink(whole.slice(0, sentenceSpan(whole, inline).end));
  const placed = (span: TextRange | undefined): SpanInText | undefined => {
    const nth = shifts.findLastIndex((shift) => span && shift <= span.start);
    const shift = shifts[nth] ?? 0;
    return span && span.end - shift <= (texts[nth]?.length ?? 0)
      ? { nth, start: span.start - shift, end: span.end - shift }
      : undefined;
  };
  const firstEnd = texts[0]?.length ?? 0;
  const links = Array.from(whole.matchAll(LINK), ({ index, 0: link }) => ({ start: index, end: index + link.length }));
  const isBroken = texts.length > 1 && (texts[0] ?? '').endsWith('\\');
  const isOpenBelow =
    isBroken || [...opaque, ...gaps, ...links].some(({ start, end }) => start < firstEnd && firstEnd < end);
  return { origin: placed(origin), target: placed(target), lastLink: placed(lastLink), isOpenBelow };
}

/** Returns the index of the text to append to: the first, unless code or a link in it continues on later lines. */
function lineToEnd(texts: readonly string[]): number {
  return readAsOne(texts).isOpenBelow ? texts.findLastIndex(hasWords) : 0;
}

function withEnding(text: string, ending: string): string {
  const at = placeOfWords(text);
  return `${text.slice(0, at)} ${ending}${text.slice(at).trimEnd()}`;
}

function without(text: string, spans: readonly (TextRange | undefined)[]): string {
  const present = spans.filter((span) => span !== undefined).sort((a, b) => b.start - a.start);
  return present.reduce((rest, { start, end }) => rest.slice(0, start).trimEnd() + rest.slice(end), text);
}

function hasWords(text: string): boolean {
  return /[^\s>]/.test(text);
}
