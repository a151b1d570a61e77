import type { Framework, FrameworkSection } from '../framework/framework';
import type { QuestionBank } from '../framework/questionBank';
import type { Meeting, Section } from '../note/note';
import { sectionName, sectionNames } from './sectionName';

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
