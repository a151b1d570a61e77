import type { Refusal } from '../text/edit';
import { escapeMarkdown, oneLine, yamlScalar } from './escape';
import { pathSetting, pathSettingProblem, sanitizeFileName, withMarkdownEnding } from './fileNames';
import { message } from '../text/message';

/** Returns the text of a new person page. */
export function newPageText(person: string): string {
  const name = oneLine(person);
  return ['---', `person: ${yamlScalar(name)}`, '---', '', `# ${escapeMarkdown(name)}`, ''].join('\n');
}

const SETTING = 'oneOnOne.people.path';

/** Returns the path of a person page in its folder, with `/`, according to the setting (`People/{name}.md`). */
export function pagePath(name: string, setting: string): { readonly path: string } | Refusal {
  const pattern = pathSetting(setting);
  const problem =
    pathSettingProblem(pattern) ?? (pattern.includes('{name}') ? undefined : message('path.pagesOneFile'));
  if (problem !== undefined) {
    return { refused: message('path.setting', SETTING, setting, message('path.pages', problem)) };
  }
  const file = sanitizeFileName(name);
  if (file === undefined) {
    return { refused: message('path.noPageName') };
  }
  return { path: withMarkdownEnding(pattern.replaceAll('{name}', file)) };
}
