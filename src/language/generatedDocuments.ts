import {
  type CancellationToken,
  type DocumentLink,
  type EventEmitter,
  l10n,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { IndexChange } from '../core/index/listedFollowUp';
import type { NoteIndex } from '../core/index/noteIndex';
import { type LinkedText, type TextLink, writeDocument } from '../core/reports/document';
import type { Report } from '../core/reports/report';
import { composeNarrative } from '../core/themes/narrative';
import { DisposableStore } from '../editor/disposables';
import { briefReport, loadQuotations, pulseReport, themesReport } from '../editor/loadReport';
import { runCooperatively } from '../editor/scheduling';
import { onDidChangeSettings, type SettingName } from '../editor/settings';
import {
  BRIEF_SCHEME,
  type GeneratedScheme,
  NARRATIVE_SCHEME,
  nameOf,
  personOfBrief,
  PULSE_SCHEME,
  pulseQueryOf,
  THEMES_SCHEME,
  themesQueryOf,
} from '../editor/uris';
import type { Services } from '../services';
import { documentLink } from './noteLinkProvider';
import { formatMessage } from '../editor/messages';

const NO_NOTES = l10n.t('No 1:1 note, page or roster mentions this person anymore.') + '\n';

/** A kind of document generated from a report and updated with the notes. */
interface GeneratedDocument {
  /** The settings that affect its content. */
  readonly settings: readonly SettingName[];
  /** Returns the report for the document at `uri`, without quotations, or a text to show if there is no report. */
  compose(uri: Uri, index: NoteIndex, services: Services): Promise<Report> | Report | string;
  /** Checks whether a change of notes may affect the document at `uri`. If omitted, every change does. */
  isTouched?(uri: Uri, change: IndexChange): boolean;
}

/** The brief about a person. */
const briefDocument: GeneratedDocument = {
  settings: ['cadence'],
  compose(uri, index, services) {
    const person = index.people.get(personOfBrief(uri) ?? '');
    return person ? briefReport(index, person, services) : NO_NOTES;
  },
  isTouched: (uri, { groups }) => groups.has(personOfBrief(uri) ?? ''),
};

/** The themes across 1:1s, with all people or with one. */
export const themesDocument: GeneratedDocument = {
  settings: [],
  compose(uri, index, services) {
    const query = themesQueryOf(uri);
    if (!query) return '';
    const isGone = query.person !== undefined && !index.people.get(query.person);
    return isGone ? NO_NOTES : themesReport(index, query, services);
  },
};

/** The narrative from all 1:1s. */
const narrativeDocument: GeneratedDocument = {
  settings: [],
  compose: (_, index, { frameworks, clock }) =>
    runCooperatively(composeNarrative(index, frameworks.bank, clock.today())),
};

/** The pulse of the team. */
const pulseDocument: GeneratedDocument = {
  settings: [],
  compose(uri, index, services) {
    const query = pulseQueryOf(uri);
    return query ? pulseReport(index, query, services) : '';
  },
};

const KINDS: Readonly<Record<GeneratedScheme, GeneratedDocument>> = {
  [BRIEF_SCHEME]: briefDocument,
  [THEMES_SCHEME]: themesDocument,
  [NARRATIVE_SCHEME]: narrativeDocument,
  [PULSE_SCHEME]: pulseDocument,
};

/** The open generated documents, with their texts and links. */
export class GeneratedDocuments extends DisposableStore {
  readonly #services: Services;
  readonly #changed: EventEmitter<Uri>;
  /** The text and links of each open document, by URI. */
  readonly #written = new Map<string, LinkedText>();

  /** `changed` fires for each document with possible changes. */
  constructor(services: Services, changed: EventEmitter<Uri>) {
    super();
    this.#services = services;
    this.#changed = changed;
    const { notes, clock } = services;
    this.add(
      notes.onDidChange((change) =>
        this.#refresh((uri, kind) => !change || change.people || (kind.isTouched?.(uri, change) ?? true)),
      ),
    );
    this.add(clock.onDidChangeDay(() => this.#refresh()));
    for (const kind of Object.values(KINDS)) {
      this.add(onDidChangeSettings(kind.settings, () => this.#refresh((_, other) => other === kind)));
    }
    // Quotations may change without a change of follow-ups or meetings, so update a document when its editor becomes
    // active.
    this.add(
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor && kindOf(editor.document.uri)) {
          this.#changed.fire(editor.document.uri);
        }
      }),
    );
    this.add(workspace.onDidCloseTextDocument(({ uri }) => this.#written.delete(uri.toString())));
  }

  /** Returns the current text of the document at `uri`. */
  async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const kind = kindOf(uri);
    if (!kind) {
      return '';
    }
    const written = await this.#write(uri, kind, token);
    this.#written.set(uri.toString(), written);
    return written.text;
  }

  /** Returns the links of a document. */
  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const written = this.#written.get(document.uri.toString());
    // Return no links while the document still shows an older text.
    return written?.text === document.getText() ? written.links.map(linkTo) : [];
  }

  async #write(uri: Uri, kind: GeneratedDocument, token: CancellationToken): Promise<LinkedText> {
    const { notes } = this.#services;
    const composed = await kind.compose(uri, await notes.ready(), this.#services);
    return typeof composed === 'string'
      ? { text: composed, links: [] }
      : writeDocument(await loadQuotations(composed, notes, token), formatMessage);
  }

  #refresh(isMeant: (uri: Uri, kind: GeneratedDocument) => boolean = () => true): void {
    for (const key of this.#written.keys()) {
      const uri = Uri.parse(key);
      const kind = kindOf(uri);
      if (kind && isMeant(uri, kind)) {
        this.#changed.fire(uri);
      }
    }
  }
}

function kindOf({ scheme }: Uri): GeneratedDocument | undefined {
  return scheme in KINDS ? KINDS[scheme as GeneratedScheme] : undefined;
}

function linkTo({ line, start, end, at }: TextLink): DocumentLink {
  const words = l10n.t('{0}, line {1}', nameOf(Uri.parse(at.uri)), at.line + 1);
  return documentLink(new Range(line, start, line, end), at, words);
}
