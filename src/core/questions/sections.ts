import type { Framework, FrameworkSection } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import { normalizeQuestion } from '../frameworks/questionKey';
import type { Meeting, Section } from '../note/note';
import { Interner } from '../text/retained';

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

/** The section of a note that a line lies in, or `undefined` before the first one. */
export function sectionAt(meeting: Meeting, line: number): Section | undefined {
  return meeting.sections.findLast((section) => section.line <= line && line <= section.endLine);
}

/**
 * The framework's section that a section of a note stands for: by its heading, in the note's own framework first, else by
 * the questions that stand in it. `undefined` when neither tells.
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
