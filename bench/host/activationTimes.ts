import { commands, extensions, workspace, type TextDocument } from 'vscode';
import { until } from '../../test/host/until';

const US = 'one-on-one.one-on-one';
const GIT = 'vscode.git';

/**
 * Returns the activation times in ms from *Developer: Startup Performance*: loading, calling, and asynchronous work.
 */
export async function activationTimes(): Promise<{ readonly ours: number; readonly git: number }> {
  for (const id of [US, GIT]) await extensions.getExtension(id)?.activate();
  await commands.executeCommand('perfview.show');
  const perf = (): TextDocument | undefined => workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf');
  const isComplete = (): boolean => [US, GIT].every((id) => perf()?.getText().includes(`| ${id} `) === true);
  // The document may be filled before or after its event.
  await Promise.race(
    [workspace.onDidOpenTextDocument, workspace.onDidChangeTextDocument].map((event) => until(event, isComplete)),
  );
  const text = perf()?.getText() ?? '';
  await commands.executeCommand('workbench.action.closeActiveEditor');
  return { ours: timeOf(US, text), git: timeOf(GIT, text) };
}

/** Returns the sum of the three times in an extension's row, which also has its id and whether it is eager. */
function timeOf(id: string, table: string): number {
  const row = table.split('\n').find((line) => line.startsWith(`| ${id} `));
  const cells = row?.split('|').map((cell) => cell.trim()) ?? [];
  return cells.slice(3, 6).reduce((sum, cell) => sum + Number.parseFloat(cell), 0);
}
