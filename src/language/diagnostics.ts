import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { type NoteDiagnostic, shownDiagnostics } from '../core/assist/diagnostics';
import { type Fix, fixesOf } from '../core/assist/fixes';
import { readLineStart } from '../core/markdown/listItem';
import { ParsedNote } from '../core/note/parsedNote';
import type { ListedFollowUp } from '../core/index/listedFollowUp';
import type { Person } from '../core/people/person';
import { DisposableStore } from '../editor/disposables';
import { addEdits } from '../editor/noteEditor';
import { onDidChangeSettings, setting } from '../editor/settings';
import type { Services } from '../services';
import { MARKDOWN, type NoteDisplay, oneOnOneNote, type OneOnOneNote, VisibleNotes } from './oneOnOneNote';
import { formatMessage } from '../editor/messages';

type Needs = Pick<Services, 'notes' | 'clock' | 'log'>;

/** Maximum number of diagnostics per file. VS Code adds an error to files with too many. */
const MOST_HINTS = 500;

/** The commands for a follow-up at the cursor, by whether it is open. */
const OPEN_ACTIONS: readonly (readonly [string, string])[] = [
  ['oneOnOne.tickFollowUp', l10n.t('Mark Follow-Up as Done')],
  ['oneOnOne.setDue', l10n.t('Set Due Date…')],
  ['oneOnOne.snoozeFollowUp', l10n.t('Snooze Follow-Up…')],
  ['oneOnOne.setOwner', l10n.t('Set Owner…')],
  ['oneOnOne.dropFollowUp', l10n.t('Drop Follow-Up')],
];
const CLOSED_ACTIONS: typeof OPEN_ACTIONS = [['oneOnOne.reopenFollowUp', l10n.t('Reopen Follow-Up')]];

/** Shows diagnostics for 1:1 notes, with quick fixes, and offers the commands for the follow-up at the cursor. */
export class Diagnostics extends DisposableStore implements NoteDisplay, CodeActionProvider {
  readonly #needs: Needs;
  readonly #diagnostics = this.add(languages.createDiagnosticCollection('one-on-one'));

  constructor(needs: Needs) {
    super();
    this.#needs = needs;
    const seen = this.add(new VisibleNotes(needs, this));
    this.add(onDidChangeSettings(['hints'], () => seen.refresh()));
    this.add(
      languages.registerCodeActionsProvider(MARKDOWN, this, {
        providedCodeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor],
      }),
    );
  }

  show(document: TextDocument, inHand: OneOnOneNote): void {
    const hints = this.#hintsIn(document, inHand).slice(0, MOST_HINTS);
    this.#diagnostics.set(
      document.uri,
      hints.map((hint) => diagnosticFor(hint, document)),
    );
  }

  clear({ uri }: TextDocument): void {
    this.#diagnostics.delete(uri);
  }

  async provideCodeActions(
    ...[document, range, , token]: Parameters<CodeActionProvider['provideCodeActions']>
  ): Promise<CodeAction[]> {
    const shown = this.#diagnostics.get(document.uri) ?? [];
    const isHinted = shown.some((hint) => isOnLines(hint.range.start.line, range));
    const { hasMarker, checkbox } = readLineStart(document.lineAt(range.start.line).text);
    const isTask = hasMarker && checkbox !== undefined;
    const inHand = isHinted || isTask ? await oneOnOneNote(document, this.#needs, token) : undefined;
    if (!inHand) {
      return [];
    }
    const item = inHand.index.followUpsIn(inHand.note.uri).find(({ followUp }) => followUp.line === range.start.line);
    const text = document.getText();
    const hints = isHinted ? this.#hintsIn(document, inHand) : [];
    const { people } = inHand.index;
    const request = {
      text,
      diagnostics: hints,
      today: this.#needs.clock.today(),
      dialect: setting('dialect', document.uri),
      isPerson: (name: string) => people.knows(name),
    };
    const actions: CodeAction[] = item ? [...followUpActions(item)] : [];
    const { person } = inHand;
    for (const hint of hints.filter(({ line }) => isOnLines(line, range))) {
      const fixes = await fixesOf(hint, request);
      actions.push(...fixes.map((fix) => actionFor(fix, hint, { document, person })));
    }
    return document.getText() === text ? actions : [];
  }

  #hintsIn(document: TextDocument, { note, index, person }: OneOnOneNote): readonly NoteDiagnostic[] {
    const { people } = index;
    const text = document.getText();
    const [writer, problem] = [index.writerOf(note), index.problemOf(note)];
    const hints = shownDiagnostics({ note, text, people, person, writer, problem }, setting('hints'));
    if (!this.#needs.notes.hidesPrivate) return hints;
    const parsed = ParsedNote.inEditor(text);
    return hints.filter(({ line }) => !parsed.isPrivateLine(line));
  }
}

function diagnosticFor(hint: NoteDiagnostic, document: TextDocument): Diagnostic {
  const range = new Range(document.positionAt(hint.start), document.positionAt(hint.end));
  const diagnostic = new Diagnostic(range, formatMessage(hint.message), severityOf(hint));
  diagnostic.source = 'One on One';
  diagnostic.code = hint.kind;
  return diagnostic;
}

/** Returns the severity: a hint for a possible matter of style, information where content is not read as intended. */
function severityOf(hint: NoteDiagnostic): DiagnosticSeverity {
  const isManner =
    hint.kind === 'bullets' || hint.kind === 'proposals' || (hint.kind === 'owners' && !hint.isAmbiguous);
  return isManner ? DiagnosticSeverity.Hint : DiagnosticSeverity.Information;
}

function actionFor(
  { title, edits, asksForPerson, ownerInAllNotes }: Fix,
  hint: NoteDiagnostic,
  { document, person }: { readonly document: TextDocument; readonly person: Person | undefined },
): CodeAction {
  const action = new CodeAction(formatMessage(title), CodeActionKind.QuickFix);
  action.diagnostics = [diagnosticFor(hint, document)];
  if (asksForPerson) {
    const uri = document.uri.toString();
    action.command = { command: 'oneOnOne.sayWho', title: action.title, arguments: [{ uri }] };
    return action;
  }
  if (person && ownerInAllNotes !== undefined) {
    const args = [{ person: person.key, name: ownerInAllNotes }];
    action.command = { command: 'oneOnOne.replaceOwnMentions', title: action.title, arguments: args };
    return action;
  }
  action.edit = new WorkspaceEdit();
  addEdits(action.edit, document, edits);
  return action;
}

function followUpActions({ isOpen }: ListedFollowUp): CodeAction[] {
  return (isOpen ? OPEN_ACTIONS : CLOSED_ACTIONS).map(([command, title]) => {
    const action = new CodeAction(title, CodeActionKind.Refactor);
    action.command = { command, title };
    return action;
  });
}

function isOnLines(line: number, { start, end }: Range): boolean {
  return start.line <= line && line <= end.line;
}
