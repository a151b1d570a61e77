import assert from 'node:assert/strict';
import { composeBrief } from '../../../src/core/brief/brief';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import type { PeopleConfig } from '../../../src/core/index/noteIndex';
import { writeDocument } from '../../../src/core/reports/document';
import { withQuotations } from '../../../src/core/reports/quotations';
import { type Report, withoutPrivate } from '../../../src/core/reports/report';
import { day, indexOf, rules, uriOf } from './notes';
import { worded } from './worded';

/** Notes by path, a line each. */
export type Texts = Readonly<Record<string, readonly string[]>>;

/** Max is the reader. */
export const MAX: PeopleConfig = { me: ['Max Meyer'], roster: [] };

/** Returns a report with quotations from the notes. */
export function quoted(report: Report, texts: Texts): Report {
  const byUri = new Map(Object.entries(texts).map(([path, lines]) => [uriOf(path), lines.join('\n')]));
  return withQuotations(report, (uri) => byUri.get(uri));
}

/** Returns the brief about a person on a day. */
export function briefAbout(key: string, texts: Texts, today = '2026-03-16', people = MAX): Report {
  const index = indexOf(texts, people);
  const person = index.people.get(key);
  assert.ok(person, key);
  const frameworks = builtInFrameworks();
  return quoted(
    composeBrief({ index, person, frameworks, bank: rules.bank, today: day(today), fallbackDays: 14 }),
    texts,
  );
}

/** Returns the lines of a section of a report, as in its document. */
export function linesOf(report: Report, title: string): string[] {
  const sections = report.sections.filter((each) => worded(each.title) === title);
  return writeDocument({ ...report, introduction: [], sections })
    .text.split('\n')
    .filter((line) => /^ *- /.test(line));
}

/** Returns the document of a report without its private entries. */
export function publicDocument(report: Report): string {
  return writeDocument(withoutPrivate(report)).text;
}
