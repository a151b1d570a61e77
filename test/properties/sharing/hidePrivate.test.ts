import assert from 'node:assert/strict';
import { noteCodeLenses } from '../../../src/core/assist/codeLens';
import { lineCompletions } from '../../../src/core/assist/completions';
import { followUpHover, personHover } from '../../../src/core/assist/hover';
import { composeBrief, composeBriefPage } from '../../../src/core/brief/brief';
import { titleOf } from '../../../src/core/followUpList/format';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { NoteIndexes } from '../../../src/core/index/noteIndexes';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { formatPerson, personDetails } from '../../../src/core/peopleView/format';
import { summarizePeople } from '../../../src/core/peopleView/summary';
import { recordedAnswers } from '../../../src/core/questions/history';
import { writeDocument } from '../../../src/core/reports/document';
import { withQuotations } from '../../../src/core/reports/quotations';
import type { Report } from '../../../src/core/reports/report';
import { publicText } from '../../../src/core/sharing/redact';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { composeHistory } from '../../../src/core/themes/history';
import { composeNarrative } from '../../../src/core/themes/narrative';
import { composeThemes } from '../../../src/core/themes/report';
import { privateFamily, type PrivateForm } from '../../core/sharing/privateFamily';
import { day, noteAt, rules, uriOf } from '../../core/support/notes';
import { worded } from '../../core/support/worded';

const today = day('2026-12-01');
const frameworks = builtInFrameworks();

/** What the surfaces show of one note, next to a public one, while private parts are hidden. */
function shownWhileHidden({ path = '1-1s/jane-doe/2026-11-30.md', lines }: Omit<PrivateForm, 'name'>) {
  const texts = { [path]: lines, '1-1s/jane-doe/2026-11-23.md': ['# Jane Doe', '', '- [ ] @jane Okapi'] };
  const indexes = new NoteIndexes({ me: ['Max Meyer'], roster: [] });
  indexes.hidePrivate(true);
  Object.entries(texts).forEach(([at, text]) => indexes.put(noteAt(at, text)));
  const index = indexes.shown;
  const person = index.people.get('jane doe');
  assert.ok(person);
  const summary = { today, fallbackDays: () => 14 };
  const textOf = (uri: string): string => {
    const [at = '', text = []] = Object.entries(texts).find(([each]) => uriOf(each) === uri) ?? [];
    return publicText(at, text.join('\n'));
  };
  const written = (report: Report): string => writeDocument(withQuotations(report, textOf)).text;
  const request = { index, person, frameworks, bank: rules.bank, today, fallbackDays: () => 14 };
  const span = { today, weeks: 8, withPrivate: true };
  const note = index.note(uriOf(path));
  const listed = index.groups().flatMap((group) => index.followUpsOf(group));
  const meetings = index.meetingsWith(person.key);
  const lens = { note, index, person, frameworks, bank: rules.bank, today, carries: true, mayReflect: true };
  const completed = {
    cursor: 7,
    index,
    isOneOnOne: true,
    person,
    ownName: 'me',
    ...summary,
    dialect: 'plain' as const,
  };
  const shown = {
    rows: listed.map(titleOf),
    tooltips: listed.map((item) => textOf(item.note.uri)),
    brief: [written(composeBrief(request)), written(composeBriefPage(request))],
    themes: [
      written(runToCompletion(composeThemes(index, span, rules.bank))),
      written(runToCompletion(composeNarrative(index, rules.bank, today))),
      written(composeHistory(index, person, { bank: rules.bank, today, withPrivate: true })),
    ],
    people: runToCompletion(summarizePeople(index, summary)).map((each) =>
      worded([formatPerson(each, today), personDetails(each, frameworks, today)]),
    ),
    hover: [
      personHover(person, { index, frameworks, day: summary }),
      ...listed.map((item) => followUpHover(item, index, today)),
    ]
      .flat()
      .map(worded),
    search: meetings.map((each) => recordedAnswers(each, new ParsedNote(textOf(each.note.uri)), rules.bank)),
    lens: note && worded(noteCodeLenses({ ...lens, note })?.lenses.map(({ title, tooltip }) => [title, tooltip]) ?? []),
    completions: ['- [ ] @', '- [ ] #'].map((line) => lineCompletions({ ...completed, line }).map(worded)),
    notUnderstood: index.notUnderstood().map(({ problem }) => worded(problem)),
  };
  return Object.fromEntries(Object.entries(shown).map(([surface, text]) => [surface, JSON.stringify(text ?? null)]));
}

describe('Every way of marking something private', () => {
  it('keeps its text off every surface while private parts are hidden', () => {
    const leaks = privateFamily().flatMap(({ name, ...form }) =>
      Object.entries(shownWhileHidden(form)).flatMap(([surface, text]) =>
        text.includes('zebra') ? [`${surface}: ${name}`] : [],
      ),
    );
    assert.equal(leaks.join('\n'), '');
  });

  it('leaves the rest on every surface while private parts are hidden', () => {
    const { rows, tooltips, brief, hover } = shownWhileHidden({ lines: ['# Jane Doe', '', '- [ ] @jane zebra'] });
    for (const text of [rows, tooltips, brief, hover]) {
      assert.match(text ?? '', /zebra/);
      assert.match(text ?? '', /Okapi/);
    }
  });
});
