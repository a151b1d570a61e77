import { window, workspace } from 'vscode';
import { briefUri } from '../../editor/briefUri';
import type { Services } from '../../services';
import { targetPerson } from './personMeant';

/** Opens what matters before a meeting with a person: each line leads to the note it speaks of. */
export async function prepBrief(needs: Pick<Services, 'notes' | 'clock'>, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, 'Prep Brief');
  await window.showTextDocument(await workspace.openTextDocument(briefUri(person)));
}
