import type { CivilDate } from '../dates/civilDate';
import type { QuestionTopic } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { Section } from '../note/note';
import type { LineRange } from '../text/range';
import { type Statement, type StatementSource, statementsIn } from '../topics/statements';
import type { Composition } from './report';

/** How to list statements. */
export interface StatementWish {
  readonly bank: QuestionBank;
  readonly today: CivilDate;
  readonly withPrivate: boolean;
}

/** Returns the text of a note, or `undefined` if it could not be read. */
export type NoteReader = Parameters<Composition['entries']>[0];

/** Reads the statements of several meetings. Notes that could not be read have none. */
export function readStatements(
  sources: readonly StatementSource[],
  noteOf: NoteReader,
  { bank, withPrivate }: StatementWish,
): readonly Statement[] {
  const said = sources.flatMap((source) => {
    const parsed = noteOf(source.held.note.uri);
    return parsed ? statementsIn(source, parsed, bank) : [];
  });
  return withPrivate ? said : said.filter((each) => !each.private);
}

/** Returns the URIs of the notes with statements. */
export function urisOf(sources: readonly StatementSource[]): readonly string[] {
  return sources.map(({ held }) => held.note.uri);
}

/** Returns the lines of the answers to questions about a topic. */
export function answersAbout({ prompts }: Section, topic: QuestionTopic, bank: QuestionBank): readonly LineRange[] {
  return prompts
    .filter(({ answered, question }) => answered && bank.topicOf(question) === topic)
    .map(({ answerLine, answerEndLine }) => ({ line: answerLine, endLine: answerEndLine }));
}
