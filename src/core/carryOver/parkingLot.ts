import type { CivilDate } from '../dates/civilDate';
import { taskItemAt } from '../followUp/taskItem';
import type { DatedMeeting } from '../index/listedFollowUp';
import { paragraphLines } from '../markdown/block';
import { LIST_MARKER } from '../markdown/listItem';
import type { Note } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { parkedSections } from '../note/meetingOutline';
import { type EditableNotes, addToMeeting, refuseIfMisread } from '../noteEdit/existingMeeting';
import { oneLine } from '../noteEdit/escape';
import { type AgendaOwner, insertUnder, type LinesUnder } from '../noteEdit/insertUnder';
import { newPageText } from '../noteEdit/newPage';
import type { Person } from '../people/person';
import type { NoteEdits, Plan, Refusal, TextEdit } from '../text/edit';
import { splitLines } from '../text/lines';
import { type LineRange, mergedLines, touchesRange } from '../text/range';
import { dedentItem, indexesInside } from './dedent';
import { message } from '../text/message';

/** A log or a person's page with possible lines for the next 1:1. */
export interface ParkingSource {
  /** The note as read from `textNow`. */
  readonly note: Note;
  readonly textNow: string;
}

/** Lines taken from under *Next 1:1* headings, with the edits that remove them. */
interface TakenLines {
  /** List items for the agenda. */
  readonly items: readonly string[];
  /** List items for the private section, from notes that are private as a whole. */
  readonly privateItems: readonly string[];
  readonly changes: readonly NoteEdits[];
}

/**
 * Takes lines under *Next 1:1* headings from logs and pages for a new agenda. Follow-ups are left for carry-over, and
 * private lines of notes that are not private as a whole are left in place.
 */
export function takeParkedLines(sources: readonly ParkingSource[]): TakenLines {
  const taken = sources.map((source) => ({ ...source, ...takeFrom(source) }));
  const itemsOf = (isPrivate: boolean) =>
    taken.filter(({ note }) => note.private === isPrivate).flatMap(({ items }) => items);
  return {
    items: itemsOf(false),
    privateItems: itemsOf(true),
    changes: taken
      .filter(({ edits }) => edits.length > 0)
      .map(({ note, textNow, edits }) => ({ uri: note.uri, before: textNow, edits })),
  };
}

function takeFrom({ note, textNow }: ParkingSource): { items: readonly string[]; edits: readonly TextEdit[] } {
  const opened = new ParsedNote(textNow);
  const sections = parkedSections(opened, note.meetings).filter(({ line }) => !opened.isPrivateLine(line));
  const parked = sections.flatMap((section) => parkedBlocks(opened, section));
  return {
    items: parked.flatMap((index) => linesOf(opened, index)),
    edits: mergedLines(
      parked.flatMap((index) => opened.blocks[index] ?? []),
      1,
    ).map((run) => removal(opened, run)),
  };
}

/** Returns the indexes of the movable items and paragraphs under a heading. */
function parkedBlocks(note: ParsedNote, { line, endLine }: LineRange): number[] {
  const { blocks, conflicts } = note;
  return [...blocks.keys()].filter((index) => {
    const block = blocks[index];
    if (block && touchesRange(conflicts, block)) return false;
    const isParkable = block?.parent === -1 && (block.kind === 'item' || block.kind === 'paragraph');
    if (!isParkable || block.line <= line || block.line > endLine || touchesRange(note.privateLines, block)) {
      return false;
    }
    const all = [index, ...indexesInside(blocks, index)];
    const isEmpty = all.length === 1 && block.kind === 'item';
    return !isEmpty && !all.some((at) => taskItemAt(note, at));
  });
}

function linesOf(note: ParsedNote, index: number): string[] {
  const block = note.blocks[index];
  if (block?.kind !== 'paragraph') {
    return dedentItem({ note, index }, { staysBehind: () => false, replacements: new Map() });
  }
  return paragraphLines(note.text, block).map(
    ({ start, end }, nth) => (nth === 0 ? '- ' : '  ') + note.text.slice(start, end),
  );
}

/** Removes a run of lines and leaves one blank line where there were two. */
function removal({ lines }: ParsedNote, { line, endLine }: LineRange): TextEdit {
  const after = lines.isBlank(line - 1) ? lines.nextWritten(endLine + 1) : endLine + 1;
  return { start: lines.start(line), end: lines.start(after), text: '' };
}

/** Matches the list marker, quote marker, heading marker or checkbox before the words of a line. */
const MARKERS = new RegExp(String.raw`^(?:>\s?|#{1,6}\s+|${LIST_MARKER}\s+|\[[^\]]\]\s+)+`, 'u');
const NOTHING_TO_PARK: Refusal = { refused: message('park.nothing') };

/** A person's meetings and page. */
interface PersonsNotes {
  /** Meetings, oldest first. */
  readonly meetings: readonly DatedMeeting[];
  readonly page?: Note | undefined;
}

