import type { Refusal } from '../text/edit';
import { escapeMarkdown, oneLine } from './escapeMarkdown';
import { sanitizeFileName } from './fileNames';
import { yamlScalar } from './yamlScalar';
import { message } from '../text/message';

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
    const problem = message(isElsewhere ? 'path.pagesOutside' : 'path.pagesOneFile');
    return { refused: message('path.setting', SETTING, setting, problem) };
  }
  const file = sanitizeFileName(name);
  if (file === undefined) {
    return { refused: message('path.noPageName') };
  }
  const path = pattern.replaceAll('{name}', file);
  return { path: /\.(?:md|markdown)$/i.test(path) ? path : `${path}.md` };
}
