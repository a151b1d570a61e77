import type { QuickPickItem } from 'vscode';
import type { Framework } from '../../core/framework/framework';
import type { SuggestedSession } from '../../core/insight/suggestedSession';
import { showQuickPick } from '../../editor/picks';

interface SessionItem extends QuickPickItem {
  readonly framework: Framework;
}

/** Lets the reader choose a framework for the session, the suggested one first with its reason. `undefined` when cancelled. */
export async function pickSession(
  frameworks: readonly Framework[],
  { suggested, title }: { readonly suggested: SuggestedSession | undefined; readonly title: string },
): Promise<Framework | undefined> {
  const others = frameworks.filter(({ id }) => id !== suggested?.framework.id);
  const items: SessionItem[] = [
    ...(suggested ? [{ ...itemFor(suggested.framework), description: `suggested: ${suggested.reason}` }] : []),
    ...others.map(itemFor),
  ];
  const picked = await showQuickPick(items, { title, placeHolder: 'Choose a session', matchOnDetail: true });
  return picked?.framework;
}

function itemFor(framework: Framework): SessionItem {
  return { label: framework.title, detail: framework.sections.map(({ title }) => title).join(' · '), framework };
}
