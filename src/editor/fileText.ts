import { workspace, type TextDocument } from 'vscode';

/** Whether bytes of a document's file are the document's text. VS Code gives all lines of a document the same line end. */
export async function isTextOf(document: TextDocument, bytes: Uint8Array): Promise<boolean> {
  const text = await workspace.decode(bytes, { encoding: document.encoding });
  return withFeeds(text) === withFeeds(document.getText());
}

function withFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
