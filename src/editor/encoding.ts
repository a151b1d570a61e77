import { type TextDocument, workspace } from 'vscode';
import { type Message, message } from '../core/text/message';

const UTF_8: ReadonlySet<string> = new Set(['utf8', 'utf8bom']);
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/**
 * Returns the reason why saving a document would change text of its file that was not edited, or `undefined`. The text
 * survives if the bytes of the file can be decoded and encoded again.
 */
export async function encodingProblem({ encoding }: TextDocument, bytes: Uint8Array): Promise<Message | undefined> {
  if (encoding.startsWith('utf16')) {
    return message('note.utf16');
  }
  if (UTF_8.has(encoding)) {
    if (!isUtf8(bytes)) return message('note.notEncoded', 'UTF-8');
  } else if (!isAscii(bytes)) {
    if (isUtf8(bytes)) return message('note.otherEncoding', encoding);
    const text = await workspace.decode(bytes, { encoding });
    if (!areEqual(await workspace.encode(text, { encoding }), bytes)) return message('note.notEncoded', encoding);
  }
  return bytes.some((byte, at) => byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)
    ? message('note.carriageReturn')
    : undefined;
}

/** Whether the encoding of a document has all characters of a text. */
export async function canEncode({ encoding }: TextDocument, text: string): Promise<boolean> {
  if (UTF_8.has(encoding)) {
    return true;
  }
  const bytes = await workspace.encode(text, { encoding });
  return (await workspace.decode(bytes, { encoding })) === text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
