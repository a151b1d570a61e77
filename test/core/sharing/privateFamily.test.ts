import assert from 'node:assert/strict';
import { composeBrief } from '../../../src/core/brief/brief';
import { planCarryOver } from '../../../src/core/carryOver/plan';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import type { NoteIndex } from '../../../src/core/index/noteIndex';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { writeBlockQuote } from '../../../src/core/reports/document';
import { withQuotations } from '../../../src/core/reports/quotations';
import { copyableText } from '../../../src/core/sharing/followUpText';
import { shareableAgenda, shareableRecap } from '../../../src/core/sharing/share';
import { day, indexOf, rules, uriOf } from '../support/notes';
import { privateFamily, type PrivateForm, PUBLIC_LINES } from './privateFamily';

const today = day('2026-12-01');

/** What each part of the product shows to others, or treats as public, of one note. */
function seen({ path = '1-1s/jane-doe/2026-11-30.md', lines }: Omit<PrivateForm, 'name'>) {
  const text = lines.join('\n');
  const index = indexOf({ [path]: text }, { me: [], roster: [{ name: 'Jane Doe' }] });
  const person = index.people.get('jane doe');
  assert.ok(person);
  const note = index.note(uriOf(path));
  assert.ok(note);
  const file = { uri: uriOf(path), path, text };
  const request = { file, rules, meeting: 0, person, people: index.people, writer: 'me' as const };
  const shared = [shareableAgenda, shareableRecap].map((share) => share(request));
  const listed = index.groups().flatMap((group) => index.followUpsOf(group));
  return {
    shared: shared.map((result) => ('refused' in result ? '' : result.text)),
    copied: copyableText(listed).text,
    brief: insertedBrief(index, { [uriOf(path)]: text }),
    carried: planCarryOver({
      sources: [{ note, textNow: text, followUps: note.followUps.filter(({ status }) => status === 'open') }],
      target: { uri: uriOf('1-1s/jane-doe/2026-12-07.md'), date: day('2026-12-07'), wikiLinks: false },
      sidesOf: () => ({ writer: 'me', other: 'Jane Doe' }),
      statuses: {},
    }).lines.join('\n'),
    views: listed
      .filter(({ followUp }) => !followUp.private)
      .map(({ followUp }) => followUp.text)
      .join('\n'),
    preview: note.private ? '' : lines.filter((_, line) => !new ParsedNote(text).isPrivateLine(line)).join('\n'),
  };
}

function insertedBrief(index: NoteIndex, texts: Readonly<Record<string, string>>): string {
  const person = index.people.get('jane doe');
  assert.ok(person);
  const request = { index, person, frameworks: builtInFrameworks(), bank: rules.bank, today, fallbackDays: 14 };
  const brief = withQuotations(composeBrief(request), (uri) => texts[uri]);
  const place = { from: uriOf('x.md'), style: 'markdown', today, isPrivate: false, note: () => undefined } as const;
  return writeBlockQuote(brief, place).lines.join('\n');
}

describe('Every way of marking something private', () => {
  const family = privateFamily().map((form) => ({ ...form, seen: seen(form) }));

  it('is tried in some thousand combinations', () => {
    assert.ok(family.length > 1500, `${family.length}`);
  });

  for (const part of ['shared', 'copied', 'brief', 'carried', 'views', 'preview'] as const) {
    it(`keeps its text out of what is ${part === 'shared' || part === 'copied' || part === 'carried' ? `${part} as public` : `public in the ${part}`}`, () => {
      const leaks = family.filter((form) => [form.seen[part]].flat().some((text) => text.includes('zebra')));
      assert.equal(leaks.map(({ name }) => name).join('\n'), '');
    });
  }

  it('leaves the text after a closed part public', () => {
    const closed = family.filter(({ lines }) => lines.at(-1) === '- okapi');
    assert.ok(closed.length > 300);
    const hidden = closed.filter((form) => !(form.seen.shared[1] ?? '').split('\n').includes('- okapi'));
    assert.equal(hidden.map(({ name }) => name).join('\n'), '');
  });
});

describe('A line that is only similar', () => {
  it('stays public, and is shared', () => {
    for (const line of PUBLIC_LINES) {
      const { shared, preview } = seen({ lines: ['# Jane Doe', '', '## Notes', '', line, '', 'okapi', '', '- okapi'] });
      assert.ok(shared[1]?.includes('okapi'), line);
      assert.ok(preview.includes(line), line);
    }
  });

  it('may be any question of a framework', () => {
    const questions = builtInFrameworks().flatMap(({ sections }) => sections.flatMap((section) => section.questions));
    const hidden = questions.flatMap(({ text }) =>
      [`**${text}**`, `- ${text} Yes.`].filter((line) =>
        new ParsedNote(`# Jane\n\n${line}\n\nYes.\n`).isPrivateLine(2),
      ),
    );
    assert.deepEqual(hidden, []);
  });
});
