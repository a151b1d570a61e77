import assert from 'node:assert/strict';
import { addDays, daysBetween, parseCivilDate, type CivilDate } from '../../../src/core/dates/civilDate';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import {
  type StagePerson,
  suggestSession,
  type HeldSession,
  type SuggestionRequest,
} from '../../../src/core/sessions/suggestion';
import { mayBeDueForCareer } from '../../../src/core/sessions/sessionHistory';
import { wordMessage } from '../../../src/core/text/message';
import { indexOf } from '../support/notes';

const frameworks = builtInFrameworks();
const day = (text: string): CivilDate => parseCivilDate(text)!;
const TODAY = day('2026-11-30');

/** Sessions a week apart, the last one a week before today. */
function weekly(...ids: readonly string[]): readonly HeldSession[] {
  return ids.map((framework, at) => ({
    date: addDays(TODAY, 7 * (at - ids.length)),
    framework,
    hasContent: true,
  }));
}

/** The suggestion for a report as `id: reason`. */
function suggested(sessions: readonly HeldSession[], more: Partial<SuggestionRequest> = {}): string {
  const suggestion = suggestSession({ sessions, relation: 'report', frameworks, on: TODAY, ...more });
  return suggestion ? `${suggestion.framework.id}: ${wordMessage(suggestion.reason)}` : 'none';
}

const USUAL = 'people-process-product';
const CAREER = 'career-and-well-being';
const OTHER = 'listen-learn-lift';

describe('The question about a relation', () => {
  it('matters once a career session would be due for a report, and to nobody with a relation', () => {
    const notes = { '1-1s/jane/2026-10-20.md': 'a', '1-1s/bo/2026-11-20.md': 'a', '1-1s/amy/2026-10-20.md': 'a' };
    const roster = [{ name: 'Amy', relation: 'other', isDeclared: true }] as const;
    const index = indexOf(notes, { me: [], roster });
    const matters = (key: string): boolean => mayBeDueForCareer(index, key, { frameworks, on: TODAY });
    assert.deepEqual(['jane', 'bo', 'amy', 'unknown'].map(matters), [true, false, false, false]);
    assert.doesNotMatch(suggested(weekly(USUAL), { relation: 'other' }), /career|peer|skip/);
  });
});

describe('The session suggested', () => {
  it('for a new person is People · Process · Product', () => {
    assert.equal(suggested([]), `${USUAL}: a good one to begin with`);
  });

  it('for the reader’s own manager is always Managing Up', () => {
    assert.equal(suggested([], { relation: 'manager' }), 'managing-up: for your own manager');
    assert.equal(
      suggested(weekly(...Array<string>(20).fill(USUAL)), { relation: 'manager' }),
      'managing-up: for your own manager',
    );
    assert.equal(suggested([], { relation: 'report' }), `${USUAL}: a good one to begin with`);
  });

  it('is the usual one: the commonest of the last six', () => {
    assert.equal(suggested(weekly(OTHER)), `${OTHER}: your usual session`);
    assert.equal(suggested(weekly(CAREER, USUAL, OTHER, USUAL)), `${USUAL}: your usual session`);
    const changed = weekly(USUAL, USUAL, USUAL, USUAL, OTHER, CAREER, OTHER, USUAL, OTHER);
    assert.equal(suggested(changed), `${OTHER}: your usual session`);
    assert.equal(suggested(weekly(USUAL, OTHER)), `${OTHER}: your usual session`);
  });

  it('is never career or an exercise only because they were common lately', () => {
    assert.equal(suggested(weekly(CAREER, CAREER, CAREER)), `${USUAL}: your usual session`);
    assert.equal(suggested(weekly(CAREER, 'rainbows-and-clouds', CAREER)), `${USUAL}: your usual session`);
  });

  it('is career & well-being from the 30th day after the last one', () => {
    const since = (days: number): readonly HeldSession[] => [
      { date: addDays(TODAY, -100), framework: USUAL, hasContent: true },
      { date: addDays(TODAY, -days), framework: CAREER, hasContent: true },
    ];
    assert.equal(suggested(since(29)), `${USUAL}: your usual session`);
    assert.equal(suggested(since(30)), `${CAREER}: 30 days since the last one`);
    assert.equal(suggested(since(41)), `${CAREER}: 41 days since the last one`);
  });

  it('is career & well-being 30 days after the first note, a career note without content not counting', () => {
    const noted = { date: addDays(TODAY, -33), hasContent: true };
    const empty = { date: addDays(TODAY, -3), framework: CAREER, hasContent: false };
    const words = `${CAREER}: no career talk in 33 days`;
    assert.equal(suggested([noted]), words);
    assert.equal(suggested([noted, empty]), words);
    assert.equal(suggested([{ ...noted, date: addDays(TODAY, -29) }]), `${USUAL}: your usual session`);
  });

  for (const relation of ['peer', undefined] as const) {
    it(`is never a career session for ${relation ?? 'a person whose relation is unknown'}`, () => {
      const noted = { date: addDays(TODAY, -100), hasContent: true };
      const career = { date: addDays(TODAY, -41), framework: CAREER, hasContent: true };
      const instead = relation === 'peer' ? 'peer: for a peer' : `${USUAL}: your usual session`;
      assert.equal(suggested([noted], { relation }), instead);
      assert.equal(suggested([noted, career], { relation }), instead);
    });
  }

  it('after four usual ones is the exercise unused longest, career sessions between them not counting', () => {
    const four = [USUAL, USUAL, CAREER, USUAL, USUAL];
    const variety = `for variety, after 4 sessions of People · Process · Product`;
    assert.equal(suggested(weekly(CAREER, USUAL, USUAL, USUAL)), `${USUAL}: your usual session`);
    assert.equal(suggested(weekly(...four)), `narrate-the-future: ${variety}`);
    assert.equal(suggested(weekly('narrate-the-future', ...four)), `start-stop-continue: ${variety}`);
    assert.equal(
      suggested(weekly('narrate-the-future', 'rainbows-and-clouds', 'start-stop-continue', ...four)),
      `narrate-the-future: ${variety}`,
    );
    assert.equal(suggested(weekly(...four, 'narrate-the-future')), `${USUAL}: your usual session`);
  });

  it('looks at no note of a later day', () => {
    const later = { date: addDays(TODAY, 1), framework: OTHER, hasContent: true };
    assert.equal(suggested([later]), `${USUAL}: a good one to begin with`);
  });

  it('does without a kind of framework that is not there, and without any', () => {
    const regular = frameworks.filter(({ kind }) => kind === 'regular');
    const many = weekly(...Array<string>(9).fill(USUAL));
    assert.equal(suggested(many, { frameworks: regular, relation: 'manager' }), `${USUAL}: your usual session`);
    assert.equal(suggested(many, { frameworks: [] }), 'none');
  });
});

