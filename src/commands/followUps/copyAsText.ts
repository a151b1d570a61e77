import { env, l10n } from 'vscode';
import { copyableText as copyOf, formatCopied } from '../../core/sharing/followUpText';
import { formatMessage, setStatusBarMessage, showInformationMessage } from '../../editor/messages';
import { setting } from '../../editor/settings';
import { Advice } from '../../editor/errors';
import type { Services } from '../../services';
import { targetsInGroups } from './targets';

/**
 * Copies follow-ups, including those of selected groups, as text for others. Private ones are omitted, with a message.
 */
export async function copyAsText({ notes }: Pick<Services, 'notes'>, ...args: readonly unknown[]): Promise<void> {
  const targets = await targetsInGroups(args, notes);
  const copy = copyOf(
    targets.map(({ item }) => item),
    setting('me')[0],
  );
  if (copy.copied === 0) {
    throw new Advice(
      copy.leftOut > 0
        ? l10n.t('Nothing was copied, because private follow-ups are left out. Open the note to copy from there.')
        : l10n.t('Nothing was copied, because the follow-up has no text. Open the note to see it.'),
    );
  }
  await env.clipboard.writeText(copy.text);
  if (copy.leftOut > 0) {
    void showInformationMessage(l10n.t('{0}.', formatMessage(formatCopied(copy))));
  } else {
    setStatusBarMessage(formatMessage(formatCopied(copy)));
  }
}
