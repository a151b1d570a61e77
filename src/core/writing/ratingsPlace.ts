import { plainTitle } from '../note/headings';
import type { Meeting } from '../note/note';
import { isInRange } from '../note/privacy';
import { headedSections, type HeadedSection } from '../note/headedSections';
import { datedLine, meetingTitle } from '../note/meetingTitle';
import type { OpenNote } from './insertUnder';

/** Where in a meeting new ratings or a new chart belong: before the line `at`, under a heading of their own if one is given. */
export interface RatingsPlace {
  readonly at: number;
  readonly heading?: string;
}

const RATINGS = new Set(['ratings', 'rating', 'challenge vs skill', 'challenge and skill', 'challenge / skill']);
const CHART = new Set(['chart']);
const OWN_TITLE = 'Challenge vs Skill';

/** The end of the meeting's *Ratings*, else a section to be made. What is not private is never put where private things stand. */
export function placeOfRatings(note: OpenNote, meeting: Meeting): RatingsPlace {
  const { lines } = note;
  const section = sectionNamed(RATINGS, note, meeting);
  if (section) return { at: lines.lastWritten(Math.min(section.endLine, meeting.endLine)) + 1 };
  const sections = headedSections(lines.text, note.blocks, meeting);
  const firstOfPrivateEnd = sections.findLastIndex(({ line }) => !isInRange(note.privateLines, line)) + 1;
  const title = meetingTitle(sections, datedLine(meeting));
  const level = sections.find((each) => each !== title)?.level ?? (title?.level ?? 1) + 1;
  return {
    at: sections[firstOfPrivateEnd]?.line ?? lines.nextWritten(meeting.endLine + 1),
    heading: `${'#'.repeat(Math.min(level, 6))} ${OWN_TITLE}`,
  };
}

/** The top of the meeting's *Chart*, behind the line that says what the section is for; `undefined` if there is none. */
export function placeOfChart(note: OpenNote, meeting: Meeting): RatingsPlace | undefined {
  const section = sectionNamed(CHART, note, meeting);
  if (!section) return undefined;
  const first = note.blocks.find(({ line, parent }) => parent < 0 && line > section.headingEndLine);
  const { text } = note.lines;
  const isPurpose =
    first?.kind === 'paragraph' &&
    first.endLine <= section.endLine &&
    /^\*[^*].*[^*]\*$/s.test(text.slice(first.start, first.end));
  return { at: (isPurpose ? first.endLine : section.headingEndLine) + 1 };
}

function sectionNamed(titles: ReadonlySet<string>, note: OpenNote, meeting: Meeting): HeadedSection | undefined {
  return headedSections(note.lines.text, note.blocks, meeting).find(
    ({ line, level }) =>
      level > 1 && titles.has(plainTitle(note.lines.get(line))) && !isInRange(note.privateLines, line),
  );
}