describe('The session suggested for a relation', () => {
  it('is the framework made for it, and after four usual sessions for variety', () => {
    assert.equal(suggested([], { relation: 'skip-level' }), 'skip-level: for a skip-level 1:1');
    assert.equal(suggested([], { relation: 'mentor' }), `${USUAL}: a good one to begin with`);
    const usual = weekly(USUAL, USUAL, USUAL, USUAL);
    assert.equal(
      suggested(usual, { relation: 'peer' }),
      'peer: for variety, after 4 sessions of People · Process · Product',
    );
    assert.equal(suggested([...usual, ...weekly('peer')], { relation: 'peer' }), `${USUAL}: your usual session`);
    assert.equal(suggested(weekly('peer', 'peer'), { relation: 'peer' }), 'peer: your usual session');
  });

  it('follows the file of a framework in whom it is for', () => {
    const mine = frameworks.map((each) => (each.kind === 'career' ? { ...each, for: ['mentor' as const] } : each));
    const noted = { date: addDays(TODAY, -33), hasContent: true };
    assert.equal(suggested([noted], { relation: 'mentor', frameworks: mine }), `${CAREER}: no career talk in 33 days`);
    assert.equal(suggested([noted], { relation: 'report', frameworks: mine }), `${USUAL}: your usual session`);
  });
});

