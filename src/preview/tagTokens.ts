import type { Env, StateCore, Token } from 'markdown-it';
import type { Uri } from 'vscode';
import type { CivilDate } from '../core/dates/civilDate';
import type { FollowUp } from '../core/followUp/followUp';
import type { Note, Prompt } from '../core/note/note';
import { ParsedNote } from '../core/note/parsedNote';
import { isInRange, type LineRange } from '../core/text/range';
import type { WordText } from '../core/text/message';

/** The functions of the extension used by the preview. */
export interface PreviewReader {
  /** Reads a Markdown text as a note. Without a URI, only its own content determines whether it is a 1:1 note. */
  read(text: string, uri: Uri | undefined): Note;
  today(): CivilDate;
  /** Checks whether a person with this name is known. */
  isPerson(name: string): boolean;
  /** Whether private parts are left out now. */
  hidesPrivate(): boolean;
  /** Words a text in the language of the reader. */
  readonly word: WordText;
}

/** A 1:1 note with access by line. */
export interface ShownNote {
  readonly isPrivate: boolean;
  followUpAt(line: number): FollowUp | undefined;
  promptAt(line: number): Prompt | undefined;
}

/**
 * The source text of tokens. Its file is known only at rendering time, so the note is read then, and again only for
 * another file.
 */
class ShownText {
  readonly #text: string;
  readonly #reader: PreviewReader;
  #drawn: { readonly place: string | undefined; readonly read: Note; readonly note: ShownNote | undefined } | undefined;

  constructor(text: string, reader: PreviewReader) {
    this.#text = text;
    this.#reader = reader;
  }

  get reader(): PreviewReader {
    return this.#reader;
  }

  /** Returns the 1:1 note, or `undefined` for other files. `env` is the environment from VS Code's renderer. */
  noteIn(env: Env | undefined): ShownNote | undefined {
    return this.#readIn(env).note;
  }

  /** Returns the private lines of any file, or `all` for a private file. */
  privateLinesIn(env: Env | undefined): readonly LineRange[] | 'all' {
    return this.#readIn(env).read.private ? 'all' : new ParsedNote(this.#text).privateLines;
  }

  #readIn(env: Env | undefined): { readonly read: Note; readonly note: ShownNote | undefined } {
    const uri = env?.currentDocument as Uri | undefined;
    const place = uri?.toString();
    if (!this.#drawn || this.#drawn.place !== place) {
      const read = this.#reader.read(this.#text, uri);
      this.#drawn = { place, read, note: shown(read) };
    }
    return this.#drawn;
  }
}

function shown({ meetings, followUps, private: isPrivate }: Note): ShownNote | undefined {
  if (meetings.length === 0) return undefined;
  const followUpsByLine = new Map(followUps.map((followUp) => [followUp.line, followUp]));
  const prompts = meetings.flatMap(({ sections }) => sections.flatMap((section) => section.prompts));
  const promptsByLine = new Map(prompts.map((prompt) => [prompt.line, prompt]));
  return {
    isPrivate,
    followUpAt: (line) => followUpsByLine.get(line),
    promptAt: (line) => promptsByLine.get(line),
  };
}

/** Types of the tokens around private parts. They render nothing in other files. */
export const PRIVATE_OPEN = 'one_on_one_private_open';
export const PRIVATE_CLOSE = 'one_on_one_private_close';

/** Wraps private blocks in two tokens. A partly private block is wrapped as a whole. */
function wrapPrivateRegions(state: StateCore): void {
  const ranges = new ParsedNote(state.src).privateLines;
  if (ranges.length === 0) return;
  const wrapped: Token[] = [];
  let isInside = false;
  for (const token of state.tokens) {
    const isTopLevel = token.level === 0 && token.nesting >= 0;
    const isPrivate: boolean = isTopLevel ? touches(ranges, token.map) : isInside;
    if (isPrivate !== isInside) wrapped.push(border(state, isPrivate));
    isInside = isPrivate;
    wrapped.push(token);
  }
  if (isInside) wrapped.push(border(state, false));
  state.tokens = wrapped;
}

function border(state: StateCore, isOpening: boolean): Token {
  const token = new state.Token(isOpening ? PRIVATE_OPEN : PRIVATE_CLOSE, 'section', isOpening ? 1 : -1);
  token.block = true;
  return token;
}

/** The tokens whose parts are left out one by one. */
const LISTS: ReadonlySet<string> = new Set(['bullet_list_open', 'ordered_list_open']);
const ITEMS: ReadonlySet<string> = new Set(['list_item_open', 'blockquote_open']);

/**
 * Returns the tokens outside private lines. A block that is partly private is left out as a whole, a list item by item.
 */
export function publicTokens(tokens: readonly Token[], ranges: readonly LineRange[]): readonly Token[] {
  let leftOut: number | undefined;
  return tokens.filter(({ type, map, level, nesting }) => {
    if (leftOut !== undefined) {
      if (nesting < 0 && level === leftOut) leftOut = undefined;
      return false;
    }
    if (type === PRIVATE_OPEN || type === PRIVATE_CLOSE) return false;
    const isPublic =
      !touches(ranges, map) || LISTS.has(type) || (ITEMS.has(type) && map !== null && !isInRange(ranges, map[0]));
    if (!isPublic && nesting > 0) leftOut = level;
    return isPublic;
  });
}

function touches(ranges: readonly LineRange[], map: Token['map']): boolean {
  return map !== null && ranges.some(({ line, endLine }) => map[0] <= endLine && map[1] > line);
}

/** The data needed to render a token. */
export interface Tag {
  readonly source: ShownText;
  /** The first line of the token's block, or of its list item for text. */
  readonly line: number;
  /** Whether the token begins the text of a list item. */
  readonly isFirst: boolean;
}

/**
 * Tags by token. They are not stored on tokens, because VS Code sends tokens with all their data to another process.
 */
export type Tags = WeakMap<Token, Tag>;

/** Type of the first token, which renders the banner of a private note. */
export const BANNER = 'one_on_one_banner';

const OWN: ReadonlySet<string> = new Set([BANNER, PRIVATE_OPEN, PRIVATE_CLOSE]);

/** Tags the tokens with a possible custom rendering, and adds tokens that render nothing in other files. */
export function tagTokens(state: StateCore, reader: PreviewReader, tags: Tags): void {
  const source = new ShownText(state.src, reader);
  wrapPrivateRegions(state);
  state.tokens.unshift(new state.Token(BANNER, 'p', 0));
  for (const [index, token] of state.tokens.entries()) {
    const line = token.map?.[0] ?? 0;
    const isInItem = (back: number) => state.tokens[index - back]?.type === 'list_item_open';
    if (isBlockToTag(token) && !isInItem(1)) {
      tags.set(token, { source, line, isFirst: false });
    } else if (token.type === 'inline' && isInItem(2)) {
      tagTexts(token.children ?? [], { source, line }, tags);
    }
  }
}

function isBlockToTag({ type }: Token): boolean {
  return type === 'heading_open' || type === 'paragraph_open' || type === 'list_item_open' || OWN.has(type);
}

/** Tags text tokens outside links. */
function tagTexts(children: readonly Token[], of: Omit<Tag, 'isFirst'>, tags: Tags): void {
  let links = 0;
  for (const [index, child] of children.entries()) {
    if (child.type === 'link_open') links++;
    else if (child.type === 'link_close') links--;
    else if (child.type === 'text' && links === 0) tags.set(child, { ...of, isFirst: index === 0 });
  }
}
