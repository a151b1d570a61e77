import { civilDate, type CivilDate } from '../src/core/dates/civilDate';
import { builtInFrameworks } from '../src/core/frameworks/builtIn';
import { createBank } from '../src/core/frameworks/questionBank';
import { NoteIndex } from '../src/core/index/noteIndex';
import {
  followUpHover,
  lastAnswered,
  personHover,
  questionHover,
  timesAsked,
  hoverTarget,
} from '../src/core/assist/hover';
import { noteLinks } from '../src/core/assist/wikiLinks';
import { ParsedMarkdown } from '../src/core/markdown/parsedMarkdown';
import { pathPattern } from '../src/core/note/pathPattern';
import { readNote } from '../src/core/note/readNote';
import type { ReadingRules } from '../src/core/note/readingRules';
import { lineCompletions } from '../src/core/assist/completions';
import { generateNotes } from './generate';
import { longNote, QUESTION } from './longNote';
import { interleave, printFigures, printTimes } from './measure';

const NOTES = 1_000;
const frameworks = builtInFrameworks();
const today = someDay();
const rules: ReadingRules = {
  bank: createBank(frameworks),
  paths: { notes: pathPattern('1-1s/{person}/{date}.md'), people: pathPattern('People/{person}.md') },
  statuses: {},
};
const day = { today, fallbackDays: 14 };
const PATH = '1-1s/bench-person/2026-11-23.md';
const URI = `file:///notes/${PATH}`;
const BEFORE = '1-1s/bench-person/2026-11-16.md';

// The small note shows the cost of searching all notes for people and tags.
measureAids(5, 4);
measureAids(500, 1);

/** Measures each editor feature once in a note of this size among a thousand others, relative to reading that note. */
function measureAids(kilobytes: number, atMost: number): void {
  const index = new NoteIndex({ me: [], roster: [] });
  const others = [...generateNotes({ count: NOTES, seed: 1 })];
  index.putAll(others.map(({ path, text }) => readNote({ uri: `file:///notes/${path}`, path, text }, rules)));
  const text = longNote(kilobytes * 1024);
  const lines = text.split('\n');
  const line = lines.length - 2;
  const note = readNote({ uri: URI, path: PATH, text }, rules);
  const typed = readNote({ uri: URI, path: PATH, text: `${text}- [ ] more\n` }, rules);
  index.put(note);
  // The previous note has the same length and is read again for its answers.
  index.put(readNote({ uri: `file:///notes/${BEFORE}`, path: BEFORE, text }, rules));
  const person = index.personOf(note);
  if (!person) throw new Error('The note is with nobody.');
  const offersAt = (typed: string): number => {
    const offers = lineCompletions({
      ...day,
      line: typed,
      cursor: typed.length,
      index,
      isOneOnOne: true,
      person,
      ownName: 'me',
      dialect: 'plain',
    });
    return offers.length + Number(new ParsedMarkdown(text).isHidden(line));
  };
  const topicAt = (character: number, at = line) =>
    hoverTarget({ note, people: index.people, text: lines[at] ?? '', line: at, character });
  const times = interleave({
    'reading the note once': () => readNote({ uri: URI, path: PATH, text }, rules).followUps.length,
    'taking in what was typed': () => Number(index.put(typed)?.groups.size) + Number(index.put(note)?.groups.size),
    'people after @': () => offersAt('- [ ] @'),
    'dates after due:': () => offersAt('- [ ] send due:'),
    'tags after #': () => offersAt('- [ ] send #'),
    fields: () => offersAt('- [ ] send '),
    'hover on a person': () =>
      Number(topicAt(8)?.kind === 'person') + personHover(person, { index, frameworks, day }).length,
    'hover on a follow-up': () => {
      const topic = topicAt(40);
      const item = index
        .followUpsIn(URI)
        .find(({ followUp }) => topic?.kind === 'followUp' && followUp === topic.followUp);
      return item ? followUpHover(item, index, today).length : NaN;
    },
    'hover on a question': () => {
      const topic = topicAt(4, lines.indexOf(QUESTION));
      if (topic?.kind !== 'question') return NaN;
      const { question } = topic.prompt;
      const asked = timesAsked(question, index.meetingsWith(person.key), topic.meeting);
      const lastText = lastAnswered(asked) ? text : '';
      const help = questionHover({ question, asked, lastText, name: person.name, bank: rules.bank, today });
      return help.some(({ kind }) => kind === 'quote') ? help.length : NaN;
    },
    links: () => noteLinks({ uri: URI, note: new ParsedMarkdown(text), index, today }).length,
  });
  const reading = times['reading the note once'].median;
  printFigures(
    `Aids in a note of ${kilobytes} KB among ${NOTES} others, beside reading it once`,
    Object.entries(times)
      .filter(([name]) => name !== 'reading the note once')
      .map(([name, { median }]) => ({ bar: 'aid', name, value: median / reading, unit: '×', atMost })),
  );
  printTimes(times);
}

function someDay(): CivilDate {
  const date = civilDate(2026, 11, 30);
  if (!date) throw new Error('The calendar has no such day.');
  return date;
}
