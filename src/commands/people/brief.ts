import { CancellationError, l10n, Uri, workspace } from 'vscode';
import { ParsedNote } from '../../core/note/parsedNote';
import { planPageBlock } from '../../core/noteEdit/insertUnder';
import { isPrivatePlace, quoteParts } from '../../core/noteEdit/noteBody';
import { type QuotePlace, writeBlockQuote } from '../../core/reports/document';
import { composeZones } from '../../core/ratings/zones';
import { type Page, writePage } from '../../core/reports/page';
import { composeHistory } from '../../core/themes/history';
import { teamSignal } from '../../core/themes/teamSignal';
import { activeNoteEditor } from '../../editor/activeNote';
import { briefPage, briefReport, loadQuotations } from '../../editor/loadReport';
import { formatMessage, showInformationMessage } from '../../editor/messages';
import { showReportPage } from '../../editor/reportPanel';
import { noteAtCursor } from '../../editor/targetMeeting';
import { briefUri } from '../../editor/uris';
import type { Services } from '../../services';
import { applyPlan, insertParts, showNote } from '../../editor/noteEditor';
import { editableText } from '../../editor/editableNote';
import { Advice, UserError } from '../../editor/errors';
import { showQuickPick } from '../../editor/picks';
import { runCooperatively } from '../../editor/scheduling';
import { setting } from '../../editor/settings';
import { targetPerson } from '../shared/pickPerson';

/** Opens the brief about a person as a page. Each line links to its note. */
export async function prepBrief(
  services: Pick<Services, 'notes' | 'clock' | 'frameworks'>,
  argument?: unknown,
): Promise<void> {
  const person = await targetPerson(argument, services, l10n.t('Prep Brief'));
  const { notes, clock } = services;
  await showReportPage({
    key: `brief ${person.key}`,
    title: l10n.t('Brief {0}', person.name),
    actions: [
      { label: l10n.t('New 1:1 Note'), command: 'oneOnOne.newNote', argument: { person: person.name } },
      { label: l10n.t('Save for Next 1:1…'), command: 'oneOnOne.addToNext', argument: { person: person.key } },
      { label: l10n.t('Open as Text'), command: 'vscode.open', argument: briefUri(person) },
    ],
    compose: () => briefPage(person, services),
    changes: [notes.onDidChange, clock.onDidChangeDay],
  });
}

/** Opens the zones of genius of a person over time as a page. Each line links to its note. */
export async function showZones(
  services: Pick<Services, 'notes' | 'clock' | 'frameworks'>,
  argument?: unknown,
): Promise<void> {
  const { key, name } = await targetPerson(argument, services, l10n.t('Show Zone of Genius'));
  const { notes, clock, frameworks } = services;
  const compose = async (): Promise<Page> => {
    const index = await notes.ready();
    const person = index.people.get(key) ?? { key, name, aliases: [] };
    const sources = { frameworks: frameworks.frameworks, bank: frameworks.bank, today: clock.today() };
    const report = composeZones({ person, meetings: index.meetingsWith(key), ...sources });
    return writePage(await loadQuotations(report, notes), formatMessage);
  };
  await showReportPage({
    key: `zones ${key}`,
    title: l10n.t('Zone of Genius {0}', name),
    actions: [
      {
        label: l10n.t('New 1:1 Note'),
        command: 'oneOnOne.newNote',
        argument: { person: name, framework: 'zone-of-genius' },
      },
    ],
    compose,
    changes: [notes.onDidChange, clock.onDidChangeDay],
  });
}

