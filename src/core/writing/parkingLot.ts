import type { CivilDate } from '../civilDate';
import type { NoteEdits, Plan, Refusal } from '../edit';
import type { DatedMeeting } from '../index/listedFollowUp';
import { LIST_MARKER } from '../markdown/listItem';
import type { Note } from '../note/note';
import { oneLine } from './asText';
import { refuseIfHidden } from './hiddenLines';
import { insertUnder, openNote, type LinesUnder } from './insertUnder';
import { newPageText } from './newPage';
import { addToMeeting } from './standingMeeting';

/** What a line may begin with that is no part of its words. */
const MARKERS = new RegExp(String.raw`^(?:>\s?|#{1,6}\s+|${LIST_MARKER}\s+|\[[^\]]\]\s+)+`, 'u');
const NOTHING_TO_PARK: Refusal = { refused: 'There is nothing to add: select a line, or type one.' };

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
  return words
    .split(/\r\n|\n|\r/)
    .map((line) => oneLine(line).replace(MARKERS, ''))
    .filter((line) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(line))
    .map((line) => `- ${line}`);
}

function addToNext(note: Note, text: string, items: readonly string[]): NoteEdits['edits'] | Refusal {
  // A heading of that name within a meeting is about that meeting, and stays with it.
  const wanted: LinesUnder = { heading: 'next', items, outside: note.meetings };
  const opened = openNote(text);
  const dated = note.meetings[0]?.line;
  const level = opened.blocks.find(({ kind, line }) => kind === 'heading' && line === dated)?.level;
  const insertion = insertUnder(opened, { ...wanted, level });
  return refuseIfHidden(text, insertion, items) ?? [insertion.edit];
}
