import { loadThemes } from '../editor/readThemes';
import { themesWishOf } from '../editor/themesUri';
import type { GeneratedDocument } from './generatedDocuments';

/** What comes back across 1:1s. */
export const themesDocument: GeneratedDocument = {
  settings: [],
  async write(uri, services, token) {
    const wish = themesWishOf(uri);
    return wish ? loadThemes(wish, services, token) : { text: '', links: [] };
  },
  isTouched: () => true,
};
