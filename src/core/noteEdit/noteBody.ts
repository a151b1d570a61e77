import type { CivilDate } from '../dates/civilDate';
import { readFrontMatter } from '../markdown/frontMatter';
import { namedParticipants } from '../note/identity';
import { type Plan, lineEndOf } from '../text/edit';
import { bold, escapeMarkdown, italic, oneLine, yamlScalar } from './escape';
import { TextLines } from '../text/lines';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { ParsedNote } from '../note/parsedNote';
import { MeetingOutline } from '../note/meetingOutline';

/** A section of a new note. */
export interface NoteSection {
  readonly title: string;
  /** The purpose, written in italics under the heading. */
  readonly purpose?: string | undefined;
  /** Earlier words to begin with, as Markdown in a block quote. */
  readonly quote?: string | undefined;
  /** Whether the section ends with an empty checkbox, so that the talk ends in follow-ups. */
  readonly followUps?: boolean | undefined;
  /** The questions in order. A section without questions has a list for each side instead. */
  readonly questions: readonly string[];
}

/** The content of a new note or a new log entry. Lines are Markdown lines without line ends. */
export interface NoteContent {
  /** The person's name as typed. */
  readonly person: string;
  /** The name of the third participant, in a meeting of the reader with two others. */
  readonly third?: string | undefined;
  /** The reader's name, if it is known. The note then names both people, so that either of them can read it. */
  readonly reader?: string | undefined;
  /** Whether the reader is the report of the person, whose list comes first. */
  readonly isUpward?: boolean;
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
interface NoteBody {
  readonly lines: readonly string[];
  readonly cursorLine: number;
}

/**
 * Returns the sections of a note with headings of the given level: agenda, follow-ups, the framework's sections,
 * private.
 */
export function noteBody(content: NoteContent, level: number): NoteBody {
  const heading = (title: string) => [`${'#'.repeat(level)} ${title}`];
  const { agenda, followUps, privateFollowUps, reader } = content;
  const own = [...agenda, '- '];
  const lists = reader === undefined ? [own] : listsOfSides(content, reader, own);
  const opening = [heading('Agenda'), ...lists];
  const before = opening.slice(0, lists.indexOf(own) + 2);
  const isPrivate = content.hasPrivateSection || privateFollowUps.length > 0;
  const blocks = [
    ...opening,
    heading('Follow-ups'),
    ...quoted(content.followUpsHint),
    followUps,
    ...content.sections.flatMap((section) => [
      heading(escapeMarkdown(section.title)),
      ...sectionBlocks(section, content),
    ]),
    ...(isPrivate ? [heading('Private'), privateFollowUps] : []),
  ];
  return { lines: separated(blocks), cursorLine: separated(before).length - 1 };
}

/** Returns a list for each participant below the name, the report's first. `own` is the list of the reader. */
function listsOfSides(
  { person, third, isUpward }: NoteContent,
  reader: string,
  own: readonly string[],
): (readonly string[])[] {
  const ofPerson = [person, ...(third === undefined ? [] : [third])].flatMap((name) => [
    [`**${escapeMarkdown(name)}**`],
    ['- '],
  ]);
  const ofReader = [[`**${escapeMarkdown(reader)}**`], own];
  return isUpward ? [...ofReader, ...ofPerson] : [...ofPerson, ...ofReader];
}

function sectionBlocks(
  { purpose, quote, questions, followUps }: NoteSection,
  content: NoteContent,
): (readonly string[])[] {
  const intro = purpose === undefined ? [] : [[italic(purpose)]];
  const forBoth = questions.length > 0 ? [] : listsOfSides(content, content.reader ?? 'Me', ['- ']);
  const toDo = followUps === true ? [['- [ ] ']] : [];
  return [...intro, ...quoted(quote), ...questions.map((question) => [bold(question)]), ...forBoth, ...toDo];
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
  /** Offset after the empty bullet of the reader's agenda. */
  readonly cursor: number;
}

/** Returns the front matter line and the title with the people of a new note. */
export function namedPeople({ person, third, reader }: NoteContent): {
  readonly property: string;
  readonly title: string;
} {
  const names = [person, third, reader].filter((name) => name !== undefined).map(oneLine);
  const list = `people: [${names.map((name) => yamlScalar(name)).join(', ')}]`;
  // Some names, such as a list of several, can only be written alone.
  const isReadBack = namesInYaml(list).join('\n') === names.join('\n');
  const [first = ''] = names;
  return names.length > 1 && isReadBack
    ? { property: list, title: titleOf(names.map(escapeMarkdown)) }
    : { property: `person: ${yamlScalar(first)}`, title: escapeMarkdown(first) };
}

function titleOf(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

function namesInYaml(line: string): readonly string[] {
  return namedParticipants(readFrontMatter(`---\n${line}\n---\n`)).map(({ name }) => name);
}

/** Returns a new note for its own file: front matter, title and sections. It ends with a line end. */
export function composeNote(content: NoteContent, lineEnd: '\n' | '\r\n' = '\n'): ComposedNote {
  const { property, title } = namedPeople(content);
  const head = [
    '---',
    'type: 1on1',
    property,
    `date: ${content.date}`,
    ...(content.framework === undefined ? [] : [`framework: ${yamlScalar(content.framework)}`]),
    '---',
    '',
    `# ${title}, ${content.date}`,
    '',
  ];
  const { lines, cursorLine } = noteBody(content, 2);
  const all = [...head, ...lines, ''];
  return { text: all.join(lineEnd), cursor: all.slice(0, head.length + cursorLine + 1).join(lineEnd).length };
}

/** A part of inserted text: literal text or a tab stop. Tab stops count from 1; 0 is the last one. */
export type InsertedPart = { readonly text: string } | { readonly stop: number };

/** The cursor position in a Markdown file. */
export interface CursorPlace {
  readonly text: string;
  readonly line: number;
  /** Lines of headings that contain sections besides the title: the dated headings of a log. */
  readonly holders: readonly number[];
}

const STOP: InsertedPart = { stop: 1 };

/**
 * Returns the parts of a framework's section: a tab stop under each question, or a list for each side if it has no
 * questions.
 */
export function sectionParts(section: NoteSection, place: CursorPlace, person: string): readonly InsertedPart[] {
  const { title, purpose, questions } = section;
  const sides = questions.length > 0 ? [] : [escapeMarkdown(person), 'Me'];
  return inserted(
    [
      [{ text: `${'#'.repeat(levelAt(place))} ${escapeMarkdown(title)}` }],
      ...(purpose === undefined ? [] : [[{ text: italic(purpose) }]]),
      ...asked(questions),
      ...sides.flatMap((side) => [[{ text: `**${side}**` }], [{ text: '- ' }, STOP]]),
    ],
    place,
  );
}

/** Returns the parts of questions without a heading, with a tab stop under each. */
export function questionParts(questions: readonly string[], place: CursorPlace): readonly InsertedPart[] {
  return inserted(asked(questions), place);
}

/** Returns the parts of a block of lines, such as a block quote, separated from the text around the cursor. */
export function quoteParts(lines: readonly string[], place: CursorPlace): readonly InsertedPart[] {
  return inserted([[{ text: lines.join(lineEndOf(place.text)) }]], place);
}

/** Tests whether a block inserted after the cursor's line would be private. */
export function isPrivatePlace({ text, line }: CursorPlace): boolean {
  const lines = new TextLines(text);
  const end = lines.start(line) + lines.get(line).length;
  const lineEnd = lineEndOf(text);
  const inserted = text.slice(0, end) + lineEnd + lineEnd + '> -' + lineEnd + text.slice(end);
  return new ParsedNote(inserted).isPrivateLine(line + 2);
}

/** Returns the level for a heading inserted at the cursor. */
export function levelAt({ text, line, holders }: CursorPlace): number {
  return MeetingOutline.inText(new ParsedMarkdown(text)).levelAt(line, holders);
}

function asked(questions: readonly string[]): InsertedPart[][] {
  return questions.flatMap((question) => [[{ text: bold(question) }], [STOP]]);
}

/**
 * Returns the parts of all blocks, separated by empty lines from each other and from the text around the cursor, with
 * numbered tab stops.
 */
function inserted(blocks: readonly (readonly InsertedPart[])[], place: CursorPlace): readonly InsertedPart[] {
  const lineEnd = lineEndOf(place.text);
  const gap = lineEnd + lineEnd;
  const parts = blocks.flatMap((block, index) => (index === 0 ? block : [{ text: gap }, ...block]));
  const { before, after } = emptyLinesAround(place);
  const all = [{ text: lineEnd.repeat(before) }, ...parts, { text: lineEnd.repeat(after) }];
  const last = all.findLastIndex((part) => 'stop' in part);
  let stops = 0;
  return all
    .map((part, index) => ('stop' in part ? { stop: index === last ? 0 : ++stops } : part))
    .filter((part) => !('text' in part) || part.text !== '');
}

/** Returns the number of line ends needed to separate an insertion from the text around the cursor. */
function emptyLinesAround({ text, line }: CursorPlace): { before: number; after: number } {
  const lines = new TextLines(text);
  const isApart = (at: number) => at < 0 || at >= lines.count || lines.isBlank(at);
  if (!lines.isBlank(line)) {
    return { before: 2, after: isApart(line + 1) ? 0 : 1 };
  }
  return { before: isApart(line - 1) ? 0 : 1, after: isApart(line + 1) ? 0 : 1 };
}
