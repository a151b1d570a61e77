import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { composeBrief } from '../../../src/core/brief/brief';
import { planCarryOver } from '../../../src/core/carryOver/plan';
import { tick } from '../../../src/core/followUp/edits';
import { isOpen } from '../../../src/core/followUp/followUp';
import { anchorOf } from '../../../src/core/followUp/locate';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { notePath } from '../../../src/core/newNote/notePath';
import { composeNote } from '../../../src/core/noteEdit/noteBody';
import { writeBlockQuote } from '../../../src/core/reports/document';
import { withQuotations } from '../../../src/core/reports/quotations';
import { copyableText } from '../../../src/core/sharing/followUpText';
import { shareableRecap } from '../../../src/core/sharing/share';
import { applyEdits } from '../../../src/core/text/edit';
import { day, indexOf, noteAt, rules, uriOf } from '../../core/support/notes';
import { forRandomCases } from '../support/randomCases';

const today = day('2026-12-01');
const HOSTILE = [
  ...['[run](command:workbench.action.quit)', '<a href="command:x">a</a>', '[[../../etc/passwd]]', '![x](file:///etc)'],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!--',
    '-->',
    '%%',
    '<details>',
    '</div>',
    '`',
    '```',
  ],
  ...['$(flame)', '${1:stop}', '$0', '|||', '---', '# ', '> ', '- [ ] ', '@', '@__proto__ ', '[owner:: constructor]'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '../..',
    '..\\..',
    'C:\\',
    'CON',
    'aux.md',
    '/',
    '~',
    '%2e%2e%2f',
    '%',
    '%E0%A4%A',
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u001B[31m',
    '\u202E',
    '\u2028',
    '\u2029',
    '\uFEFF',
    '\uD800',
    '\u200D',
    '\u0085',
    '\t',
    '\r',
    '\n',
  ],
  ...['due:9999-99-99', '📅 0000-00-00', '(from [2026-11-23](x), since 2026-11-16, 99999999×)', '(to [a](b))', ' ^id'],
  ...[': ', '"', "'", '{', '}', '[', ']', '&a', '*a', '!!js/function', '#private', '田中', 'Jane', ' ', ' ', 'x'],
];

/** A hostile text of a few parts, rarely a huge one. */
function hostileText(random: Seeded): string {
  const parts = Array.from({ length: random.between(1, 8) }, () => random.pick(HOSTILE)).join('');
  return random.chance(0.01) ? parts.repeat(2_000) : parts;
}

const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029\u0085]/g, ' ');

/** A note with hostile text in each place that a person may write in. The secret is *zebra*. */
function hostileNote(random: Seeded): string {
  const text = () => hostileText(random);
  const line = () => oneLine(text());
  const frontMatter = random.pick([[], ['---', `person: ${line()}`, `tags: [${line()}]`, '---', '']]);
  return [
    ...frontMatter,
    `# ${random.pick(['Jane Doe', line()])}`,
    ...['', '## Follow-ups', '', `- [ ] ${line()}`, `- [ ] @jane ${line()} okapi`, `  ${text()}`, `- [x] ${line()}`],
    ...['', '## Private', '', '- [ ] @jane zebra', '', `## ${line()}`, '', text()],
  ].join('\n');
}

describe('A note with hostile text', () => {
  it('is read, listed, quoted, carried and shared without an error, and its private part is never shown', () => {
    forRandomCases({ usual: 100, long: 3_000 }, (random) => {
      const path = `1-1s/jane-doe/2026-11-30${random.pick(['', ' ${1}', ' [x](command:y)', ' %2e%2e', ' $(flame)'])}.md`;
      const text = hostileNote(random);
      const index = indexOf({ [path]: text }, { me: [], roster: [{ name: 'Jane Doe' }] });
      const note = index.note(uriOf(path));
      const person = index.people.get('jane doe');
      assert.ok(note && person);
      const items = index.groups().flatMap((group) => index.followUpsOf(group));
      const request = { index, person, frameworks: builtInFrameworks(), bank: rules.bank, today, fallbackDays: 14 };
      const brief = withQuotations(composeBrief(request), () => text);
      const place = { from: uriOf('x.md'), style: 'markdown', today, isPrivate: false, note: () => undefined } as const;
      const quote = writeBlockQuote(brief, place).lines;
      assert.ok(
        quote.every((each) => each.startsWith('>') && !/[\r\n]/.test(each)),
        quote.join('\n'),
      );
      const recap = shareableRecap({
        ...{ file: { uri: uriOf(path), path, text }, rules, meeting: 0, person, people: index.people, writer: 'me' },
      });
      const carried = planCarryOver({
        sources: [{ note, textNow: text, followUps: note.followUps.filter(({ status }) => isOpen(status)) }],
        target: { uri: uriOf('1-1s/jane-doe/2026-12-07.md'), date: day('2026-12-07'), wikiLinks: false },
        sidesOf: () => ({ writer: 'me', other: 'Jane Doe' }),
        statuses: {},
      });
      const shown = [quote.join('\n'), 'text' in recap ? recap.text : '', copyableText(items).text, ...carried.lines];
      assert.ok(
        !shown.join('\n').includes('zebra'),
        `${JSON.stringify(shown.filter((each) => each.includes('zebra')))}\n${JSON.stringify(text)}`,
      );
    });
  });

  it('changes in the line of the item that is ticked, and nowhere else', () => {
    forRandomCases({ usual: 100, long: 3_000 }, (random) => {
      const text = hostileNote(random);
      const note = noteAt('1-1s/jane-doe/2026-11-30.md', text);
      for (const item of note.followUps.slice(0, 5)) {
        const followUp = anchorOf(item, note.followUps);
        const result = tick({ noteNow: text, followUp, dialect: 'plain' }, today);
        if ('refused' in result) continue;
        const [before, after] = [text, applyEdits(text, result.edits)].map((each) => each.split(/\r\n|\r|\n/));
        assert.ok(before && after);
        const changed = before.flatMap((each, line) => (each === after[line] ? [] : line));
        assert.equal(after.length, before.length, text);
        assert.ok(
          changed.every((line) => item.line <= line && line <= item.endLine),
          text,
        );
      }
    });
  });

  it('names a person whose new note lies in the folder of notes and names the same person', () => {
    forRandomCases({ usual: 300, long: 30_000 }, (random) => {
      const person = hostileText(random).slice(0, 400);
      const place = notePath({
        ...{ person, date: today, setting: { value: '1-1s/{person}/{date}.md', isSetByUser: true } },
        ...{ otherSlugs: new Set<string>(), isForeign: () => false },
      });
      if ('refused' in place) return;
      assert.match(place.path, /^1-1s\/[^/\\:*?"<>|\p{Cc}]{1,255}\/2026-12-01\.md$/u, JSON.stringify(person));
      assert.ok(!place.path.split('/').some((part) => /^\.+$/.test(part) || part !== part.trim()), place.path);
      const { text } = composeNote({
        ...{ person, date: today, sections: [], agenda: [], hasPrivateSection: true, followUps: [] },
        ...{ privateFollowUps: ['- [ ] zebra'] },
      });
      const note = noteAt('a.md', text);
      assert.equal(note.meetings.length, 1, text);
      assert.deepEqual(
        note.followUps.map((item) => [item.text, item.private]),
        [['zebra', true]],
        text,
      );
    });
  });
});