describe('The session suggested at a stage of a relationship', () => {
  const sofia = (facts: Partial<StagePerson>): Partial<SuggestionRequest> => ({ person: { name: 'Sofia', ...facts } });
  const held = (daysAgo: number, framework = USUAL, hasContent = true): HeldSession => {
    return { date: addDays(TODAY, -daysAgo), framework, hasContent };
  };
  const ago = (days: number): CivilDate => addDays(TODAY, -days);

  it('is the first 1:1 before and after the start, until they have met', () => {
    assert.equal(suggested([], sofia({ started: ago(-10) })), 'first-one-on-one: Sofia starts in 10 days');
    assert.equal(suggested([], sofia({ started: ago(3) })), 'first-one-on-one: Sofia started 3 days ago');
    assert.equal(suggested([held(10)], sofia({ started: ago(3) })), 'first-one-on-one: Sofia started 3 days ago');
    assert.equal(suggested([held(2)], sofia({ started: ago(3) })), `${USUAL}: your usual session`);
    assert.equal(suggested([held(5, 'first-one-on-one')], sofia({ started: ago(3) })), `${USUAL}: your usual session`);
    assert.equal(suggested([], sofia({ started: ago(400) })), `${USUAL}: a good one to begin with`);
  });

  it('is 30 · 60 · 90 Days once at each milestone, for reports only', () => {
    const id = 'thirty-sixty-ninety';
    const met = [held(40), held(20)];
    assert.equal(suggested(met, sofia({ started: ago(26) })), `${CAREER}: no career talk in 40 days`);
    assert.equal(suggested(met, sofia({ started: ago(35) })), `${id}: Sofia started 5 weeks ago`);
    assert.equal(
      suggested([...met, held(0, id, false)], sofia({ started: ago(35) })),
      `${id}: Sofia started 5 weeks ago`,
    );
    assert.notEqual(suggested([...met, held(7, id)], sofia({ started: ago(35) })).split(':')[0], id);
    assert.equal(suggested([...met, held(35, id)], sofia({ started: ago(62) })), `${id}: Sofia started 9 weeks ago`);
    assert.equal(suggested([...met, held(35, id)], sofia({ started: ago(92) })), `${id}: Sofia started 3 months ago`);
    assert.notEqual(suggested(met, sofia({ started: ago(117) })).split(':')[0], id);
    assert.equal(suggested(met, { ...sofia({ started: ago(35) }), relation: 'peer' }), `${USUAL}: your usual session`);
  });

  it('is coming back after a long absence, once', () => {
    const id = 'coming-back';
    const away = sofia({ awayUntil: ago(2) });
    assert.equal(suggested([held(90)], away), `${id}: Sofia is back, and you last met 3 months ago`);
    assert.equal(suggested([held(20)], away), `${USUAL}: your usual session`);
    assert.equal(suggested([held(90), held(1, id)], away), `${CAREER}: no career talk in 90 days`);
    assert.equal(suggested([held(90)], sofia({ awayUntil: TODAY })).split(':')[0], CAREER);
    assert.equal(suggested([held(90)], sofia({ awayUntil: ago(60) })).split(':')[0], CAREER);
  });

  it('is the last 1:1 in the two weeks before the last day, also with one’s own manager', () => {
    const id = 'last-one-on-one';
    assert.equal(suggested([held(7)], sofia({ leaving: ago(-10) })), `${id}: Sofia leaves in 10 days`);
    assert.equal(suggested([held(7)], sofia({ leaving: TODAY })), `${id}: Sofia leaves today`);
    assert.equal(suggested([held(7)], { ...sofia({ leaving: TODAY }), relation: 'manager' }).split(':')[0], id);
    assert.equal(suggested([held(7)], sofia({ leaving: ago(-15) })), `${USUAL}: your usual session`);
    assert.equal(suggested([held(7)], sofia({ leaving: ago(1) })), `${USUAL}: your usual session`);
    assert.equal(suggested([held(1, id)], sofia({ leaving: ago(-5) })), `${USUAL}: your usual session`);
  });

  it('does without a framework for the stage', () => {
    const usual = frameworks.filter(({ kind }) => kind === 'regular');
    assert.equal(suggested([held(7)], { ...sofia({ leaving: TODAY }), frameworks: usual }).split(':')[0], USUAL);
  });
});

describe('Over a simulated year of accepted suggestions', () => {
  for (const gap of [7, 14]) {
    it(`every ${gap} days, no month passes without a career session with a report and each exercise has its turn`, () => {
      const sessions: HeldSession[] = [];
      const used: string[] = [];
      for (let date = day('2026-01-05'); date < '2027-01-05'; date = addDays(date, gap)) {
        const framework = suggestSession({ sessions, relation: 'report', frameworks, on: date })!.framework.id;
        sessions.push({ date, framework, hasContent: true });
        used.push(framework);
      }
      const career = sessions.filter(({ framework }) => framework === CAREER).map(({ date }) => date);
      const gaps = [day('2026-01-05'), ...career].slice(0, -1).map((date, at) => daysBetween(date, career[at]!));
      assert.ok(
        gaps.every((days) => days >= 30 && days < 30 + gap),
        gaps.join(),
      );

      const exercises = used.filter((id) => frameworks.some((each) => each.id === id && each.kind === 'exercise'));
      const turns = ['narrate-the-future', 'start-stop-continue', 'rainbows-and-clouds'];
      assert.deepEqual(
        exercises,
        exercises.map((_, at) => turns[at % 3]),
      );
      assert.ok(exercises.length >= 3, used.join());
      assert.ok(used.filter((id) => id === USUAL).length >= 4 * exercises.length);
      assert.ok(used.every((id) => id !== 'managing-up' && id !== OTHER));
    });
  }
});
