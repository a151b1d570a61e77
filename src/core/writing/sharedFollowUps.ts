import type { FollowUp } from '../followUp/followUp';
import { paragraphLines } from '../markdown/paragraphLines';
import { followUpText } from './followUpText';
import type { RedactedMeeting } from './publicMeeting';

/** Which follow-ups of a meeting are listed, and how. */
export interface FollowUpChoice {
  readonly isListed: (followUp: FollowUp) => boolean;
  readonly ownersOf: (followUp: FollowUp) => readonly string[];
}

/** Follow-ups as a list, nested as in the note, each with the plain items it holds. */
export function sharedFollowUps(shared: RedactedMeeting, { isListed, ownersOf }: FollowUpChoice): string[] {
  /** By block, at which depth of the list stands what it holds; `undefined` where nothing is listed around it. */
  const depths: (number | undefined)[] = [];
  return shared.blocks.flatMap(({ kind, line, parent }, index) => {
    const depth = depths[parent];
    if (kind !== 'item') {
      depths[index] = kind === 'quote' ? depth : undefined;
      return [];
    }
    const followUp = shared.followUps.get(line);
    const isDetail = !followUp && depth !== undefined;
    const words =
      followUp && isListed(followUp)
        ? followUpText(followUp, ownersOf(followUp))
        : isDetail
          ? detailAt(shared, index)
          : undefined;
    depths[index] = words === undefined ? undefined : (depth ?? 0) + 1;
    return words === undefined ? [] : ['  '.repeat(depth ?? 0) + words];
  });
}

/** A plain item on one line, or `undefined` for an empty one. */
function detailAt({ blocks, lines }: RedactedMeeting, index: number): string | undefined {
  const paragraph = blocks[index + 1];
  if (paragraph?.kind !== 'paragraph' || paragraph.parent !== index) {
    return undefined;
  }
  const words = paragraphLines(lines.text, paragraph).map(({ start, end }) => lines.text.slice(start, end).trim());
  return `- ${words.join(' ')}`;
}
