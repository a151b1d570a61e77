import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { applyPlan, exists } from '../editor/noteEditor';
import { ownFrameworkFiles } from '../editor/frameworkStore';
import { showInformationMessage } from '../editor/messages';
import { nameOf } from '../editor/uris';
import { pickFolder, showQuickPick } from '../editor/picks';
import { Advice } from '../editor/errors';
import type { Services } from '../services';

interface FrameworkItem extends QuickPickItem {
  /** The file of a user-defined framework. */
  readonly file?: Uri;
  /** The ID of a built-in framework to copy and edit. */
  readonly builtIn?: string;
}

const INTRODUCTION = [
  l10n.t('# Your copy of a built-in framework. It replaces the built-in one as long as it has the same id.'),
  l10n.t('# Edit it and save: your next note uses it. Delete the file to restore the built-in framework.'),
  l10n.t('# Mistakes appear in the Problems panel; the rest of the file still works.'),
  '',
];

/** Opens the file of a framework: a user-defined one, or an editable copy of a built-in one. */
export async function openFrameworks({ context, frameworks }: Pick<Services, 'context' | 'frameworks'>): Promise<Uri> {
  await frameworks.load();
  const own = await ownFrameworkFiles();
  const items: FrameworkItem[] = [
    ...(own.length > 0 ? [separator(l10n.t('Your frameworks'))] : []),
    ...own.map((file) => ({ label: nameOf(file), file })),
    separator(l10n.t('Built in: opens a copy that you can edit')),
    ...frameworks.builtIn.map(({ id, title }) => ({ label: title, description: id, builtIn: id })),
  ];
  const picked = await showQuickPick(items, {
    title: l10n.t('Open Frameworks'),
    placeHolder: l10n.t('Choose a framework'),
  });
  if (!picked) {
    throw new CancellationError();
  }
  const uri = picked.file ?? (await ownCopy(context.extensionUri, picked.builtIn ?? ''));
  if (!uri) {
    throw new CancellationError();
  }
  await window.showTextDocument(uri);
  return uri;
}

/** Returns the user's copy of a built-in framework. Asks before it creates one, and returns `undefined` if refused. */
async function ownCopy(extension: Uri, id: string): Promise<Uri | undefined> {
  const folder = await folderForFrameworks();
  const copy = Uri.joinPath(folder, '.one-on-one', 'frameworks', `${id}.yaml`);
  if (!(await exists(copy))) {
    const create = l10n.t('Create Copy');
    const question = l10n.t('{0} is built in. Create a copy that you can edit, {1}?', id, nameOf(copy));
    if ((await showInformationMessage(question, create)) !== create) return undefined;
    const template = await workspace.fs.readFile(Uri.joinPath(extension, 'templates', `${id}.yaml`));
    // The schema path is valid only beside the template. For user files, package.json provides the schema.
    const content = new TextDecoder().decode(template).replace(/^# yaml-language-server:.*\n/, '');
    const text = INTRODUCTION.join('\n') + content;
    await applyPlan({ create: { uri: copy.toString(), text }, changes: [] });
  }
  return copy;
}

async function folderForFrameworks(): Promise<Uri> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    throw new Advice(
      l10n.t('Your frameworks are stored in a folder, under .one-on-one/frameworks. Open a folder first.'),
      { command: 'vscode.openFolder', title: l10n.t('Open Folder') },
    );
  }
  const folder = folders.length === 1 ? folders[0]?.uri : await pickFolder(l10n.t('In which folder?'));
  if (!folder) {
    throw new CancellationError();
  }
  return folder;
}

function separator(label: string): FrameworkItem {
  return { label, kind: QuickPickItemKind.Separator };
}
