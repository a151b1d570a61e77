/** Decodes a part of a URI. A text with a stray `%` is returned as it is: the `%` belongs to the name. */
export function decodeUriPart(text: string): string {
  if (!text.includes('%')) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
