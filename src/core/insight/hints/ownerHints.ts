import type { EditableItem } from '../../followUp/openItem';
import { readOwners } from '../../followUp/owner';
import type { OwnerSpan } from '../../followUp/mentions';
import { nearestWord } from '../../framework/nearestWord';
import { nameIn, personKey } from '../../people/names';
import type { Person } from '../../people/person';
import type { NoteToCheck, OwnerDiagnostic } from './noteHint';
import { diagnosticRange } from './placeOf';

/** From so many letters on, the beginning of a name may stand for it. */
const SHORTEST_BEGINNING = 2;
const MOST_OFFERED = 5;

/** The owners of an item that nobody is, or several people are. */
export function ownerDiagnostics(item: EditableItem, read: NoteToCheck): readonly OwnerDiagnostic[] {
  return readOwners(item.text, item.inline).spans.flatMap((span) => {
    const mention = spanOfName(item.text, span);
    const said = whatToSay(mention, read);
    return said ? { kind: 'owners', ...diagnosticRange(item, mention), item, mention, ...said } : [];
  });
}

function whatToSay(
  { mention: { name, form } }: OwnerSpan,
  read: NoteToCheck,
): Pick<OwnerDiagnostic, 'message' | 'meant' | 'isAmbiguous'> | undefined {
  const found = read.people.find(name);
  if (found === 'ambiguous') {
    const meant = read.people.candidatesFor(name);
    const message = `Several people are called ${name}, so nobody owes this: write ${meant.join(' or ')}.`;
    return { message, meant, isAmbiguous: true };
  }
  // Only these forms name a person for sure: other names count where somebody is so called.
  if (found !== 'unknown' || (form !== 'at' && form !== 'field')) return undefined;
  const message = `Nobody called ${name} is known from your 1:1s, pages or roster.`;
  return { message, meant: resembling(name, read), isAmbiguous: false };
}

/** The mention alone: the value of a field may list several. */
function spanOfName(text: string, span: OwnerSpan): OwnerSpan {
  const start = span.mention.form === 'field' ? text.indexOf(span.mention.name, span.start) : -1;
  return start < 0 ? span : { ...span, start, end: start + span.mention.name.length };
}

/** Whose name begins with it or is nearly that; and the person of the note, who is never far. */
function resembling(written: string, { people, person }: NoteToCheck): readonly string[] {
  const key = personKey(nameIn(written));
  const nearest = key.length > SHORTEST_BEGINNING ? nearestWord(key, people.all.flatMap(wordsOf)) : undefined;
  const isAlike = (word: string): boolean =>
    word === nearest || (key.length >= SHORTEST_BEGINNING && word.startsWith(key));
  const alike = people.all.filter((each) => wordsOf(each).some(isAlike));
  return [...new Set([...alike, ...(person ? [person] : [])].map(({ name }) => name))].slice(0, MOST_OFFERED);
}

function wordsOf({ key, aliases }: Person): readonly string[] {
  return [key, ...key.split(' '), ...aliases.map(personKey)];
}
