import type { ListedFollowUp } from '../index/listedFollowUp';
import { followUpText } from './followUpText';

/** Follow-ups for somebody else to read. */
export interface CopiedFollowUps {
  /** A line of Markdown for each, with its owners and due date, without a line end after the last. */
  readonly text: string;
  readonly copied: number;
  /** How many were left out because they are private. */
  readonly leftOut: number;
}

/** What was copied, and what was not, as a sentence without its full stop. */
export function formatCopied({ copied, leftOut }: CopiedFollowUps): string {
  const said = `Copied ${copied} follow-up${copied === 1 ? '' : 's'}`;
  return leftOut === 0 ? said : `${said}; ${leftOut} private one${leftOut === 1 ? ' was' : 's were'} left out`;
}

/** Writes follow-ups as text, the private ones left out. `me` is how the reader is called in it. */
export function copyableText(followUps: readonly ListedFollowUp[], me = 'me'): CopiedFollowUps {
  const shared = followUps.filter(({ followUp, note }) => !followUp.private && !note.private);
  const lines = shared
    .map(({ followUp, status, owners }) => {
      const names = owners.map((owner) => (owner === 'me' ? me : owner.name));
      return followUpText(followUp, names, status);
    })
    .filter((line) => line !== undefined);
  return { text: lines.join('\n'), copied: lines.length, leftOut: followUps.length - shared.length };
}
