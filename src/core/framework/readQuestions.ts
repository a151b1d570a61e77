import { FieldReader, isRecord, notText, oneLine, type FieldPath, type FieldProblem } from './fieldReader';
import type { Question, QuestionTopic } from './framework';
import { normalizeQuestion, questionKey } from './questionKey';

const QUESTION_KEYS = ['ask', 'was', 'always', 'about'];
const TOPICS: readonly QuestionTopic[] = ['thanks', 'blockers', 'revisit'];
/** In characters. Longer texts would be asked, and not be recognized in the note. */
const LONGEST_QUESTION = 300;

/** The questions under `questions` of a section or question set, each either a text or a map with `ask`. */
export function readQuestions(section: FieldReader): readonly Question[] {
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
      const message = 'This question stands in the section already, so this one is left out.';
      section.problems.push({ path, isKey: false, message });
      return [];
    }
    seen.add(normalized);
    return [question];
  });
}

function questionFromText(value: unknown, path: FieldPath, problems: FieldProblem[]): Question | undefined {
  const text = typeof value === 'string' ? oneLine(value) : '';
  const message = text === '' ? notText('A question', value) : whyNotAsked(text);
  if (message !== undefined) {
    problems.push({ path, isKey: false, message });
    return undefined;
  }
  return { text, was: [], always: false, key: questionKey(text) };
}

function questionFromMap(reader: FieldReader): Question | undefined {
  if (!reader.has('ask')) {
    reader.report(
      'A question is a text, or a map with “ask:” before its text. If the question has a colon in it, put it in quotes.',
    );
    return undefined;
  }
  reader.allowOnly(QUESTION_KEYS);
  const text = reader.text('ask');
  const message = text === undefined ? undefined : whyNotAsked(text);
  if (message !== undefined) {
    reader.report(message, 'ask');
  }
  if (text === undefined || message !== undefined) {
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
  const topic = TOPICS.find((each) => each === written);
  if (written !== undefined && !topic) {
    reader.report(`“about” is one of ${TOPICS.join(', ')}. Any other is ignored.`, 'about');
  }
  return topic;
}

function whyNotAsked(text: string): string | undefined {
  if (text.length > LONGEST_QUESTION) {
    return `A question has at most ${LONGEST_QUESTION} characters. This one has ${text.length}: ask it in fewer words.`;
  }
  return normalizeQuestion(text) === '' ? 'A question needs words, so this one is left out.' : undefined;
}
