import type { Refusal } from '../text/edit';
import { type Framework, baseName } from './framework';
import type { FrameworkProblem, ParsedFramework } from './parseFramework';
import { message } from '../text/message';

/** All available frameworks. */
export interface FrameworkSet {
  /**
   * The built-in frameworks in their order, each with the user's replacement if there is one, then the custom
   * frameworks.
   */
  readonly frameworks: readonly Framework[];
  readonly problems: readonly FrameworkProblem[];
}

/**
 * Merges the built-in frameworks with the user's own. A custom framework replaces the built-in one with the same id. If
 * two custom frameworks have the same id, the first is used and the second gets a problem at its id.
 */
export function mergeFrameworks(builtIn: readonly Framework[], own: readonly ParsedFramework[]): FrameworkSet {
  const byId = new Map(builtIn.map((framework) => [framework.id, framework]));
  const fileOf = new Map<string, string>();
  const problems: FrameworkProblem[] = [];
  for (const { file, framework, idSpan, problems: ownProblems } of own) {
    problems.push(...ownProblems);
    if (!framework) {
      continue;
    }
    const taken = fileOf.get(framework.id);
    if (taken === undefined) {
      byId.set(framework.id, framework);
      fileOf.set(framework.id, file);
    } else {
      const repeated = message('framework.repeatedId', framework.id, baseName(taken));
      problems.push({ file, message: repeated, ...idSpan });
    }
  }
  return { frameworks: [...byId.values()], problems };
}

/** Returns the framework with this id, or a refusal that lists the known ids. */
export function frameworkNamed(id: string, frameworks: readonly Framework[]): Framework | Refusal {
  const ids = frameworks.map((framework) => framework.id);
  return (
    frameworks.find((framework) => framework.id === id) ?? {
      refused: message('framework.unknown', id, ids.join(', ')),
    }
  );
}
