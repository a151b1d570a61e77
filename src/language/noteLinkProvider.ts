import { type CancellationToken, DocumentLink, type DocumentLinkProvider, Range, type TextDocument, Uri } from 'vscode';
import { noteLinks } from '../core/assist/wikiLinks';
import { ParsedNote } from '../core/note/parsedNote';
import type { NoteLine } from '../core/reports/report';
import { nameOf, uriOfLine } from '../editor/uris';
import type { Services } from '../services';
import { pausedOneOnOneNote } from './oneOnOneNote';

/**
 * Returns a link to a line of a note, with `words` as its tooltip. VS Code renders the tooltip as Markdown with commands, so all punctuation is
 * escaped.
 */
export function documentLink(range: Range, { uri, line }: NoteLine, words: string): DocumentLink {
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
    const inHand = await pausedOneOnOneNote(document, this.#needs, token);
    if (!inHand) return [];
    const links = noteLinks({
      uri: inHand.note.uri,
      note: ParsedNote.inEditor(document.getText()),
      index: inHand.index,
      today: this.#needs.clock.today(),
    });
    return links.map(({ start, end, uri, line }) => {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      return documentLink(range, { uri, line }, nameOf(Uri.parse(uri)));
    });
  }
}
