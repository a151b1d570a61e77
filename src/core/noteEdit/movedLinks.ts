import type { Block } from '../markdown/block';
import { checkboxAt } from '../markdown/listItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { resolveLink } from '../note/links';
import { LiteralRanges } from '../taskText/literals';
import { applyEdits, type TextEdit } from '../text/edit';
import { pathBelow, relativeLink } from './relativeLinks';
import { matchAt } from '../text/strings';

/** The notes between which text is moved, as URIs. */
interface Move {
  readonly from: string;
  readonly to: string;
  /** The root folder for the paths of wiki-links. */
  readonly root?: string | undefined;
}

const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[/\\?{])/i;
const ADDRESS = /\([ \t]*(?:<([^<>\n]{1,1000})>|((?:[^()\s<\\]|\\[^\s]|\([^()\s]{0,300}\)){1,1000}))/y;
const LABEL = /\[(?!\^)([^[\]\n]{0,300})\]/y;
const WIKI_LINK = /\[\[([^[\]|\n]{1,300})(?:\|[^[\]\n]{0,300})?\]\]/y;
const FOOTNOTE = /\[\^([^\]\s]{1,100})\]/y;
const ATTRIBUTE = /\b(?:src|href)[ \t]*=[ \t]*(?:"([^"\n]{1,1000})"|'([^'\n]{1,1000})')/gi;
const DEFINITION =
  /^[ \t>]*\[([^\]\n]{1,300})\]:[ \t]*(?:<([^<>\n]{1,1000})>|(\S{1,1000}))(?:[ \t]+("[^"\n]{0,300}"|'[^'\n]{0,300}'|\([^()\n]{0,300}\)))?/gm;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** The address and the title that a reference link leads to, or the text of a footnote. */
interface Definition {
  readonly address: string;
  readonly title: string;
}

/**
 * Rewrites the links of text that moves to another note, so that they lead where they led. Reference links get the
 * address of their definition, and footnotes become links to the old note, because their definitions do not move.
 */
export class MovedLinks {
  readonly #note: ParsedMarkdown;
  readonly #move: Move;
  readonly #isSameFolder: boolean;
  #definitions: ReadonlyMap<string, Definition> | undefined;

  constructor(note: ParsedMarkdown, move: Move) {
    this.#note = note;
    this.#move = move;
    this.#isSameFolder = relativeLink(move.to, move.from)?.includes('/') === false;
  }

  /** Returns the rewritten lines among the lines of some blocks, by line number. */
  linesOf(blocks: readonly Block[]): ReadonlyMap<number, string> {
    const { text, lines } = this.#note;
    const rewritten = new Map<number, string>();
    if (this.#move.from === this.#move.to) {
      return rewritten;
    }
    for (const { kind, line, endLine, start, end } of blocks) {
      if (kind !== 'paragraph' && kind !== 'heading') continue;
      const edits = this.#editsOf(text.slice(start, end)).map((edit) => ({
        start: start + edit.start,
        end: start + edit.end,
        text: edit.text,
      }));
      for (let at = line; edits.length > 0 && at <= endLine; at++) {
        const from = lines.start(at);
        const own = lines.get(at);
        const inLine = edits.filter((edit) => edit.start >= from && edit.end <= from + own.length);
        if (inLine.length > 0) {
          rewritten.set(
            at,
            applyEdits(
              own,
              inLine.map((edit) => shifted(edit, -from)),
            ),
          );
        }
      }
    }
    return rewritten;
  }

  #editsOf(text: string): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    const literals = new LiteralRanges(text);
    const opened: number[] = [];
    let at = checkboxAt(text, 0)?.end ?? 0;
    while (at < text.length) {
      const sign = text[at];
      if (sign === '\\') {
        at += 2;
      } else if (sign === '`' || sign === '<' || sign === '%') {
        const end = literals.endAt(at);
        if (sign === '<') edits.push(...this.#attributes(text, at, end));
        at = Math.max(end, at + 1);
      } else if (sign === '[') {
        const edit = this.#wikiLink(text, at) ?? this.#footnote(text, at);
        if (edit?.text !== undefined) edits.push({ ...edit, text: edit.text });
        if (!edit) opened.push(at);
        at = edit ? edit.next : at + 1;
      } else if (sign === ']') {
        const opening = opened.pop();
        const edit = opening === undefined ? undefined : this.#link(text, { opening, closing: at });
        if (edit) edits.push(edit);
        at = Math.max(edit?.end ?? 0, at + 1);
      } else {
        at++;
      }
    }
    return edits;
  }

  /** Returns the new target of the wiki-link at an offset. Its `text` is `undefined` if the link stays as it is. */
  #wikiLink(text: string, at: number): LinkEdit | undefined {
    const match = matchAt(WIKI_LINK, text, at);
    if (!match) return undefined;
    const target = match[1] ?? '';
    const start = at + 2;
    const range = { start, end: start + target.length, next: at + match[0].length };
    const { from, root } = this.#move;
    const [path = '', ...anchor] = target.split('#');
    const isRelative = path === '' || path.startsWith('.');
    const uri = isRelative ? resolveLink({ from, link: path }) : undefined;
    const found = uri === undefined ? undefined : pathBelow(root, uri);
    return found === undefined ? range : { ...range, text: [found, ...anchor].join('#') };
  }

  #footnote(text: string, at: number): LinkEdit | undefined {
    const match = matchAt(FOOTNOTE, text, at);
    if (!match) return undefined;
    const range = { start: at, end: at + match[0].length, next: at + match[0].length };
    return this.#definition(`^${match[1] ?? ''}`)
      ? { ...range, text: `[${match[1] ?? ''}](${this.#addressOf(this.#move.from)})` }
      : range;
  }

  #link(text: string, { opening, closing }: { opening: number; closing: number }): TextEdit | undefined {
    const address = matchAt(ADDRESS, text, closing + 1);
    if (address) {
      const written = address[1] ?? address[2] ?? '';
      const start = closing + 1 + address[0].lastIndexOf(written);
      const moved = this.#moved(written);
      return moved === undefined ? undefined : { start, end: start + written.length, text: moved };
    }
    const label = matchAt(LABEL, text, closing + 1);
    const shown = text.slice(opening + 1, closing);
    const definition = this.#definition(label?.[1] === undefined || label[1] === '' ? shown : label[1]);
    if (!definition) return undefined;
    const { address: written, title } = definition;
    const moved = this.#moved(written) ?? (/\s/.test(written) ? `<${written}>` : written);
    const end = closing + 1 + (label?.[0].length ?? 0);
    return { start: closing + 1, end, text: `(${moved}${title === '' ? '' : ` ${title}`})` };
  }

  #attributes(text: string, start: number, end: number): TextEdit[] {
    return Array.from(text.slice(start, end).matchAll(ATTRIBUTE)).flatMap((match) => {
      const written = match[1] ?? match[2] ?? '';
      const moved = this.#moved(written);
      const from = start + match.index + match[0].length - 1 - written.length;
      return moved === undefined ? [] : [{ start: from, end: from + written.length, text: moved }];
    });
  }

  /** Returns an address for the new note, or `undefined` if it leads to the same place as it is. */
  #moved(written: string): string | undefined {
    const address = written.replace(ESCAPE, '$1');
    if (ELSEWHERE.test(address) || (this.#isSameFolder && !address.startsWith('#'))) {
      return undefined;
    }
    const suffix = /[?#].*$/s.exec(address)?.[0] ?? '';
    const uri = resolveLink({ from: this.#move.from, link: address.slice(0, address.length - suffix.length) });
    return uri === undefined ? undefined : this.#addressOf(uri) + suffix;
  }

  #addressOf(uri: string): string {
    return relativeLink(this.#move.to, uri) ?? uri;
  }

  #definition(label: string): Definition | undefined {
    this.#definitions ??= definitionsIn(this.#note);
    return this.#definitions.get(labelKey(label));
  }
}

/** The range of a link's target, its new text, and the offset after the link. */
interface LinkEdit {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
  readonly next: number;
}

function definitionsIn({ text, blocks }: ParsedMarkdown): ReadonlyMap<string, Definition> {
  const found = new Map<string, Definition>();
  for (const { kind, start, end } of blocks) {
    if (kind !== 'paragraph') continue;
    for (const match of text.slice(start, end).matchAll(DEFINITION)) {
      const key = labelKey(match[1] ?? '');
      if (!found.has(key)) found.set(key, { address: match[2] ?? match[3] ?? '', title: match[4] ?? '' });
    }
  }
  return found;
}

/** Labels of references match without regard to case and white space. */
function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function shifted({ start, end, text }: TextEdit, by: number): TextEdit {
  return { start: start + by, end: end + by, text };
}
