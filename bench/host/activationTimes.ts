import { commands, extensions, workspace, type TextDocument } from 'vscode';
import { until } from '../../test/host/until';

const US = 'one-on-one.one-on-one';
const GIT = 'vscode.git';

/** What activating takes, in ms, by *Developer: Startup Performance*: loading, calling, and what it waits for after that. */
export async function activationTimes(): Promise<{ readonly ours: number; readonly git: number }> {
  for (const id of [US, GIT]) await extensions.getExtension(id)?.activate();
  await commands.executeCommand('perfview.show');
  const perf = (): TextDocument | undefined => workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
  const isComplete = (): boolean => [US, GIT].every((id) => perf()?.getText().includes(`| ${id} `) === true);
  // It is filled before VS Code tells of it, or after.
  await Promise.race(
    [workspace.onDidOpenTextDocument, workspace.onDidChangeTextDocument].map((event) => until(event, isComplete)),
  );
  const text = perf()?.getText() ?? '';
  await commands.executeCommand('workbench.action.closeActiveEditor');
  return { ours: timeOf(US, text), git: timeOf(GIT, text) };
}

/** The row of an extension: its id, whether it is eager, and three times. */
function timeOf(id: string, table: string): number {
  const row = table.split('\n').find((line) => line.startsWith(`| ${id} `));
  const cells = row?.split('|').map((cell) => cell.trim()) ?? [];
  return cells.slice(3, 6).reduce((sum, cell) => sum + Number.parseFloat(cell), 0);
}
