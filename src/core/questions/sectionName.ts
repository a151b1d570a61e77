import type { FrameworkSection } from '../framework/framework';
import { normalizeQuestion } from '../framework/questionKey';

/** The words by which a heading is known: letter case, emphasis, emoji, a number before it and a colon do not count. */
export function sectionName(heading: string): string {
  return normalizeQuestion(heading.replace(/^[\s*_]*\d+[.):]\s*/, ''));
}

/** The names of all headings under which a section may stand: its title and its other headings. */
export function sectionNames(section: FrameworkSection): readonly string[] {
  return [...new Set([section.title, ...section.headings].map(sectionName))];
}
