import { type FieldPath, type FieldProblem, FieldReader, isRecord, nameOf, notText, oneLine } from './fieldReader';
import {
  type Framework,
  FRAMEWORK_KINDS,
  type FrameworkKind,
  type FrameworkSection,
  type Question,
  QUESTION_TOPICS,
  type QuestionTopic,
  idFrom,
  titleFrom,
} from './framework';
import { readRelation, type Relation, RELATIONS } from '../people/person';
import { type Message, message } from '../text/message';
import { normalizeQuestion, questionKey } from './questionBank';

const QUESTION_KEYS = ['ask', 'was', 'always', 'about'];
/** Maximum length of a question, in characters. A longer question would not be recognized in a note. */
const LONGEST_QUESTION = 300;

/** Reads the `questions` of a section or question set. Each is a text or a map with `ask`. */
function readQuestions(section: FieldReader): readonly Question[] {
  const seen = new Set<string>();
  return section.list('questions').flatMap((value, index): Question[] => {
    const path = [...section.path, 'questions', index];
    const question = isRecord(value)
      ? questionFromMap(new FieldReader(value, path, section.problems))
      : questionFromText(value, path, section.problems);
    if (!question) {
      return [];
    }
    const normalized = normalizeQuestion(question.text);
    if (seen.has(normalized)) {
      section.problems.push({ path, isKey: false, message: message('framework.repeatedQuestion') });
      return [];
    }
    seen.add(normalized);
    return [question];
  });
}

function questionFromText(value: unknown, path: FieldPath, problems: FieldProblem[]): Question | undefined {
  const text = typeof value === 'string' ? oneLine(value) : '';
  const problem = text === '' ? notText(message('field.question'), value) : whyNotAsked(text);
  if (problem) {
    problems.push({ path, isKey: false, message: problem });
    return undefined;
  }
  return { text, was: [], always: false, key: questionKey(text) };
}

function questionFromMap(reader: FieldReader): Question | undefined {
  if (!reader.has('ask')) {
    reader.report(message('framework.notQuestion'));
    return undefined;
  }
  reader.allowOnly(QUESTION_KEYS);
  const text = reader.text('ask');
  const problem = text === undefined ? undefined : whyNotAsked(text);
  if (problem) {
    reader.report(problem, 'ask');
  }
  if (text === undefined || problem) {
    return undefined;
  }
  const about = readTopic(reader);
  return {
    text,
    was: reader.texts('was'),
    always: reader.flag('always'),
    ...(about && { about }),
    key: questionKey(text),
  };
}

function readTopic(reader: FieldReader): QuestionTopic | undefined {
  const written = reader.text('about');
  const topic = QUESTION_TOPICS.find((each) => each === written);
  if (written !== undefined && !topic) {
    reader.report(message('framework.topic', QUESTION_TOPICS.join(', ')), 'about');
  }
  return topic;
}

function whyNotAsked(text: string): Message | undefined {
  if (text.length > LONGEST_QUESTION) {
    return message('framework.longQuestion', LONGEST_QUESTION, text.length);
  }
  return normalizeQuestion(text) === '' ? message('framework.noWords') : undefined;
}

/** A framework and the problems in its data. */
interface FrameworkReading {
  /** The usable part of the framework, or `undefined` if nothing is usable. */
  readonly framework?: Framework;
  readonly problems: readonly FieldProblem[];
}

const FRAMEWORK_KEYS = ['id', 'title', 'source', 'kind', 'for', 'sections'];
const SECTION_KEYS = ['id', 'title', 'purpose', 'ask', 'lookFor', 'headings', 'followUps', 'questions'];
const QUESTION_SET_KEYS = [...new Set([...FRAMEWORK_KEYS.filter((key) => key !== 'sections'), ...SECTION_KEYS])];
/** Maximum number of rotating questions per section of a note. */
const MOST_ASKED = 20;

/**
 * Creates a framework from the parsed data of a file, for built-in and custom frameworks alike. A file with `questions`
 * but without `sections` is a question set. A missing id or title is taken from the file name.
 */
export function frameworkFromData(data: unknown, fileName: string): FrameworkReading {
  const problems: FieldProblem[] = [];
  if (!isRecord(data)) {
    const isEmpty = data === null || data === undefined;
    const problem = isEmpty ? message('framework.emptyFile') : message('framework.notMap', nameOf(data));
    return { problems: [{ path: [], isKey: false, message: problem }] };
  }
  const reader = new FieldReader(data, [], problems);
  const isQuestionSet = !reader.has('sections') && reader.has('questions');
  reader.allowOnly(isQuestionSet ? QUESTION_SET_KEYS : FRAMEWORK_KEYS);
  const framework = isQuestionSet ? readQuestionSet(reader, fileName) : readFramework(reader, fileName);
  if (framework.sections.length > 0) {
    return { framework, problems };
  }
  if (!reader.has('sections')) {
    reader.report(message('framework.noQuestions'));
  }
  return { problems };
}