/** Inserts a brief at the cursor, about the person of the note or a person that the user picks. */
export async function insertBrief(
  services: Pick<Services, 'notes' | 'frameworks' | 'clock'>,
  argument?: unknown,
): Promise<void> {
  const { notes } = services;
  const editor = await activeNoteEditor();
  const person = await targetPerson(argument, services, l10n.t('Insert Brief'));
  const { uri } = editor.document;
  const brief = await loadQuotations(briefReport(await notes.ready(), person, services), notes);
  const { place } = await noteAtCursor(editor.document, editor.selection.active.line, services);
  const note = notes.fullIndex.note(uri.toString());
  const quotePlace = quotePlaceIn(uri, note?.private === true || isPrivatePlace(place), services);
  const { lines, leftOut } = writeBlockQuote(brief, quotePlace, formatMessage);
  await insertParts(editor, quoteParts(lines, place), place);
  if (leftOut > 0) {
    void showInformationMessage(
      leftOut === 1
        ? l10n.t(
            'One private line was left out. To see it, use Prep Brief, or insert the brief into a private section.',
          )
        : l10n.t(
            '{0} private lines were left out. To see them, use Prep Brief, or insert the brief into a private section.',
            leftOut,
          ),
    );
  }
}

/** Inserts what two or more people of the team name, at the cursor, with their names only if the user asks for them. */
export async function insertTeamSignal(services: Pick<Services, 'notes' | 'clock'>): Promise<void> {
  const { notes, clock } = services;
  const editor = await activeNoteEditor();
  const index = await notes.ready();
  const items = [
    { label: l10n.t('Without Names'), isNamed: false },
    { label: l10n.t('With Names'), isNamed: true },
  ];
  const picked = await showQuickPick(items, {
    title: l10n.t('Insert Team Signal'),
    placeHolder: l10n.t('What two or more of your people named in public lines'),
  });
  if (!picked) {
    throw new CancellationError();
  }
  const span = { today: clock.today(), weeks: setting('themes.weeks') };
  const lines = await runCooperatively(teamSignal(index, span, picked.isNamed));
  if (lines.length === 0) {
    throw new Advice(l10n.t('No two of your people named the same in the weeks of the Themes view.'));
  }
  const { place } = await noteAtCursor(editor.document, editor.selection.active.line, services);
  await insertParts(editor, quoteParts(lines, place), place);
}

/**
 * Writes the goals and small changes of a person into a block of the page, which only this command changes. Private ones
 * are left out unless the page is private.
 */
export async function updateHistory(
  services: Pick<Services, 'notes' | 'frameworks' | 'clock'>,
  argument?: unknown,
): Promise<void> {
  const { notes, frameworks, clock } = services;
  const shown = await targetPerson(argument, services, l10n.t('Update Goals on Person’s Page'));
  const person = notes.fullIndex.people.get(shown.key) ?? shown;
  if (person.page === undefined) {
    throw new Advice(l10n.t('{0} has no page yet. Create one with Open Person’s Page.', person.name));
  }
  const uri = Uri.parse(person.page);
  const page = notes.fullIndex.note(person.page);
  const isPrivate = page?.private === true;
  const options = { bank: frameworks.bank, today: clock.today(), withPrivate: isPrivate };
  // The page contains private entries even while they are hidden on the screen.
  const whole = { textToShow: (each: Uri) => notes.textOf(each), hidesPrivate: false };
  const history = await loadQuotations(composeHistory(notes.fullIndex, person, options), whole);
  const { lines } = writeBlockQuote(history, quotePlaceIn(uri, isPrivate, services), formatMessage);
  const before = await editableText(uri);
  const edits = planPageBlock(new ParsedNote(before), lines);
  if ('refused' in edits) {
    throw new UserError(formatMessage(edits.refused));
  }
  await applyPlan({ changes: [{ uri: person.page, before, edits }] });
  await notes.refresh(uri);
  await showNote(uri);
}

function quotePlaceIn(uri: Uri, isPrivate: boolean, { notes, clock }: Pick<Services, 'notes' | 'clock'>): QuotePlace {
  return {
    from: uri.toString(),
    style: notes.fullIndex.note(uri.toString())?.wikiLinks === true ? 'wiki' : 'markdown',
    root: workspace.getWorkspaceFolder(uri)?.uri.toString(),
    today: clock.today(),
    isPrivate,
    note: (each) => notes.fullIndex.note(each),
  };
}
