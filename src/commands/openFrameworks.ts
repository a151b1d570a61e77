import { CancellationError, QuickPickItemKind, Uri, window, workspace, type QuickPickItem } from 'vscode';
import { applyPlan, exists } from '../editor/noteEditor';
import { ownFrameworkFiles } from '../editor/frameworkStore';
import { nameOf } from '../editor/uris';
import { pickFolder, showQuickPick } from '../editor/picks';
import { UserError } from '../editor/userError';
import type { Services } from '../services';

interface FrameworkItem extends QuickPickItem {
  /** A file of the reader's own. */
  readonly file?: Uri;
  /** Id of a built-in framework, of which a copy can be made to change it. */
  readonly builtIn?: string;
}

const INTRODUCTION = [
  '# Your own copy of a built-in framework: while this file has the same id, it takes its place.',
  '# Change what you like and save: the next note follows it. Delete the file to have the built-in one back.',
  '# Mistakes are shown in the Problems panel; everything else in the file goes on working.',
  '',
];

/** Opens a framework's file: one of the reader's own, or a copy of a built-in one to change. */
export async function openFrameworks({ context, frameworks }: Pick<Services, 'context' | 'frameworks'>): Promise<Uri> {
  await frameworks.load();
  const own = await ownFrameworkFiles();
  const items: FrameworkItem[] = [
    ...(own.length > 0 ? [separator('Your own')] : []),
    ...own.map((file) => ({ label: nameOf(file), file })),
    separator('Built in: opens a copy that you can change'),
    ...frameworks.builtIn.map(({ id, title }) => ({ label: title, description: id, builtIn: id })),
  ];
  const picked = await showQuickPick(items, { title: 'Open Frameworks', placeHolder: 'Choose a framework' });
  if (!picked) {
    throw new CancellationError();
  }
  const uri = picked.file ?? (await ownCopy(context.extensionUri, picked.builtIn ?? ''));
  await window.showTextDocument(uri);
  return uri;
}

/** The reader's copy of a built-in framework, made if there is none. */
async function ownCopy(extension: Uri, id: string): Promise<Uri> {
  const folder = await folderForFrameworks();
  const copy = Uri.joinPath(folder, '.one-on-one', 'frameworks', `${id}.yaml`);
  if (!(await exists(copy))) {
    const template = await workspace.fs.readFile(Uri.joinPath(extension, 'templates', `${id}.yaml`));
    // The template's schema lies beside it; for the reader's own files, package.json names it.
    const content = new TextDecoder().decode(template).replace(/^# yaml-language-server:.*\n/, '');
    const text = INTRODUCTION.join('\n') + content;
    await applyPlan({ create: { uri: copy.toString(), text }, changes: [] });
  }
  return copy;
}

async function folderForFrameworks(): Promise<Uri> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    throw new UserError('Your own frameworks live in a folder, under .one-on-one/frameworks: open a folder first.');
  }
  const folder = folders.length === 1 ? folders[0]?.uri : await pickFolder('In which folder?');
  if (!folder) {
    throw new CancellationError();
  }
  return folder;
}

function separator(label: string): FrameworkItem {
  return { label, kind: QuickPickItemKind.Separator };
}
