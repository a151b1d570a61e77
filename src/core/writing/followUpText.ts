import type { FollowUp, FollowUpStatus } from '../followUp/followUp';
import { isOpen } from '../followUp/status';
import { escapeMarkdown, oneLine } from './asText';

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