function readFramework(reader: FieldReader, fileName: string): Framework {
  for (const key of ['id', 'title'].filter((each) => !reader.has(each))) {
    reader.report(message('framework.missingKey', key));
  }
  return { ...readHead(reader, fileName), ...readUse(reader, 'regular'), sections: readSections(reader) };
}

function readQuestionSet(reader: FieldReader, fileName: string): Framework {
  const head = readHead(reader, fileName);
  const section = { id: head.id, title: head.title, ...readBody(reader) };
  return { ...head, ...readUse(reader, 'questions'), sections: section.questions.length > 0 ? [section] : [] };
}

function readHead(reader: FieldReader, fileName: string): Pick<Framework, 'id' | 'title' | 'source'> {
  const id = readId(reader) ?? (idFrom(fileName) || 'framework');
  const title = reader.text('title') ?? (titleFrom(fileName) || 'Framework');
  const source = reader.text('source');
  return { id, title, ...(source !== undefined && { source }) };
}

function readId(reader: FieldReader): string | undefined {
  const written = reader.text('id');
  const id = written === undefined ? '' : idFrom(written);
  if (written !== undefined && written !== id) {
    reader.report(id === '' ? message('framework.badId') : message('framework.changedId', id), 'id');
  }
  return id === '' ? undefined : id;
}

/** The relations for which a kind of framework is meant if its file does not say so. */
const FOR_BY_DEFAULT: Partial<Record<FrameworkKind, readonly Relation[]>> = {
  career: ['report'],
  upward: ['manager'],
};

/** Reads when a framework is suggested, and for whom. */
function readUse(reader: FieldReader, otherwise: FrameworkKind): Pick<Framework, 'kind' | 'for'> {
  const written = reader.text('kind');
  const kind = FRAMEWORK_KINDS.find((each) => each === written);
  if (written !== undefined && !kind) {
    reader.report(message('framework.badKind', FRAMEWORK_KINDS.join(', '), otherwise), 'kind');
  }
  const used = kind ?? otherwise;
  const relations = readRelations(reader);
  return { kind: used, for: relations.length > 0 ? relations : (FOR_BY_DEFAULT[used] ?? []) };
}

function readRelations(reader: FieldReader): readonly Relation[] {
  const relations = reader.texts('for').map((written) => ({ written, relation: readRelation(written) }));
  for (const { written } of relations.filter(({ relation }) => relation === undefined)) {
    reader.report(message('framework.badFor', written, RELATIONS.join(', ')), 'for');
  }
  return relations.flatMap(({ relation }) => relation ?? []);
}

function readSections(reader: FieldReader): readonly FrameworkSection[] {
  const seen = new Set<string>();
  const sections = reader.list('sections').flatMap((value, index): FrameworkSection[] => {
    const section = readSection(value, ['sections', index], reader.problems);
    if (!section) {
      return [];
    }
    if (seen.has(section.id)) {
      const path = ['sections', index, ...(isRecord(value) && 'id' in value ? ['id'] : [])];
      reader.problems.push({ path, isKey: false, message: message('framework.repeatedSection', section.id) });
      return [];
    }
    seen.add(section.id);
    return [section];
  });
  if (reader.has('sections') && sections.length === 0 && reader.problems.length === 0) {
    reader.report(message('framework.noSections'), 'sections');
  }
  return sections;
}

function readSection(value: unknown, path: FieldPath, problems: FieldProblem[]): FrameworkSection | undefined {
  if (!isRecord(value)) {
    problems.push({ path, isKey: false, message: message('framework.notSection', nameOf(value)) });
    return undefined;
  }
  const reader = new FieldReader(value, path, problems);
  reader.allowOnly(SECTION_KEYS);
  const id = readId(reader);
  const title = reader.text('title') ?? (id === undefined ? undefined : titleFrom(id));
  if (!reader.has('title')) {
    reader.report(message('framework.noSectionTitle'));
  }
  return title === undefined ? undefined : { id: id ?? idFrom(title), title, ...readBody(reader) };
}

function readBody(reader: FieldReader): Omit<FrameworkSection, 'id' | 'title'> {
  const purpose = reader.text('purpose');
  return {
    ...(purpose !== undefined && { purpose }),
    ask: reader.count('ask', { most: MOST_ASKED, otherwise: 1 }),
    lookFor: reader.texts('lookFor'),
    headings: reader.texts('headings'),
    followUps: reader.flag('followUps'),
    questions: readQuestions(reader),
  };
}
