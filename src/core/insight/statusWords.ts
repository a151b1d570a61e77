import { formatRelative, type CivilDate } from '../civilDate';
import type { PersonSummary } from './personSummary';

/**
 * How it stands with the person of a note, for one line among those of others: `Jane Doe · met 3 days ago · 5 open`. A
 * meeting of today is the one that is being held.
 */
export function formatPersonStatus(
  { person, meetings, openMine, openTheirs }: PersonSummary,
  today: CivilDate,
): string {
  const met = meetings.findLast(({ meeting }) => meeting.date < today)?.meeting.date;
  const open = openMine + openTheirs;
  return [
    person.name,
    met ? `met ${formatRelative(met, today)}` : 'not met before',
    open === 0 ? 'nothing open' : `${open} open`,
  ].join(' · ');
}
