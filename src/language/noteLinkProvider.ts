import {
  Range,
  Uri,
  type CancellationToken,
  type DocumentLink,
  type DocumentLinkProvider,
  type TextDocument,
} from 'vscode';
import { noteLinks } from '../core/assist/wikiLinks';
import { nameOf } from '../editor/uris';
import type { Services } from '../services';
import { documentLink } from './documentLink';
import { oneOnOneNote } from './oneOnOneNote';

type Needs = Pick<Services, 'notes' | 'clock'>;

/** Makes the wiki-links of 1:1 notes lead to notes and people. Markdown's own links VS Code opens itself. */
export class NoteLinkProvider implements DocumentLinkProvider {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async provideDocumentLinks(document: TextDocument, token: CancellationToken): Promise<DocumentLink[]> {
    const inHand = await oneOnOneNote(document, this.#needs, token);
    if (!inHand) return [];
    const links = noteLinks({
      uri: inHand.note.uri,
      text: document.getText(),
      index: inHand.index,
      today: this.#needs.clock.today(),
    });
    return links.map(({ start, end, uri, line }) => {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      return documentLink(range, { uri, line, words: nameOf(Uri.parse(uri)) });
    });
  }
}
