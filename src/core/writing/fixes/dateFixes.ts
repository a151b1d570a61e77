import { civilDate, shortDate, type CivilDate } from '../../civilDate';
import { candidateDates } from '../../dateWords';
import { writeField } from '../../followUp/dialects';
import { removing, replacing } from '../../followUp/openItem';
import type { DateDiagnostic } from '../../insight/hints/noteHint';
import type { Fix, FixRequest } from './fix';

/** What was written before a date, and would be written again with it. */
const LABEL = /(?:\bdue\b:?|(?<sign>[📅📆🗓]\uFE0F?))\s*$/iu;
const LAST_DAY = 31;

/** A fix for each day that the date may mean, or one that takes out the date that is too many. */
export async function dateFixes(hint: DateDiagnostic, request: FixRequest): Promise<readonly Fix[]> {
  const { item, found } = hint;
  const written = item.text.slice(found.span.start, found.span.end);
  if (found.kind === 'twoValues') {
    return [{ title: `Remove ${written}`, edits: removing(item, [found.span]) }];
  }
  const days = found.kind === 'invalidDate' ? nearestDays(written) : await candidateDates(written, request.today);
  return days.map((day) => (found.field ? dateFix(hint, day, request) : dueFix(hint, day, request)));
}

function dateFix({ item, found }: DateDiagnostic, day: CivilDate, { today }: FixRequest): Fix {
  return { title: `Make It ${shortDate(day, today)} (${day})`, edits: [replacing(item, found.span, day)] };
}

/** A date without a word for what it is becomes the due date, in the dialect of the line. */
function dueFix({ item, found, dialect }: DateDiagnostic, day: CivilDate, request: FixRequest): Fix {
  const line = item.lines.findLast(({ start }) => start <= found.span.start)?.start ?? 0;
  const label = LABEL.exec(item.text.slice(line, found.span.start));
  const written = writeField(label?.groups?.sign ? 'emoji' : (dialect ?? request.dialect), 'due', day) ?? day;
  const span = { start: label ? line + label.index : found.span.start, end: found.span.end };
  return { title: `Due ${shortDate(day, request.today)} (${written})`, edits: [replacing(item, span, written)] };
}

/** For a day that the calendar has not: day and month the other way round, else the last day of that month. */
function nearestDays(written: string): readonly CivilDate[] {
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number);
  const swapped = civilDate(year, day, month);
  if (swapped) return [swapped];
  for (let last = Math.min(day, LAST_DAY); last > 27; last--) {
    const date = civilDate(year, month, last);
    if (date) return [date];
  }
  return [];
}
