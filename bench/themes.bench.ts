import { performance } from 'node:perf_hooks';
import { parseCivilDate, type CivilDate } from '../src/core/dates/civilDate';
import type { NoteIndex } from '../src/core/index/noteIndex';
import { sectionBalances } from '../src/core/peopleView/sectionBalance';
import { findThemes } from '../src/core/themes/themes';
import { runToCompletion } from '../src/core/text/cooperative';
import { withCorpus } from './corpus';
import { interleave, printFigures, printTimes, medianTime } from './measure';
import { Vault } from './vault';

const NOTES = 10_000;
/** A time span that includes all generated notes. */
const WEEKS = 520;

withCorpus(NOTES, (corpus) => {
  const vault = new Vault(corpus);
  const index = vault.index();
  const today = lastDay(index);
  const [meetings, mentions] = counted(index);
  const start = performance.now();
  // The first query, before the index has cached anything.
  const found = runToCompletion(findThemes(index, { today, weeks: WEEKS, withPrivate: true }));
  const first = performance.now() - start;
  const times = interleave({
    'cold index': () => vault.index().size,
    themes: () => runToCompletion(findThemes(index, { today, weeks: WEEKS, withPrivate: true })).length,
    'balance of everybody': () => runToCompletion(sectionBalances(index, today)).length,
  });
  const places = found.flatMap(({ themes }) => themes.flatMap((theme) => theme.places)).length;
  printFigures(`Across ${meetings} meetings of ${NOTES} notes, ${mentions} lines kept, ${places} places found`, [
    { bar: '-', name: 'themes', ...medianTime(times.themes), unit: 'ms', atMost: 50 },
    { bar: '-', name: 'balance of everybody', ...medianTime(times['balance of everybody']), unit: 'ms', atMost: 50 },
  ]);
  printTimes({ ...times, 'themes, asked for first': { median: first, fastest: first, runs: [first] } });
});

function lastDay(index: NoteIndex): CivilDate {
  let last = parseCivilDate('2000-01-01') as CivilDate;
  for (const { meetings } of index.notes()) {
    for (const { date } of meetings) last = date > last ? date : last;
  }
  return last;
}

function counted(index: NoteIndex): readonly [meetings: number, mentions: number] {
  const meetings = [...index.notes()].flatMap((note) => note.meetings);
  return [meetings.length, meetings.reduce((sum, { mentions }) => sum + mentions.length, 0)];
}
