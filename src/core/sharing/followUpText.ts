import { type FollowUp, type FollowUpStatus, isOpen } from '../followUp/followUp';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { ownerNames } from '../index/ownership';
import { paragraphAt, paragraphLines } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { escapeMarkdown, oneLine } from '../noteEdit/escape';
import type { RedactedMeeting } from './redact';
import { countedMessage, type Message } from '../text/message';

const COMMENT = /<!--[^]*?-->|%%[^]*?%%/g;

/**
 * Returns a follow-up as a self-contained line, such as `- [ ] **Jane Doe**: Send the draft (due 2026-12-04)`, or
 * `undefined` if it has no text besides comments.
 */
function followUpText(
  followUp: FollowUp,
  owners: readonly string[],
  { text: written, status }: Pick<ListedFollowUp, 'text' | 'status'> = followUp,
): string | undefined {
  const { due, invalidDue } = followUp.fields;
  const text = oneLine(written.replace(COMMENT, ''));
  if (text === '') {
    return undefined;
  }
  // A bare name is already part of the text: `Jane: send the draft`.
  const names = followUp.owners.some(({ form }) => form === 'bare') ? [] : owners;
  const who = names.map((name) => `**${escapeMarkdown(name)}**`).join(', ');
  const when = due ?? invalidDue;
  return [`- [${markFor(status) ?? followUp.stateCharacter}]`, who && `${who}:`, text, when && `(due ${when})`]
    .filter(Boolean)
    .join(' ');
}

/** Returns the standard state character of an open or done follow-up. Other states keep the character of the note. */
function markFor(status: FollowUpStatus): string | undefined {
  return isOpen(status) ? ' ' : status === 'done' ? 'x' : undefined;
}

/** Selects the follow-ups to list and names their owners. */
interface FollowUpChoice {
  readonly isListed: (followUp: FollowUp) => boolean;
  readonly ownersOf: (followUp: FollowUp) => readonly string[];
  readonly textOf: (followUp: FollowUp) => string;
}

/** Returns follow-ups as a list, nested as in the note, with the plain items inside them. */
export function sharedFollowUps(shared: RedactedMeeting, { isListed, ownersOf, textOf }: FollowUpChoice): string[] {
  /** The list depth inside each block, or `undefined` outside listed follow-ups. */
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
        ? followUpText(followUp, ownersOf(followUp), { text: textOf(followUp), status: followUp.status })
        : isDetail
          ? detailAt(shared.note, index)
          : undefined;
    depths[index] = words === undefined ? undefined : (depth ?? 0) + 1;
    return words === undefined ? [] : ['  '.repeat(depth ?? 0) + words];
  });
}

/** Returns a plain item as one line, or `undefined` for an empty item. */
function detailAt({ text, blocks }: ParsedMarkdown, index: number): string | undefined {
  const paragraph = paragraphAt(blocks, index);
  if (!paragraph) return undefined;
  const words = paragraphLines(text, paragraph).map(({ start, end }) => text.slice(start, end).trim());
  return `- ${words.join(' ')}`;
}

/** Follow-ups as text for another reader. */
export interface CopiedFollowUps {
  /** One Markdown line per follow-up, with its owners and due date. The last line has no line end. */
  readonly text: string;
  readonly copied: number;
  /** Number of private follow-ups left out. */
  readonly leftOut: number;
}

/** Returns a message with the numbers of follow-ups copied and left out. */
export function formatCopied({ copied, leftOut }: CopiedFollowUps): Message {
  const done = countedMessage('copy.copied', copied);
  if (leftOut === 0) return done;
  return countedMessage('copy.leftOut', leftOut, done);
}

/** Returns follow-ups as text without the private ones. `me` is the name used for the reader of the notes. */
export function copyableText(followUps: readonly ListedFollowUp[], me = 'me'): CopiedFollowUps {
  const shared = followUps.filter(({ followUp, note }) => !followUp.private && !note.private);
  const lines = shared
    .map((item) => followUpText(item.followUp, ownerNames(item, me), item))
    .filter((line) => line !== undefined);
  return { text: lines.join('\n'), copied: lines.length, leftOut: followUps.length - shared.length };
}
