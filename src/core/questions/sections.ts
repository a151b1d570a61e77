import type { Framework, FrameworkSection } from '../frameworks/framework';
import { type QuestionBank, normalizeQuestion } from '../frameworks/questionBank';
import type { Meeting, Section } from '../note/note';
import { Interner } from '../text/retained';

/** Cached, because the same few headings appear in all notes. */
const names = new Interner((heading) => normalizeQuestion(heading.replace(/^[\s*_]*\d+[.):]\s*/, '')));
const namesOfSections = new WeakMap<FrameworkSection, readonly string[]>();

/** Normalizes a heading, ignoring case, emphasis, emoji, a leading number and a colon. */
export function sectionName(heading: string): string {
  return names.get(heading);
}

/** Returns the names of a section: its title and its alternative headings. */
export function sectionNames(section: FrameworkSection): readonly string[] {
  let known = namesOfSections.get(section);
  if (!known) {
    known = [...new Set([section.title, ...section.headings].map(sectionName))];
    namesOfSections.set(section, known);
  }
  return known;
}

/** Returns the section of a note that contains a line, or `undefined` before the first one. */
export function sectionAt(meeting: Meeting, line: number): Section | undefined {
  return meeting.sections.findLast((section) => section.line <= line && line <= section.endLine);
}

/**
 * Returns the framework's section that matches a section of a note: by heading, first in the note's own framework, or
 * else by its questions. Returns `undefined` if neither matches.
 */
export function frameworkSectionOf(
  section: Section,
  frameworks: readonly Framework[],
  { bank, own }: { readonly bank: QuestionBank; readonly own: string | undefined },
): FrameworkSection | undefined {
  const name = sectionName(section.title);
  const ownFirst = [...frameworks].sort((a, b) => Number(b.id === own) - Number(a.id === own));
  const titled = ownFirst
    .flatMap(({ sections }) => sections)
    .find((each) => each.questions.length > 0 && sectionNames(each).includes(name));
  const [place] = section.prompts.flatMap(({ question }) => bank.placesOf(question));
  return titled ?? place?.section;
}
