import assert from 'node:assert/strict';
import { findThemes, type ThemeKind, type ThemeSpan } from '../../../src/core/themes/themes';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { day, indexOf } from '../support/notes';
import { worded } from '../support/worded';

const span: ThemeSpan = { today: day('2026-03-16'), weeks: 4, withPrivate: true };
const THANKS = '**Who do you want to thank?**';
const BLOCKERS = '**Who is getting in your way?**';

type Notes = Readonly<Record<string, readonly string[]>>;

/** The themes of one kind, a line each: `Ravi: Jane Doe 03-09#4, Bo Lee 03-02#3`. */
function themes(kind: ThemeKind, notes: Notes, wish: Partial<ThemeSpan> = {}): string[] {
  const files = Object.entries(notes).map(([path, lines]) => [`1-1s/${path}.md`, lines] as const);
  const index = indexOf(Object.fromEntries(files), {
    me: ['Ines'],
    roster: [{ name: 'Mei Tanaka' }, { name: 'Ravi' }],
  });
  const group = runToCompletion(findThemes(index, { ...span, ...wish })).find((each) => each.kind === kind);
  return worded(group?.themes ?? []).map(({ label, places }) => {
    const said = places.map(({ person, date, line }) => `${person.name} ${date.slice(5)}#${line}`);
    return `${label}: ${said.join(', ')}`;
  });
}

