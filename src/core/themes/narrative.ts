import { addDays, type CivilDate } from '../dates/civilDate';
import type { QuestionTopic } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { NoteIndex } from '../index/noteIndex';
import { answerEntries } from '../reports/quotations';
import { type Report, reportSection } from '../reports/report';
import type { Cooperative } from '../text/cooperative';
import { message } from '../text/message';
import { heldMeetings } from '../topics/heldMeetings';

/** Number of days that the narrative looks back. */
const DAYS = 182;
/** Maximum number of quotations on one topic in a document. */
const LIMITS = [40];

/** The topics of the narrative in reading order. */
const TOPICS = ['story', 'bet', 'unknown', 'estimate'] as const satisfies readonly QuestionTopic[];

/** Returns the report that the narrative for the company is made of: what all 1:1s say about its topics. */
export function* composeNarrative(index: NoteIndex, bank: QuestionBank, today: CivilDate): Cooperative<Report> {
  const held = yield* heldMeetings(index, { since: addDays(today, -DAYS), until: today });
  const wish = { bank, today, withPrivate: true };
  const sections = TOPICS.flatMap((topic) =>
    reportSection(
      {
        id: topic,
        title: message(`narrative.${topic}`),
        entries: held.flatMap((each) => answerEntries(each, topic, wish)),
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
