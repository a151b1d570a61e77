import { env, l10n } from 'vscode';
import { copyableText as copyOf, formatCopied } from '../../core/sharing/followUpText';
import { formatMessage, setStatusBarMessage, showInformationMessage } from '../../editor/messages';
import { Advice } from '../../editor/errors';
import type { Services } from '../../services';
import { isEntryRow, type SourceLine, sourceLine } from '../shared/sourceLine';
import { targetsInGroups } from './targets';

/**
 * Copies the line of a row of a report, or follow-ups, including those of selected groups, as text for others. Private ones are omitted, with a message.
 */
export async function copyAsText({ notes }: Pick<Services, 'notes'>, ...args: readonly unknown[]): Promise<void> {
  if (isEntryRow(args[0])) {
    await copyLine(await sourceLine(args[0], notes));
    return;
  }
  const targets = await targetsInGroups(args, notes);
  const copy = copyOf(
    targets.map(({ item }) => item),
    notes.index.people.readerName,
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

async function copyLine({ words, private: isPrivate }: SourceLine): Promise<void> {
  if (isPrivate) {
    throw new Advice(l10n.t('Nothing was copied, because this line is private. Open the note to copy from there.'));
  }
  await env.clipboard.writeText(words);
  setStatusBarMessage(l10n.t('Copied'));
}
