import type { CivilDate } from '../dates/civilDate';
import { type Due, type FollowUp, isOpen, type Statuses } from '../followUp/followUp';
import { type FollowUpContent, type FollowUpPlace, FollowUpRecord } from '../followUp/parse';
import { Interner, Packer, Unpacker } from '../text/retained';
import { packMentions, type PlainMention, unpackMentions } from './mentions';
import type { AgendaSide, Meeting, Mention, Note, Prompt, Section } from './note';
import { sectionTitle } from './sections';

/**
 * A note as plain data that JSON keeps whole. It depends on the rules by which the note was read. What a note has many
 * of is stored without the names of its properties, which would take half of the space.
 */
export interface StoredNote extends Omit<Note, 'meetings' | 'followUps'> {
  readonly meetings: readonly StoredMeeting[];
  readonly followUps: readonly StoredFollowUp[];
  /** The places of the follow-ups. Those under one heading share one. */
  readonly places: readonly Omit<FollowUpPlace, 'statuses'>[];
}

type MeetingFacts = Omit<Meeting, 'sections' | 'mentions' | 'hasSides'>;

interface StoredMeeting extends MeetingFacts, Pick<Meeting, 'hasSides'> {
  /** The sections and mentions. */
  readonly packed: string;
}

/**
 * The index of its place, its lines, its texts, the hashes of its context, and what the list of all follow-ups asks of
 * its text: the due date of an open one, or `''`, and the content of a carried one.
 */
type StoredFollowUp = readonly [
  place: number,
  line: number,
  endLine: number,
  source: string,
  continuation: string,
  heading: number,
  above: number,
  below: number,
  due: string,
  content?: FollowUpContent,
];

const texts = new Interner((text) => text);
const dues = new Interner((due): Due => ({ due: due as CivilDate }));

/** Converts a note for storage. */
export function storeNote(note: Note): StoredNote {
  const places: Omit<FollowUpPlace, 'statuses'>[] = [];
  const followUps = note.followUps.map((followUp): StoredFollowUp => {
    const { meeting, section, private: isPrivate, owedByHeading, line, endLine, source, continuation } = followUp;
    const last = places.at(-1);
    const isThere = last?.meeting === meeting && last.section === section && last.private === isPrivate;
    if (!isThere || last.owedByHeading !== owedByHeading) {
      places.push({ meeting, section, private: isPrivate, owedByHeading });
    }
    const { heading, above, below } = followUp.context;
    const due = isOpen(followUp.status) ? certainDue(followUp.due) : '';
    const stored = [places.length - 1, line, endLine, source, continuation, heading, above, below, due] as const;
    return isCarried(followUp) ? [...stored, followUp.content] : stored;
  });
  return { ...note, meetings: note.meetings.flatMap(storeMeeting), followUps, places };
}

function certainDue({ due, invalidDue }: Due): string {
  return invalidDue === undefined ? (due ?? '') : '';
}

function isCarried(followUp: FollowUp): followUp is FollowUpRecord {
  return followUp instanceof FollowUpRecord && (followUp.status === 'moved' || followUp.origin !== undefined);
}

/** Restores a stored note. `statuses` must be those of the rules by which it was read. */
export function restoreNote({ places: stored, ...note }: StoredNote, statuses: Statuses): Note {
  const places = stored.map((place) => ({ ...place, section: texts.get(place.section), statuses }));
  const followUps = note.followUps.flatMap((followUp) => {
    const [at, line, endLine, source, continuation, heading, above, below, due, content] = followUp;
    const place = places[at];
    const task = { line, endLine, source, continuation };
    const known = { due: due === '' ? undefined : dues.get(due), content };
    return place ? new FollowUpRecord(task, place, { heading, above, below }, known) : [];
  });
  const meetings = note.meetings.map((meeting) => new MeetingRecord(meeting, followUps));
  return { ...note, meetings, followUps };
}

const sections = new Interner(
  (packed) => new Unpacker(packed).list(unpackSection),
  (packed) => packed,
);

/**
 * A meeting that keeps its sections and mentions packed, because most questions need neither. The sections of the
 * meetings asked for last are kept, and all mentions asked for, because the names in them take long to find.
 */
