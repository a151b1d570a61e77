import { conflictAt } from '../markdown/conflicts';
import { ISO_DATE } from '../dates/findDate';
import { checkboxAt } from '../markdown/listItem';
import { readFields } from '../taskText/fields';
import { type Inline, readInline } from '../taskText/inline';
import { readLastLink } from '../taskText/origin';
import { readOwners } from '../taskText/owners';
import { removeSpans, sentenceText } from '../taskText/sentence';
import type { TaskProblem, OwnerForm, OwnerMention } from '../taskText/taskFields';
import { Interner } from '../text/retained';
import { type Due, type FollowUp, type FollowUpStatus, isOpen, type Statuses, statusOf } from './followUp';
import type { LineContext, TaskItem } from './taskItem';
import { message } from '../text/message';

/** An item with a checkbox, without the place of the checkbox in its note. */
type TaskLines = Omit<TaskItem, 'box' | 'start'>;

/** The text of an item with a checkbox. */
interface TaskText {
  /** The whole line of the checkbox. It must be a copy, because slices of it are stored. */
  readonly source: string;
  /** The continuation lines, joined by spaces, or `''`. */
  readonly continuation: string;
}

/** The part of a follow-up that depends only on its text. */
export type FollowUpContent = Pick<
  FollowUp,
  'stateCharacter' | 'status' | 'text' | 'words' | 'fields' | 'owners' | 'tags' | 'problems' | 'origin' | 'target'
>;

const NO_PROBLEMS: readonly TaskProblem[] = [];
const DONE_BUT_OPEN: TaskProblem = {
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
  const { fields, problems: itemProblems } = readFields(text, inline);
  const { owners, spans, sentence, beside } = readOwners(text, inline);
  const goneTo =
    box.stateCharacter === MOVED_CHARACTER ? (inline.target ?? readLastLink(text.slice(0, sentence.end))) : undefined;
  const said = goneTo
    ? removeSpans(text, [...inline.gaps, ...beside, goneTo])
    : sentenceText(text, inline, { sentence, beside });
  const bare = spans.flatMap(({ mention: { form }, around }) => (form === 'bare' && around ? around : []));
  const others = goneTo ? [...beside, goneTo] : beside;
  const words = bare.length === 0 ? '' : removeSpans(text, [...inline.gaps, ...others, ...bare]);
  if (said === '' && inline.fields.length + inline.mentions.length === 0) return undefined;

  const status = statusOf(box.stateCharacter, statuses);
  const content = {
    stateCharacter: box.stateCharacter,
    status,
    text: said === '' ? text.trim() : said,
    words: words === '' ? said : words,
    fields:
      box.stateCharacter === IMPORTANT && fields.priority === undefined
        ? { ...fields, priority: 'high' as const }
        : fields,
    owners,
    tags: inline.tags.length > 1 ? [...new Set(inline.tags)] : inline.tags,
    problems: isOpen(status) ? problemsOf(itemProblems, inline) : NO_PROBLEMS,
  };
  const { origin } = inline;
  if (!origin && !goneTo) return content;
  return { ...content, ...(origin && { origin: origin.origin }), ...(goneTo && { target: goneTo.target }) };
}

const NO_DUE: Due = {};
const DATE = new RegExp(ISO_DATE);

/** Returns the due date of an item with a checkbox. Without a date in its lines, nothing else is read. */
export function readDue(task: TaskText): Due {
  if (!DATE.test(task.source) && !DATE.test(task.continuation)) return NO_DUE;
  const box = checkboxAt(task.source, task.source.indexOf('['));
  return box ? readFields(writtenText(task, box.end)).fields : NO_DUE;
}

/** Returns the text after the checkbox, up to the markers of a Git conflict. */
function writtenText({ source, continuation }: TaskText, start: number): string {
  const first = source.slice(start);
  if (continuation === '') return first;
  const conflict = conflictAt(continuation);
  return `${first} ${conflict < 0 ? continuation : continuation.slice(0, conflict)}`;
}

