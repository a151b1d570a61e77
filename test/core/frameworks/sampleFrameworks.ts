import type { Framework, FrameworkSection } from '../../../src/core/frameworks/framework';
import { frameworkFromData } from '../../../src/core/frameworks/frameworkFromData';
import { worded } from '../support/worded';

/** A framework read from data that must be without fault. */
export function frameworkOf(data: object, fileName = 'sample'): Framework {
  const { framework, problems } = frameworkFromData(data, fileName);
  if (!framework || problems.length > 0) {
    throw new Error(problems.map(({ message }) => worded(message)).join('\n'));
  }
  return framework;
}

/** A section with these questions. */
export function sectionOf(questions: readonly unknown[], more: object = {}): FrameworkSection {
  const [section] = frameworkOf({ id: 'f', title: 'F', sections: [{ title: 'Wins', questions, ...more }] }).sections;
  return section!;
}
