import type { Block } from '../markdown/block';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { LIST_MARKER, withoutMarkers } from '../markdown/listItem';
import { isPurpose, MeetingOutline } from '../note/meetingOutline';
import type { Section, SectionKind } from '../note/note';
import { chartRegions, ratingsLines } from '../note/ratings';
import { hasLine, type LineRange } from '../text/range';
import { type RedactedMeeting, redactedMeeting, type ShareRefusal } from './redact';
import type { Framework } from '../frameworks/framework';
import { plainText, shorten } from '../markdown/plainText';
import { plainTitle } from '../note/sections';
import type { NoteFile, ReadingRules } from '../note/readingRules';

/** The content of one section in a recap. */
export interface RecapSection {
  /** The title as written, or `''` for the title of the meeting and the lines before the first heading. */
  readonly title: string;
  /** The heading level from 1 to 6, or 0 without a title. */
  readonly level: number;
  /** The section's own kind, or else the kind of the enclosing section. */
  readonly kind: SectionKind | undefined;
  /** Lines of Markdown. Empty if the section has no content. */
  readonly lines: readonly string[];
}

const LABEL = new RegExp(String.raw`^[ \t]*(?:${LIST_MARKER}[ \t]+)?\*\*[^*]+\*\*:?[ \t]*$`);

/**
 * Returns the content of a meeting by section. It omits follow-ups (listed separately), unanswered questions, purposes,
 * empty bullets, and quotes under the title and in follow-up sections.
 */
export function recapSections(shared: RedactedMeeting): readonly RecapSection[] {
  const reader = new SaidLines(shared);
  const outline = MeetingOutline.of(shared.meeting);
  const kindOf = (section: Section | undefined): SectionKind | undefined =>
    section && (section.kind ?? kindOf(outline.parentOf(section)));
  return outline.parts.map((section) => {
    const isSection = outline.isSection(section);
    const kind = kindOf(section);
    return {
      title: isSection ? section.title.trim() : '',
      level: isSection ? section.level : 0,
      kind,
      lines: reader.of(section, !isSection || kind === 'followUps' || kind === 'mine' || kind === 'theirs'),
    };
  });
}

interface SaidLine {
  readonly text: string;
  readonly line: number;
  readonly isAfterBlank: boolean;
  /** Whether the line only introduces the next one: a question, or a bold label. */
  readonly isLead: boolean;
}

class SaidLines {
  readonly #shared: RedactedMeeting;
  readonly #dropped: ReadonlySet<number>;
  readonly #quoted: ReadonlySet<number>;
  readonly #code: ReadonlySet<number>;
  readonly #itemStarts: ReadonlySet<number>;
  readonly #listed: ReadonlySet<number>;
  /** Last line of each heading and paragraph, by its first line. */
  readonly #ends: ReadonlyMap<number, number>;

  constructor(shared: RedactedMeeting) {
    const { followUps } = shared;
    const { blocks } = shared.note;
    const within = (wanted: (block: Block) => boolean): Set<number> => new Set(blocks.filter(wanted).flatMap(linesIn));
    const items = blocks.filter(({ kind }) => kind === 'item');
    const leaves = blocks.filter(({ kind }) => kind === 'heading' || kind === 'paragraph');
    this.#shared = shared;
    this.#dropped = within(({ kind, line }) => kind === 'break' || (kind === 'item' && followUps.has(line)));
    this.#quoted = within(({ kind }) => kind === 'quote');
    this.#code = within(({ kind }) => kind === 'code');
    this.#itemStarts = new Set(items.map(({ line }) => line));
    this.#listed = new Set(items.flatMap(linesIn));
    this.#ends = new Map(leaves.map(({ line, endLine }) => [line, endLine]));
  }

  of(section: Section, isWithoutQuotes: boolean): string[] {
    const { lines, frontMatter } = this.#shared.note;
    const questions = this.#questionsIn(section);
    const said: SaidLine[] = [];
    let isAfterBlank = false;
    const from = section.level === 0 ? frontMatter.bodyLine : this.#endOf(section.line) + 1;
    for (let line = from; line <= Math.min(section.endLine, lines.count - 1); line++) {
      const text = lines.get(line);
      const isCode = this.#code.has(line);
      isAfterBlank ||= text.trim() === '' && !isCode;
      const isSaid =
        isCode || !(withoutMarkers(text).trim() === '' || (said.length === 0 && isPurpose(text.trimEnd())));
      const isLeftOut = this.#dropped.has(line) || (isWithoutQuotes && this.#quoted.has(line));
      const question = questions.get(line);
      if (isSaid && !isLeftOut && question !== 'unanswered') {
        said.push({ text, line, isAfterBlank, isLead: question === 'lead' || (!isCode && LABEL.test(text)) });
        isAfterBlank = false;
      }
    }
    return this.#written(said);
  }

