import type { CivilDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import { createBank } from '../frameworks/questionBank';
import { questionKey } from '../frameworks/questionKey';
import type { DatedMeeting } from '../index/listedFollowUp';
import { plainText, shorten } from '../markdown/plainText';
import { escapeMarkdown } from '../noteEdit/escape';
import { ParsedNote } from '../note/parsedNote';
import { recordedAnswers } from '../questions/recordedAnswers';

/** The question about the last story. It is asked only if there is one. */
export const ABOUT_LAST_STORY = questionKey('What of the story you told last time has happened?');

const LONGEST_STORY = 600;

/** A story of the future that was told in an earlier meeting. */
export interface LastStory {
  /** The day and the words, as Markdown. */
  readonly quote: string;
}

/**
 * Returns the story that was told last, for a framework that asks for one, or `undefined` if there is none. Private
 * stories are left out. `textOf` returns the text of a note.
 */
export async function lastStory(
  { framework, date }: { readonly framework: Framework; readonly date: CivilDate },
  meetings: readonly DatedMeeting[],
  textOf: (uri: string) => Promise<string>,
): Promise<LastStory | undefined> {
  const questions = framework.sections.flatMap((section) => section.questions);
  const stories = new Set(questions.filter(({ about }) => about === 'story').map(({ key }) => key));
  if (!questions.some(({ key }) => key === ABOUT_LAST_STORY)) return undefined;
  const bank = createBank([framework]);
  for (const dated of meetings.filter(({ meeting }) => meeting.date <= date).toReversed()) {
    const told = dated.meeting.sections
      .flatMap(({ prompts }) => prompts)
      .filter(({ answered, question }) => answered && stories.has(question));
    if (told.length === 0) continue;
    const text = await textOf(dated.note.uri).catch(() => '');
    const lines = new Set(told.map(({ answerLine }) => answerLine));
    const [story] = recordedAnswers(dated, new ParsedNote(text), bank).filter(
      ({ line, private: isPrivate }) => lines.has(line) && !isPrivate,
    );
    if (story) {
      return { quote: `${dated.meeting.date}: ${escapeMarkdown(shorten(plainText(story.words), LONGEST_STORY))}` };
    }
  }
  return undefined;
}
