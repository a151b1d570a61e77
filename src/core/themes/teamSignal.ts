import type { NoteIndex } from '../index/noteIndex';
import { escapeListItem } from '../noteEdit/escape';
import { personKey } from '../people/names';
import type { Cooperative } from '../text/cooperative';
import { wordMessage } from '../text/message';
import type { Theme } from '../topics/theme';
import { findThemes, type ThemeKind, type ThemeSpan } from './themes';

/** The number of people from which on a theme is a signal of the team. */
const FEWEST_PEOPLE = 2;
const MOST_LINES = 10;

/** What the lines of the signal say about each kind of theme. */
const KINDS: Readonly<Partial<Record<ThemeKind, string>>> = {
  blockers: 'in the way of',
  onMyMind: 'on the mind of',
  tags: 'a topic of',
};

/**
 * Returns what two or more of the reader's people name in their public lines, as list items for the manager's note.
 * People are never themes here, because what one person says of another stays between them and the reader.
 */
export function* teamSignal(
  index: NoteIndex,
  span: Omit<ThemeSpan, 'withPrivate'>,
  isNamed: boolean,
): Cooperative<readonly string[]> {
  const names = new Set(index.people.all.flatMap(({ key, aliases }) => [...key.split(' '), ...aliases.map(personKey)]));
  const groups = yield* findThemes(index, { ...span, withPrivate: false });
  const lines = groups.flatMap(({ kind, themes }) => {
    const says = KINDS[kind];
    return says === undefined ? [] : themes.flatMap((theme) => signalLine(theme, says, { names, isNamed }));
  });
  return lines.slice(0, MOST_LINES);
}

function signalLine(
  { key, label, people }: Theme,
  says: string,
  { names, isNamed }: { readonly names: ReadonlySet<string>; readonly isNamed: boolean },
): readonly string[] {
  const team = people.filter(({ relation }) => relation === undefined || relation === 'report');
  const isPerson =
    key.startsWith('person:') ||
    personKey(wordMessage(label))
      .split(' ')
      .some((word) => names.has(word));
  if (isPerson || team.length < FEWEST_PEOPLE) return [];
  const who = isNamed ? team.map(({ name }) => name).join(', ') : `${team.length} people`;
  return [`- ${escapeListItem(`${wordMessage(label)}: ${says} ${who}`)}`];
}