describe('Themes across 1:1s', () => {
  it('are blockers that two or more people name, in whatever words and letter case', () => {
    assert.deepEqual(
      themes('blockers', {
        'jane/2026-03-09': [BLOCKERS, '', 'The staging server. It is slow.'],
        'bo/2026-03-02': [BLOCKERS, '', 'staging has no copy of the archive, says Ravi.'],
        'ana/2026-03-03': ['## Blockers', '- #Staging', '- @ravi again', '- Slow builds'],
        'cleo/2026-03-04': [BLOCKERS, '', 'Tests fail on staging, and tests are slow.'],
      }),
      ['staging: Jane 03-09#2, Cleo 03-04#2, Ana 03-03#1, Bo 03-02#2', 'Ravi: Ana 03-03#2, Bo 03-02#2'],
    );
  });

  it('are none when one person names it in ten notes, or speaks of nobody or of themselves', () => {
    const days = ['02-17', '02-18', '02-19', '02-20', '02-23', '02-24', '02-25', '02-26', '02-27', '03-02'];
    const often = Object.fromEntries(days.map((on) => [`jane/2026-${on}`, ['## Blockers', 'Ravi and staging']]));
    const others = { 'bo/2026-03-02': ['## Blockers', 'Nobody'], 'ana/2026-03-02': ['## Blockers', 'Nobody'] };
    assert.deepEqual(themes('blockers', { ...often, ...others }), []);
    const self = { 'ravi/2026-03-02': ['## Blockers', 'Ravi'], 'jane/2026-03-02': ['## Blockers', 'Ravi'] };
    assert.deepEqual(themes('blockers', self), []);
  });

  it('are blockers of one person from the first time on, each line once', () => {
    const notes = {
      'jane/2026-03-02': ['## Blockers', '- Ravi, with the #build', '- The staging server. Again.'],
      'jane/2026-03-09': [BLOCKERS, 'Ravi'],
      'bo/2026-03-09': [BLOCKERS, 'Staging server is slow', '- nobody'],
    };
    assert.deepEqual(themes('blockersOfOne', notes), ['Ravi: Jane 03-09#1, Jane 03-02#1']);
    assert.deepEqual(themes('blockers', notes), ['server: Bo 03-09#1, Jane 03-02#2']);
  });

  it('are thanks to give, by whom they are for, until a follow-up to thank them is done', () => {
    const said = {
      'jane/2026-03-09': [THANKS, '', '- Mei, for the test', '- Ravi, and whoever helped him', '- Legal'],
    };
    assert.deepEqual(themes('thanksToGive', said), [
      'Mei Tanaka: Jane 03-09#2',
      'Ravi: Jane 03-09#3',
      ': Jane 03-09#4',
    ]);
    const done = { ...said, 'jane/2026-03-11': ['- [x] @me Say thank you to Mei done:2026-03-10'] };
    assert.deepEqual(themes('thanksToGive', done), ['Ravi: Jane 03-09#3', ': Jane 03-09#4']);
    assert.deepEqual(themes('thanksGiven', done), ['Mei Tanaka: Jane 03-11#0, Jane 03-09#2']);
    const before = { ...said, 'jane/2026-03-02': ['- [x] @me Thank Mei'], 'bo/2026-03-03': ['- [ ] @me Thank Ravi'] };
    assert.deepEqual(themes('thanksGiven', before), ['Mei Tanaka: Jane 03-02#0']);
    assert.deepEqual(themes('thanksToGive', before).slice(0, 2), [
      'Ravi: Jane 03-09#3, Bo 03-03#0',
      'Mei Tanaka: Jane 03-09#2',
    ]);
  });

  it('are tags used more than once, by how many people’s notes they are in, a carried line once', () => {
    assert.deepEqual(
      themes('tags', {
        'jane/2026-03-02': ['- [>] Plan it #move (to [2026-03-09](2026-03-09.md))', '', 'We spoke of #pay', '#pay'],
        'jane/2026-03-09': ['- [ ] Plan it #move (from [2026-03-02](2026-03-02.md), since 2026-03-02, 1×)'],
        'bo/2026-03-02': ['---', 'tags: [1on1, move, once]', '---'],
      }),
      ['#move: Jane 03-09#0, Bo 03-02#0', '#pay: Jane 03-02#2, Jane 03-02#3'],
    );
  });

  it('are what stands under On My Mind, as people, links and tags', () => {
    assert.deepEqual(
      themes('onMyMind', {
        'jane/2026-03-09': ['## On My Mind', 'Whether Mei and I go to #berlin', '[[Offsite]]'],
        'bo/2026-03-02': ['## OMM', 'Nothing, but @mei looks tired'],
      }),
      ['Mei Tanaka: Jane 03-09#1, Bo 03-02#1', '#berlin: Jane 03-09#1', 'Offsite: Jane 03-09#2'],
    );
  });

  it('leave out days outside of the span, and what is private when that is wished', () => {
    const notes = {
      'jane/2026-02-16': ['## Blockers', 'Ravi'],
      'bo/2026-02-15': ['## Blockers', 'Ravi'],
      'ana/2026-03-17': ['## Blockers', 'Ravi'],
      'cleo/2026-03-02': ['## Private', '### Blockers', 'Ravi #secret', '- [ ] Thank Ravi'],
      'dan/2026-03-02': ['---', 'private: true', 'tags: secret', '---', '## Blockers', 'Ravi'],
    };
    assert.deepEqual(themes('blockers', notes), ['Ravi: Cleo 03-02#2, Cleo 03-02#3, Dan 03-02#5, Jane 02-16#1']);
    assert.deepEqual(themes('tags', notes), ['#secret: Cleo 03-02#2, Dan 03-02#0']);
    for (const kind of ['blockers', 'tags', 'thanksToGive'] as const) {
      assert.deepEqual(themes(kind, notes, { withPrivate: false }), [], kind);
    }
  });

  it('know people by first name, full name, possessive and alias, and two of one name as neither', () => {
    const roster = [{ name: 'Daniel Kim', aliases: ['dk'] }, { name: 'Daniel Ortega' }, { name: 'Anne-Marie de Luca' }];
    const index = indexOf(
      {
        '1-1s/jane/2026-03-09.md': [
          '## Thanks',
          '- Daniel Ortega',
          '- dk’s team',
          '- anne-marie',
          '- Daniel',
          '- Ines',
        ],
        '1-1s/bo/2026-03-09.md': ['## Thanks', '- Anne-Marie de Luca and Daniel Kim'],
      },
      { me: ['Ines'], roster },
    );
    const [group] = runToCompletion(findThemes(index, span));
    assert.deepEqual(
      group?.themes.map(({ label, places }) => `${worded(label)}: ${places.map(({ line }) => line).join()}`),
      ['Anne-Marie de Luca: 1,3', 'Daniel Kim: 1,2', 'Daniel Ortega: 1', ': 4,5'],
    );
  });

  it('are found in notes of several languages', () => {
    const index = indexOf(
      {
        '1-1s/hanna/2026-03-09.md': ['## Blockers', 'Der Einkauf: drei Wochen ohne Antwort. #Verträge'],
        '1-1s/chloé/2026-03-09.md': ['## Blockers', 'Einkauf, et l’équipe de @łukasz'],
        '1-1s/佐藤/2026-03-09.md': ['## Blockers', '田中さんが忙しい。 #Verträge'],
        '1-1s/鈴木/2026-03-09.md': ['## Blockers', '@田中 さん'],
        '1-1s/田中/2026-03-09.md': ['## Thanks', '鈴木さん'],
      },
      { me: [], roster: [] },
    );
    const found = runToCompletion(findThemes(index, span)).map(({ kind, themes: all }) => [
      kind,
      ...all.map(({ label }) => worded(label)),
    ]);
    assert.deepEqual(found, [
      ['thanksToGive', '鈴木'],
      ['blockers', '#Verträge', 'Einkauf', '田中'],
      ['tags', '#Verträge'],
    ]);
  });

  it('take a person for a person who is called like a section', () => {
    const notes = {
      'process/2026-03-09': ['---', 'person: Process', '---', '## Process', '', BLOCKERS, '', 'Ravi'],
      'jane/2026-03-09': ['## Process', '', BLOCKERS, '', 'Process'],
      'bo/2026-03-09': ['## Process', '', 'Fine.', '', BLOCKERS, '', 'Our process, and Process'],
    };
    assert.deepEqual(themes('blockers', notes), ['Process: Bo 03-09#6, Jane 03-09#4']);
  });
});
