import {
  type CancellationToken,
  CodeLens,
  type CodeLensProvider,
  type Command,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
} from 'vscode';
import { noteCodeLenses, type NoteLens } from '../core/assist/codeLens';
import { plainMessage } from '../core/text/message';
import { DisposableStore } from '../editor/disposables';
import { onDidChangeSettings, setting } from '../editor/settings';
import type { Services } from '../services';
import { MARKDOWN, pausedOneOnOneNote } from './oneOnOneNote';
import { formatMessage } from '../editor/messages';

type Needs = Pick<Services, 'notes' | 'clock' | 'frameworks' | 'reflectionOffers'>;

/** Shows one row of actions at the top of a 1:1 note. */
export class NoteCodeLens extends DisposableStore implements CodeLensProvider {
  readonly #needs: Needs;
  readonly #changed = this.add(new EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(needs: Needs) {
    super();
    this.#needs = needs;
    const change = (): void => this.#changed.fire();
    this.add(needs.notes.onDidChange(change));
    this.add(needs.clock.onDidChangeDay(change));
    this.add(needs.frameworks.onDidChange(change));
    this.add(needs.reflectionOffers.onDidChange(change));
    this.add(onDidChangeSettings(['carryOver', 'minuteAfter'], change));
    this.add(languages.registerCodeLensProvider(MARKDOWN, this));
  }

  async provideCodeLenses(document: TextDocument, token: CancellationToken): Promise<CodeLens[]> {
    const { clock, frameworks, reflectionOffers } = this.#needs;
    const inHand = await pausedOneOnOneNote(document, this.#needs, token);
    if (!inHand?.person) {
      return [];
    }
    const row = noteCodeLenses({
      ...inHand,
      person: inHand.person,
      frameworks: frameworks.frameworks,
      bank: frameworks.bank,
      today: clock.today(),
      carries: setting('carryOver', document.uri) === 'migrate',
      mayReflect: await reflectionOffers.isDue(document.uri),
    });
    if (row?.lenses.some(({ kind }) => kind === 'reflect')) {
      reflectionOffers.show(document.uri);
    }
    const range = new Range(row?.line ?? 0, 0, row?.line ?? 0, 0);
    return (row?.lenses ?? []).map((lens) => new CodeLens(range, commandFor(lens)));
  }
}

function commandFor(lens: NoteLens): Command {
  const title = plainMessage(formatMessage(lens.title));
  const tooltip = formatMessage(lens.tooltip);
  switch (lens.kind) {
    case 'bring':
      return { title, tooltip, command: 'oneOnOne.bringFollowUps', arguments: [linesOf(lens.meeting)] };
    case 'ask':
      return { title, tooltip, command: 'oneOnOne.askAnother', arguments: [linesOf(lens.meeting)] };
    case 'favorites':
      return { title, tooltip, command: 'oneOnOne.askEveryTime', arguments: [linesOf(lens.meeting)] };
    case 'reflect':
      return { title, tooltip, command: 'oneOnOne.minuteAfter', arguments: [linesOf(lens.meeting)] };
    case 'brief':
      return { title, tooltip, command: 'oneOnOne.prepBrief', arguments: [{ person: lens.person }] };
    case 'career':
      return {
        title,
        tooltip,
        command: 'oneOnOne.newNote',
        arguments: [{ person: lens.person, framework: lens.framework }],
      };
  }
}

/** Returns the lines of a meeting as a command argument, because the cursor may be in another meeting of the note. */
function linesOf({ line, endLine }: { readonly line: number; readonly endLine: number }): unknown {
  return { line, endLine };
}
