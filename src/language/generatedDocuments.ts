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
import { briefText } from '../core/brief/text';
import type { IndexChange } from '../core/index/listedFollowUp';
import type { LinkedText, TextLink } from '../core/reports/linkedText';
import { DisposableStore } from '../editor/disposables';
import { loadBrief } from '../editor/loadBrief';
import { loadThemes } from '../editor/loadThemes';
import { onDidChangeSettings, type SettingName } from '../editor/settings';
import { BRIEF_SCHEME, type GeneratedScheme, nameOf, personOfBrief, THEMES_SCHEME, themesWishOf } from '../editor/uris';
import type { Services } from '../services';
import { documentLink } from './documentLink';

const NOBODY: LinkedText = {
  text: l10n.t('No 1:1 note, page or roster mentions this person anymore.') + '\n',
  links: [],
};

/** What matters before a meeting with a person. */
export const briefDocument: GeneratedDocument = {
  settings: ['cadence'],
  async write(uri, services) {
    const index = await services.notes.ready();
    const person = index.people.get(personOfBrief(uri) ?? '');
    return person ? briefText(await loadBrief(person, services)) : NOBODY;
  },
  isTouched: (uri, { groups }) => groups.has(personOfBrief(uri) ?? ''),
};

/** What comes back across 1:1s. */
export const themesDocument: GeneratedDocument = {
  settings: [],
  async write(uri, services, token) {
    const wish = themesWishOf(uri);
    return wish ? loadThemes(wish, services, token) : { text: '', links: [] };
  },
  isTouched: () => true,
};

/** A kind of document that is written from the notes and follows them. */
export interface GeneratedDocument {
  /** The settings that change what it says. */
  readonly settings: readonly SettingName[];
  /** What the document at `uri` says now. */
  write(uri: Uri, services: Services, token: CancellationToken): Promise<LinkedText>;
  /** Whether a change of the notes may change what it says. */
  isTouched(uri: Uri, change: IndexChange): boolean;
}

const KINDS: Readonly<Record<GeneratedScheme, GeneratedDocument>> = {
  [BRIEF_SCHEME]: briefDocument,
  [THEMES_SCHEME]: themesDocument,
};

/** The generated documents that are open: what they say, and where their lines lead. */
export class GeneratedDocuments extends DisposableStore {
  readonly #services: Services;
  readonly #changed: EventEmitter<Uri>;
  /** By URI, what each open one says. */
  readonly #written = new Map<string, LinkedText>();

  /** `changed` is told of each document that may say something else now. */
  constructor(services: Services, changed: EventEmitter<Uri>) {
    super();
    this.#services = services;
    this.#changed = changed;
    const { notes, clock } = services;
    this.add(
      notes.onDidChange((change) =>
        this.#refresh((uri, kind) => !change || change.people || kind.isTouched(uri, change)),
      ),
    );
    this.add(clock.onDidChangeDay(() => this.#refresh()));
    for (const kind of Object.values(KINDS)) {
      this.add(onDidChangeSettings(kind.settings, () => this.#refresh((_, other) => other === kind)));
    }
    // Words that change neither follow-ups nor meetings are looked up again when somebody comes back to them.
    this.add(
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor && kindOf(editor.document.uri)) {
          this.#changed.fire(editor.document.uri);
        }
      }),
    );
    this.add(workspace.onDidCloseTextDocument(({ uri }) => this.#written.delete(uri.toString())));
  }

  /** The text of the document at `uri` as it is now. */
  async provideTextDocumentContent(uri: Uri, token: CancellationToken): Promise<string> {
    const kind = kindOf(uri);
    if (!kind) {
      return '';
    }
    const written = await kind.write(uri, this.#services, token);
    this.#written.set(uri.toString(), written);
    return written.text;
  }

  /** The places that the lines of a document lead to. */
  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const written = this.#written.get(document.uri.toString());
    // While a newer text is on its way, no line leads where another one should.
    return written?.text === document.getText() ? written.links.map(linkTo) : [];
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
  return documentLink(new Range(line, start, line, end), { ...at, words });
}
