import { type FollowUp, type FollowUpStatus, isOpen } from '../followUp/followUp';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { ownerNames } from '../index/ownership';
import { paragraphLines } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { escapeMarkdown, oneLine } from '../noteEdit/escape';
import type { RedactedMeeting } from './redactedMeeting';
import { type Message, message } from '../text/message';

const COMMENT = /<!--[^]*?-->|%%[^]*?%%/g;

/**
 * A follow-up as a line that says all by itself: `- [ ] **Jane Doe**: Send the draft (due 2026-12-04)`, or `undefined` when
 * nothing but a comment stands in it.
 */
export function followUpText(
  followUp: FollowUp,
  owners: readonly string[],
  status = followUp.status,
): string | undefined {
  const { due, invalidDue } = followUp.fields;
  const text = oneLine(followUp.text.replace(COMMENT, ''));
  if (text === '') {
    return undefined;
  }
  // A bare name stands in the sentence itself: `Jane: send the draft`.
  const names = followUp.owners.some(({ form }) => form === 'bare') ? [] : owners;
  const who = names.map((name) => `**${escapeMarkdown(name)}**`).join(', ');
  const when = due ?? invalidDue;
  return [`- [${markFor(status) ?? followUp.mark}]`, who && `${who}:`, text, when && `(due ${when})`]
    .filter(Boolean)
    .join(' ');
}

/** The marks that everybody knows; what was dropped or carried on was not done, so it keeps its own. */
function markFor(status: FollowUpStatus): string | undefined {
  return isOpen(status) ? ' ' : status === 'done' ? 'x' : undefined;
}

/** Which follow-ups of a meeting are listed, and how. */
export interface FollowUpChoice {
  readonly isListed: (followUp: FollowUp) => boolean;
  readonly ownersOf: (followUp: FollowUp) => readonly string[];
}

/** Follow-ups as a list, nested as in the note, each with the plain items it holds. */
export function sharedFollowUps(shared: RedactedMeeting, { isListed, ownersOf }: FollowUpChoice): string[] {
  /** By block, at which depth of the list stands what it holds; `undefined` where nothing is listed around it. */
  const depths: (number | undefined)[] = [];
  return shared.note.blocks.flatMap(({ kind, line, parent }, index) => {
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
          ? detailAt(shared.note, index)
          : undefined;
    depths[index] = words === undefined ? undefined : (depth ?? 0) + 1;
    return words === undefined ? [] : ['  '.repeat(depth ?? 0) + words];
  });
}

/** A plain item on one line, or `undefined` for an empty one. */
function detailAt({ text, blocks }: ParsedMarkdown, index: number): string | undefined {
  const paragraph = blocks[index + 1];
  if (paragraph?.kind !== 'paragraph' || paragraph.parent !== index) {
    return undefined;
  }
  const words = paragraphLines(text, paragraph).map(({ start, end }) => text.slice(start, end).trim());
  return `- ${words.join(' ')}`;
}

/** Follow-ups for somebody else to read. */
export interface CopiedFollowUps {
  /** A line of Markdown for each, with its owners and due date, without a line end after the last. */
  readonly text: string;
  readonly copied: number;
  /** How many were left out because they are private. */
  readonly leftOut: number;
}

/** States what was copied, and what was left out. */
export function formatCopied({ copied, leftOut }: CopiedFollowUps): Message {
  const done = copied === 1 ? message('copy.one') : message('copy.many', copied);
  if (leftOut === 0) return done;
  return leftOut === 1 ? message('copy.leftOutOne', done) : message('copy.leftOutMany', done, leftOut);
}

/** Writes follow-ups as text, the private ones left out. `me` is how the reader is called in it. */
export function copyableText(followUps: readonly ListedFollowUp[], me = 'me'): CopiedFollowUps {
  const shared = followUps.filter(({ followUp, note }) => !followUp.private && !note.private);
  const lines = shared
    .map((item) => followUpText(item.followUp, ownerNames(item, me), item.status))
    .filter((line) => line !== undefined);
  return { text: lines.join('\n'), copied: lines.length, leftOut: followUps.length - shared.length };
}
