/** A span of time: days, or months of the calendar. */
interface Amount {
  readonly days: number;
  readonly months: number;
}

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const COUNT = String.raw`(?:\d{1,4}|an?(?: couple(?: of)?)?|half an?|couple of|${NUMBERS.join('|')})`;
const UNIT = `(?:days?|d|weeks?|wks?|w|fortnights?|months?|mos?|mths?|years?|yrs?|y)`;
const AMOUNT = new RegExp(`^(${COUNT}) ?(${UNIT})(?:'s|s'|')?(?:$|,? and |,? |(?=\\d))`);
/** Counts beyond ten years are a slip. */
const MOST_DAYS = 3653;
const MOST_MONTHS = 120;

/** Returns the sum of counts. Days with months are refused, because the result depends on which is added first. */
export function amountOf(words: string): Amount | undefined {
  if (words === '') return undefined;
  const sum = { days: 0, months: 0 };
  let rest = words;
  while (rest !== '') {
    const [whole = '', count = '', unit = ''] = AMOUNT.exec(rest) ?? [];
    const number = countOf(count, unit);
    if (whole === '' || number === undefined) return undefined;
    if (/^(?:d|w|f)/.test(unit)) sum.days += number * (unit.startsWith('d') ? 1 : unit.startsWith('w') ? 7 : 14);
    else sum.months += number * (unit.startsWith('m') ? 1 : 12);
    rest = rest.slice(whole.length);
  }
  const isAbsurd = sum.days > MOST_DAYS || sum.months > MOST_MONTHS;
  return isAbsurd || (sum.days > 0 && sum.months > 0) ? undefined : sum;
}

function countOf(count: string, unit: string): number | undefined {
  if (count.startsWith('half')) return unit.startsWith('y') ? 0.5 : undefined;
  if (count.includes('couple')) return 2;
  if (/^an?$/.test(count)) return 1;
  const word = NUMBERS.indexOf(count);
  return word < 0 ? Number(count) : word;
}
