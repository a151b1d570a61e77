import type { FrameworkSection } from '../framework/framework';
import { normalizeQuestion } from '../framework/questionKey';
import { Interner } from '../memo';

/** The same few headings stand in all notes, and every list of people asks for them. */
const names = new Interner((heading) => normalizeQuestion(heading.replace(/^[\s*_]*\d+[.):]\s*/, '')));
const namesOfSections = new WeakMap<FrameworkSection, readonly string[]>();

/** The words by which a heading is known: letter case, emphasis, emoji, a number before it and a colon do not count. */
export function sectionName(heading: string): string {
  return names.get(heading);
}

/** The names of all headings under which a section may stand: its title and its other headings. */
export function sectionNames(section: FrameworkSection): readonly string[] {
  let known = namesOfSections.get(section);
  if (!known) {
    known = [...new Set([section.title, ...section.headings].map(sectionName))];
    namesOfSections.set(section, known);
  }
  return known;
}
