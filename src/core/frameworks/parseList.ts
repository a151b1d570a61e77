import { message } from '../text/message';
import { FieldReader, type FieldProblem, isRecord, nameOf } from './fieldReader';
import { type FrameworkProblem, LARGEST_FRAMEWORK_FILE, readYamlFile } from './parseFramework';

/** The valid entries of a file that is a list, and the problems of the others. */
export interface ParsedList<Entry> {
  readonly entries: readonly Entry[];
  readonly problems: readonly FrameworkProblem[];
}

/** The format of a list: the key that each entry needs, and the reader of an entry. */
interface ListFormat<Entry> {
  readonly firstKey: string;
  readonly read: (entry: FieldReader) => Entry | undefined;
}

/**
 * Parses YAML text that is a list of maps. The function never throws: an invalid entry is left out, with a problem at
 * its line. `file` names the file in problems.
 */
export function parseList<Entry>(text: string, file: string, { firstKey, read }: ListFormat<Entry>): ParsedList<Entry> {
  if (text.length > LARGEST_FRAMEWORK_FILE) {
    const tooLarge = message('framework.tooLarge', LARGEST_FRAMEWORK_FILE / 1024);
    return { entries: [], problems: [{ file, message: tooLarge, line: 0, column: 0, length: 1 }] };
  }
  const { data, faults, spanOf } = readYamlFile(text);
  const found: FieldProblem[] = [];
  const isList = Array.isArray(data);
  if (!isList && data !== null && data !== undefined) {
    found.push({ path: [], isKey: false, message: message('list.notList', firstKey, nameOf(data)) });
  }
  const entries = (isList ? (data as readonly unknown[]) : []).flatMap((value, index): Entry[] => {
    if (!isRecord(value) || !Object.hasOwn(value, firstKey)) {
      found.push({ path: [index], isKey: false, message: message('list.notEntry', firstKey) });
      return [];
    }
    const entry = read(new FieldReader(value, [index], found));
    return entry === undefined ? [] : [entry];
  });
  const placed = found.map(({ path, isKey, message: text }) => ({ file, message: text, ...spanOf(path, isKey) }));
  return { entries, problems: [...faults.map((fault) => ({ file, ...fault })), ...placed] };
}
