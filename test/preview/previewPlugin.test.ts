import assert from 'node:assert/strict';
import createEngine, { type MarkdownIt } from 'markdown-it';
import { readNote } from '../../src/core/note/readNote';
import { type Text, wordMessage } from '../../src/core/text/message';
import { previewPlugin } from '../../src/preview/previewPlugin';
import { privateFamily } from '../core/sharing/privateFamily';
import { day, rules, uriOf } from '../core/support/notes';

const MEETING = '1-1s/jane-doe/2026-11-23.md';
const PLAIN = 'docs/plan.md';
const READER = {
  read: (text: string, uri: { toString(): string } | undefined) => {
    const at = uri?.toString() ?? '';
    return readNote({ uri: at, path: decodeURIComponent(at.replace('file:///notes/', '')), text }, rules);
  },
  today: () => day('2026-11-30'),
  isPerson: (name: string) => name === 'Jane Doe',
  hidesPrivate: () => false,
  word: (text: Text) => wordMessage(text),
};

type Plugin = (md: MarkdownIt) => void;
const ours: Plugin = (md) => previewPlugin(md, READER);
const oursHiding: Plugin = (md) => previewPlugin(md, { ...READER, hidesPrivate: () => true });

function engine(...plugins: Plugin[]): MarkdownIt {
  const md = createEngine({ html: true, linkify: true });
  for (const plugin of plugins) plugin(md);
  return md;
}

/** As VS Code does it: parsing without a word of which file it is, then drawing. */
function drawnBy(md: MarkdownIt, text: string, path: string | undefined): string {
  const tokens = md.parse(text, { currentDocument: undefined });
  const currentDocument = path === undefined ? undefined : { toString: () => uriOf(path) };
  return md.renderer.render(tokens, md.options, { currentDocument });
}

function shown(text: string, path = MEETING): string {
  return drawnBy(engine(ours), text, path);
}

function shownWhileHidden(text: string, path = MEETING): string {
  return drawnBy(engine(oursHiding), text, path);
}

function plain(text: string): string {
  return drawnBy(engine(), text, PLAIN);
}

