import { decodeUriPart } from '../text/decodeUriPart';

/** Creates an id: the letters and digits of `text` in lowercase, of any script, with single hyphens between words. */
export function idFrom(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Turns an id or file name into a title: `team-health` becomes `Team health`. */
export function titleFrom(text: string): string {
  const words = text.replace(/[-_\s]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Returns the decoded last part of a path or URI, without a YAML extension. */
export function baseName(file: string): string {
  return decodeUriPart(file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, ''));
}
