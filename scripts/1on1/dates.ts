import { weekdayName } from '../../src/core/dates/civilDate';
import { readDateWords } from '../../src/core/dates/naturalDate';
import { dayOf, printed, type Call, type Printed } from './call';

/** Prints the date of each phrase, or the reason why it is unclear: `dates TODAY WORDS…`. */
export async function dates(call: Call): Promise<Printed> {
  const [written = '', ...phrases] = call.args;
  const today = dayOf(written);
  const records = await Promise.all(
    phrases.map(async (words) => {
      const date = await readDateWords(words, today);
      return typeof date === 'string' ? { words, date, refused: null } : { words, date: null, refused: date.refused };
    }),
  );
  return printed(call, records, () =>
    records.map(({ words, date, refused }) => `${words}: ${date ? `${date}, ${weekdayName(date)}` : refused}`),
  );
}
