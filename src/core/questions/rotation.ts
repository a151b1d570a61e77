import type { FrameworkSection, Question } from '../frameworks/framework';
import { hashText } from '../text/strings';
import type { QuestionHistory } from './history';
import { sectionNames } from './sections';

/** A section of questions and the person to ask. */
interface RotationRequest {
  readonly section: FrameworkSection;
  readonly history: QuestionHistory;
  /** The person's key. */
  readonly person: string;
  /** Keys of the questions already in the note, which are left out. */
  readonly exclude?: ReadonlySet<number>;
}

/** Number of appearances without words after which a section gets an additional question. */
const SILENT_APPEARANCES = 2;

/**
 * Selects the questions of a section for the next note: the favourites and `count` others. The default is the section's
 * own number, plus one if its last two appearances stayed empty.
 */
export function rotate({ count, ...request }: RotationRequest & { readonly count?: number }): readonly Question[] {
  const order = rotationOrder(request).filter(({ key }) => !request.exclude?.has(key));
  const favourites = order.filter(({ always }) => always);
  const others = order.filter(({ always }) => !always);
  return [...favourites, ...others.slice(0, count ?? askedNow(request))];
}

/**
 * Returns all questions of a section by priority: favourites, then questions never asked, then unanswered ones, then
 * those asked longest ago. Questions from the last two notes come last.
 */
export function rotationOrder({ section, history, person }: RotationRequest): readonly Question[] {
  return section.questions
    .map((question) => ({ question, rank: rankOf(question, { history, person }) }))
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .map(({ question }) => question);
}

/**
 * Returns the next question after `after` in rotation order, or the first one, skipping `exclude` and wrapping around.
 * Returns `undefined` if the note has all questions.
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

/** The sort key of a question, most significant part first; smaller values come first. */
type Rank = readonly (string | number)[];

function rankOf({ key, always }: Question, { history, person }: Pick<RotationRequest, 'history' | 'person'>): Rank {
  const asked = history.asked.get(key);
  const offered = history.offered.get(key);
  return [
    always ? 0 : 1,
    // Among the last two notes, questions of the older one come first.
    always ? 0 : -(history.recent.get(key) ?? Number.MAX_SAFE_INTEGER),
    asked !== undefined ? 2 : offered !== undefined ? 1 : 0,
    asked ?? offered ?? '',
    // The hash varies the order between people.
    hashText(`${person}\n${key}`),
    key,
  ];
}

function compareRanks(one: Rank, other: Rank): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  const [left, right] = [one[at] ?? 0, other[at] ?? 0];
  return left < right ? -1 : left > right ? 1 : 0;
}