/** The place for a topic of the next 1:1: the agenda of a meeting, or *Next 1:1* in a log or on a page. */
type ParkingPlace =
  | { readonly kind: 'agenda'; readonly note: Note; readonly meeting: number }
  | { readonly kind: 'next'; readonly note: Note }
  | { readonly kind: 'newPage' };

/**
 * Returns the place for a topic of the next 1:1: the next meeting if it exists, else the log, the page, or a new page.
 */
export function parkingPlace({ meetings, page }: PersonsNotes, today: CivilDate): ParkingPlace {
  const shared = meetings.filter(({ note }) => !note.isPrivateHalf);
  const next = shared.find(({ meeting }) => meeting.date >= today);
  if (next) {
    return { kind: 'agenda', note: next.note, meeting: next.index };
  }
  const newest = shared.at(-1)?.note;
  const note = newest?.kind === 'log' ? newest : page;
  return note ? { kind: 'next', note } : { kind: 'newPage' };
}

/** A request to add topics to an existing note. */
interface ParkRequest {
  /** A selection or a typed line. */
  readonly words: string;
  readonly place: Exclude<ParkingPlace, { kind: 'newPage' }>;
  /** Current text of the note of the place. */
  readonly textNow: string;
  /** The side that adds the topics. */
  readonly side?: AgendaOwner | undefined;
}

/** Returns the edit that adds topics to an existing note. Refuses if there are no words. */
export function parkIn({ words, place, textNow, side }: ParkRequest): NoteEdits | Refusal {
  const items = agendaItems(words);
  if (items.length === 0) {
    return NOTHING_TO_PARK;
  }
  const edits =
    place.kind === 'agenda'
      ? addToMeeting({ ...place, text: textNow }, [{ heading: 'agenda', items, side }])
      : addToNext(place.note, textNow, items);
  return 'refused' in edits ? edits : { uri: place.note.uri, before: textNow, edits };
}

/** Returns the plan for a new page of a person with topics for the next 1:1. Refuses if there are no words. */
export function parkOnNewPage({ uri, person, words }: NewPage): Plan | Refusal {
  const items = agendaItems(words);
  if (items.length === 0) {
    return NOTHING_TO_PARK;
  }
  const text = newPageText(person) + ['', '## Next 1:1', '', ...items, ''].join('\n');
  return { create: { uri, text }, changes: [] };
}

/** A page to create. */
interface NewPage {
  readonly uri: string;
  readonly person: string;
  readonly words: string;
}

/**
 * Returns a selection or a typed line as agenda items: one plain bullet per line, without checkbox, quote marker or
 * number.
 */
export function agendaItems(words: string): string[] {
  return splitLines(words)
    .map((line) => oneLine(line).replace(MARKERS, ''))
    .filter((line) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line))
    .map((line) => `- ${line}`);
}

function addToNext(note: Note, text: string, items: readonly string[]): NoteEdits['edits'] | Refusal {
  // A heading with this name inside a meeting belongs to that meeting.
  const wanted: LinesUnder = { heading: 'next', items, outside: note.meetings };
  const opened = new ParsedNote(text);
  const dated = note.meetings[0]?.line;
  const level = opened.blocks.find(({ kind, line }) => kind === 'heading' && line === dated)?.level;
  const insertion = insertUnder(opened, { ...wanted, level });
  return refuseIfMisread(opened, { ...insertion, lines: items, isPrivate: false }) ?? [insertion.edit];
}

/** A topic for the next 1:1 with a person. */
interface Parking {
  readonly person: Pick<Person, 'key' | 'name'>;
  /** A selection or a typed line. */
  readonly words: string;
  readonly today: CivilDate;
  /** Returns the URI for a new page. Called only if there is no upcoming meeting, log or page. */
  readonly newPage: () => Promise<{ readonly uri: string } | Refusal>;
}

/** Returns the plan that adds a topic to the next 1:1 with a person. Refuses if there are no words. */
export async function planParking(
  { person, words, today, newPage }: Parking,
  notes: EditableNotes,
): Promise<Plan | Refusal> {
  const { index } = notes;
  const pageUri = index.people.get(person.key)?.page;
  const page = pageUri === undefined ? undefined : index.note(pageUri);
  const place = parkingPlace({ meetings: index.meetingsWith(person.key), page }, today);
  if (place.kind === 'newPage') {
    const made = await newPage();
    return 'refused' in made ? made : parkOnNewPage({ uri: made.uri, person: person.name, words });
  }
  const { uri } = place.note;
  const textNow = await notes.textToEdit(uri);
  if (typeof textNow === 'object') {
    return textNow;
  }
  await notes.refresh(uri);
  const note = index.note(uri) ?? place.note;
  const { people } = index;
  const name = people.readerName;
  const side = name === undefined ? undefined : { name, isLabel: (label: string) => people.isMe(label) };
  const change = parkIn({ words, place: { ...place, note }, textNow, side });
  return 'refused' in change ? change : { changes: [change] };
}
