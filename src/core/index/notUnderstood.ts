import type { Note, NoteProblem, Participant } from '../note/note';
import { hasPartOfMeeting } from '../note/sections';
import { UNNAMED } from '../people/person';
import { joinTexts, message } from '../text/message';

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
