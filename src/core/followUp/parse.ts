import { conflictAt } from '../markdown/conflicts';
import { checkboxAt } from '../markdown/listItem';
import { readFields } from '../taskText/fields';
import { type Inline, readInline } from '../taskText/inline';
import { readLastLink } from '../taskText/origin';
import { readOwners } from '../taskText/owners';
import { removeSpans, sentenceText } from '../taskText/sentence';
import type { Hint, OwnerForm, OwnerMention } from '../taskText/taskFields';
import { Interner } from '../text/retained';
import { type FollowUp, type FollowUpStatus, isOpen, type Statuses, statusOf } from './followUp';
import type { LineContext } from './lineContext';
import type { TaskItem } from './taskItem';
import { message } from '../text/message';

/** The text of an item with a checkbox. */
export interface TaskText {
  /** The whole line of the checkbox. It must be a copy, because slices of it are stored. */
  readonly source: string;
  /** The continuation lines, joined by spaces, or `''`. */
  readonly continuation: string;
}

/** The part of a follow-up that depends only on its text. */
export type FollowUpContent = Pick<
  FollowUp,
  'mark' | 'status' | 'text' | 'fields' | 'owners' | 'tags' | 'hints' | 'origin' | 'target'
>;

const NO_HINTS: readonly Hint[] = [];
const DONE_BUT_OPEN: Hint = {
  kind: 'doneDateOnOpen',
  message: message('date.doneButOpen'),
};
const IMPORTANT = '!';
const MOVED_CHARACTER = '>';

/** Parses an item with a checkbox. Returns `undefined` if it has no content. */
export function readFollowUp(task: TaskText, statuses?: Statuses): FollowUpContent | undefined {
  const box = checkboxAt(task.source, task.source.indexOf('['));
  if (!box) return undefined;
  const text = writtenText(task, box.end);
  const inline = readInline(text);
  const { fields, hints: itemHints } = readFields(text, inline);
  const { owners, sentence, beside } = readOwners(text, inline);
  const goneTo =
    box.mark === MOVED_CHARACTER ? (inline.target ?? readLastLink(text.slice(0, sentence.end))) : undefined;
  const said = goneTo
    ? removeSpans(text, [...inline.gaps, ...beside, goneTo])
    : sentenceText(text, inline, { sentence, beside });
  if (said === '' && inline.fields.length + inline.mentions.length === 0) return undefined;

  const status = statusOf(box.mark, statuses);
  const content = {
    mark: box.mark,
    status,
    text: said === '' ? text.trim() : said,
    fields: box.mark === IMPORTANT && fields.priority === undefined ? { ...fields, priority: 'high' as const } : fields,
    owners,
    tags: inline.tags.length > 1 ? [...new Set(inline.tags)] : inline.tags,
    hints: isOpen(status) ? hintsOf(itemHints, inline) : NO_HINTS,
  };
  const { origin } = inline;
  if (!origin && !goneTo) return content;
  return { ...content, ...(origin && { origin: origin.origin }), ...(goneTo && { target: goneTo.target }) };
}

/** Returns the text after the checkbox, up to the markers of a Git conflict. */
function writtenText({ source, continuation }: TaskText, start: number): string {
  const first = source.slice(start);
  if (continuation === '') return first;
  const conflict = conflictAt(continuation);
  return `${first} ${conflict < 0 ? continuation : continuation.slice(0, conflict)}`;
}

function hintsOf(found: readonly Hint[], { fields }: Inline): readonly Hint[] {
  const isDone = fields.some(({ form }) => form.field === 'done');
  if (found.length === 0) return isDone ? [DONE_BUT_OPEN] : NO_HINTS;
  const hints = found.map((hint) => ({ kind: hint.kind, message: hint.message }));
  return isDone ? [...hints, DONE_BUT_OPEN] : hints;
}

/** The part of a follow-up that depends on its position. All follow-ups under one heading share it. */
export interface FollowUpPlace extends Pick<FollowUp, 'meeting' | 'section' | 'private' | 'owedByHeading'> {
  readonly statuses: Statuses;
}

