import { plainText } from '../markdown/plainText';
import { isStatusHeavy, type Balance } from './balance';

const MOST_NAMED = 3;
/** Below this share a topic is among the rest. */
const SMALLEST_NAMED = 0.05;

/** What was drifting, with its numbers: `3 of the last 4 notes are mostly status; People is empty`. Empty when nothing was. */
export function formatDrift(balance: Balance): string {
  const { notes, mostlyStatus } = balance;
  const empty = balance.empty.slice(0, MOST_NAMED).map(shown);
  return [
    isStatusHeavy(balance) ? `${mostlyStatus} of the last ${notes} notes are mostly status` : '',
    empty.length > 0 ? `${joinNames(empty)} ${empty.length > 1 ? 'are' : 'is'} empty` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Where the words went: `Process 48%, People 31%, Product 21% of what the last 4 notes say`. Empty where only one topic is. */
export function formatShares({ notes, words, topics }: Balance): string {
  const named = topics.filter(({ title, words: here }) => title !== '' && here / words >= SMALLEST_NAMED);
  if (named.length < 2 || notes < 2) {
    return '';
  }
  const shares = named.slice(0, MOST_NAMED).map((topic) => `${shown(topic.title)} ${percent(topic.words, words)}`);
  return `${shares.join(', ')} of what the last ${notes} notes say`;
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100)}%`;
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** A heading as a name in a sentence. */
function shown(title: string): string {
  return plainText(title)
    .replace(/^\s*\d+[.):]\s*/, '')
    .replace(/\s*[:：]\s*$/u, '');
}
