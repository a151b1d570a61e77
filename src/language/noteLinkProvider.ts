import { type CancellationToken, DocumentLink, type DocumentLinkProvider, Range, type TextDocument, Uri } from 'vscode';
import { noteLinks } from '../core/assist/wikiLinks';
import { nameOf, uriOfLine } from '../editor/uris';
import type { Services } from '../services';
import { oneOnOneNote } from './oneOnOneNote';

/** The target of a link and its tooltip. */
interface Target {
  readonly uri: string;
  readonly line: number;
  readonly words: string;
}

/**
 * Returns a link to a line of a note. VS Code renders the tooltip as Markdown with commands, so all punctuation is
 * escaped.
 */
export function documentLink(range: Range, { uri, line, words }: Target): DocumentLink {
  const link = new DocumentLink(range, uriOfLine(uri, line));
  link.tooltip = words.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  return link;
}

type Needs = Pick<Services, 'notes' | 'clock'>;

/** Resolves the wiki-links of 1:1 notes to notes and people. VS Code itself opens Markdown links. */
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