/** What a person sees of some HTML. */
function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('A 1:1 note in the preview', () => {
  it('shows a follow-up as a box with owner and due date as chips', () => {
    const html = shown('- [ ] @jane Send the draft due:2026-12-04\n');
    assert.match(html, /<li class="one-on-one-task"><input [^>]*type="checkbox" disabled aria-label="open">/);
    assert.match(html, /<span class="one-on-one-chip one-on-one-owner">@jane<\/span> Send the draft /);
    assert.match(html, /<span class="one-on-one-chip one-on-one-date" title="due:2026-12-04">due Fri 4 Dec<\/span>/);
  });

  for (const written of [
    '📅 2026-11-27',
    '[due:: 2026-11-27]',
    '(due:: [[2026-11-27]])',
    '@due(2026-11-27)',
    '{due:2026-11-27}',
  ]) {
    it(`says in words that ${written} is overdue`, () => {
      assert.equal(words(shown(`- [ ] Send it ${written}\n`)), 'Send it due Fri 27 Nov · 3 days overdue');
    });
  }

  it('calls nothing overdue that is done, dropped or carried over', () => {
    for (const mark of ['x', '-', '>']) {
      assert.doesNotMatch(shown(`- [${mark}] Send it due:2026-11-27\n`), /overdue/);
    }
  });

  it('ticks what is done, and says in words what else a mark means', () => {
    assert.match(
      shown('- [x] Send it\n'),
      /class="one-on-one-task one-on-one-closed"><input [^>]*checked aria-label="done">/,
    );
    assert.equal(words(shown('- [/] Send it\n')), 'in progress Send it');
    assert.equal(words(shown('- [-] Send it\n')), 'dropped Send it');
    assert.match(shown('- [-] Send it\n'), /disabled aria-label="dropped">/);
    assert.equal(
      words(shown('- [>] Send it (to [2026-11-30](2026-11-30.md))\n')),
      'carried over Send it (to 2026-11-30)',
    );
    assert.equal(words(shown('- [!] Send it\n')), '! Send it');
  });

  it('leaves marks alone that are documented as no task', () => {
    assert.equal(words(shown('- [i] Read this due:2026-11-27\n')), '[i] Read this due:2026-11-27');
  });

  it('shows the other dates of a follow-up with a word for what they are', () => {
    const html = shown('- [x] Send it ➕ 2026-11-16 ✅ 2026-11-20\n');
    assert.equal(words(html), 'Send it since Mon 16 Nov done Fri 20 Nov');
  });

  it('names a due date that the calendar does not have', () => {
    assert.equal(words(shown('- [ ] Send it due:2026-02-30\n')), 'Send it no such day: 2026-02-30');
  });

  it('shows owners in every form that surely names a person', () => {
    assert.match(shown('- [ ] [[Jane Doe]] sends it\n'), /one-on-one-owner" title="\[\[Jane Doe\]\]">Jane Doe</);
    assert.match(shown('- [ ] Send it [owner:: Jane]\n'), /one-on-one-owner" title="\[owner:: Jane\]">Jane</);
    assert.equal(words(shown('- [ ] Send it [owner:: Jane, Bob]\n')), 'Send it Jane Bob');
    assert.doesNotMatch(shown('- [ ] See [[Roadmap]]\n'), /one-on-one-owner/);
    assert.doesNotMatch(shown('- [ ] Mail jane@corp.com, install @types/node\n'), /one-on-one-owner/);
  });

  it('reads nothing in code and in links', () => {
    const html = shown('- [ ] Run `due:2026-11-27` and [@jane due:2026-11-27](x.md)\n');
    assert.doesNotMatch(html, /one-on-one-chip/);
  });

  it('keeps emphasis, code and links of the text', () => {
    const html = shown('- [ ] **Send** the `draft` to [them](x.md) due:2026-12-04\n');
    assert.match(html, /<strong>Send<\/strong> the <code>draft<\/code> to <a href="x.md">them<\/a> <span/);
  });

  it('finds boxes in nested items, block quotes and loose lists', () => {
    const html = shown('- [ ] One\n\n  - [x] Two\n\n> 1. [ ] Three\n');
    assert.equal(html.match(/type="checkbox"/g)?.length, 3);
  });

  it('finds none in code, comments and front matter', () => {
    const html = shown('```\n- [ ] a\n```\n\n<!--\n- [ ] b\n-->\n\n    - [ ] c\n\n`- [ ] d`\n');
    assert.doesNotMatch(html, /checkbox/);
  });

  it('sets questions apart, in paragraphs, headings and items', () => {
    const paragraph = shown('**Who do you want to thank?**\n\nSarah.\n');
    assert.equal(
      paragraph,
      '<p class="one-on-one-question"><strong>Who do you want to thank?</strong></p>\n<p>Sarah.</p>\n',
    );
    assert.match(shown('### Who do you want to thank?\n\nSarah\n'), /<h3 class="one-on-one-question">/);
    assert.match(shown('- Who do you want to thank?\n  - Sarah\n'), /<li class="one-on-one-question">Who/);
  });

  it('tells questions that nobody answered, and those with an answer on their line', () => {
    assert.match(shown('**Who do you want to thank?**\n'), /class="one-on-one-question one-on-one-unanswered"/);
    assert.match(shown('Who do you want to thank? Sarah.\n'), /class="one-on-one-question one-on-one-answered-here"/);
  });

  it('shows that a section is private, with all that belongs to it and no more', () => {
    const html = shown('# Jane\n\n## Private\n\nMine\n\n### Deeper\n\n- a\n\n## Shared\n\nOurs\n');
    const [, inside = ''] =
      /<section class="one-on-one-private" aria-label="Private">([^]*)<\/section>/.exec(html) ?? [];
    assert.equal(words(inside), 'Private Private Mine Deeper a');
    assert.equal(html.match(/<\/?section/g)?.length, 2);
  });

  it('shows what stands between private markers as private', () => {
    const html = shown('Ours\n\n<!-- private -->\n\nMine\n\n<!-- /private -->\n\nOurs again\n');
    assert.equal(words(/<section[^]*<\/section>/.exec(html)?.[0] ?? ''), 'Private Mine');
  });

  it('says so when the whole note is private', () => {
    const html = shown('Mine\n', 'private/1-1s/2026-11-23 Jane Doe 1on1.md');
    assert.match(
      html,
      /^<p><span class="one-on-one-chip one-on-one-private-mark">Private note<\/span><\/p>\n<p>Mine<\/p>\n$/,
    );
  });

  it('shows text as text, whatever stands in names, dates and questions', () => {
    const nasty = '<img src=x onerror=alert(1)>';
    for (const text of [
      `- [ ] [owner:: ${nasty}] a due:2026-11-27\n`,
      `- [ ] @jane "quoted" & <script>alert(1)</script> due:2026-11-27 ' \`<b>\`\n`,
      `- [ ] [[people/${nasty}|Jane Doe]] a\n`,
    ]) {
      // Without the plugin, VS Code lets HTML of a note through: the plugin must add none to it.
      const html = drawnBy(createEngine({ html: false }).use(ours), text, MEETING);
      assert.doesNotMatch(html, /<(?:img|script|b)\b/, text);
      assert.doesNotMatch(html, /="[^"]*<[^"]*"/, text);
    }
  });

  it('is known by what it says where it is in no file', () => {
    const frontMatter = '---\ntype: 1on1\nperson: Jane\ndate: 2026-11-23\n---\n\n';
    const inNoFile = (text: string) => drawnBy(engine(ours), text, undefined);
    assert.match(inNoFile(`${frontMatter}- [ ] @jane a\n`), /one-on-one-owner/);
    assert.doesNotMatch(inNoFile('- [ ] @jane a\n'), /one-on-one-owner/);
  });

  it('draws the same again, since VS Code keeps what it parsed', () => {
    const md = engine(ours);
    const tokens = md.parse('**Who do you want to thank?**\n\n- [ ] @jane a\n', {});
    const draw = (path: string) =>
      md.renderer.render(tokens, md.options, { currentDocument: { toString: () => uriOf(path) } });
    const first = draw(MEETING);
    assert.equal(
      draw(PLAIN),
      '<p><strong>Who do you want to thank?</strong></p>\n<ul>\n<li class="one-on-one-task"><input class="one-on-one-box" type="checkbox" disabled aria-label="open"> @jane a</li>\n</ul>\n',
    );
    assert.equal(draw(MEETING), first);
  });

  it('leaves the tokens light, since VS Code sends them to another process', () => {
    const text = '**Who do you want to thank?**\n\n- [ ] @jane a\n\n## Private\n\nb\n';
    const added = JSON.stringify(engine(ours).parse(text, {})).length - JSON.stringify(engine().parse(text, {})).length;
    assert.ok(added < 1000, `${added} characters more`);
  });

  it('keeps the lines of blocks, by which VS Code scrolls editor and preview together', () => {
    const text = '# A\n\n- [ ] b\n\n## Private\n\nc\n';
    const lines = (md: MarkdownIt) => md.parse(text, {}).flatMap(({ type, map }) => (map ? [[type, ...map]] : []));
    assert.deepEqual(lines(engine(ours)), lines(engine()));
  });
});

describe('Another file in the preview', () => {
  it('gets boxes for its task lists, as GitHub draws them, and nothing else', () => {
    const html = shown('- [ ] @jane a due:2026-11-27\n- [x] b\n- [X] c\n', PLAIN);
    assert.equal(words(html), '@jane a due:2026-11-27 b c');
    assert.equal(html.match(/type="checkbox"/g)?.length, 3);
    assert.equal(html.match(/ checked/g)?.length, 2);
    assert.doesNotMatch(html, /one-on-one-chip/);
  });

  for (const text of [
    '# A\n\n**Who do you want to thank?**\n\nSarah\n',
    '## Private\n\nMine\n\n<!-- private -->\nb\n<!-- /private -->\n',
    '- [-] a\n- [>] b\n- [/] c\n- [ ](url)\n- [] d\n- [ ]e\n- [ ]\n- [x]\n',
    '1. a @jane\n2. b due:2026-11-27\n\n> - c\n\n| a | b |\n| - | - |\n| [ ] | [x] |\n',
    '```mermaid\nquadrantChart\n```\n\n<b>HTML</b> and https://example.org\n',
  ]) {
    it(`stays as it is: ${JSON.stringify(text.slice(0, 40))}…`, () => assert.equal(shown(text, PLAIN), plain(text)));
  }

  it('stays as it is when it is a person’s page', () => {
    const page = '---\nperson: Jane Doe\nrole: Engineer\n---\n\n## Private\n\nDo you want @jane due:2026-11-27\n';
    assert.equal(shown(page, 'People/Jane Doe.md'), drawnBy(engine(), page, 'People/Jane Doe.md'));
  });
});

describe('Beside another check-box extension', () => {
  /** Takes the box off the text and puts a token of its own before it, as such extensions do. */
  const other: Plugin = (md) => {
    md.core.ruler.push('other', (state) => {
      for (const { type, children } of state.tokens) {
        const [first] = children ?? [];
        if (type === 'inline' && children && first?.type === 'text' && /^\[[ xX]\] /.test(first.content)) {
          const box = new state.Token('html_inline', '', 0);
          box.content = '<input type="checkbox">';
          first.content = first.content.slice(3);
          children.unshift(box);
        }
      }
    });
  };

  for (const [order, plugins] of [
    ['before', [other, ours]],
    ['after', [ours, other]],
  ] as const) {
    it(`each item has one box when that comes ${order} ours, and its chips`, () => {
      const html = drawnBy(engine(...plugins), '- [ ] @jane Send due:2026-12-04\n- [x] b\n', MEETING);
      assert.equal(html.match(/<input/g)?.length, 2);
      assert.equal(words(html), '@jane Send due Fri 4 Dec b');
    });
  }
});

describe('The preview while private parts are hidden', () => {
  it('leaves out every way of marking something private, and says so', () => {
    const shownOnes = privateFamily().filter(({ path, lines }) => {
      const html = shownWhileHidden(lines.join('\n'), path);
      return html.includes('zebra') || !words(html).startsWith('Private parts hidden');
    });
    assert.equal(shownOnes.map(({ name }) => name).join('\n'), '');
  });

  it('leaves out one item of a list, and keeps the others', () => {
    const html = shownWhileHidden('- one\n- two #private\n  - three\n- four\n');
    assert.equal(words(html), 'Private parts hidden one four');
  });

  it('keeps all of a note without private parts', () => {
    const text = '# Jane Doe\n\n- [ ] @jane Send the draft\n';
    assert.equal(shownWhileHidden(text), shown(text));
  });

  it('leaves private parts out of other Markdown files too', () => {
    assert.equal(words(shownWhileHidden('one\n\n## Private\n\ntwo\n', PLAIN)), 'Private parts hidden one');
  });
});
