/** Cuts a long text at the end of a word, and adds an ellipsis. */
export function shorten(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength).replace(/\s+\S*$/u, '')} …`;
}
