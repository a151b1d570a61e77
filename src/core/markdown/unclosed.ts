import type { Block } from './block';

/** HTML that goes on until its end stands in it, whatever comes between. */
const HTML: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /^<(?:pre|script|style|textarea)(?=[\s>]|$)/i, end: /<\/(?:pre|script|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: /^<![a-z]/i, end: />/ },
];

/** Whether a block lasts as long as it does only because nobody closed it: fenced code, a comment, some HTML. */
export function isUnclosed(text: string, block: Block): boolean {
  const written = text.slice(block.marker, block.end);
  switch (block.kind) {
    case 'code':
      return isFenced(block) && (block.line === block.endLine || !endsInFence(written, block.parent < 0));
    case 'html':
      return HTML.some(({ start, end }) => start.test(written) && !end.test(written));
    case 'comment':
      return !written.slice(2).includes('%%');
    default:
      return false;
  }
}

/** Whether code stands between fences, and not behind an indent. */
export function isFenced({ kind, marker, start }: Block): boolean {
  return kind === 'code' && start > marker;
}

function endsInFence(code: string, isAtMargin: boolean): boolean {
  const fence = /^(?:`+|~+)/.exec(code)?.[0] ?? '';
  const last = /[^\r\n]*$/.exec(code)?.[0] ?? '';
  const closing = (isAtMargin ? /^ {0,3}(`+|~+)[ \t]*$/ : /^[ \t>]*(`+|~+)[ \t]*$/).exec(last)?.[1] ?? '';
  return closing.startsWith(fence);
}