function problemsOf(found: readonly TaskProblem[], { fields }: Inline): readonly TaskProblem[] {
  const isDone = fields.some(({ form }) => form.field === 'done');
  if (found.length === 0) return isDone ? [DONE_BUT_OPEN] : NO_PROBLEMS;
  const problems = found.map(({ kind, message }) => ({ kind, message }));
  return isDone ? [...problems, DONE_BUT_OPEN] : problems;
}

/** What may be known of the text of a follow-up without reading it. */
interface KnownContent {
  readonly due?: Due | undefined;
  readonly content?: FollowUpContent | undefined;
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
  stateCharacter: '',
  status: 'none',
  text: '',
  words: '',
  fields: {},
  owners: [],
  tags: [],
  problems: [],
};
/**
 * Fast path: matches items that certainly have content, so that the full parse can wait. It excludes items that may be
 * only a comment, an origin or, after `[>]`, a link.
 */
const SAYS_SOMETHING = /^[^[]*\[(?:>\]\s+(?:\[\[[^[\]|\n]+\]\]\s+)?|[^\]>]{1,3}\]\s+(?:\[|\*\*)?\[?)[\p{L}\w@]/u;
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
  // The context is kept as numbers: an object for each follow-up takes as much as its line.
  readonly #heading: number;
  readonly #above: number;
  readonly #below: number;
  readonly #place: FollowUpPlace;
  #content: FollowUpContent | undefined;
  #due: Due | undefined;

  /** `known` is what was read of its text before. */
  constructor(
    { line, endLine, source, continuation }: TaskLines,
    place: FollowUpPlace,
    context: LineContext,
    known?: KnownContent,
  ) {
    this.line = line;
    this.endLine = endLine;
    this.source = source;
    this.continuation = continuation;
    this.#heading = context.heading;
    this.#above = context.above;
    this.#below = context.below;
    this.#place = place;
    this.#content = known?.content;
    this.#due = known?.due;
    this.status = statusOf(this.stateCharacter, place.statuses);
  }

  /** Creates the follow-up of an item with a checkbox, or returns `undefined` if it has no content. */
  static of(task: TaskItem, place: FollowUpPlace, context: LineContext): FollowUpRecord | undefined {
    return SAYS_SOMETHING.test(task.source) || readFollowUp(task)
      ? new FollowUpRecord(task, place, context)
      : undefined;
  }

  get context(): LineContext {
    return { heading: this.#heading, above: this.#above, below: this.#below };
  }

  get stateCharacter(): string {
    return checkboxAt(this.source, this.source.indexOf('['))?.stateCharacter ?? '';
  }

  /** All that its text says. */
  get content(): FollowUpContent {
    if (!this.#content) {
      const read = readFollowUp(this, this.#place.statuses) ?? SAYS_NOTHING;
      this.#content = { ...read, owners: read.owners.length === 0 ? this.owedByHeading : shared(read.owners) };
    }
    return this.#content;
  }

  get due(): Due {
    this.#due ??= readDue(this);
    return this.#due;
  }

  get text(): string {
    return this.content.text;
  }

  get words(): string {
    return this.content.words;
  }

  get fields(): FollowUp['fields'] {
    return this.content.fields;
  }

  get owners(): FollowUp['owners'] {
    return this.content.owners;
  }

  get tags(): FollowUp['tags'] {
    return this.content.tags;
  }

  get problems(): FollowUp['problems'] {
    return this.content.problems;
  }

  get origin(): FollowUp['origin'] {
    return this.holds(ORIGIN) ? this.content.origin : undefined;
  }

  get target(): FollowUp['target'] {
    return this.holds(MOVED) ? this.content.target : undefined;
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
}

function onlyOwner(form: OwnerForm): Interner<readonly OwnerMention[]> {
  return new Interner((name) => [{ name, form }]);
}

/** Returns a shared list for a single owner, the most common case, to save memory. */
function shared(owners: readonly OwnerMention[]): readonly OwnerMention[] {
  const [only] = owners;
  return only && only.following === undefined && owners.length === 1 ? ONE_OWNER[only.form].get(only.name) : owners;
}
