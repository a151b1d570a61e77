import type { Framework } from './framework';
import { frameworkFromData } from './frameworkFromData';
import { baseName } from './ids';
import { readYamlFile, type FileSpan } from './yamlFile';

/** What is wrong in a framework file, in words for the person who wrote it. */
export interface FrameworkProblem extends FileSpan {
  readonly file: string;
  readonly message: string;
}

/** A framework file as far as it can be used. */
export interface ParsedFramework {
  readonly file: string;
  /** `undefined` when nothing in the file can be used. */
  readonly framework?: Framework;
  /** Where the framework's id stands; the beginning of the file when its name serves as the id. */
  readonly idSpan: FileSpan;
  readonly problems: readonly FrameworkProblem[];
}

/** In characters; what is larger is refused unread. The largest built-in framework has a fortieth of it. */
export const LARGEST_FRAMEWORK_FILE = 256 * 1024;

/** A file that is wrong throughout is told so in its first lines. */
const MOST_PROBLEMS = 50;

const FILE_START: FileSpan = { line: 0, column: 0, length: 1 };

/**
 * The framework in a YAML text. Never throws: a file that is no YAML gives problems only, and in any other a mistake
 * costs the field it stands in. `file` names the file in problems; its last part serves for a missing id and title.
 */
export function parseFramework(yamlText: string, file: string): ParsedFramework {
  const unread = (problems: readonly FrameworkProblem[]): ParsedFramework => ({ file, idSpan: FILE_START, problems });
  if (yamlText.length > LARGEST_FRAMEWORK_FILE) {
    const message = `A framework file has at most ${LARGEST_FRAMEWORK_FILE / 1024} KB. This one has more and was not read.`;
    return unread([{ file, message, ...FILE_START }]);
  }
  const { data, faults, spanOf } = readYamlFile(yamlText);
  const faulty = faults.map((fault) => ({ file, ...fault }));
  if (data === undefined && faults.length > 0) {
    return unread(faulty);
  }
  const { framework, problems } = frameworkFromData(data, baseName(file));
  const placed = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ message, path, isKey }) => ({ file, message, ...spanOf(path, isKey) }));
  return {
    file,
    ...(framework && { framework }),
    idSpan: spanOf(['id']),
    problems: [...faulty, ...placed],
  };
}
