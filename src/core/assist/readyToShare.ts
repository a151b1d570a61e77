import { type ParsedNote, unclosedBlocks } from '../note/parsedNote';
import { isPrivatePath } from '../note/privateProperties';
import type { TextEdit } from '../text/edit';
import type { LineProblem } from '../text/lines';
import { type Message, message } from '../text/message';
import { decodeUriPart } from '../text/strings';

/** Text that is better changed before others get the note: privacy in doubt, or a link into a private folder. */
export interface SharingDiagnostic extends LineProblem {
  readonly kind: 'sharing';
  /** Range in the note, within one line. */
  readonly start: number;
  readonly end: number;
  readonly fix?: { readonly title: Message; readonly edits: readonly TextEdit[] } | undefined;
}

/** Matches a Markdown link: its words and its target, before a title. */
const LINK = /\[([^[\]\r\n]{0,200})\]\(<?([^()<>\s]{1,300})>?(?:[ \t][^()\r\n]{0,100})?\)/g;
const WIKI_LINK = /\[\[([^[\]|\r\n]{1,300})(?:\|([^[\]\r\n]{0,300}))?\]\]/g;
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|#)/i;
const OPENING = /^\s*<!--\s*private\s*-->\s*$/i;
/** Matches a heading without a blank, or with an indent that makes it code. */
const NEAR_HEADING = /^(\s*)(#{1,6})[ \t]*(?=[^#\s])/;

/** Returns what to change before a note is shared. Links count only in a note that two people read. */
export function sharingDiagnostics(
  note: ParsedNote,
  isRead: { readonly byBoth: boolean },
): readonly SharingDiagnostic[] {
  // Conflicts have diagnostics of their own.
  const doubts = [...note.privacy.doubts, ...unclosedBlocks(note)].filter(
    ({ line }) => !note.conflicts.some((conflict) => conflict.line === line),
  );
  return [...doubts.map((doubt) => inDoubt(note, doubt)), ...(isRead.byBoth ? privateLinks(note) : [])];
}

function inDoubt({ text, lines }: ParsedNote, { line, message: problem }: LineProblem): SharingDiagnostic {
  const written = lines.get(line).trimEnd();
  const start = lines.start(line);
  const [near, , hashes = ''] = NEAR_HEADING.exec(written) ?? [];
  const closing = `${text.endsWith('\n') ? '' : '\n'}\n<!-- /private -->\n`;
  const fix = OPENING.test(written)
    ? { title: message('fix.closePrivate'), edits: [{ start: text.length, end: text.length, text: closing }] }
    : near === undefined
      ? undefined
      : { title: message('fix.makeHeading'), edits: [{ start, end: start + near.length, text: `${hashes} ` }] };
  return { kind: 'sharing', line, message: problem, start, end: start + written.length, fix };
}

function* privateLinks(note: ParsedNote): Generator<SharingDiagnostic> {
  const { text, lines } = note;
  if (!text.includes('](') && !text.includes('[[')) return;
  for (let line = note.frontMatter.bodyLine; line < lines.count; line++) {
    const written = lines.get(line);
    if (!written.includes('](') && !written.includes('[[')) continue;
    for (const { at, whole, words, target } of linksIn(written)) {
      if (EXTERNAL.test(target) || !isPrivatePath(decodeUriPart(target.replace(/#.*/, '')))) continue;
      if (note.isPrivateLine(line) || note.isHidden(line)) continue;
      const start = lines.start(line) + at;
      const end = start + whole.length;
      const fix = { title: message('fix.unlink'), edits: [{ start, end, text: words }] };
      yield { kind: 'sharing', line, message: message('share.privateLink'), start, end, fix };
    }
  }
}

/** A link of a line: its offset, and its parts as written. */
interface WrittenLink {
  readonly at: number;
  readonly whole: string;
  readonly words: string;
  readonly target: string;
}

function linksIn(line: string): readonly WrittenLink[] {
  const links = Array.from(line.matchAll(LINK), ({ 0: whole, 1: words = '', 2: target = '', index }) => {
    return { at: index, whole, words, target };
  });
  const wikiLinks = Array.from(line.matchAll(WIKI_LINK), ({ 0: whole, 1: target = '', 2: words, index }) => {
    return { at: index, whole, words: words ?? target, target };
  });
  return [...links, ...wikiLinks];
}

/** A diagnostic of any kind, as far as sharing is concerned. */
type Found = LineProblem & { readonly kind: string; readonly isOwn?: true };

/** Returns what to fix before a note is shared, given its diagnostics: also an unclear `@me`, and Git conflicts. */
export function problemsBeforeSharing(found: readonly Found[]): readonly LineProblem[] {
  return found.filter(({ kind, isOwn }) => kind === 'sharing' || kind === 'conflicts' || isOwn === true);
}