const ONE_OWNER: Readonly<Record<OwnerForm, Interner<readonly OwnerMention[]>>> = {
  at: onlyOwner('at'),
  wiki: onlyOwner('wiki'),
  field: onlyOwner('field'),
  bare: onlyOwner('bare'),
  heading: onlyOwner('heading'),
};
/** Unreachable in practice: `of` filters items without content. */
const SAYS_NOTHING: FollowUpContent = {
  mark: '',
  status: 'none',
  text: '',
  fields: {},
  owners: [],
  tags: [],
  hints: [],
};
/**
 * Fast path: matches items that certainly have content, so that the full parse can wait. It excludes items that may be
 * only a comment, an origin or, after `[>]`, a link.
 */
const SAYS_SOMETHING = /^[^[]*\[(?:>\]\s+|[^\]>]{1,3}\]\s+(?:\[|\*\*)?\[?)[\w@]/;
const MOVED = '[>]';
/** The opening of an origin, whose rest may be on the next line. */
const ORIGIN = '(from';

/**
 * A follow-up that parses its line on first access. Most closed follow-ups are never displayed and need no parse. Its
 * properties are getters, so it cannot be spread or serialized with `JSON.stringify`.
 */
export class FollowUpRecord implements FollowUp {
  readonly line: number;
  readonly endLine: number;
  readonly source: string;
  readonly continuation: string;
  readonly status: FollowUpStatus;
  readonly context: LineContext;
  readonly #place: FollowUpPlace;
  #content: FollowUpContent | undefined = undefined;

  private constructor({ line, endLine, source, continuation }: TaskItem, place: FollowUpPlace, context: LineContext) {
    this.line = line;
    this.endLine = endLine;
    this.source = source;
    this.continuation = continuation;
    this.context = context;
    this.#place = place;
    this.status = statusOf(this.mark, place.statuses);
  }

  /** Creates the follow-up of an item with a checkbox, or returns `undefined` if it has no content. */
  static of(task: TaskItem, place: FollowUpPlace, context: LineContext): FollowUpRecord | undefined {
    return SAYS_SOMETHING.test(task.source) || readFollowUp(task)
      ? new FollowUpRecord(task, place, context)
      : undefined;
  }

  get mark(): string {
    return checkboxAt(this.source, this.source.indexOf('['))?.mark ?? '';
  }

  get text(): string {
    return this.#read().text;
  }

  get fields(): FollowUp['fields'] {
    return this.#read().fields;
  }

  get owners(): FollowUp['owners'] {
    return this.#read().owners;
  }

  get tags(): FollowUp['tags'] {
    return this.#read().tags;
  }

  get hints(): FollowUp['hints'] {
    return this.#read().hints;
  }

  get origin(): FollowUp['origin'] {
    return this.holds(ORIGIN) ? this.#read().origin : undefined;
  }

  get target(): FollowUp['target'] {
    return this.holds(MOVED) ? this.#read().target : undefined;
  }

  get meeting(): number {
    return this.#place.meeting;
  }

  get section(): string {
    return this.#place.section;
  }

  get private(): boolean {
    return this.#place.private;
  }

  get owedByHeading(): FollowUp['owedByHeading'] {
    return this.#place.owedByHeading;
  }

  /** Whether the source contains `sign`. This fast check avoids a parse. */
  holds(sign: string): boolean {
    return this.source.includes(sign) || (this.continuation !== '' && this.continuation.includes(sign));
  }

  #read(): FollowUpContent {
    if (!this.#content) {
      const read = readFollowUp(this, this.#place.statuses) ?? SAYS_NOTHING;
      this.#content = { ...read, owners: read.owners.length === 0 ? this.owedByHeading : shared(read.owners) };
    }
    return this.#content;
  }
}

function onlyOwner(form: OwnerForm): Interner<readonly OwnerMention[]> {
  return new Interner((name) => [{ name, form }]);
}

/** Returns a shared list for a single owner, the most common case, to save memory. */
function shared(owners: readonly OwnerMention[]): readonly OwnerMention[] {
  const [only] = owners;
  return only && only.following === undefined && owners.length === 1 ? ONE_OWNER[only.form].get(only.name) : owners;
}
