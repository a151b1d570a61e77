/** Returns a 32-bit hash that is well distributed even for short and similar texts. It is not cryptographic. */
export function hashText(text: string): number {
  // FNV-1a over UTF-16 code units. The final shifts spread the last characters over all bits.
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
