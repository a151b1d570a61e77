import { checkboxAt } from '../markdown/listItem';
import { readFields } from '../taskText/fields';
import { type Inline, readInline } from '../taskText/inline';
import { readLastLink } from '../taskText/origin';
import { readOwners } from '../taskText/owners';
import { removeSpans, sentenceText } from '../taskText/sentence';
import type { Hint, OwnerForm, OwnerMention } from '../taskText/taskFields';
import { Interner } from '../text/retained';
import { type FollowUp, type FollowUpStatus, isOpen, type Statuses, statusOf } from './followUp';
import type { TaskItem } from './taskItem';
import { message } from '../text/message';

/** The text of an item that has a box. */
export interface TaskText {
  /** The line of the box, whole. What is kept are slices of it, so it must be no slice of the note. */
  readonly source: string;
  /** The further lines of the item's own text, joined by spaces, or `''`. */
  readonly continuation: string;
}

/** What the text of an item says by itself, wherever in a note it stands. */
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
const CONFLICT = /(?:^|\s)(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/;

/** What an item with a box says, or `undefined` when it says nothing. */
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

/** The text behind the box. Where Git left the marks of a conflict, its lines are no words of the item. */
function writtenText({ source, continuation }: TaskText, start: number): string {
  const first = source.slice(start);
  if (continuation === '') return first;
  const conflict = CONFLICT.exec(continuation);
  return `${first} ${conflict ? continuation.slice(0, conflict.index) : continuation}`;
}

function hintsOf(found: readonly Hint[], { fields }: Inline): readonly Hint[] {
  const isDone = fields.some(({ form }) => form.field === 'done');
  if (found.length === 0) return isDone ? [DONE_BUT_OPEN] : NO_HINTS;
  const hints = found.map((hint) => ({ kind: hint.kind, message: hint.message }));
  return isDone ? [...hints, DONE_BUT_OPEN] : hints;
}

/** What a follow-up has from the place it stands in: one for all that stand under the same heading. */
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
/** What is never asked: an item that says nothing is no follow-up. */
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
 * Nearly every item: a word stands behind the box, or what names somebody or is a field. It is not needed for what may be no
 * more than a comment, an origin or, behind `[>]`, a link.
 */
const SAYS_SOMETHING = /^[^[]*\[(?:>\]\s+|[^\]>]{1,3}\]\s+(?:\[|\*\*)?\[?)[\w@]/;
const MOVED = '[>]';
/** Every origin begins so; what follows may stand on the next line. */
const ORIGIN = '(from';

/**
 * A follow-up whose line is read when somebody asks what it says. That takes longer than finding it, and nobody asks most
 * of those that are closed. Its properties are getters: it can be neither spread nor copied by `JSON`.
 */
export class FollowUpRecord implements FollowUp {
  readonly line: number;
  readonly endLine: number;
  readonly source: string;
  readonly continuation: string;
  readonly status: FollowUpStatus;
  readonly #place: FollowUpPlace;
  #content: FollowUpContent | undefined = undefined;

  private constructor({ line, endLine, source, continuation }: TaskItem, place: FollowUpPlace) {
    this.line = line;
    this.endLine = endLine;
    this.source = source;
    this.continuation = continuation;
    this.#place = place;
    this.status = statusOf(this.mark, place.statuses);
  }

  /** The follow-up that an item with a box is, or `undefined` when it says nothing. */
  static of(task: TaskItem, place: FollowUpPlace): FollowUpRecord | undefined {
    return SAYS_SOMETHING.test(task.source) || readFollowUp(task) ? new FollowUpRecord(task, place) : undefined;
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

  /** Whether these characters stand in it as it is written: the cheap question before it is read. */
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

/** The owners, shared with all follow-ups that name the same one: most of them name one. */
function shared(owners: readonly OwnerMention[]): readonly OwnerMention[] {
  const [only] = owners;
  return only && owners.length === 1 ? ONE_OWNER[only.form].get(only.name) : owners;
}
