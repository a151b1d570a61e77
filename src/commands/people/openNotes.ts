import { l10n, Range, Uri, window, workspace } from 'vscode';
import { newPageText, pagePath } from '../../core/noteEdit/newPage';
import { formatMessage, showInformationMessage } from '../../editor/messages';
import { applyPlan, exists } from '../../editor/noteEditor';
import { setting } from '../../editor/settings';
import { UserError } from '../../editor/errors';
import type { Services } from '../../services';
import { noteRoot } from '../shared/noteRoot';
import { targetPerson } from '../shared/targetPerson';

type Needs = Pick<Services, 'notes' | 'clock'>;

/** Opens the latest 1:1 note with a person up to today. In a log, the cursor is on its heading. */
export async function openLastNote(needs: Needs, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Open Last Note'));
  const today = needs.clock.today();
  const meetings = needs.notes.index.meetingsWith(person.key);
  const last = meetings.findLast(({ meeting }) => meeting.date <= today) ?? meetings[0];
  if (!last) {
    throw new UserError(l10n.t('There is no 1:1 note with {0} yet. Create one with New 1:1 Note.', person.name));
  }
  const { line } = last.meeting;
  await window.showTextDocument(Uri.parse(last.note.uri), { selection: new Range(line, 0, line, 0) });
}

/** Opens the page of a person, or asks whether to create it. */
export async function openPersonPage(needs: Needs, argument?: unknown): Promise<void> {
  const person = await targetPerson(argument, needs, l10n.t('Open Person’s Page'));
  if (person.page !== undefined) {
    await window.showTextDocument(Uri.parse(person.page));
    return;
  }
  const root = await noteRoot(needs.notes.index, person.key);
  const place = pagePath(person.name, setting('people.path', root));
  if ('refused' in place) {
    throw new UserError(formatMessage(place.refused));
  }
  const uri = Uri.joinPath(root, place.path);
  if (!(await exists(uri))) {
    const make = l10n.t('Create Page');
    const message = l10n.t('{0} has no page yet. Create {1}?', person.name, place.path);
    if ((await showInformationMessage(message, make)) !== make) {
      return;
    }
    await applyPlan({ create: { uri: uri.toString(), text: newPageText(person.name) }, changes: [] });
    await needs.notes.refresh(uri);
  }
  await window.showTextDocument(await workspace.openTextDocument(uri));
}
