import { formatRelative, type CivilDate } from '../../civilDate';
import { readOwners } from '../../followUp/owner';
import type { Span } from '../../followUp/span';
import { writeOwner } from '../../followUp/writeOwner';
import type { NoteIndex } from '../../index/noteIndex';
import type { PeopleDirectory } from '../../people/directory';
import { firstName } from '../../people/names';
import type { Person } from '../../people/person';
import type { LineCompletion } from './offer';

/** For which note people are offered. */
export interface PersonCompletionsRequest {
  readonly index: NoteIndex;
  /** Whom the note is with: offered first. */
  readonly person: Person | undefined;
  readonly today: CivilDate;
}

/** Everybody who can be mentioned in place of `typed`, which begins with the `@`: those met last first. */
export function personCompletions(
  { index, person, today }: PersonCompletionsRequest,
  typed: Span,
): readonly LineCompletion[] {
  const { people } = index;
  const offers = people.all
    .map((each) => ({ each, text: shortestMention(each, people), met: lastMet(index, each, today) }))
    .filter(({ text }) => text !== undefined)
    .sort((a, b) => Number(b.each === person) - Number(a.each === person) || byLastMet(a, b))
    .map(({ each, text = '', met }) => ({
      ...mention(each.name, text, typed),
      description: [text, met === '' ? '' : `met ${formatRelative(met, today)}`]
        .filter((part) => part !== '')
        .join(' · '),
      filter: `@${[each.name, ...each.aliases].join(' ')}`,
    }));
  const me = { ...mention('Me', '@me', typed), description: '@me', filter: '@me' };
  return person ? [...offers.slice(0, 1), me, ...offers.slice(1)] : [me, ...offers];
}

/** The shortest mention that means this person and nobody else; `undefined` when no `@` can tell. */
function shortestMention({ key, name, aliases }: Person, people: PeopleDirectory): string | undefined {
  return [firstName(key), ...aliases, name]
    .map((each) => writeOwner(each.toLowerCase()))
    .filter((written) => written.startsWith('@') && isMeantBy(written, key, people))
    .sort((a, b) => a.length - b.length)[0];
}

function isMeantBy(written: string, key: string, people: PeopleDirectory): boolean {
  const meant = people.find(readOwners(written).owners[0]?.name ?? '');
  return typeof meant === 'object' && meant.person.key === key;
}

function mention(label: string, text: string, { start, end }: Span): Omit<LineCompletion, 'description' | 'filter'> {
  return { kind: 'person', label, text, start, end };
}

function lastMet(index: NoteIndex, { key }: Person, today: CivilDate): CivilDate | '' {
  return index.meetingsWith(key).findLast(({ meeting }) => meeting.date <= today)?.meeting.date ?? '';
}

interface Met {
  readonly each: Person;
  readonly met: CivilDate | '';
}

function byLastMet(a: Met, b: Met): number {
  return a.met === b.met ? (a.each.key < b.each.key ? -1 : 1) : a.met > b.met ? -1 : 1;
}
