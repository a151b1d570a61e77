import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind } from 'vscode';
import type { FrameworkSection } from '../core/frameworks/framework';
import { rotate } from '../core/questions/rotation';
import { sectionParts } from '../core/noteEdit/sectionParts';
import { activeNoteEditor } from '../editor/activeNote';
import { showQuickPick } from '../editor/picks';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { insertParts } from './shared/insertParts';
import { noteAtCursor } from '../editor/targetMeeting';

interface SectionItem extends QuickPickItem {
  readonly section?: FrameworkSection;
}

/** Inserts a section of a framework at the cursor, with its due questions. */
export async function insertSection(services: Pick<Services, 'notes' | 'frameworks' | 'clock'>): Promise<void> {
  const editor = await activeNoteEditor();
  await indexWithProgress(services.notes);
  const { place, history, person } = await noteAtCursor(editor.document, editor.selection.active.line, services);
  const section = await pickSection(services.frameworks.frameworks);
  const questions = rotate({ section, history, person: person?.key ?? '' }).map(({ text }) => text);
  await insertParts(editor, sectionParts({ ...section, questions }, place, person?.name ?? l10n.t('You')));
}

async function pickSection(frameworks: Services['frameworks']['frameworks']): Promise<FrameworkSection> {
  const items = frameworks.flatMap((framework): SectionItem[] => [
    { label: framework.title, kind: QuickPickItemKind.Separator },
    ...framework.sections.map((section) => ({
      label: section.title,
      description: framework.title,
      detail: section.purpose ?? '',
      section,
    })),
  ]);
  const picked = await showQuickPick(items, {
    title: l10n.t('Insert Framework Section'),
    placeHolder: l10n.t('Choose a section'),
    matchOnDescription: true,
  });
  if (!picked?.section) {
    throw new CancellationError();
  }
  return picked.section;
}
