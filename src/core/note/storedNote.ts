import type { Statuses } from '../followUp/followUp';
import { type FollowUpPlace, FollowUpRecord } from '../followUp/parse';
import { Interner, trimToSize } from '../text/retained';
import { restoreMention, storeMention, type StoredMention } from './mentions';
import type { Meeting, Note, Prompt, Section, SectionKind } from './note';

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

interface StoredMeeting extends Omit<Meeting, 'sections' | 'mentions'> {
  readonly sections: readonly StoredSection[];
  readonly mentions: readonly StoredMention[];
}

/** Its facts, `null` or 0 for those it lacks, then its prompts and the lists of an agenda. */
type StoredSection = readonly [
  title: string,
  kind: SectionKind | null,
  level: number,
  line: number,
  endLine: number,
  words: number,
  isPrivate: 0 | 1,
  prompts?: readonly StoredPrompt[],
  sides?: Section['sides'],
];

type StoredPrompt = readonly [
  question: number,
  line: number,
  answered: 0 | 1,
  answerLine: number,
  answerEndLine: number,
];

/** The index of its place, its lines, its texts, and the hashes of its context. */
type StoredFollowUp = readonly [
  place: number,
  line: number,
  endLine: number,
  source: string,
  continuation: string,
  heading: number,
  above: number,
  below: number,
];

const texts = new Interner((text) => text);

/** Converts a note for storage. */
export function storeNote(note: Note): StoredNote {
  const places: Omit<FollowUpPlace, 'statuses'>[] = [];
  const followUps = note.followUps.map(
    ({ meeting, section, private: isPrivate, owedByHeading, line, endLine, source, continuation, context }) => {
      const last = places.at(-1);
      const isThere = last?.meeting === meeting && last.section === section && last.private === isPrivate;
      if (!isThere || last.owedByHeading !== owedByHeading) {
        places.push({ meeting, section, private: isPrivate, owedByHeading });
      }
      const { heading, above, below } = context;
      return [places.length - 1, line, endLine, source, continuation, heading, above, below] as const;
    },
  );
  const meetings = note.meetings.map((meeting) => ({
    ...meeting,
    sections: meeting.sections.map(storeSection),
    mentions: meeting.mentions.map(storeMention),
  }));
  return { ...note, meetings, followUps, places };
}

/** Restores a stored note. `statuses` must be those of the rules by which it was read. */
export function restoreNote({ places: stored, ...note }: StoredNote, statuses: Statuses): Note {
  const places = stored.map((place) => ({ ...place, section: texts.get(place.section), statuses }));
  const followUps = note.followUps.flatMap(([at, line, endLine, source, continuation, heading, above, below]) => {
    const place = places[at];
    const task = { line, endLine, source, continuation };
    return place ? new FollowUpRecord(task, place, { heading, above, below }) : [];
  });
  const byLine = new Map(followUps.map((followUp) => [followUp.line, followUp]));
  const meetings = note.meetings.map((meeting) => ({
    ...meeting,
    sections: meeting.sections.map(restoreSection),
    mentions: meeting.mentions.flatMap((mention) => restoreMention(mention, byLine) ?? []),
  }));
  return { ...note, meetings, followUps };
}

function storeSection(section: Section): StoredSection {
  const { title, kind, level, line, endLine, words, private: isPrivate, prompts, sides } = section;
  const facts = [title, kind ?? null, level, line, endLine, words, isPrivate ? 1 : 0] as const;
  if (sides) return [...facts, prompts.map(storePrompt), sides];
  return prompts.length > 0 ? [...facts, prompts.map(storePrompt)] : facts;
}

function restoreSection(stored: StoredSection): Section {
  const [title, kind, level, line, endLine, words, isPrivate, prompts = [], sides] = stored;
  return {
    title: texts.get(title),
    kind: kind ?? undefined,
    level,
    line,
    endLine,
    words,
    private: isPrivate === 1,
    prompts: trimToSize(prompts.map(restorePrompt)),
    ...(sides && { sides }),
  };
}

function storePrompt({ question, line, answered, answerLine, answerEndLine }: Prompt): StoredPrompt {
  return [question, line, answered ? 1 : 0, answerLine, answerEndLine];
}

function restorePrompt([question, line, answered, answerLine, answerEndLine]: StoredPrompt): Prompt {
  return { question, line, answered: answered === 1, answerLine, answerEndLine };
}
