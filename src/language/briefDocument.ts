import { briefText } from '../core/writing/briefText';
import type { LinkedText } from '../core/writing/linkedText';
import { personOfBrief } from '../editor/briefUri';
import { loadBrief } from '../editor/readBrief';
import type { GeneratedDocument } from './generatedDocuments';

const NOBODY: LinkedText = { text: 'No 1:1 note, page or roster names this person any more.\n', links: [] };

/** What matters before a meeting with a person. */
export const briefDocument: GeneratedDocument = {
  settings: ['cadence'],
  async write(uri, services) {
    const index = await services.notes.ready();
    const person = index.people.get(personOfBrief(uri) ?? '');
    return person ? briefText(await loadBrief(person, services)) : NOBODY;
  },
  isTouched: (uri, { groups }) => groups.has(personOfBrief(uri) ?? ''),
};
