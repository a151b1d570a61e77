import type { CivilDate } from '../dates/civilDate';
import { endsWithTime, type UnclearDate } from '../dates/naturalDate';
import { writeField } from '../taskText/dialects';
import { dateFieldSpan } from '../taskText/fields';
import { readInline } from '../taskText/inline';
import type { OwnerSpan } from '../taskText/mentions';
import { readOwners, writeOwner } from '../taskText/owners';
import { removeSpans } from '../taskText/sentence';
import type { DialectId } from '../taskText/taskFields';
import { skipWhiteSpace } from '../text/characters';
import type { Refusal } from '../text/edit';
import type { TextRange } from '../text/range';
import { message } from '../text/message';

/** A follow-up to write. */
interface NewFollowUp {
  readonly text: string;
  readonly owners?: readonly string[];
  readonly due?: CivilDate | undefined;
  readonly dialect: DialectId;
  /** The list marker: `-` (default), `*`, `+` or a number with its point. */
  readonly bullet?: string;
  readonly indent?: string;
}

/** Returns the line of a new follow-up without a line end: `- [ ] @jane Send the draft due:2026-12-04`. */
export function newFollowUpLine({ text, owners = [], due, dialect, bullet = '-', indent = '' }: NewFollowUp): string {
  const parts = [
    `${indent}${bullet} [ ]`,
    ...owners.map(writeOwner),
    text.replace(/\s+/g, ' ').trim(),
    due ? (writeField(dialect, 'due', due) ?? '') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** A follow-up typed as one line, parsed for confirmation. */
export interface QuickAdd {
  readonly text: string;
  /** The person whose 1:1 it belongs to, as typed: the name in `Jane: …`, or else the only other person mentioned. */
  readonly person?: string;
  /** The owners as typed, with `me` for the user. A name within the sentence remains part of the text. */
  readonly owners: readonly string[];
  readonly due?: CivilDate;
}

/** The functions that a typed line depends on. */
interface QuickAddRules {
  /** Resolves words to a date. */
  readonly readDate: (words: string) => Promise<CivilDate | UnclearDate>;
  readonly isPerson: (name: string) => boolean;
}

type TypedDue = TextRange & { readonly due: CivilDate };

const DUE = /(?<!\S)due:\s*/i;
const NEXT_THING = /\s[@#[({]/;
const MOST_WORDS = 5;

/** Parses a line such as `@jane send the draft due:in two weeks`, or returns a refusal with the unreadable part. */
export async function parseQuickAdd(typed: string, rules: QuickAddRules): Promise<QuickAdd | Refusal> {
  const due = await typedDue(typed, rules);
  if (due && 'refused' in due) return due;
  const line = removeSpans(typed, due ? [due] : []);
  const lead = namedIn(line, rules).find((span) => isLead(span, line));
  const rest = lead ? removeSpans(line, [lead.around ?? lead]) : line;
  const named = namedIn(rest, rules);
  const { beside } = readOwners(rest);
  const apart = named.filter((span) => span.mention.form === 'field' || beside.some((each) => holds(each, span)));
  const text = removeSpans(rest, [...beside, ...apart.map((span) => span.around ?? span)]);
  if (text === '') return { refused: message('followUp.noText') };
  const person = lead?.mention.name ?? onlyPerson(named);
  const owners = named.length === 0 && lead ? [lead] : apart;
  return {
    text,
    owners: [...new Set(owners.map(({ mention }) => mention.name))],
    ...(person !== undefined && { person }),
    ...(due && { due: due.due }),
  };
}

/** Returns the mentions of people. */
function namedIn(line: string, { isPerson }: QuickAddRules): readonly OwnerSpan[] {
  return readOwners(line).spans.filter(
    ({ mention: { form, name } }) => form === 'at' || form === 'field' || isPerson(name),
  );
}

function isLead({ mention, around }: OwnerSpan, line: string): boolean {
  return mention.form === 'bare' && around?.start === skipWhiteSpace(line, 0);
}

function holds(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function onlyPerson(named: readonly OwnerSpan[]): string | undefined {
  const others = new Set(named.map(({ mention }) => mention.name).filter((name) => name !== 'me'));
  return others.size === 1 ? [...others][0] : undefined;
}

/** Returns the due date in any dialect. After `due:` the date may consist of several words. */
async function typedDue(typed: string, { readDate }: QuickAddRules): Promise<TypedDue | Refusal | undefined> {
  const field = dateFieldSpan(readInline(typed).fields, 'due');
  if (field?.value.date) return { start: field.start, end: field.end, due: field.value.date };
  if (field && (field.form.close !== '' || field.value.problem === 'noSuchDay')) {
    const due = await readDate(typed.slice(field.value.start, field.value.end));
    return typeof due === 'string' ? { start: field.start, end: field.end, due } : due;
  }
  const match = DUE.exec(typed);
  return match ? wordsBehind(typed, { start: match.index, end: match.index + match[0].length }, readDate) : undefined;
}

async function wordsBehind(
  typed: string,
  label: TextRange,
  readDate: QuickAddRules['readDate'],
): Promise<TypedDue | Refusal> {
  const rest = typed.slice(label.end);
  const words = rest.slice(0, NEXT_THING.exec(rest)?.index).split(/(?<=\S)(?=\s)/, MOST_WORDS);
  let refusal: Refusal = { refused: message('followUp.noDue') };
  for (let count = words.length; count > 0; count--) {
    const written = words
      .slice(0, count)
      .join('')
      .replace(/[,;.]$/, '');
    // A time is kept in the text, because a due date has none.
    if (endsWithTime(written) && count > 1) continue;
    const due = await readDate(written.trim());
    if (typeof due === 'string') return { start: label.start, end: label.end + written.length, due };
    refusal = due;
    // Fewer words would only be less clear.
    if (due.choices.length > 0) break;
  }
  return refusal;
}
