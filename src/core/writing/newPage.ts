import { escapeMarkdown, oneLine } from './asText';
import { yamlScalar } from './yamlScalar';

/** The page of a person of whom nothing is written yet. */
export function newPageText(person: string): string {
  const name = oneLine(person);
  return ['---', `person: ${yamlScalar(name)}`, '---', '', `# ${escapeMarkdown(name)}`, ''].join('\n');
}
