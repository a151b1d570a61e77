import { datedLine, meetingTitle } from '../note/meetingTitle';
import type { Meeting, Section, SectionKind } from '../note/note';
import { sectionName } from '../questions/sectionName';

/** What was written under a heading that stands for something to talk about, the headings below it included. */
export interface Topic {
  /** What joins the topic of one note with that of another: its title without emphasis, emoji and number. */
  readonly name: string;
  /** As written; empty for what stands under no heading but the note's own. */
  readonly title: string;
  readonly isStatus: boolean;
  readonly isOnMyMind: boolean;
  readonly words: number;
  /** Questions that stand there, and those of them that have an answer. */
  readonly asked: number;
  readonly answered: number;
}

type OpenTopic = { -readonly [Key in keyof Topic]: Topic[Key] };

/** A heading above: what is written below it goes to its topic, or to none. */
interface TopicHeading {
  readonly level: number;
  readonly topic: OpenTopic | undefined;
}

/** Agenda, follow-ups and what is private are no topics. */
const NO_TOPICS: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>([
  ...(['agenda', 'followUps', 'mine', 'theirs', 'next', 'private'] as const),
]);

/** The topics of a meeting in the order of its headings. */
export function sectionTopics(meeting: Meeting): readonly Topic[] {
  const topics: OpenTopic[] = [];
  const above: TopicHeading[] = [];
  const title = meetingTitle(meeting.sections, datedLine(meeting));
  for (const section of meeting.sections) {
    while ((above.at(-1)?.level ?? -1) >= section.level) {
      above.pop();
    }
    const parent = section === title ? undefined : above.at(-1);
    const topic = parent && !parent.topic ? undefined : topicOf(section, parent?.topic, section === title);
    if (topic && topic !== parent?.topic) {
      topics.push(topic);
    }
    if (topic) {
      topic.words += section.words;
      topic.asked += section.prompts.length;
      topic.answered += section.prompts.filter(({ answered }) => answered).length;
    }
    if (section !== title && section.level > 0) {
      above.push({ level: section.level, topic });
    }
  }
  return topics;
}

/** The topic that a section belongs to: that of the heading above it, unless it says itself that it is status; or none. */
function topicOf(section: Section, above: OpenTopic | undefined, isTitle: boolean): OpenTopic | undefined {
  if (section.private || NO_TOPICS.has(section.kind)) {
    return undefined;
  }
  const isStatus = section.kind === 'status';
  if (above && (above.isStatus || !isStatus)) {
    return above;
  }
  const heading = isTitle || section.level === 0 ? '' : section.title;
  const isOnMyMind = section.kind === 'onMyMind';
  return { name: sectionName(heading), title: heading, isStatus, isOnMyMind, words: 0, asked: 0, answered: 0 };
}
