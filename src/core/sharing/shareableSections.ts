import type { Framework } from '../frameworks/framework';
import { withoutMarkers } from '../markdown/listItem';
import { plainText, shorten } from '../markdown/plainText';
import { MeetingOutline } from '../note/meetingOutline';
import { plainTitle } from '../note/sections';
import type { LineRange } from '../text/range';
import type { ShareRefusal } from './checkShareable';
import { redactedMeeting } from './redactedMeeting';
import type { ShareRequest } from './share';

/** A section of a meeting, as the user decides about it before sharing. */
export interface ShareableSection extends LineRange {
  /** The heading, or `''` for the text before the first section. */
  readonly title: string;
  /** The beginning of its public text. */
  readonly words: string;
  /** Number of public lines. */
  readonly count: number;
  /** Whether a framework or a new note has this heading. Only such sections are shared unless the user decides otherwise. */
  readonly isKnown: boolean;
}

const LONGEST_WORDS = 60;

/** Returns the sections of a meeting with public text. Refuses like the sharing itself. */
export function shareableSections(
  { file, rules, meeting: which }: ShareRequest,
  frameworks: readonly Framework[],
): readonly ShareableSection[] | ShareRefusal {
  const shared = redactedMeeting(file, which, rules);
  if ('refused' in shared) return shared;
  const { meeting, note } = shared;
  const outline = MeetingOutline.of(meeting);
  const titles = knownTitles(frameworks);
  return outline.parts.flatMap((part): ShareableSection[] => {
    const { line, endLine, kind } = part;
    const isSection = outline.isSection(part);
    const lines = note.lines
      .slice(part.level > 0 ? line + 1 : Math.max(line, note.frontMatter.bodyLine), endLine)
      .map((written) => plainText(withoutMarkers(written)).trim())
      .filter((written) => written !== '');
    const [words = ''] = lines;
    const isKnown = isSection && (kind === 'agenda' || kind === 'followUps' || titles.has(plainTitle(part.title)));
    return words === ''
      ? []
      : [
          {
            line,
            endLine,
            title: isSection ? part.title.trim() : '',
            words: shorten(words, LONGEST_WORDS),
            count: lines.length,
            isKnown,
          },
        ];
  });
}

function knownTitles(frameworks: readonly Framework[]): ReadonlySet<string> {
  const sections = frameworks.flatMap((framework) => framework.sections);
  return new Set(sections.flatMap(({ title, headings }) => [title, ...headings]).map(plainTitle));
}
