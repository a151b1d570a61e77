import type { CivilDate } from '../dates/civilDate';
import type { Plan } from '../text/edit';
import { bold, escapeMarkdown, italic, oneLine, yamlScalar } from './escape';

/** A section of a note to be written. */
export interface NoteSection {
  readonly title: string;
  /** One line in italics under the heading. */
  readonly purpose?: string | undefined;
  /** In asking order. A section without any is one where both sides bring something. */
  readonly questions: readonly string[];
}

/** All that stands in a new note, or in a new entry of a log. Lines are whole lines of Markdown without line ends. */
export interface NoteContent {
  /** As typed. */
  readonly person: string;
  readonly date: CivilDate;
  /** Id of the framework that the front matter names. */
  readonly framework?: string | undefined;
  readonly sections: readonly NoteSection[];
  /** Parked lines, which stand before the empty bullet. */
  readonly agenda: readonly string[];
  readonly followUps: readonly string[];
  /** Stand under *Private*, a heading that is made for them. */
  readonly privateFollowUps: readonly string[];
  /** Whether there is a *Private* section in any case. */
  readonly hasPrivateSection: boolean;
  /** A remark to the reader, as a block quote before the agenda: nobody's answer, and counted as nobody's words. */
  readonly hint?: string | undefined;
  /** The same above the follow-ups. */
  readonly followUpsHint?: string | undefined;
}

/** Lines to write, and the one of them where the cursor belongs, at its end. */
export interface NoteBody {
  readonly lines: readonly string[];
  readonly cursorLine: number;
}

/** The sections of a note, with headings of `level`: agenda, follow-ups, what the framework asks, private. */
export function noteBody(content: NoteContent, level: number): NoteBody {
  const heading = (title: string) => [`${'#'.repeat(level)} ${title}`];
  const { agenda, followUps, privateFollowUps } = content;
  const opening = [...quoted(content.hint), heading('Agenda'), [...agenda, '- ']];
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

function sectionBlocks({ purpose, questions }: NoteSection, person: string): string[][] {
  const intro = purpose === undefined ? [] : [[italic(purpose)]];
  const forBoth = questions.length > 0 ? [] : [[`**${escapeMarkdown(person)}**`], ['- '], ['**Me**'], ['- ']];
  return [...intro, ...questions.map((question) => [bold(question)]), ...forBoth];
}

/** Blocks with one empty line between them; empty ones are left out. */
function separated(blocks: readonly (readonly string[])[]): string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

function quoted(words: string | undefined): string[][] {
  return words === undefined ? [] : [[`> ${oneLine(words)}`]];
}

/** Whole lines of Markdown that come along into a new note. */
export type CarriedLines = Pick<NoteContent, 'agenda' | 'followUps' | 'privateFollowUps' | 'followUpsHint'>;

/** How the note comes to be, and where the cursor belongs in it. */
export interface PlannedNote {
  readonly plan: Plan;
  readonly uri: string;
  /** Offset in the note once it is written. */
  readonly cursor: number;
}

/** A note, whole. */
export interface ComposedNote {
  readonly text: string;
  /** Offset of the place to type: behind the empty bullet of the agenda. */
  readonly cursor: number;
}

/** A new note in a file of its own: front matter, title, and what stands in it. Ends with a line end. */
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
