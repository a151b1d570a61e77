import type { CivilDate } from '../dates/civilDate';
import type { Plan } from '../text/edit';
import { bold, escapeMarkdown, italic, oneLine, yamlScalar } from './escape';

/** A section of a new note. */
export interface NoteSection {
  readonly title: string;
  /** The purpose, written in italics under the heading. */
  readonly purpose?: string | undefined;
  /** Earlier words to begin with, as Markdown in a block quote. */
  readonly quote?: string | undefined;
  /** The questions in order. A section without questions has a list for each side instead. */
  readonly questions: readonly string[];
}

/** The content of a new note or a new log entry. Lines are Markdown lines without line ends. */
export interface NoteContent {
  /** The person's name as typed. */
  readonly person: string;
  readonly date: CivilDate;
  /** Id of the framework for the front matter. */
  readonly framework?: string | undefined;
  readonly sections: readonly NoteSection[];
  /** Parked lines, inserted before the empty bullet. */
  readonly agenda: readonly string[];
  readonly followUps: readonly string[];
  /** Follow-ups for the *Private* section, which is created for them. */
  readonly privateFollowUps: readonly string[];
  /** Whether to create the *Private* section even if it is empty. */
  readonly hasPrivateSection: boolean;
  /** A hint for the reader, in a block quote above the follow-ups. */
  readonly followUpsHint?: string | undefined;
}

/** The lines of a note, and the line with the cursor, which is placed at its end. */
export interface NoteBody {
  readonly lines: readonly string[];
  readonly cursorLine: number;
}

/**
 * Returns the sections of a note with headings of the given level: agenda, follow-ups, the framework's sections,
 * private.
 */
export function noteBody(content: NoteContent, level: number): NoteBody {
  const heading = (title: string) => [`${'#'.repeat(level)} ${title}`];
  const { agenda, followUps, privateFollowUps } = content;
  const opening = [heading('Agenda'), [...agenda, '- ']];
  const isPrivate = content.hasPrivateSection || privateFollowUps.length > 0;
  const blocks = [
    ...opening,
    heading('Follow-ups'),
    ...quoted(content.followUpsHint),
    followUps,
    ...content.sections.flatMap((section) => [
      heading(escapeMarkdown(section.title)),
      ...sectionBlocks(section, content.person),
    ]),
    ...(isPrivate ? [heading('Private'), privateFollowUps] : []),
  ];
  return { lines: separated(blocks), cursorLine: separated(opening).length - 1 };
}

function sectionBlocks({ purpose, quote, questions }: NoteSection, person: string): string[][] {
  const intro = purpose === undefined ? [] : [[italic(purpose)]];
  const forBoth = questions.length > 0 ? [] : [[`**${escapeMarkdown(person)}**`], ['- '], ['**Me**'], ['- ']];
  return [...intro, ...quoted(quote), ...questions.map((question) => [bold(question)]), ...forBoth];
}

/** Returns the lines of all blocks with an empty line between them. Empty blocks are omitted. */
function separated(blocks: readonly (readonly string[])[]): string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

function quoted(words: string | undefined): string[][] {
  return words === undefined ? [] : [[`> ${oneLine(words)}`]];
}

/** Markdown lines that are carried into a new note. */
export type CarriedLines = Pick<NoteContent, 'agenda' | 'followUps' | 'privateFollowUps' | 'followUpsHint'>;

/** The plan for a new note, and the cursor position in it. */
export interface PlannedNote {
  readonly plan: Plan;
  readonly uri: string;
  /** Offset of the cursor in the note once it is written. */
  readonly cursor: number;
}

/** The full text of a new note, and the cursor position in it. */
export interface ComposedNote {
  readonly text: string;
  /** Offset after the empty bullet of the agenda. */
  readonly cursor: number;
}

/** Returns a new note for its own file: front matter, title and sections. It ends with a line end. */
export function composeNote(content: NoteContent, lineEnd: '\n' | '\r\n' = '\n'): ComposedNote {
  const person = oneLine(content.person);
  const head = [
    '---',
    'type: 1on1',
    `person: ${yamlScalar(person)}`,
    `date: ${content.date}`,
    ...(content.framework === undefined ? [] : [`framework: ${yamlScalar(content.framework)}`]),
    '---',
    '',
    `# ${escapeMarkdown(person)}, ${content.date}`,
    '',
  ];
  const { lines, cursorLine } = noteBody(content, 2);
  const all = [...head, ...lines, ''];
  return { text: all.join(lineEnd), cursor: all.slice(0, head.length + cursorLine + 1).join(lineEnd).length };
}
