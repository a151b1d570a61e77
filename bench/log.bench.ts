import { NoteIndex } from '../src/core/index/noteIndex';
import { readNote } from '../src/core/note/readNote';
import { interleave, printFigures, printTimes } from './measure';
import { rules } from './vault';

const WEEK = 7 * 86_400_000;
/** Number of weekly meetings in ten years. */
const MEETINGS = 500;
const PATH = '1-1 logs/Bench Person.md';
const URI = `file:///notes/${PATH}`;

const [whole, half] = [logOf(MEETINGS), logOf(MEETINGS / 2)];
const times = interleave({
  read: () => read(whole).followUps.length,
  list: () => list(whole),
  'list half': () => list(half),
});
const [all, part] = [times.list.fastest, times['list half'].fastest];
printFigures(`A running log of ${MEETINGS} meetings, ${(whole.length / 1024).toFixed(0)} KB`, [
  { bar: 'P3', name: 'list it, growth of time by growth of size', value: all / part / 2, unit: '×', atMost: 1.8 },
  { bar: 'P5', name: 'list it, by reading it', value: all / times.read.fastest, unit: '×', atMost: 4 },
]);
printTimes(times);

function read(text: string): ReturnType<typeof readNote> {
  return readNote({ uri: URI, path: PATH, text }, rules);
}

/** Lists the content of a log in a new index. */
function list(text: string): number {
  const index = new NoteIndex({ me: [], roster: [] });
  index.put(read(text));
  return index.followUpsIn(URI).length;
}

/** Returns a log that carries some items from meeting to meeting and moves others without a target. */
function logOf(meetings: number): string {
  const lines = ['# Bench Person'];
  for (let count = 0; count < meetings; count++) {
    const [before, day, after] = [count - 1, count, count + 1].map(dayOf);
    lines.push('', `## ${day}`, '', 'What was said. '.repeat(20), '');
    lines.push(`- [>] Send the draft ${count} (to [${after}](#${after}))`);
    lines.push(`- [ ] Send the draft ${before} (from [${before}](#${before}), since ${before}, 1×)`);
    lines.push(`- [>] Moved without a word ${count}`, `- [ ] @me Ask about the budget ${count}`, '- [x] Book the room');
  }
  return `${lines.join('\n')}\n`;
}

function dayOf(week: number): string {
  return new Date(Date.UTC(2016, 0, 4) + week * WEEK).toISOString().slice(0, 10);
}
