/** The marks that sync tools and file managers add to the name of a copy. */
const COPY_MARK = new RegExp(
  [
    String.raw`\s*\([^()]*(?:conflict|SFConflict)[^()]*\)`,
    String.raw`\s*\[[^[\]]*conflict[^[\]]*\]`,
    String.raw`\.sync-conflict-\d{8}-\d{6}(?:-\w+)?`,
    String.raw`\s\(\d{1,2}\)`,
    String.raw`\s[2-9]`,
    String.raw`\s(?:-\s)?copy(?:\s\(?\d{1,2}\)?)?`,
    String.raw`-(?:DESKTOP|LAPTOP|PC|WIN|MAC)-[A-Z0-9]{2,15}`,
    String.raw`-[\p{L}\p{N}]+-(?:MacBook|iMac|iPhone|iPad)(?:-[\p{L}\p{N}]+)*`,
  ]
    .map((mark) => `(?:${mark})`)
    .join('|')
    .replace(/^(.*)$/, '(?:$1)$'),
  'iu',
);
const CAN_BE_COPY = /[)\]\d]$|conflict|copy$|^copy of |desktop|laptop|macbook|imac|iphone|ipad/i;

/** Returns a file name, without extension, without the mark of a copy. */
export function withoutCopyMark(name: string): string {
  return CAN_BE_COPY.test(name) ? name.replace(/^copy of /i, '').replace(COPY_MARK, '') || name : name;
}
