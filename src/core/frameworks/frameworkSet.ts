import type { Refusal } from '../text/edit';
import type { Framework } from './framework';
import { baseName } from './ids';
import type { FrameworkProblem, ParsedFramework } from './parseFramework';
import { message } from '../text/message';

/** All frameworks there are to choose from. */
export interface FrameworkSet {
  /** The built-in ones in their order, each as its owner changed it, then the owner's other ones. */
  readonly frameworks: readonly Framework[];
  readonly problems: readonly FrameworkProblem[];
}

/**
 * Joins the built-in frameworks with the reader's own: one with the id of a built-in framework takes its place. Of two
 * own ones with the same id the earlier counts, and the later is told so at its id.
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
      const message = `The id “${framework.id}” is taken by “${baseName(taken)}”, so this file is not used. Change one of the two.`;
      problems.push({ file, message, ...idSpan });
    }
  }
  return { frameworks: [...byId.values()], problems };
}

/** The framework with this id, or a refusal that names those there are. */
export function frameworkNamed(id: string, frameworks: readonly Framework[]): Framework | Refusal {
  const ids = frameworks.map((framework) => framework.id);
  return (
    frameworks.find((framework) => framework.id === id) ?? {
      refused: message('framework.unknown', id, ids.join(', ')),
    }
  );
}
