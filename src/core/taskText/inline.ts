import { endOfDateAt } from '../dates/findDate';
import {
  ASTERISK,
  BACKTICK,
  GREATER_THAN,
  HASH,
  isDigit,
  isWhiteSpace,
  LESS_THAN,
  MINUS,
  PERCENT,
  skipWhiteSpace,
  SPACE,
  UNDERSCORE,
  unitAt,
} from '../text/characters';
import type { TextRange } from '../text/range';
import { candidatesAt, fieldTriggers } from './dialects';
import { emphasizedFieldAt, type FieldSpan, matchField, withWholeRule } from './fieldValue';
import { LiteralRanges } from './literals';
import { atMentionAt, type OwnerSpan, tagAt, wikiMentionAt } from './mentions';
import { blockIdAt, originAt, type OriginSpan, targetAt, type TargetSpan } from './origin';

/** The inline syntax in the text of an item. Each list is in text order, and no two spans overlap. */
export interface Inline {
  readonly fields: readonly FieldSpan[];
  /** The people mentioned by `@` or by a wiki-link. */
  readonly mentions: readonly OwnerSpan[];
  /** The spans outside the sentence: valid fields, comments, origin and target, and the block id. */
  readonly gaps: readonly TextRange[];
  /** Inline code, addresses and HTML tags, which are shown but not parsed. */
  readonly opaque: readonly TextRange[];
  /** Dates without a label. */
  readonly bareDates: readonly TextRange[];
  /** The tags without `#`, including duplicates. */
  readonly tags: readonly string[];
  readonly origin: OriginSpan | undefined;
  readonly target: TargetSpan | undefined;
  /** Offset of the first colon outside fields and addresses, or -1. */
  readonly colon: number;
  readonly lastArrow: TextRange | undefined;
  /** Whether the text has white space other than spaces. */
  readonly hasOddSpace: boolean;
}

const WIKI_LINK = /\[\[[^[\]\n]*\]\]/y;
const OPEN_PARENTHESIS = 0x28;
const COLON = 0x3a;
/** The full-width colon of Chinese and Japanese. */
const WIDE_COLON = 0xff1a;
const EQUALS = 0x3d;
const AT = 0x40;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const CARET = 0x5e;
const ARROWS: ReadonlySet<number> = new Set([0x2192, 0x27a1]);
const SIGNS: ReadonlySet<number> = new Set([
  ...fieldTriggers,
  ...ARROWS,
  ...[OPEN_PARENTHESIS, COLON, WIDE_COLON, AT, OPEN_BRACKET, CLOSE_BRACKET, CARET, HASH],
  ...[BACKTICK, LESS_THAN, PERCENT, GREATER_THAN],
]);

/** A lookup table by UTF-16 unit: 1 for characters where inline syntax may be found. */
const SIGN_TABLE = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  SIGNS.has(unit) || isDigit(unit) || (isWhiteSpace(unit) && unit !== SPACE) ? 1 : 0,
);

/** Finds the inline syntax in the text of an item in one pass. */
export function readInline(text: string): Inline {
  let at = nextSign(text, 0);
  if (at === text.length) return NOTHING;
  const found = new InlineReader(text);
  while (at < text.length) at = nextSign(text, found.readAt(at));
  return found;
}

/** Returns the offset of the next character where inline syntax may be found, or the length of the text. */
function nextSign(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && SIGN_TABLE[text.charCodeAt(at)] === 0) at++;
  return at;
}

const NONE: readonly never[] = [];
/** The beginning of a recurrence, which says nothing by itself. */
const NO_RULE = 'every';

class InlineReader implements Inline {
  fields: readonly FieldSpan[] = NONE;
  mentions: readonly OwnerSpan[] = NONE;
  gaps: readonly TextRange[] = NONE;
  opaque: readonly TextRange[] = NONE;
  bareDates: readonly TextRange[] = NONE;
  tags: readonly string[] = NONE;
  origin: OriginSpan | undefined = undefined;
  target: TargetSpan | undefined = undefined;
  colon = -1;
  lastArrow: TextRange | undefined = undefined;
  hasOddSpace = false;
  readonly #text: string;
  #finder: LiteralRanges | undefined = undefined;
  /** Offset after the last inline element found. */
  #free = 0;
  /** Offset after the gaps and the people at the start of the text. */
  #lead: number;

  constructor(text: string) {
    this.#text = text;
    this.#lead = skipWhiteSpace(text, 0);
  }

  /** Reads the inline element at `offset`, if there is one, and returns the offset where reading continues. */
  readAt(offset: number): number {
    const next = this.#read(offset);
    if (next > offset + 1) this.#free = next;
    return next;
  }

