import { dialects, type DateField } from '../../followUp/dialects';
import { readFields } from '../../followUp/fields';
import type { DialectId } from '../../followUp/followUp';
import { readOwners } from '../../followUp/owner';
import type { Span } from '../../followUp/span';
import type { LineCompletion } from './offer';

/** The fields that people write by hand, by the names they look for. */
const FIELDS: readonly (readonly [DateField, string])[] = [
  ['due', 'Due'],
  ['scheduled', 'Scheduled'],
  ['start', 'Start'],
];

/** The fields that an item lacks, in the dialect of its own dates, else in that of the setting. */
export function fieldCompletions(text: string, typed: Span, setting: DialectId): readonly LineCompletion[] {
  const { fields } = readFields(text);
  const dialect = dialects[fields.dialect ?? setting];
  const offers = FIELDS.flatMap(([field, label]): LineCompletion[] => {
    const way = dialect[field]?.[0];
    return way === undefined || fields[field] ? [] : [{ ...fieldOffer(label, way, typed), description: way }];
  });
  const owner = {
    kind: 'field',
    label: 'Owner',
    description: '@name',
    text: '@',
    filter: 'Owner',
    valueAt: 1,
  } as const;
  return readOwners(text).owners.length > 0 ? offers : [...offers, { ...owner, ...spanOf(typed) }];
}

function fieldOffer(label: string, way: string, typed: Span): Omit<LineCompletion, 'description'> {
  const value = '<date>';
  const text = way.replace(value, '');
  return { kind: 'field', label, text, filter: label, valueAt: way.indexOf(value), ...spanOf(typed) };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
