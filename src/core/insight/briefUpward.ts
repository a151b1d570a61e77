import { formatRelative } from '../civilDate';
import type { FrameworkSection } from '../framework/framework';
import { headedSections } from '../note/headedSections';
import { sectionName, sectionNames } from '../questions/sectionName';
import { briefSection, type BriefBasis, type BriefEntry, type BriefSection } from './briefEntry';
import { readText, saidEntries, topicsIn } from './briefWords';

/** The section that keeps what is known of a manager's habits. */
const HABITS = 'anticipate';

/** For the reader's own manager: what was said last under each heading of managing up, and the manager's habits. */
export function upwardSections(basis: BriefBasis): readonly BriefSection[] {
  const framework = basis.frameworks.find(({ kind }) => kind === 'upward');
  if (basis.person.relation !== 'manager' || !framework) {
    return [];
  }
  const { sections } = framework;
  const habitsAt = sections.find(({ id }) => id === HABITS) ?? sections.at(-1);
  return sections.map((section) => {
    const habits = section === habitsAt ? habitsOnPage(basis) : [];
    return briefSection(section.title, [...habits, ...saidLast(section, basis)]);
  });
}

/** What was said the last time that anything was written in the section. */
function saidLast(section: FrameworkSection, basis: BriefBasis): readonly BriefEntry[] {
  const { past, today } = basis;
  const names = sectionNames(section);
  const isIt = ({ title }: { readonly title: string }): boolean => names.includes(sectionName(title));
  const last = past.findLast(({ meeting }) => meeting.sections.some((each) => each.words > 0 && isIt(each)));
  const standing = last?.meeting.sections.filter(isIt) ?? [];
  const isInside = (at: number): boolean => standing.some(({ line, endLine }) => at >= line && at <= endLine);
  return last
    ? saidEntries(last, basis, ({ line }) => isInside(line)).map((entry) => ({
        ...entry,
        details: [formatRelative(last.meeting.date, today)],
      }))
    : [];
}

/** What the manager's page says, what is parked there aside. */
function habitsOnPage(basis: BriefBasis): readonly BriefEntry[] {
  const { index, person } = basis;
  const page = person.page === undefined ? undefined : index.note(person.page);
  const read = page && readText(page, basis);
  if (!read) {
    return [];
  }
  const parked = headedSections(read.text, read.blocks).filter(({ kind }) => kind === 'next');
  return topicsIn(read, (at) => !parked.some(({ line, endLine }) => at >= line && at <= endLine));
}
