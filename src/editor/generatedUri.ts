/** The schemes of documents that are no files: they are written from the notes. */
export const BRIEF_SCHEME = 'one-on-one-brief';
export const THEMES_SCHEME = 'one-on-one-themes';

export type GeneratedScheme = typeof BRIEF_SCHEME | typeof THEMES_SCHEME;
