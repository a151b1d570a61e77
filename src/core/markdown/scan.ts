import type { Block, BodyStart } from './block';
import { startContainer } from './containers';
import { continueLeaf, startLeaf } from './leaves';
import { LineCursor } from './lineCursor';
import { OpenBlocks } from './openBlocks';

/**
 * The blocks of a note, found in one pass: CommonMark 0.31.2 and Obsidian's `%%` comments. Link reference definitions
 * stay paragraphs, inline marks are not looked at. Every text is a note; the time it takes grows with its length.
 */
export function scan(text: string, from: BodyStart = { bodyStart: 0, bodyLine: 0 }): readonly Block[] {
  const line = new LineCursor(text, from);
  const open = new OpenBlocks();
  while (line.advance()) readLine(line, open);
  open.closeAll();
  return open.blocks;
}

function readLine(line: LineCursor, open: OpenBlocks): void {
  open.enter(line);
  if (continueLeaf(line, open)) return;
  while (startContainer(line, open)) continue;
  if (line.blank) open.closeRest();
  else if (!startLeaf(line, open)) addText(line, open);
}

/** What starts nothing is text: it continues a paragraph, also from outside its containers, or begins one. */
function addText(line: LineCursor, open: OpenBlocks): void {
  if (open.leaf === undefined) open.openLeaf('paragraph', line);
  else open.extendLeaf(line);
}