  /** Returns the lines of questions, except those answered on the same line, which are shared as written. */
  #questionsIn({ prompts }: Section): ReadonlyMap<number, 'unanswered' | 'lead'> {
    return new Map(
      prompts
        .filter(
          ({ answered, answerLine, answerEndLine, line }) => !answered || answerLine > line || answerEndLine > line,
        )
        .flatMap(({ line, answered, answerLine }) => {
          const endLine = answered ? Math.min(this.#endOf(line), Math.max(line, answerLine - 1)) : this.#endOf(line);
          return linesIn({ line, endLine }).map((each) => [each, answered ? 'lead' : 'unanswered'] as const);
        }),
    );
  }

  #endOf(line: number): number {
    return this.#ends.get(line) ?? line;
  }

  /** Omits leads without content after them, and blank lines within a list, which would reveal an omission. */
  #written(said: readonly SaidLine[]): string[] {
    const shown = said.filter(({ isLead }, index) => !isLead || said[index + 1]?.isLead === false);
    return shown.flatMap(({ text, line, isAfterBlank }, index) => {
      const before = shown[index - 1];
      const isNext = before !== undefined && this.#itemStarts.has(line) && this.#listed.has(before.line);
      return isAfterBlank && before && !isNext ? ['', text] : [text];
    });
  }
}

function linesIn({ line, endLine }: LineRange): number[] {
  return Array.from({ length: Math.max(0, endLine - line + 1) }, (_, index) => line + index);
}

/** A section of a meeting, as the user decides about it before sharing. */
export interface ShareableSection extends LineRange {
  /** The heading, or `''` for the text before the first section. */
  readonly title: string;
  /** The beginning of its public text. */
  readonly words: string;
  /** Number of public lines. */
  readonly count: number;
  /**
   * The reason why it is shared only if the user selects it: no framework and no new note has its heading, or it rates
   * challenge and skill.
   */
  readonly heldBack?: 'unknown' | 'rated';
}

const LONGEST_WORDS = 60;

/** Returns the sections of a meeting with public text. Refuses like the sharing itself. */
export function shareableSections(
  file: NoteFile,
  which: number,
  rules: ReadingRules,
  frameworks: readonly Framework[],
): readonly ShareableSection[] | ShareRefusal {
  const shared = redactedMeeting(file, which, rules);
  if ('refused' in shared) return shared;
  const { meeting, note } = shared;
  const outline = MeetingOutline.of(meeting);
  const titles = knownTitles(frameworks);
  // The markers of a chart are comments, which only the note as written has. The lines are the same.
  const written = new ParsedMarkdown(file.text);
  const rated = [...ratingsLines(written), ...chartRegions(written)];
  return outline.parts.flatMap((part): ShareableSection[] => {
    const { line, endLine, kind } = part;
    const isSection = outline.isSection(part);
    const lines = note.lines
      .slice(part.level > 0 ? line + 1 : Math.max(line, note.frontMatter.bodyLine), endLine)
      .map((each) => plainText(withoutMarkers(each)).trim())
      .filter((each) => each !== '');
    const [words = ''] = lines;
    if (words === '') return [];
    const isKnown = isSection && (kind === 'agenda' || kind === 'followUps' || titles.has(plainTitle(part.title)));
    const isRated = rated.some((each) => hasLine(part, each.line));
    return [
      {
        line,
        endLine,
        title: isSection ? part.title.trim() : '',
        words: shorten(words, LONGEST_WORDS),
        count: lines.length,
        ...(isRated ? { heldBack: 'rated' } : !isKnown && { heldBack: 'unknown' }),
      },
    ];
  });
}

function knownTitles(frameworks: readonly Framework[]): ReadonlySet<string> {
  const sections = frameworks.flatMap((framework) => framework.sections);
  return new Set(sections.flatMap(({ title, headings }) => [title, ...headings]).map(plainTitle));
}
