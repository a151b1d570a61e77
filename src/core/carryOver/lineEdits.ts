import type { FollowUp } from '../followUp/followUp';
import { carryCount, dateOf, openSince } from '../index/carryResolution';
import { type Checkbox, checkboxAt } from '../markdown/listItem';
import type { Note } from '../note/note';
import { meetingAnchor } from '../noteEdit/logHeading';
import { linkTo } from '../noteEdit/relativeLinks';
import { readInline } from '../taskText/inline';
import { blockIdSpan, readLastLink } from '../taskText/origin';
import { sentenceSpan } from '../taskText/sentence';
import type { TextEdit } from '../text/edit';
import type { TextRange } from '../text/range';
import type { CarryTarget } from './request';

/** How a carried follow-up and its source speak of each other. */
export class CarryLinks {
  readonly #source: Note;
  readonly #target: CarryTarget;
  readonly #root: string | undefined;

  constructor(source: Note, target: CarryTarget, root: string | undefined) {
    this.#source = source;
    this.#target = target;
    this.#root = root;
  }

  /** What the copy says: `(from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)`. */
  origin(followUp: FollowUp): string {
    const { uri, title } = this.#source;
    const link = linkTo({
      from: this.#target.uri,
      to: uri,
      anchor: meetingAnchor(this.#source, followUp.meeting),
      label: dateOf({ note: this.#source, followUp }) ?? title.replace(/[[\]|]/g, ''),
      style: this.#target.wikiLinks ? 'wiki' : 'markdown',
      root: this.#root,
    });
    // As the index tells the age, so that nothing gets younger by being carried.
    const since = openSince({ note: this.#source, followUp }) ?? this.#target.date;
    return `(from ${link}, since ${since}, ${carryCount(followUp) + 1}×)`;
  }

  /** What the source says: `(to [2026-11-30](2026-11-30.md))`. */
  destination(): string {
    const { uri, anchor, date } = this.#target;
    const style = this.#source.wikiLinks ? 'wiki' : 'markdown';
    return `(to ${linkTo({ from: this.#source.uri, to: uri, anchor, label: date, style, root: this.#root })})`;
  }
}

/** The lines of an item's own text as they stand in its note. The first holds the box, the others only text. */
export interface OwnLines {
  readonly lines: readonly string[];
  /** Offset of the `[` in the first of them. */
  readonly box: number;
}

/** An edit of one of the lines; offsets into that line. */
export interface EditOfLine extends TextEdit {
  /** Which of the lines, from 0. */
  readonly nth: number;
}

const MOVED = '>';
const LINK = /\[[^[\]]*\]\([^()]*\)|\[\[[^[\]]*\]\]/g;

/**
 * The lines as they stand in the new note: open, with `origin` behind the first in place of an older one, and without the
 * id that stays behind. `undefined` for a line of which nothing is left.
 */
export function carriedCopy(item: OwnLines, origin: string): readonly (string | undefined)[] {
  const [first = '', ...others] = item.lines;
  const mark = checkboxAt(first, item.box);
  if (!mark) {
    return item.lines;
  }
  const open = mark.mark === MOVED ? ' ' : first.slice(mark.markStart, mark.markEnd);
  const head = first.slice(0, mark.markStart) + open + first.slice(mark.markEnd, mark.end);
  const texts = [first.slice(mark.end), ...others];
  const { origin: old, target: ours, lastLink } = readAsOne(texts);
  // Others end a moved item with a mere link: that it went there was not so, or it would not be carried.
  const target = ours ?? (mark.mark === MOVED ? lastLink : undefined);
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

/** What turns the item into one that says where it went: the mark, and `target` behind it, or in place of an older one. */
export function movedMark(item: OwnLines, target: string): readonly EditOfLine[] {
  const first = item.lines[0] ?? '';
  const mark = checkboxAt(first, item.box);
  if (!mark) {
    return [];
  }
  const texts = [first.slice(mark.end), ...item.lines.slice(1)];
  const old = readAsOne(texts).target;
  const nth = old?.nth ?? lineToEnd(texts);
  const at = textEnd(texts[nth] ?? '');
  const { start, end } = old ?? { start: at, end: at };
  const shift = nth === 0 ? mark.end : 0;
  return [marking(mark), { nth, start: shift + start, end: shift + end, text: old ? target : ` ${target}` }];
}

function marking({ markStart, markEnd }: Checkbox): EditOfLine {
  return { nth: 0, start: markStart, end: markEnd, text: MOVED };
}

/** A stretch of one of an item's texts. */
interface SpanInText extends TextRange {
  readonly nth: number;
}

/** What an item's texts say as one: code or a link may begin in one and end in another. */
interface ReadTexts {
  readonly origin: SpanInText | undefined;
  readonly target: SpanInText | undefined;
  /** A link at the end of what is said. */
  readonly lastLink: SpanInText | undefined;
  /** Code or a link begins in the first and goes on below, or a backslash breaks the line. */
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

/** Behind which text something can be added: the first, beside the box, unless what begins there goes on below. */
function lineToEnd(texts: readonly string[]): number {
  return readAsOne(texts).isOpenBelow ? texts.findLastIndex(hasWords) : 0;
}

function withEnding(text: string, ending: string): string {
  const at = textEnd(text);
  return `${text.slice(0, at)} ${ending}${text.slice(at).trimEnd()}`;
}

/**
 * After the last word, but before the item's id, and before emoji fields at the end: from the end their plugin reads no
 * further than to the first word.
 */
function textEnd(whole: string): number {
  const text = whole.slice(0, blockIdSpan(whole)?.start);
  let end = text.trimEnd().length;
  for (const field of readInline(text).fields.toReversed()) {
    if (field.form.dialect !== 'emoji' || field.end < end) {
      break;
    }
    end = text.slice(0, field.start).trimEnd().length;
  }
  return end;
}

function without(text: string, spans: readonly (TextRange | undefined)[]): string {
  const present = spans.filter((span) => span !== undefined).sort((a, b) => b.start - a.start);
  return present.reduce((rest, { start, end }) => rest.slice(0, start).trimEnd() + rest.slice(end), text);
}

function hasWords(text: string): boolean {
  return /[^\s>]/.test(text);
}
