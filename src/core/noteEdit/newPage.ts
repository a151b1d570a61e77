import type { Refusal } from '../text/edit';
import { escapeMarkdown, oneLine } from './escapeMarkdown';
import { sanitizeFileName } from './fileNames';
import { yamlScalar } from './yamlScalar';

/** The page of a person of whom nothing is written yet. */
export function newPageText(person: string): string {
  const name = oneLine(person);
  return ['---', `person: ${yamlScalar(name)}`, '---', '', `# ${escapeMarkdown(name)}`, ''].join('\n');
}

const SETTING = 'oneOnOne.people.path';

/** Where a person's page is, by the setting (`People/{name}.md`): a path in its folder, with `/`. */
export function pagePath(name: string, setting: string): { readonly path: string } | Refusal {
  const pattern = setting.trim().replaceAll('\\', '/');
  const isElsewhere = /^(?:\/|~|[a-z][a-z\d+.-]*:)/i.test(pattern) || pattern.split('/').includes('..');
  if (isElsewhere || !pattern.includes('{name}')) {
    const problem = isElsewhere ? 'that leads out of the workspace' : 'all pages would be one file';
    return { refused: `The setting ${SETTING} is "${setting}": ${problem}. Write a path such as People/{name}.md.` };
  }
  const file = sanitizeFileName(name);
  if (file === undefined) {
    return { refused: 'A name needs a letter, a digit or an emoji, so that its page can have a file name.' };
  }
  const path = pattern.replaceAll('{name}', file);
  return { path: /\.(?:md|markdown)$/i.test(path) ? path : `${path}.md` };
}
