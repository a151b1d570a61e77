import { decodeUriPart } from '../text/decodeUriPart';

/** The letters (of any script) and digits of a text in lower case, with one hyphen wherever something else parts them. */
export function idFrom(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** An id or file name as a title: `team-health` is `Team health`. */
export function titleFrom(text: string): string {
  const words = text.replace(/[-_\s]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The last part of a path or URI as people read it, without its ending. */
export function baseName(file: string): string {
  return decodeUriPart(file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, ''));
}
