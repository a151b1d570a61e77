import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Seeded } from '../../../bench/seeded';
import { root } from '../../../scripts/root.mjs';
import { NoteIndex } from '../../../src/core/index/noteIndex';
import type { ListedFollowUp } from '../../../src/core/index/listedFollowUp';
import type { Note } from '../../../src/core/note/note';
import { noteAt } from '../../core/support/notes';
import { forRandomCases } from '../support/randomCases';

/** Each case is ten notes of two people, some of them in the company of others. */
const CASES = { usual: 100, long: 1_000 };
const NOTES = 10;

const SIDES = [
  ['Max Meyer', 'Jane Doe'],
  ['Jane Roe', 'Jane Doe'],
  ['Zoë O’Brien', 'Jean-Luc Picard'],
  ['田中 太郎', 'Łukasz Nowak'],
] as const;
const THIRD = ['Bob Ray', 'Jane Smith', 'Max Planck'];

/** How a follow-up looks to a reader: whose it is, and whether it is open. */
function look({ owners, ambiguousOwner, status, isOpen }: ListedFollowUp, person: string): readonly unknown[] {
  const sides = owners.map((owner) => (owner === 'me' ? 'mine' : owner.key === person ? 'theirs' : owner.key));
  return [[...sides].sort(), ambiguousOwner, status, isOpen];
}

function mirrored(seen: readonly unknown[]): readonly unknown[] {
  const [sides, ...rest] = seen;
  const other: Readonly<Record<string, string>> = { mine: 'theirs', theirs: 'mine' };
  return [(sides as string[]).map((side) => other[side] ?? side).sort(), ...rest];
}

function indexFor(me: string, notes: readonly Note[]): NoteIndex {
  const index = new NoteIndex({ me: [me], roster: [] });
  index.putAll(notes);
  return index;
}

/** Asserts that a note is the same meeting for both of its people, with each promise on the other side. */
function assertMirrored(note: Note, first: NoteIndex, second: NoteIndex): void {
  const [other, one] = [first.personOf(note), second.personOf(note)];
  assert.ok(other && one, note.uri);
  const [seen, seenByOther] = [first.followUpsIn(note.uri), second.followUpsIn(note.uri)];
  assert.equal(seen.length, seenByOther.length, note.uri);
  for (const [nth, item] of seen.entries()) {
    const there = seenByOther[nth];
    assert.ok(there);
    assert.deepEqual(mirrored(look(item, other.key)), look(there, one.key), `${note.uri} ${item.followUp.source}`);
    assert.equal(item.group, other.key);
    assert.equal(there.group, one.key);
  }
}

function randomNote(random: Seeded, [one, other]: readonly [string, string], nth: number): Note {
  const date = `2026-11-${String(nth + 10)}`;
  const people = random.pick([
    `people: [${one}, ${other}]`,
    `attendees: ${other}, ${one}`,
    `person: ${other}`,
    `person: ${one}`,
  ]);
  const lone = people.startsWith('person') ? (people.endsWith(other) ? one : other) : undefined;
  // A note about one person is by the other one, and says so unless it is in a folder with notes that name both.
  const by = lone === undefined ? random.pick(['', '', `by: ${one}`, `author: ${other}`]) : `by: ${lone}`;
  const title = random.pick([`# ${one} and ${other}`, `# ${other}`, '# Monday', '']);
  const folder = random.pick(['1-1s/both', `1-1s/${other.toLowerCase().replaceAll(' ', '-')}`, 'meetings']);
  const lines = Array.from({ length: random.between(1, 8) }, () => randomLine(random, [one, other]));
  const head = ['---', 'type: 1on1', `date: ${date}`, people, ...(by === '' ? [] : [by]), '---', ''];
  return noteAt(`${folder}/${date}.md`, [...head, title, '', ...lines]);
}

function randomLine(random: Seeded, sides: readonly [string, string]): string {
  if (random.chance(0.2)) {
    const [one, other] = sides;
    const named = random.pick([`## ${one}`, `### ${other}’s actions`, `**${other}**`, `**${one}:**`, `- ${one}`]);
    const headings = ['## My actions', '## Their actions', '## Commitments I made', '## Agenda', '## Follow-ups'];
    return random.pick([...headings, '## Private', '## 2026-11-05', named, named]);
  }
  const name = random.pick([...sides, ...sides, random.pick(THIRD)]);
  const written = random.pick([name, name.split(' ')[0] ?? name]);
  const handle = written.replaceAll(' ', '.');
  const text = random.pick(['send the draft', 'call legal', 'read it due:2026-12-04']);
  const said = random.pick([
    `@${handle} ${text}`,
    `${written}: ${text}`,
    `**${written}:** ${text}`,
    `[[${written}]] ${text}`,
    `${text} [owner:: ${written}]`,
    `${text} (${written})`,
    `${text} → ${written}`,
    `@me ${text}`,
    `${text} [owner:: me]`,
    `@me, @${handle} ${text}`,
    `@team ${text}`,
    text,
  ]);
  return `${random.pick(['', '', '  '])}- [${random.pick([' ', 'x', '/', '-', '>'])}] ${said}`;
}

describe('What is mine for one reader is theirs for the other', () => {
  it('in random notes of two people', () => {
    forRandomCases(CASES, (random) => {
      const sides = random.pick(SIDES);
      const notes = Array.from({ length: NOTES }, (_, nth) => randomNote(random, sides, nth));
      const third = THIRD.map((name) => noteAt(`1-1s/${name}/2026-11-01.md`, `---\nperson: ${name}\n---\n`));
      const all = [...notes, ...(random.chance(0.5) ? third : [])];
      const [first, second] = sides.map((me) => indexFor(me, all));
      assert.ok(first && second);
      for (const note of notes) assertMirrored(note, first, second);
    });
  });

  it('in all notes of the sample, for each of its people', () => {
    const sample = path.join(root, 'test/fixtures/sample');
    const files = readdirSync(sample, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    const notes = files.map((file) => noteAt(file, readFileSync(path.join(sample, file), 'utf8')));
    const ines = indexFor('Ines Marchetti', notes);
    let count = 0;
    for (const { name, key } of ines.people.all) {
      const other = indexFor(name, notes);
      for (const { note } of ines.meetingsWith(key)) {
        assertMirrored(note, ines, other);
        count++;
      }
    }
    assert.ok(count > 100);
  });
});
