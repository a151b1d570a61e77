import { formatRelative, shortDate, type CivilDate } from '../../civilDate';
import type { TypedDate } from '../../followUp/typedDate';
import { dueDateChoices } from '../../insight/dueDays';
import type { PersonSummary } from '../../insight/personSummary';
import type { LineCompletion } from './offer';

/** The days that can be put in place of `typed`: by name, written as dates. */
export function dateCompletions(
  typed: TypedDate,
  today: CivilDate,
  summary: PersonSummary | undefined,
): readonly LineCompletion[] {
  return dueDateChoices(today, summary).map(({ label, date }) => ({
    kind: 'date',
    label,
    description: `${shortDate(date, today)}, ${formatRelative(date, today)}`,
    text: `${typed.before}${date}${typed.after}`,
    start: typed.start,
    end: typed.end,
    filter: `${label} ${date}`,
  }));
}
