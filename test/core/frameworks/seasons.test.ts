import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { inSeason, parseSeasons, type SeasonPerson } from '../../../src/core/frameworks/seasons';
import { wordMessage } from '../../../src/core/text/message';
import { day } from '../support/notes';

const frameworks = builtInFrameworks();
const FILE = '.one-on-one/seasons.yaml';
const JANE: SeasonPerson = { key: 'jane doe', relation: 'report' };
const LAUNCH = '- set: reflective\n  from: 2026-11-01\n  until: 2026-12-15\n';

/** The titles of the sections that are in front of a framework on a day. */
function inFront(yaml: string, { on = '2026-11-30', person = JANE, id = 'people-process-product' } = {}) {
  const framework = frameworks.find((each) => each.id === id)!;
  const { entries: seasons } = parseSeasons(yaml, FILE, frameworks);
  const { sections } = inSeason(framework, { seasons, frameworks, person, on: day(on) });
  return sections.slice(0, sections.length - framework.sections.length).map(({ title }) => title);
}

function problems(yaml: string): string {
  const { entries, problems: found } = parseSeasons(yaml, FILE, frameworks);
  assert.deepEqual(entries, []);
  return found.map(({ line, message }) => `${line}: ${wordMessage(message)}`).join('\n');
}

describe('A season', () => {
  it('puts a question set in front from its first to its last day', () => {
    assert.deepEqual(inFront(LAUNCH), ['Reflective Questions']);
    assert.deepEqual(inFront(LAUNCH, { on: '2026-11-01' }), ['Reflective Questions']);
    assert.deepEqual(inFront(LAUNCH, { on: '2026-12-15' }), ['Reflective Questions']);
    assert.deepEqual(inFront(LAUNCH, { on: '2026-10-31' }), []);
    assert.deepEqual(inFront(LAUNCH, { on: '2026-12-16' }), []);
  });

  it('is for everyone, or for relations and people', () => {
    const sam: SeasonPerson = { key: 'sam lee', relation: 'peer' };
    assert.deepEqual(inFront(LAUNCH, { person: sam }), ['Reflective Questions']);
    for (const yaml of [`${LAUNCH}  for: [report]\n`, `${LAUNCH}  for: [skip-level, Jane Doe]\n`]) {
      assert.deepEqual(inFront(yaml), ['Reflective Questions']);
      assert.deepEqual(inFront(yaml, { person: sam }), []);
      assert.deepEqual(inFront(yaml, { person: { key: 'sam lee' } }), []);
    }
  });

  it('leaves career sessions, first and last 1:1s alone, and asks a set once', () => {
    for (const id of ['career-and-well-being', 'first-one-on-one', 'last-one-on-one', 'managing-up']) {
      assert.deepEqual(inFront(LAUNCH, { id }), [], id);
    }
    assert.deepEqual(inFront(LAUNCH + LAUNCH), ['Reflective Questions']);
    assert.deepEqual(inFront(LAUNCH.replace('reflective', 'people-process-product')), []);
  });

  it('is not used without an end, a start, a known set, or with days that cannot be', () => {
    const set = '- set: reflective\n';
    assert.match(problems(`${set}  from: 2026-11-01\n`), /^0: A season needs its last day: write “until: 2026-12-31”/);
    assert.match(problems(`${set}  from: 2026-11-01\n  until:\n`), /^0: A season needs its last day/);
    assert.match(problems(`${set}  until: 2026-11-01\n`), /^0: A season needs its first day/);
    assert.match(problems(LAUNCH.replace('12-15', '02-30')), /^2: “2026-02-30” is not a date\. Write until as/);
    assert.match(
      problems(LAUNCH.replace('12-15', '10-15')),
      /^2: “until” \(2026-10-15\) is before “from” \(2026-11-01\)/,
    );
    assert.match(problems(LAUNCH.replace('reflective', 'launch')), /^0: There is no question set with the id “launch”/);
    assert.match(problems(`${LAUNCH}  for: []\n`), /^3: “for” is empty/);
    assert.match(problems(`${LAUNCH}  for: report\n`), /^3: “for” must be a list/);
    assert.match(problems('set: reflective\n'), /^0: This file is a list/);
  });
});
