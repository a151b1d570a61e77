import assert from 'node:assert/strict';
import { generateNotes } from '../../../bench/generate';
import type { Seeded } from '../../../bench/seeded';
import type { Meeting, Prompt, Section } from '../../../src/core/note/note';
import { sectionTitle } from '../../../src/core/note/sections';
import { packMeeting, restoreNote, storeNote, type StoredNote } from '../../../src/core/note/storedNote';
import { Packer, Unpacker } from '../../../src/core/text/retained';
import { noteAt, rules } from '../../core/support/notes';
import { forRandomCases } from '../support/randomCases';

const CHARACTERS = ['a', 'Z', ' ', '\n', '\0', '"', '\\', '\x7f', 'é', 'ÿ', '’', 'я', '語', '😀', '\ud83d', '\udc00'];
const TOPICS = [undefined, 'thanks', 'blockers', 'onMyMind'] as const;
const LARGEST = 2 ** 32 - 1;
const NUMBERS = [0, 1, 95, 96, 97, 127, 128, 129, 16_383, 16_384, 2 ** 31 - 1, 2 ** 31, LARGEST];

function randomText(random: Seeded): string {
  const length = random.chance(0.02) ? random.between(900, 2_100) : random.between(0, 20);
  const characters = random.chance(0.5) ? CHARACTERS : CHARACTERS.slice(0, random.between(1, CHARACTERS.length));
  return Array.from({ length }, () => random.pick(characters)).join('');
}

function randomNumber(random: Seeded): number {
  return random.chance(0.3) ? random.pick(NUMBERS) : random.between(0, 300);
}

function listOf<Item>(random: Seeded, item: () => Item): Item[] {
  return Array.from({ length: random.between(0, 5) }, item);
}

function randomPrompt(random: Seeded): Prompt {
  const [line, answerLine, answerEndLine] = [
    random.between(0, 1_000_000),
    random.between(0, 200),
    randomNumber(random),
  ];
  return { question: randomNumber(random), line, answered: random.chance(0.5), answerLine, answerEndLine };
}

function randomSection(random: Seeded): Section {
  const { title, kind } = sectionTitle(random.pick(['', 'Follow-ups', '🎯 Goals', 'Privé', randomText(random)]));
  const [line, endLine, words] = [randomNumber(random), randomNumber(random), randomNumber(random)];
  const place = { level: random.between(0, 6), line, endLine, words, private: random.chance(0.3) };
  const prompts = listOf(random, () => randomPrompt(random));
  const sides = listOf(random, () => ({ label: randomText(random), points: random.between(0, 200) }));
  return { title, kind, ...place, prompts, ...(sides.length > 0 && { sides }) };
}

function plainMeetings(meetings: readonly Meeting[]): unknown {
  return meetings.map(({ date, line, endLine, sections, mentions }) => {
    const named = mentions.map(({ line, about, named, private: isPrivate }) => ({ line, about, named, isPrivate }));
    return { date, line, endLine, sections, named };
  });
}

describe('What is packed', () => {
  it('is unpacked as it was, for any numbers and texts', () => {
    forRandomCases({ usual: 3_000, long: 100_000 }, (random) => {
      const items = listOf(random, () => (random.chance(0.5) ? randomText(random) : randomNumber(random)));
      const packer = new Packer();
      for (const item of items) {
        if (typeof item === 'string') packer.text(item);
        else packer.number(item);
      }
      const packed = packer.finish();
      assert.match(packed, /^[\0-\xff]*$/);
      const unpacker = new Unpacker(packed);
      assert.deepEqual(
        items.map((item) => (typeof item === 'string' ? unpacker.text() : unpacker.number())),
        items,
      );
    });
  });

  it('says all that a meeting said, for any sections and mentions', () => {
    forRandomCases({ usual: 1_000, long: 50_000 }, (random) => {
      const sections = listOf(random, () => randomSection(random));
      const mentions = listOf(random, () => ({
        ...{ line: randomNumber(random), private: random.chance(0.5), opens: random.chance(0.5) },
        ...{ about: TOPICS[random.below(TOPICS.length)], written: randomText(random) },
      }));
      const { meetings } = noteAt('1-1s/jane/2026-03-09.md', ['# Jane', 'One']);
      const [meeting = assert.fail()] = meetings;
      const packed = packMeeting(meeting, { sections, mentions }, []);
      assert.deepEqual(packed.sections, sections);
      assert.deepEqual(
        packed.mentions.map(({ line, about, private: isPrivate }) => [line, about, isPrivate]),
        mentions.map(({ line, about, private: isPrivate }) => [line, about, isPrivate]),
      );
      assert.equal(
        packed.hasSides,
        sections.some(({ sides }) => sides),
      );
    });
  });

  it('survives its storage in a file, for generated notes', () => {
    for (const { path, text } of generateNotes({ count: 150, seed: 3 })) {
      const note = noteAt(path, text);
      const stored = JSON.parse(JSON.stringify(storeNote(note))) as StoredNote;
      assert.deepEqual(
        plainMeetings(restoreNote(stored, rules.statuses).meetings),
        plainMeetings(noteAt(path, text).meetings),
        path,
      );
    }
  });
});
