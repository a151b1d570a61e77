import assert from 'node:assert/strict';
import { writePage } from '../../../src/core/reports/page';
import { reportSection, type ReportEntry } from '../../../src/core/reports/report';

const entry = (text: string, more: Partial<ReportEntry> = {}): ReportEntry => ({
  text,
  details: [],
  private: false,
  ...more,
});

describe('A report as a page', () => {
  it('escapes all words, and links each entry to its line', () => {
    const source = { uri: 'file:///a.md', line: 3 };
    const sections = reportSection({
      id: 'x',
      title: '<script>',
      entries: [entry('"a" & b', { source, details: ['2 days'], private: true }), entry('without a source')],
    });
    const { html, lines } = writePage({ title: 'A <b>', introduction: ["it's"], sections });
    assert.equal(
      html,
      [
        '<h1>A &lt;b&gt;</h1>',
        '<p class="headline">it&#39;s</p>',
        '<section><h2>&lt;script&gt;</h2><ul><li><a href="#" data-line="0">&quot;a&quot; &amp; b</a> ' +
          '<span class="facts">2 days · private</span></li><li>without a source</li></ul></section>',
      ].join('\n'),
    );
    assert.deepEqual(lines, [source]);
  });

  it('shows five entries of a section and counts the rest, so that a page fits on a screen', () => {
    const entries = Array.from({ length: 8 }, (_, at) => entry(`item ${at}`));
    const { html } = writePage({
      title: '',
      introduction: [],
      sections: reportSection({ id: 'x', title: '', entries }),
    });
    assert.equal(html.match(/<li>/g)?.length, 5);
    assert.match(html, /and 3 more/);
  });
});
