import type { FrameworkSection, Question } from '../frameworks/framework';
import { hashText } from '../text/hashText';
import type { QuestionHistory } from './history';
import { sectionNames } from './sections';

/** A section whose questions are to be put to a person. */
export interface RotationRequest {
  readonly section: FrameworkSection;
  readonly history: QuestionHistory;
  /** The person's key. */
  readonly person: string;
  /** Keys of questions that the note holds already: they are left out. */
  readonly exclude?: ReadonlySet<number>;
}

/** In so many appearances of a section without a word, one question more is asked. */
const SILENT_APPEARANCES = 2;

/**
 * The questions of a section for the next note, in asking order: the favourites, and besides them `count` others, by
 * default as many as the section asks, and one more when nobody wrote a word there the last two times.
 */
export function rotate({ count, ...request }: RotationRequest & { readonly count?: number }): readonly Question[] {
  const order = rotationOrder(request).filter(({ key }) => !request.exclude?.has(key));
  const favourites = order.filter(({ always }) => always);
  const others = order.filter(({ always }) => !always);
  return [...favourites, ...others.slice(0, count ?? askedNow(request))];
}

/**
 * All questions of a section in the order in which they come up: favourites, then what was never asked, what was
 * offered and stayed empty, and what was asked longest ago; and after all these, what stood in the last two notes.
 */
export function rotationOrder({ section, history, person }: RotationRequest): readonly Question[] {
  return section.questions
    .map((question) => ({ question, rank: rankOf(question, { history, person }) }))
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .map(({ question }) => question);
}

/**
 * The question that comes after `after` in the rotation order (the first one without it), the order going around and
 * leaving out `exclude`; `undefined` when the note holds them all.
 */
export function nextQuestion({
  after,
  ...request
}: RotationRequest & { readonly after?: number }): Question | undefined {
  const order = rotationOrder(request);
  const start = order.findIndex(({ key }) => key === after) + 1;
  return [...order.slice(start), ...order.slice(0, start)].find(
    ({ key }) => key !== after && !request.exclude?.has(key),
  );
}

function askedNow({ section, history }: RotationRequest): number {
  const names = sectionNames(section);
  const appearances = history.written
    .map((words) => names.flatMap((name) => words.get(name) ?? []))
    .filter((found) => found.length > 0)
    .slice(0, SILENT_APPEARANCES);
  const isSilent = appearances.length === SILENT_APPEARANCES && appearances.flat().every((words) => words === 0);
  return section.ask > 0 && isSilent ? section.ask + 1 : section.ask;
}

/** What decides the order, the weightiest first: of two questions, that with the smaller value comes first. */
type Rank = readonly (string | number)[];

function rankOf({ key, always }: Question, { history, person }: Pick<RotationRequest, 'history' | 'person'>): Rank {
  const asked = history.asked.get(key);
  const stood = history.stood.get(key);
  return [
    always ? 0 : 1,
    // Of the last two notes, what stood in the older one comes back first.
    always ? 0 : -(history.recent.get(key) ?? Number.MAX_SAFE_INTEGER),
    asked !== undefined ? 2 : stood !== undefined ? 1 : 0,
    asked ?? stood ?? '',
    // Not everyone is asked the same on the same day.
    hashText(`${person}\n${key}`),
    key,
  ];
}

function compareRanks(one: Rank, other: Rank): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  const [left, right] = [one[at] ?? 0, other[at] ?? 0];
  return left < right ? -1 : left > right ? 1 : 0;
}
