import type { Refusal } from '../edit';
import { ratingOf } from '../note/ratings';

/** The rating that somebody typed, from 0 to 10 with a point or a comma before decimals, or what is wrong with it. */
export function typedRating(typed: string): number | Refusal {
  const text = typed.trim();
  const rating = ratingOf(text);
  if (rating !== undefined) return rating;
  if (text === '') return { refused: 'Type a number from 0 to 10.' };
  return /^-?\d+(?:[.,]\d+)?$/.test(text)
    ? { refused: `${text} is not on the scale. Type a number from 0 to 10.` }
    : { refused: `“${text}” is not a number. Type one from 0 to 10, such as 7 or 7.5.` };
}