class MeetingRecord implements Meeting {
  readonly date: Meeting['date'];
  readonly line: number;
  readonly endLine: number;
  readonly heading: string | undefined;
  readonly framework: string | undefined;
  readonly ratings: Meeting['ratings'];
  readonly hasSides: boolean;
  readonly packed: string;
  readonly #followUps: readonly FollowUp[];
  #mentions: readonly Mention[] | undefined;

  /** `followUps` are those of the note. */
  constructor(stored: StoredMeeting, followUps: readonly FollowUp[]) {
    this.date = stored.date;
    this.line = stored.line;
    this.endLine = stored.endLine;
    this.heading = stored.heading;
    this.framework = stored.framework;
    this.ratings = stored.ratings;
    this.hasSides = stored.hasSides;
    this.packed = stored.packed;
    this.#followUps = followUps;
  }

  get sections(): readonly Section[] {
    return sections.get(this.packed);
  }

  get mentions(): readonly Mention[] {
    if (!this.#mentions) {
      const unpacker = new Unpacker(this.packed);
      unpacker.list(unpackSection);
      this.#mentions = unpackMentions(unpacker, this.#followUps);
    }
    return this.#mentions;
  }
}

/** The lists of a meeting to be packed. */
interface MeetingParts {
  readonly sections: readonly Section[];
  readonly mentions: readonly PlainMention[];
}

/** Packs a meeting of a note with these follow-ups. */
export function packMeeting(facts: MeetingFacts, parts: MeetingParts, followUps: readonly FollowUp[]): Meeting {
  const packer = new Packer();
  packer.number(parts.sections.length);
  for (const section of parts.sections) packSection(section, packer);
  packMentions(parts.mentions, packer);
  const hasSides = parts.sections.some(({ sides }) => sides !== undefined);
  return new MeetingRecord({ ...facts, hasSides, packed: packer.finish() }, followUps);
}

/** Tests whether two meetings have certainly the same sections and mentions. It unpacks neither. */
export function isPackedAlike(a: Meeting, b: Meeting): boolean {
  return a instanceof MeetingRecord && b instanceof MeetingRecord && a.packed === b.packed;
}

function storeMeeting(meeting: Meeting): StoredMeeting[] {
  if (!(meeting instanceof MeetingRecord)) return [];
  const { date, line, endLine, heading, framework, ratings, hasSides, packed } = meeting;
  return [{ date, line, endLine, heading, framework, ratings, hasSides, packed }];
}

function packSection(section: Section, packer: Packer): void {
  const { title, level, line, endLine, words, private: isPrivate, prompts, sides = [] } = section;
  const isPlain = prompts.length === 0 && sides.length === 0;
  packer.flagged(level, isPrivate, isPlain).text(title).number(line).number(endLine).number(words);
  if (isPlain) return;
  packer.number(prompts.length);
  for (const { question, line: asked, answered, answerLine, answerEndLine } of prompts) {
    packer.number(question).flagged(asked, answered, false).number(answerLine).number(answerEndLine);
  }
  packer.number(sides.length);
  for (const { label, points } of sides) packer.text(label).number(points);
}

function unpackSection(unpacker: Unpacker): Section {
  const [level, isPrivate, isPlain] = unpacker.flagged();
  // The title determines the kind.
  const { title, kind } = sectionTitle(unpacker.text());
  const line = unpacker.number();
  const endLine = unpacker.number();
  const words = unpacker.number();
  const prompts = isPlain ? [] : unpacker.list(unpackPrompt);
  const sides = isPlain ? [] : unpacker.list(unpackSide);
  const section = { title, kind, level, line, endLine, words, private: isPrivate, prompts };
  return sides.length > 0 ? { ...section, sides } : section;
}

function unpackPrompt(unpacker: Unpacker): Prompt {
  const question = unpacker.number();
  const [line, answered] = unpacker.flagged();
  return { question, line, answered, answerLine: unpacker.number(), answerEndLine: unpacker.number() };
}

function unpackSide(unpacker: Unpacker): AgendaSide {
  return { label: unpacker.text(), points: unpacker.number() };
}
