import {
  hasLock,
  isPrivateLabel,
  isPrivateLead,
  isPrivateName,
  isPrivateTitle,
  mayNamePrivate,
  nextHintInText,
  privateNaming,
  saysPrivate,
} from './privateWords';
import {
  isPlainValue,
  isPrivateField,
  isPrivateProperty,
  mayHavePrivateField,
  mayHavePrivateKey,
} from './privateProperties';
import { lineAround } from '../followUp/taskItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { withoutMarkers } from '../markdown/listItem';
import { addToGroup } from '../text/collections';
import { endOfLine, splitLines } from '../text/lines';
import { isInRange, type LineRange } from '../text/range';

/** The lines that end the part under a label: only headings end it, or also labels of the same form. */
export type LabelForm = 'heading' | 'emphasis' | 'emphasisLead' | 'plain';

/**
 * What a line of text makes private: the `note`, the `rest` of it, its own `block`, or as a `label` what follows up to
 * the next heading or label.
 */
type LineEffect =
  | { readonly makes: 'note' | 'rest' | 'block' }
  | { readonly makes: 'label'; readonly form: LabelForm; readonly isWhole: boolean };

/** What may be meant as a heading is not read as a label. */
const HEADING_LIKE = /^#(?:#|\s)/;
const BLOCK: LineEffect = { makes: 'block' };
const NOTE: LineEffect = { makes: 'note' };
const REST: LineEffect = { makes: 'rest' };
const HTML_EMPHASIS = /<\/?(?:b|strong|em|i|u|mark)>/gi;
const COMMENT = /<!--[^]{0,200}?-->|%%[^%]{0,200}%%/g;
const EMPHASIS = /^(\*{1,3}|_{1,3}|==|~~)(?=\S)(.{1,80}?)\1(.*)/u;
const SENTENCE = /[.!?]\s*$/;
const TAG = /(?:^|[\s([,;])[#＃@+!~$^]([\p{L}\p{M}\p{N}\p{Cf}_/+.-]+)/gu;
const ONLY_TAGS = /^(?:[#＃][^\s#＃]+\s*)+$/u;
const FIELD =
  /(?:^|[\s([{])([\p{L}][\p{L}\p{M}\p{N}\p{Cf}_-]*(?: [\p{L}\p{M}\p{N}_-]+){0,2})\s*(::|:)[ \t]*([^\s()[\]{}*_/][^()[\]{}]{0,80})/gu;
/** A word in emphasis, slashes or code at the end of a line. */
const EMPHASIS_AT_END =
  /(?:^|\s)(?:\*{1,3}|_{1,3}|==|[!/`])([^\s*_=!/`][^*_=!/`]{0,60})(?:\*{1,3}|_{1,3}|==|[!/`])[.,;]?$/u;
/** What comes before the words of a line: a sign of a comment or an arrow, or the name of a footnote. */
const LEADING_SIGNS = /^(?:(?:\/\/|--|;;?|[—–•▪►→⇒·]|h[1-6]\.)\s+|\[\^[^\]\s]+\]:\s*)/u;
const QUOTED_TITLE = /"[^"]*"$/;
const ADMONITION = /^(?:!!!|\?\?\?\+?)\s(.+)$/;
/** Words that apply a sentence to everything after it: `Everything below is private.` */
const AFTER =
  /(?<!\p{L})(?:below|rest|from here|hereafter|following|next (?:line|part|section)s?|unten|ab hier|ci-dessous|abajo)(?!\p{L})/iu;
const LONGEST_SENTENCE = 80;
const BRACKETED_FIELD = /[([][^()[\]:]*::[^()[\]]*[)\]]/g;
/** Owners and a priority before the words of a task. */
const BEFORE_WORDS = /^(?:@\S+\s+|\([A-Z]\)\s+)+/;
const FALSE_PROPERTY = /^[\p{L}][\p{L}\p{N}_ -]{0,30}::?\s*(?:false|no|off|n|0|never|none)\s*$/iu;
/** Properties whose values are words or tags. */
const OF_NOTE = /^(?:tags?|labels?|keywords?|category|categories)$/i;
const BRACKETS = /^[([{【「](.*)[)\]}】」]$/u;
const PLAIN_LABEL = /^[\p{L}\p{M}\p{N}’'&/() -]{1,40}[:：]$/u;
const EMPHASIS_LEAD = /^(?:\*\*|__)[^*_]{1,60}(?::(?:\*\*|__)|(?:\*\*|__):)/u;
const PROPERTY = /^[\p{L}][\p{L}\p{N}_ -]{0,30}:(?!:)/u;

/**
 * Returns the lines of a note's body that have to be examined, in order. No other line makes anything private. Most notes
 * have few such lines.
 */
export function suspectLines(note: ParsedMarkdown): readonly LineRange[] {
  const { text, frontMatter } = note;
  const lines = new Set<number>();
  const { bodyStart } = frontMatter;
  for (let at = nextHintInText(text, bodyStart); at >= 0; at = nextHintInText(text, endOfLine(text, at))) {
    lines.add(lineAt(note, at));
  }
  for (let at = text.indexOf('::', bodyStart); at >= 0; at = text.indexOf('::', endOfLine(text, at))) {
    const { start, end } = lineAround(text, at);
    if (mayHavePrivateField(text.slice(start, end))) lines.add(lineAt(note, at));
  }
  return [...lines].sort((a, b) => a - b).map((line) => ({ line, endLine: line }));
}

/** Returns the line at an offset of the body, counted from the last block that begins before it. */
function lineAt({ text, blocks, frontMatter }: ParsedMarkdown, offset: number): number {
  let from = -1;
  let to = blocks.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((blocks[middle]?.marker ?? Infinity) <= offset) from = middle;
    else to = middle;
  }
  const { line = frontMatter.bodyLine, marker = frontMatter.bodyStart } = blocks[from] ?? {};
  return line + splitLines(text.slice(marker, offset)).length - 1;
}

/** Returns what a line of text makes private, without its list and quote markers, or `undefined`. */
export function lineEffect(line: string): LineEffect | undefined {
  if (!mayNamePrivate(line) && !(line.includes('::') && mayHavePrivateKey(line))) return undefined;
  const written = line.replace(COMMENT, '').replace(HTML_EMPHASIS, '**').trim();
  if (HEADING_LIKE.test(written)) return undefined;
  return (
    fieldEffect(written) ??
    tagEffect(written) ??
    cellEffect(written) ??
    wordEffect(withoutFields(written)) ??
    (hasLock(written) ? BLOCK : undefined)
  );
}

/** Tests whether a line ends the part under a label of a form. */
export function endsLabel(line: string, form: LabelForm): boolean {
  if (form === 'heading') return false;
  const written = line.replace(HTML_EMPHASIS, '**').trim();
  const rest = EMPHASIS.exec(written)?.[3];
  return (
    (rest !== undefined && /^[:：]?$/.test(rest)) ||
    (form === 'plain' && PLAIN_LABEL.test(written)) ||
    (form === 'emphasisLead' && EMPHASIS_LEAD.test(written))
  );
}

/** Reads `private:: true`, `[private:: true]`, `private:true` and `Visibility: private`. */
function fieldEffect(written: string): LineEffect | undefined {
  for (const { 0: found, 1: key = '', 2: sign, 3: value = '' } of written.matchAll(FIELD)) {
    const isWhole = found === written;
    if (isWhole && OF_NOTE.test(key) && isPrivateProperty(key, value)) return NOTE;
    // The key of `send it visibility:private` is its last word.
    const lastWord = key.slice(key.lastIndexOf(' ') + 1);
    const hasPrivateValue = sign === '::' && isPrivateLabel(value);
    if (!isPrivateField(key, value) && !isPrivateField(lastWord, value) && !hasPrivateValue) continue;
    if (sign === '::') return isWhole ? NOTE : BLOCK;
    if (isWhole && isPlainValue(value)) return NOTE;
    if (/\S:\S/.test(found)) return BLOCK;
  }
  return undefined;
}

/** Removes owners, priorities, and fields that make nothing private, such as `[private:: false]` and `Private: no`. */
function withoutFields(written: string): string {
  return written.replace(BRACKETED_FIELD, '').replace(FALSE_PROPERTY, '').replace(BEFORE_WORDS, '');
}

/** Reads a row of a table: a cell with a label makes the row private, and in the first row the table. */
function cellEffect(written: string): LineEffect | undefined {
  if (!written.startsWith('|')) return undefined;
  return written.split('|').some((cell) => isPrivateLabel(cell)) ? BLOCK : undefined;
}

function tagEffect(written: string): LineEffect | undefined {
  const isPrivate = Array.from(written.matchAll(TAG)).some(({ 0: tag, 1: name = '' }) =>
    tag.includes('@') ? isPrivateLabel(name.replace(/[_.-]/g, ' ')) : isPrivateName(name),
  );
  if (!isPrivate) return undefined;
  if (ONLY_TAGS.test(written)) return { makes: 'label', form: 'heading', isWhole: true };
  return PROPERTY.test(written) && /^(?:tags?|labels?|category|categories|keywords?)\s*:/i.test(written) ? NOTE : BLOCK;
}

function wordEffect(line: string): LineEffect | undefined {
  if (!mayNamePrivate(line)) return undefined;
  const written = line.replace(LEADING_SIGNS, '');
  const admonition = ADMONITION.exec(written)?.[1];
  const isPrivate =
    admonition !== undefined && (isPrivateTitle(admonition) || isPrivateLabel(admonition.replace(QUOTED_TITLE, '')));
  if (isPrivate) return { makes: 'label', form: 'heading', isWhole: false };
  if (isAboutTheRest(written)) return REST;
  return labelEffect(written) ?? remarkEffect(written) ?? (endsWithLabel(written) ? BLOCK : undefined);
}

function isAboutTheRest(written: string): boolean {
  return written.length <= LONGEST_SENTENCE && AFTER.test(written) && saysPrivate(written);
}

function endsWithLabel(written: string): boolean {
  const label = EMPHASIS_AT_END.exec(written.slice(-80))?.[1];
  return label !== undefined && isPrivateLabel(label);
}

function labelEffect(written: string): LineEffect | undefined {
  const [, , inner = '', rest = ''] = EMPHASIS.exec(written) ?? [];
  if (inner === '') return undefined;
  if (/^[\s:：]*$/.test(rest)) {
    const isLabel = isPrivateLead(inner) || (!SENTENCE.test(inner) && isPrivateTitle(inner));
    return isLabel ? { makes: 'label', form: 'emphasis', isWhole: true } : undefined;
  }
  return isPrivateLead(inner) ? { makes: 'label', form: 'emphasisLead', isWhole: false } : undefined;
}

function remarkEffect(written: string): LineEffect | undefined {
  const inner = BRACKETS.exec(written)?.[1];
  if (inner !== undefined && isPrivateLabel(inner)) return { makes: 'label', form: 'plain', isWhole: true };
  const naming = privateNaming(written);
  if (naming !== 'label') return naming && BLOCK;
  return { makes: 'label', form: 'plain', isWhole: /[:：]\s*$/u.test(written) || isPrivateLabel(written) };
}

const DEFINITION = /^ {0,3}\[(\^?[^\][\s][^\][]*)\]:/;
const REFERENCE = /\[(\^?[^\][\s][^\][]*)\]/g;

/** A footnote or a link definition, by its name in lower case. */
type Definitions = ReadonlyMap<string, LineRange>;

/**
 * Returns the lines of the footnotes and link definitions that are used, but not by public text: neither directly nor
 * through a public footnote.
 */
export function privateDefinitions(note: ParsedMarkdown, ranges: readonly LineRange[]): readonly LineRange[] {
  const { lines } = note;
  const definitions = definitionsOf(note);
  const holders = new Map<number, LineRange>();
  for (const range of definitions.values()) {
    for (let line = range.line; line <= range.endLine; line++) holders.set(line, range);
  }
  const used = new Set<LineRange>();
  const open: LineRange[] = [];
  const usedIn = new Map<LineRange, LineRange[]>();
  for (let line = note.frontMatter.bodyLine; definitions.size > 0 && line < lines.count; line++) {
    const holder = holders.get(line);
    for (const [, name = ''] of lines.get(line).matchAll(REFERENCE)) {
      const definition = definitions.get(name.toLowerCase());
      if (!definition || definition === holder) continue;
      used.add(definition);
      if (isInRange(ranges, line)) continue;
      if (holder) addToGroup(usedIn, holder, definition);
      else open.push(definition);
    }
  }
  const seen = new Set<LineRange>();
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(usedIn.get(next) ?? []));
  }
  return [...used].filter((definition) => !seen.has(definition));
}

function definitionsOf(note: ParsedMarkdown): Definitions {
  const definitions = new Map<string, LineRange>();
  for (let line = note.frontMatter.bodyLine; line < note.lines.count; line++) {
    const name = DEFINITION.exec(withoutMarkers(note.lines.get(line)))?.[1]?.toLowerCase();
    if (name !== undefined && !definitions.has(name)) definitions.set(name, definitionAt(note, line, name));
  }
  return definitions;
}

/**
 * Returns the lines of the definition that begins at a line. A footnote ends before the next line that is neither blank
 * nor indented; the title of a link may be on the next line.
 */
function definitionAt({ lines }: ParsedMarkdown, line: number, name: string): LineRange {
  let endLine = line;
  let isApart = !name.startsWith('^');
  for (let next = line + 1; next < lines.count; next++) {
    const written = lines.get(next);
    const isBlank = written.trim() === '';
    isApart ||= isBlank;
    if (DEFINITION.test(written) || (isApart && !isBlank && /^\S/.test(written))) break;
    if (isBlank && !name.startsWith('^')) break;
    endLine = next;
  }
  return { line, endLine };
}