  #read(offset: number): number {
    const text = this.#text;
    const unit = text.charCodeAt(offset);
    const field = this.#fieldAt(offset, unit);
    if (field) return this.#addField(field);
    switch (unit) {
      case AT:
        return this.#addMention(offset, atMentionAt(text, offset, this.mentions.at(-1)));
      case OPEN_BRACKET:
        return this.#addMention(offset, wikiMentionAt(text, offset));
      case OPEN_PARENTHESIS:
        return this.#readCarried(offset);
      case HASH:
        return this.#readTag(offset);
      case CARET:
        return this.#addGap(offset, blockIdAt(text, offset));
      case GREATER_THAN:
        return this.#readArrow(offset);
      case COLON:
      case WIDE_COLON:
        if (this.colon < 0) this.colon = offset;
        return this.#readOpaque(offset);
      default:
        return this.#readOther(offset, unit);
    }
  }

  /** Returns the field whose sign is at `offset`. It may begin earlier, but not before the end of the last element. */
  #fieldAt(offset: number, unit: number): FieldSpan | undefined {
    const text = this.#text;
    const previous = unitAt(text, offset - 1);
    const next = unitAt(text, offset + 1);
    if (unit === COLON && (isEmphasis(previous) || isEmphasis(next))) return this.#emphasizedField(offset);
    const forms = candidatesAt(
      unit,
      previous,
      isBracket(unit) && isWhiteSpace(next) ? firstWritten(text, offset + 1) : next,
    );
    if (!forms) return undefined;
    let unreadable: FieldSpan | undefined;
    for (const form of forms) {
      const start = offset - form.signAt;
      const field = start < this.#free ? undefined : matchField(text, start, form);
      if (field && field.value.problem !== 'noDate') return this.#withWholeRule(field);
      unreadable ??= field;
    }
    return unreadable;
  }

  #emphasizedField(colon: number): FieldSpan | undefined {
    const field = emphasizedFieldAt(this.#text, colon);
    return field && field.start >= this.#free ? field : undefined;
  }

  /** Extends a recurrence by unknown words. Before the sentence they would be the sentence itself. */
  #withWholeRule(field: FieldSpan): FieldSpan | undefined {
    if (field.form.value !== 'rule') return field;
    const whole = this.#lead < field.start ? withWholeRule(this.#text, field) : field;
    return whole.value.end - whole.value.start > NO_RULE.length ? whole : undefined;
  }

  #addField(field: FieldSpan): number {
    this.fields = added(this.fields, field);
    return field.value.problem === 'noDate' ? field.end : this.#addGap(field.start, field);
  }

  #addMention(offset: number, mention: OwnerSpan | undefined): number {
    if (!mention) return endOf(WIKI_LINK, this.#text, offset);
    this.mentions = added(this.mentions, mention);
    if (mention.isPersonOnly && mention.start <= this.#lead) this.#lead = skipWhiteSpace(this.#text, mention.end);
    return mention.end;
  }

  #addGap(offset: number, gap: TextRange | undefined): number {
    if (!gap) return offset + 1;
    this.gaps = added(this.gaps, gap);
    if (gap.start <= this.#lead) this.#lead = skipWhiteSpace(this.#text, gap.end);
    return gap.end;
  }

  #readCarried(offset: number): number {
    const origin = originAt(this.#text, offset);
    const target = origin ? undefined : targetAt(this.#text, offset);
    this.origin ??= origin;
    this.target ??= target;
    return this.#addGap(offset, origin ?? target);
  }

  #readTag(offset: number): number {
    const tag = tagAt(this.#text, offset);
    if (tag === '') return offset + 1;
    this.tags = added(this.tags, tag);
    return offset + 1 + tag.length;
  }

  /** Reads `->` and `=>`, but not the end of a comment. */
  #readArrow(offset: number): number {
    const shaft = unitAt(this.#text, offset - 1);
    const isArrow = (shaft === MINUS && unitAt(this.#text, offset - 2) !== MINUS) || shaft === EQUALS;
    if (isArrow) this.lastArrow = { start: offset - 1, end: offset + 1 };
    return offset + 1;
  }

  #readOpaque(offset: number): number {
    const text = this.#text;
    if (!LiteralRanges.canBeginWith(text.charCodeAt(offset), unitAt(text, offset + 1))) return offset + 1;
    this.#finder ??= new LiteralRanges(text);
    const end = this.#finder.endAt(offset);
    if (end <= offset) return offset + 1;
    if (this.#finder.isComment(offset)) return this.#addGap(offset, { start: offset, end });
    this.opaque = added(this.opaque, { start: offset, end });
    return end;
  }

  #readOther(offset: number, unit: number): number {
    const text = this.#text;
    if (isDigit(unit)) return this.#readBareDate(offset);
    if (ARROWS.has(unit)) this.lastArrow = { start: offset, end: skipWhiteSpace(text, offset + 1) };
    if (isWhiteSpace(unit)) this.hasOddSpace = true;
    return this.#readOpaque(offset);
  }

  #readBareDate(offset: number): number {
    const end = endOfDateAt(this.#text, offset);
    if (end === offset) return offset + 1;
    this.bareDates = added(this.bareDates, { start: offset, end });
    return end;
  }
}

const NOTHING: Inline = new InlineReader('');

/**
 * Appends an item. A list of one is created with its item, because most lists have none or one and this saves memory.
 */
function added<Item>(list: readonly Item[], item: Item): readonly Item[] {
  if (list.length === 0) return [item];
  (list as Item[]).push(item);
  return list;
}

/** Returns the end of a sticky pattern's match at `offset`, or the next offset if it does not match. */
function endOf(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset + 1;
}

function isBracket(unit: number): boolean {
  return unit === OPEN_BRACKET || unit === OPEN_PARENTHESIS;
}

function firstWritten(text: string, offset: number): number {
  return unitAt(text, skipWhiteSpace(text, offset));
}

function isEmphasis(unit: number): boolean {
  return unit === ASTERISK || unit === UNDERSCORE;
}

/** Whether `offset` is within code, an address, a comment or a field of an item. */
export function isLiteral(text: string, offset: number): boolean {
  const { opaque, gaps } = readInline(text);
  return [...opaque, ...gaps].some(({ start, end }) => start < offset && offset < end);
}
