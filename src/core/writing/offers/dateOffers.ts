import { inWords, shortDate, type CivilDate } from '../../civilDate';
import type { TypedDate } from '../../followUp/typedDate';
import { dueDays } from '../../insight/dueDays';
import type { PersonSummary } from '../../insight/personSummary';
import type { Offer } from './offer';

/** The days that can be put in place of `typed`: by name, written as dates. */
export function dateOffers(typed: TypedDate, today: CivilDate, summary: PersonSummary | undefined): readonly Offer[] {
  return dueDays(today, summary).map(({ label, date }) => ({
    kind: 'date',
    label,
    description: `${shortDate(date, today)}, ${inWords(date, today)}`,
    text: `${typed.before}${date}${typed.after}`,
    start: typed.start,
    end: typed.end,
    filter: `${label} ${date}`,
  }));
}
