import assert from 'node:assert/strict';
import { writeDocument } from '../../../src/core/reports/document';
import {
  completedFrom,
  quotedFrom,
  quoteLine,
  quoteTopics,
  notesToRead,
  quotationOf,
  withQuotations,
} from '../../../src/core/reports/quotations';
import { type Report, type ReportEntry, withoutPrivate } from '../../../src/core/reports/report';
import { noteAt, uriOf } from '../support/notes';

const fact = (text: string, more: Partial<ReportEntry> = {}): ReportEntry => ({
  text,
  details: [],
  private: false,
  ...more,
});

/** The first line of a note, known by whose it is before it is read. */
const lineOf = (path: string, more: Partial<ReportEntry> = {}): ReportEntry =>
  completedFrom(fact('', { label: [path], source: { uri: uriOf(path), line: 0 }, ...more }), (note) => ({
    text: quoteLine(note, 0),
  }));

/** All items and paragraphs of a note, of which nothing is known before it is read. */
const topicsOf = (path: string): ReportEntry => {
  const note = noteAt(path, []);
  return quotedFrom(note, (read) => quoteTopics(note, read, () => true));
};

const reportOf = (entries: readonly ReportEntry[], limits: readonly number[] = []): Report => ({
  title: 'Report',
  introduction: [],
  sections: [{ id: 'section', title: 'Section', entries, limits }],
});

/** The list of a report, a line each. */
const listed = (report: Report, texts: Readonly<Record<string, string>>): string[] => {
  const byUri = new Map(Object.entries(texts).map(([path, text]) => [uriOf(path), text]));
  const { text } = writeDocument(withQuotations(report, (uri) => byUri.get(uri)));
  return text.split('\n').filter((line) => /^ *- /.test(line));
};

describe('The quotations of a report', () => {
  it('are the words of a follow-up, without what belongs to its line', () => {
    const texts = {
      'a.md': '- [ ] @Ines Thank Sofia for the **demo** due:2026-12-01 (from [[2026-11-23]], since 2026-11-23, 1×)',
      'b.md': '- The [x] in the form due:soon',
    };
    assert.deepEqual(listed(reportOf([lineOf('a.md'), lineOf('b.md')]), texts), [
      '- a.md: Thank Sofia for the demo',
      '- b.md: The \\[x\\] in the form due:soon',
    ]);
  });

  it('are filled in from the notes that it names', () => {
    const report = reportOf([fact('A fact'), lineOf('a.md'), topicsOf('b.md')]);
    assert.deepEqual([...notesToRead(report)], [uriOf('a.md'), uriOf('b.md')]);
    assert.deepEqual(listed(report, { 'a.md': '- *One*', 'b.md': '- Two\n- Three' }), [
      '- A fact',
      '- a.md: One',
      '- Two',
      '- Three',
    ]);
  });

  it('are left out where a note cannot be read, and a section with nothing else goes', () => {
    const report = reportOf([topicsOf('b.md')]);
    assert.deepEqual(listed(reportOf([lineOf('a.md'), topicsOf('b.md')]), {}), ['- a.md']);
    assert.deepEqual(withQuotations(report, () => undefined).sections, []);
  });

  it('are not read beyond the limits of a section', () => {
    const theme = fact('Theme', { entries: [lineOf('a.md'), lineOf('b.md'), lineOf('c.md')] });
    const report = reportOf([theme, fact('Other'), lineOf('d.md')], [2, 1]);
    assert.deepEqual([...notesToRead(report)], [uriOf('a.md')]);
    assert.deepEqual(listed(report, { 'a.md': 'One' }), [
      '- **Theme**',
      '  - a.md: One',
      '  - and 2 more',
      '- Other',
      '- and 1 more',
    ]);
  });

  it('count only entries that say something', () => {
    const report = reportOf([topicsOf('a.md'), topicsOf('b.md'), fact('x'), fact('y'), topicsOf('c.md')], [2]);
    assert.deepEqual(listed(report, { 'b.md': '- One' }), ['- One', '- x', '- and 1 more']);
    assert.deepEqual(listed(report, { 'c.md': '- One\n- Two' }), ['- x', '- y', '- and 2 more']);
  });

  it('are read one at a time where only one is shown', () => {
    assert.equal(quotationOf(lineOf('a.md'), '> One'), 'One');
    assert.equal(quotationOf(fact('A fact'), '> One'), 'A fact');
  });
});

describe('A report without private entries', () => {
  it('has neither those nor what contains one', () => {
    const secret = fact('Secret', { private: true });
    const report = reportOf([fact('Open'), secret, fact('Theme', { details: ['Bo'], entries: [fact('x'), secret] })]);
    assert.deepEqual(listed(withoutPrivate(report), {}), ['- Open']);
    assert.deepEqual(withoutPrivate(reportOf([secret])).sections, []);
  });

  it('has nothing of a note that was not read when its private entries were taken out', () => {
    assert.deepEqual(listed(withoutPrivate(reportOf([topicsOf('a.md')])), { 'a.md': '- One' }), []);
  });
});
