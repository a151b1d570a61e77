import { env } from 'vscode';
import { formatCopied, copyableText as copyOf } from '../../core/sharing/followUpText';
import { setStatusBarMessage, showInformationMessage } from '../../editor/messages';
import { setting } from '../../editor/settings';
import { UserError } from '../../editor/userError';
import type { Services } from '../../services';
import { targetsInGroups } from './targets';

/** Copies follow-ups, those of groups too, as lines that others can read. Private ones are left out, and that is said. */
export async function copyAsText({ notes }: Pick<Services, 'notes'>, ...args: readonly unknown[]): Promise<void> {
  const targets = await targetsInGroups(args, notes);
  const copy = copyOf(
    targets.map(({ item }) => item),
    setting('me')[0],
  );
  if (copy.copied === 0) {
    throw new UserError(
      copy.leftOut > 0
        ? 'Nothing was copied: what is private is left out. Open its note to copy it from there.'
        : 'Nothing was copied: no words stand in it. Open its note to see what does.',
    );
  }
  await env.clipboard.writeText(copy.text);
  if (copy.leftOut > 0) {
    void showInformationMessage(`${formatCopied(copy)}.`);
  } else {
    setStatusBarMessage(formatCopied(copy));
  }
}
