import { civilDate, type CivilDate } from '../src/core/dates/civilDate';
import { builtInFrameworks } from '../src/core/frameworks/builtIn';
import { composeBrief } from '../src/core/brief/brief';
import type { NoteIndex } from '../src/core/index/noteIndex';
import { runToCompletion } from '../src/core/text/cooperative';
import { composeHistory } from '../src/core/themes/history';
import { composeNarrative } from '../src/core/themes/narrative';
import { composeThemes } from '../src/core/themes/report';
import { composeTeamPulse } from '../src/core/themes/teamPulse';
import { teamSignal } from '../src/core/themes/teamSignal';
import { withCorpus } from './corpus';
import { interleave, printFigures, medianTime } from './measure';
import { rules, Vault } from './vault';

const NOTES = 10_000;
/** The default of `oneOnOne.themes.weeks`. */
const WEEKS = 12;
const AT_MOST = 10;

withCorpus(NOTES, (corpus) => {
  const index = new Vault(corpus).index();
  const today = lastDay(index);
  const { bank } = rules;
  const [person] = index.people.all.toSorted(
    (a, b) => index.meetingsWith(b.key).length - index.meetingsWith(a.key).length,
  );
  if (!person) throw new Error('The notes name no person.');
  const frameworks = builtInFrameworks();
  const times = interleave({
    brief: () => composeBrief({ index, person, frameworks, bank, today, fallbackDays: 14 }).sections.length,
    themes: () =>
      runToCompletion(composeThemes(index, { today, weeks: WEEKS, withPrivate: true }, bank)).sections.length,
    'goals and small changes': () => composeHistory(index, person, { bank, today, withPrivate: true }).sections.length,
    narrative: () => runToCompletion(composeNarrative(index, bank, today)).sections.length,
    'team pulse': () =>
      runToCompletion(composeTeamPulse(index, { today, weeks: WEEKS, withPrivate: true })).sections.length,
    'team signal': () => runToCompletion(teamSignal(index, { today, weeks: WEEKS }, false)).length,
  });
  printFigures(
    `Reports over ${NOTES} notes, without the notes they quote`,
    Object.entries(times).map(([name, taken]) => ({
      bar: 'P12',
      name,
      ...medianTime(taken),
      unit: 'ms' as const,
      atMost: AT_MOST,
    })),
  );
});

function lastDay(index: NoteIndex): CivilDate {
  let last = civilDate(2000, 1, 1);
  for (const { meetings } of index.notes()) {
    for (const { date } of meetings) last = last === undefined || date > last ? date : last;
  }
  if (last === undefined) throw new Error('The notes hold no meeting.');
  return last;
}
