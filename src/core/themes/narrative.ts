import { addDays, type CivilDate, shortDate } from '../dates/civilDate';
import type { QuestionTopic } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { NoteIndex } from '../index/noteIndex';
import { quoteAnswers } from '../reports/quotations';
import { type Report, type ReportEntry, reportSection } from '../reports/report';
import type { Cooperative } from '../text/cooperative';
import { message } from '../text/message';
import { type HeldMeeting, heldMeetings } from '../topics/heldMeetings';

/** Number of days that the narrative looks back. */
const DAYS = 182;
/** Maximum number of quotations on one topic in a document. */
const LIMITS = [40];

/** The topics of the narrative in reading order. */
const TOPICS = ['story', 'bet', 'unknown', 'estimate'] as const satisfies readonly QuestionTopic[];

/** Returns the report that the narrative for the company is made of: what all 1:1s say about its topics. */
export function* composeNarrative(index: NoteIndex, bank: QuestionBank, today: CivilDate): Cooperative<Report> {
  const held = yield* heldMeetings(index, { since: addDays(today, -DAYS), until: today });
  const sections = TOPICS.flatMap((topic) =>
    reportSection(
      {
        id: topic,
        title: message(`narrative.${topic}`),
        entries: held.flatMap((each) => answersOn(each, topic, { bank, today })),
      },
      LIMITS,
    ),
  );
  return {
    title: message('narrative.title'),
    introduction: sections.length === 0 ? [message('narrative.nothing')] : [],
    sections,
  };
}

function answersOn(
  held: HeldMeeting,
  topic: QuestionTopic,
  { bank, today }: { readonly bank: QuestionBank; readonly today: CivilDate },
): readonly ReportEntry[] {
  const { person, note, meeting } = held;
  const label = [person.name, shortDate(meeting.date, today)];
  return meeting.sections.flatMap((section) =>
    section.prompts
      .filter(({ answered, question }) => answered && bank.topicOf(question) === topic)
      .map(({ answerLine }) => ({
        label,
        text: '',
        details: [],
        source: { uri: note.uri, line: answerLine },
        private: section.private,
        quote: (read) =>
          quoteAnswers(held, { note: read, bank }, ({ line }) => line === answerLine).map((entry) => ({
            ...entry,
            label,
          })),
      })),
  );
}
