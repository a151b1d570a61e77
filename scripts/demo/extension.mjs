import { commands } from 'vscode';

/** Opens the demo where a day with One on One begins: in its views, with the brief for the next 1:1. */
export async function activate() {
  await commands.executeCommand('workbench.view.extension.oneOnOne');
  await commands.executeCommand('oneOnOne.prepBrief', { person: 'jonas weber' });
}
