import { linkBaseName } from '../note/links';
import type { Note, NoteProblem, Participant } from '../note/note';
import { hasPartOfMeeting } from '../note/sections';
import { UNNAMED } from '../people/person';
import { compareText } from '../text/collections';
import { joinTexts, message } from '../text/message';

/** A note that seems to be a 1:1 and could not be placed, with the reason. */
export interface MisreadNote {
  readonly note: Note;
  readonly problem: NoteProblem;
}

/** Maximum number of names in the reason. */
const MOST_NAMES = 4;

/**
 * Returns the problem of a 1:1 that belongs to no single person, given its participants without the reader. Without
 * proof it needs a part of a meeting, because two names may also be two teams.
 */
export function peopleProblem(note: Note, others: readonly Pick<Participant, 'name'>[]): NoteProblem | undefined {
  if (note.meetings.length === 0) return undefined;
  if (others.length === 1) {
    return others[0]?.name === UNNAMED
      ? { kind: 'noPerson', line: 0, message: message('meeting.onlyReader') }
      : undefined;
  }
  if (note.certainty !== 'proof' && !hasPartOfMeeting(note)) return undefined;
  const [first, second, ...more] = others;
  if (first && second && more.length === 0 && note.certainty === 'proof') {
    return { kind: 'severalPeople', line: 0, message: message('meeting.twoPeople', first.name, second.name) };
  }
  if (others.length > 1) {
    const names = joinTexts(
      'list.comma',
      others.slice(0, MOST_NAMES).map(({ name }) => name),
    );
    return { kind: 'severalPeople', line: 0, message: message('meeting.severalPeople', names) };
  }
  return note.participants.length > 0 ? { kind: 'noPerson', line: 0, message: message('meeting.noPerson') } : undefined;
}

/** Returns the problem of a copy that a sync tool or file manager made of a note. */
export function copyProblem(original: Note): NoteProblem {
  const name = linkBaseName(original.uri) || original.title;
  return { kind: 'copy', line: 0, message: message('meeting.copy', name) };
}

/** Returns the notes with a problem, in the order of their URIs. */
export function misreadNotes(
  notes: Iterable<Note>,
  problemOf: (note: Note) => NoteProblem | undefined,
): readonly MisreadNote[] {
  const found: MisreadNote[] = [];
  for (const note of notes) {
    const problem = problemOf(note);
    if (problem) found.push({ note, problem });
  }
  return found.sort((a, b) => compareText(a.note.uri, b.note.uri));
}
