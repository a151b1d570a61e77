import type { Block } from '../markdown/block';
import { LIST_MARKER, withoutMarkers } from '../markdown/listItem';
import { isPurpose, MeetingOutline } from '../note/meetingOutline';
import type { Section, SectionKind } from '../note/note';
import type { LineRange } from '../text/range';
import type { RedactedMeeting } from './redactedMeeting';

/** What somebody said under one heading. */
export interface RecapSection {
  /** As written; `''` for the title of the meeting and what stands before the first heading. */
  readonly title: string;
  /** 1 to 6; 0 where there is no title. */
  readonly level: number;
  /** Its own kind, else that of the section around it. */
  readonly kind: SectionKind | undefined;
  /** Lines of Markdown; none when nothing was said. */
  readonly lines: readonly string[];
}

const LABEL = new RegExp(String.raw`^[ \t]*(?:${LIST_MARKER}[ \t]+)?\*\*[^*]+\*\*:?[ \t]*$`);

/**
 * What was said in a meeting, section by section: without follow-ups, which are listed by themselves, questions that nobody
 * answered, purposes, empty bullets, and the remarks to the reader that stand as quotes under the title and among follow-ups.
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
  /** It only announces what follows: a question, or a label in bold. */
  readonly isLead: boolean;
}

class SaidLines {
  readonly #shared: RedactedMeeting;
  readonly #dropped: ReadonlySet<number>;
  readonly #quoted: ReadonlySet<number>;
  readonly #code: ReadonlySet<number>;
  readonly #itemStarts: ReadonlySet<number>;
  readonly #listed: ReadonlySet<number>;
  /** Last lines of headings and paragraphs, by their first. */
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

  /** Questions by line, but for those with an answer on the same line: these are said as they stand. */
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

  /** What leads to nothing is not written, nor a gap in a list: it would tell that something was left out. */
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
