import type { CivilDate } from '../dates/civilDate';
import { taskItemAt } from '../followUp/taskItem';
import type { DatedMeeting } from '../index/listedFollowUp';
import { paragraphLines } from '../markdown/block';
import { LIST_MARKER } from '../markdown/listItem';
import type { Note } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { parkedSections } from '../note/meetingOutline';
import type { EditableNotes } from '../noteEdit/editableNotes';
import { oneLine } from '../noteEdit/escape';
import { addToMeeting, refuseIfHidden } from '../noteEdit/existingMeeting';
import { insertUnder, type LinesUnder } from '../noteEdit/insertUnder';
import { newPageText } from '../noteEdit/newPage';
import type { Person } from '../people/person';
import type { NoteEdits, Plan, Refusal, TextEdit } from '../text/edit';
import { splitLines } from '../text/lines';
import { type LineRange, mergedLines } from '../text/range';
import { dedentItem, indexesInside } from './dedent';
import { message } from '../text/message';

/** A log or a person's page that may hold lines parked for the next 1:1. */
export interface ParkingSource {
  /** Read from `textNow`. */
  readonly note: Note;
  readonly textNow: string;
}

/** Lines taken out of the parking lots, and the edits that take them out. */
export interface TakenLines {
  /** List items for the agenda. */
  readonly items: readonly string[];
  /** Items for the private heading: of a note that is private as a whole. */
  readonly privateItems: readonly string[];
  readonly changes: readonly NoteEdits[];
}

/**
 * Takes what is parked under *Next 1:1* out of logs and pages, to be put on the agenda in the same plan. A follow-up there
 * stays, as it is carried like any other; so does what is private among what is not.
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

/** The indexes of the items and paragraphs that are parked under a heading. */
function parkedBlocks(note: ParsedNote, { line, endLine }: LineRange): number[] {
  const { blocks } = note;
  return [...blocks.keys()].filter((index) => {
    const block = blocks[index];
    const isParkable = block?.parent === -1 && (block.kind === 'item' || block.kind === 'paragraph');
    if (!isParkable || block.line <= line || block.line > endLine || note.isPrivateLine(block.line)) {
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

/** Of the empty lines before and after what is taken out, one is enough. */
function removal({ lines }: ParsedNote, { line, endLine }: LineRange): TextEdit {
  const after = lines.isBlank(line - 1) ? lines.nextWritten(endLine + 1) : endLine + 1;
  return { start: lines.start(line), end: lines.start(after), text: '' };
}

/** What a line may begin with that is no part of its words. */
const MARKERS = new RegExp(String.raw`^(?:>\s?|#{1,6}\s+|${LIST_MARKER}\s+|\[[^\]]\]\s+)+`, 'u');
const NOTHING_TO_PARK: Refusal = { refused: message('park.nothing') };

/** What is known of a person's notes. */
export interface PersonsNotes {
  /** Oldest first. */
  readonly meetings: readonly DatedMeeting[];
  readonly page?: Note | undefined;
}

/** Where something waits for the next 1:1: on the agenda of a meeting, or under *Next 1:1* of a log or a page. */
export type ParkingPlace =
  | { readonly kind: 'agenda'; readonly note: Note; readonly meeting: number }
  | { readonly kind: 'next'; readonly note: Note }
  | { readonly kind: 'newPage' };

/** The place for something to talk about next time: the next note, if it is there; else the log, the page, or a new page. */
export function parkingPlace({ meetings, page }: PersonsNotes, today: CivilDate): ParkingPlace {
  const next = meetings.find(({ meeting }) => meeting.date >= today);
  if (next) {
    return { kind: 'agenda', note: next.note, meeting: next.index };
  }
  const newest = meetings.at(-1)?.note;
  const note = newest?.kind === 'log' ? newest : page;
  return note ? { kind: 'next', note } : { kind: 'newPage' };
}

/** Something to be parked, and the note it goes to as it is now. */
export interface ParkRequest {
  /** A selection or a typed line. */
  readonly words: string;
  readonly place: Exclude<ParkingPlace, { kind: 'newPage' }>;
  /** The text that the place's note was read from. */
  readonly textNow: string;
}

/** The edit that parks something in a note that is there. Nothing to park is a refusal. */
export function parkIn({ words, place, textNow }: ParkRequest): NoteEdits | Refusal {
  const items = agendaItems(words);
  if (items.length === 0) {
    return NOTHING_TO_PARK;
  }
  const edits =
    place.kind === 'agenda'
      ? addToMeeting({ ...place, text: textNow }, [{ heading: 'agenda', items }])
      : addToNext(place.note, textNow, items);
  return 'refused' in edits ? edits : { uri: place.note.uri, before: textNow, edits };
}

/** A new page for a person, with something parked on it. */
export function parkOnNewPage({ uri, person, words }: NewPage): Plan | Refusal {
  const items = agendaItems(words);
  if (items.length === 0) {
    return NOTHING_TO_PARK;
  }
  const text = newPageText(person) + ['', '## Next 1:1', '', ...items, ''].join('\n');
  return { create: { uri, text }, changes: [] };
}

/** A page that is not there yet. */
export interface NewPage {
  readonly uri: string;
  readonly person: string;
  readonly words: string;
}

/** A selection or a typed line as items of an agenda: plain bullets, one for each line, without box, quote or number. */
export function agendaItems(words: string): string[] {
  return splitLines(words)
    .map((line) => oneLine(line).replace(MARKERS, ''))
    .filter((line) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line))
    .map((line) => `- ${line}`);
}

function addToNext(note: Note, text: string, items: readonly string[]): NoteEdits['edits'] | Refusal {
  // A heading of that name within a meeting is about that meeting, and stays with it.
  const wanted: LinesUnder = { heading: 'next', items, outside: note.meetings };
  const opened = new ParsedNote(text);
  const dated = note.meetings[0]?.line;
  const level = opened.blocks.find(({ kind, line }) => kind === 'heading' && line === dated)?.level;
  const insertion = insertUnder(opened, { ...wanted, level });
  return refuseIfHidden(text, insertion, items) ?? [insertion.edit];
}

/** Something to talk about in the next 1:1 with a person. */
export interface Parking {
  readonly person: Pick<Person, 'key' | 'name'>;
  /** A selection or a typed line. */
  readonly words: string;
  readonly today: CivilDate;
  /** Where a page for the person is to be made: asked only where there is neither a next note nor a log nor a page. */
  readonly newPage: () => Promise<{ readonly uri: string } | Refusal>;
}

/** The plan that parks something for the next 1:1 with a person. Nothing to park is a refusal. */
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
  const change = parkIn({ words, place: { ...place, note }, textNow });
  return 'refused' in change ? change : { changes: [change] };
}
