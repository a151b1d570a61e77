import { formatRelative, shortDate, type CivilDate } from '../civilDate';
import { formatDue } from '../followUp/buckets';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { formatCarryCount, formatOwners } from './followUpWords';

/** All that is known of a follow-up besides its words, a sentence each, as text. */
export function followUpDetails(item: ListedFollowUp, today: CivilDate): readonly string[] {
  const { followUp, note, since } = item;
  const { due, scheduled, start, done, cancelled, recurrence } = followUp.fields;
  const dated = (what: string, date: CivilDate | undefined): string =>
    date ? `${what} ${shortDate(date, today)}, ${formatRelative(date, today)}` : '';
  const meeting = note.meetings[followUp.meeting]?.date;
  const owners = formatOwners(item);
  const words = formatDue(followUp.fields, today);
  return [
    due ? `Due ${shortDate(due, today)}: ${words}` : sentence(words),
    dated('Scheduled for', scheduled),
    dated('Starts', start),
    dated('Done', done),
    dated('Dropped', cancelled),
    owners === '' ? 'Owed by nobody in particular' : `Owed by ${owners}`,
    dated('Open since', item.isOpen ? since : undefined),
    formatCarryCount(item) === '' ? timesCarried(item) : sentence(formatCarryCount(item)),
    recurrence === undefined ? '' : `Repeats ${recurrence}: make the next one yourself`,
    followUp.private ? 'Private: left out of everything that is shared' : '',
    dated('From the 1:1 of', meeting),
    followUp.section === '' ? '' : `Under ${followUp.section}`,
  ].filter((fact) => fact !== '');
}

function timesCarried({ followUp: { origin } }: ListedFollowUp): string {
  return origin ? `Carried ${origin.times}×` : '';
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
