import assert from 'node:assert/strict';
import { addDays, parseCivilDate, type CivilDate } from '../../../src/core/dates/civilDate';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import type { FrameworkSection, Question } from '../../../src/core/frameworks/framework';
import { questionKey } from '../../../src/core/frameworks/questionBank';
import { questionHistory, type MeetingQuestions } from '../../../src/core/questions/history';
import { nextQuestion, rotate, rotationOrder } from '../../../src/core/questions/rotation';
import { sectionOf } from '../frameworks/sampleFrameworks';

const day = (text: string): CivilDate => parseCivilDate(text)!;
const TODAY = day('2026-11-30');
const EMPTY = questionHistory([], TODAY);
const texts = (questions: readonly Question[]): readonly string[] => questions.map(({ text }) => text);

/** A meeting in which `answered` were answered and `empty` were left empty. */
function meeting(
  date: string,
  { answered = [], empty = [] }: { answered?: string[]; empty?: string[] },
): MeetingQuestions {
  const prompt = (isAnswered: boolean) => (text: string) => ({ question: questionKey(text), answered: isAnswered });
  return { date: day(date), prompts: [...answered.map(prompt(true)), ...empty.map(prompt(false))], sections: [] };
}

/** Two notes without any question, so that nothing before them is recent. */
const LATELY = [meeting('2026-11-16', {}), meeting('2026-11-23', {})];

describe('Rotation puts first', () => {
  const section = sectionOf(['A?', 'B?', 'C?', 'D?', { ask: 'Z?', always: true }], { ask: 4 });
  const order = (...meetings: MeetingQuestions[]): readonly string[] =>
    texts(rotationOrder({ section, history: questionHistory(meetings, TODAY), person: 'jane doe' }));

  it('favourites, then never asked, then offered but empty, then asked longest ago', () => {
    const earlier = [
      meeting('2026-09-07', { answered: ['B?'] }),
      meeting('2026-09-14', { answered: ['D?', 'Z?'] }),
      meeting('2026-10-05', { empty: ['A?'] }),
    ];
    assert.deepEqual(order(...earlier, ...LATELY), ['Z?', 'C?', 'A?', 'B?', 'D?']);
  });

  it('by the last answer, also where the question was left empty since', () => {
    const earlier = [
      meeting('2026-09-07', { answered: ['A?', 'B?', 'C?'] }),
      meeting('2026-09-14', { answered: ['A?', 'D?'] }),
      meeting('2026-10-05', { empty: ['D?', 'B?'] }),
    ];
    const [, first, second, ...rest] = order(...earlier, ...LATELY);
    assert.deepEqual([first, second].sort(), ['B?', 'C?']);
    assert.deepEqual(rest.sort(), ['A?', 'D?']);
  });

  it('nothing of the last two notes while there is something else, and then the older of the two', () => {
    const last = [meeting('2026-11-16', { empty: ['A?'] }), meeting('2026-11-23', { answered: ['B?', 'C?'] })];
    const [favourite, first, second, ...rest] = order(...last);
    assert.deepEqual([favourite, first, second], ['Z?', 'D?', 'A?']);
    assert.deepEqual(rest.sort(), ['B?', 'C?']);
  });

  it('counting the notes of the day itself, and none that is dated later', () => {
    const history = questionHistory(
      [meeting('2026-11-30', { answered: ['A?'] }), meeting('2026-12-07', { answered: ['B?'] })],
      TODAY,
    );
    assert.deepEqual([...history.asked.keys()], [questionKey('A?')]);
    assert.equal(history.recent.get(questionKey('A?')), 1);
  });

  it('what was left empty longest ago, among questions that nobody answered', () => {
    const earlier = [
      meeting('2026-09-07', { empty: ['C?'] }),
      meeting('2026-09-14', { empty: ['A?'] }),
      meeting('2026-09-21', { empty: ['D?'] }),
      meeting('2026-09-28', { empty: ['B?'] }),
    ];
    assert.deepEqual(order(...earlier, ...LATELY), ['Z?', 'C?', 'A?', 'D?', 'B?']);
  });

  it('a favourite that was left empty, even lately, before one that was answered', () => {
    const favourites = sectionOf([{ ask: 'Y?', always: true }, { ask: 'Z?', always: true }, 'A?'], { ask: 3 });
    for (const [empty, answered] of [
      ['Y?', 'Z?'],
      ['Z?', 'Y?'],
    ] as const) {
      const meetings = [meeting('2026-09-07', { answered: [answered] }), meeting('2026-11-23', { empty: [empty] })];
      const request = { section: favourites, history: questionHistory(meetings, TODAY), person: 'jane doe' };
      assert.deepEqual(texts(rotationOrder(request)), [empty, answered, 'A?']);
    }
  });

  it('the same, in whatever order the meetings are given', () => {
    const meetings = [
      meeting('2026-09-07', { answered: ['A?'] }),
      meeting('2026-10-07', { answered: ['B?'] }),
      meeting('2026-11-07', { empty: ['C?'] }),
    ];
    assert.deepEqual(order(...meetings), order(...meetings.toReversed()));
  });
});

describe('The history of questions', () => {
  it('has the last day of each question, and the last day of each answer', () => {
    const { offered, asked, recent } = questionHistory(
      [
        meeting('2026-09-07', { answered: ['A?'], empty: ['B?'] }),
        meeting('2026-09-14', { empty: ['A?'] }),
        meeting('2026-09-21', {}),
      ],
      TODAY,
    );
    const [a, b] = [questionKey('A?'), questionKey('B?')];
    assert.deepEqual([offered.get(a), offered.get(b)], ['2026-09-14', '2026-09-07']);
    assert.deepEqual([...asked], [[a, '2026-09-07']]);
    assert.deepEqual([...recent], [[a, 2]]);
  });

  it('adds up the words of sections with the same name, the newest note first', () => {
    const wordsOn = (date: string, ...counts: number[]): MeetingQuestions => ({
      ...meeting(date, {}),
      sections: counts.map((words, at) => ({ title: at === 0 ? 'People' : '👥 people:', words })),
    });
    const { written } = questionHistory([wordsOn('2026-09-07', 5), wordsOn('2026-09-14', 3, 4)], TODAY);
    assert.deepEqual(
      written.map((each) => [...each.values()]),
      [[7], [5]],
    );
  });
});

describe('A new note gets', () => {
  it('as many questions as its section asks, besides the favourites', () => {
    const section = sectionOf(['A?', 'B?', 'C?', { ask: 'Z?', always: true }], { ask: 2 });
    const asked = rotate({ section, history: EMPTY, person: 'jane doe' });
    assert.equal(asked.length, 3);
    assert.equal(asked[0]?.text, 'Z?');
    assert.equal(rotate({ section, history: EMPTY, person: 'jane doe', count: 1 }).length, 2);
  });

  it('all there is where a section has fewer, and none where it has none', () => {
    assert.equal(rotate({ section: sectionOf(['A?'], { ask: 3 }), history: EMPTY, person: 'x' }).length, 1);
    assert.deepEqual(rotate({ section: sectionOf([]), history: EMPTY, person: 'x' }), []);
  });

  it('no question that it holds already', () => {
    const exclude = new Set([questionKey('A?'), questionKey('Z?')]);
    const section = sectionOf(['A?', 'B?', { ask: 'Z?', always: true }]);
    assert.deepEqual(texts(rotate({ section, history: EMPTY, person: 'x', exclude })), ['B?']);
  });

  describe('one additional question in a section', () => {
    const section = sectionOf(['A?', 'B?', 'C?'], { headings: ['Good news'] });
    const asked = (...sections: MeetingQuestions['sections'][]): number => {
      const meetings = sections.map((each, at) => ({ date: addDays(TODAY, at - 20), prompts: [], sections: each }));
      return rotate({ section, history: questionHistory(meetings, TODAY), person: 'x' }).length;
    };

    it('that stayed empty the last two times', () => {
      const silent = [{ title: 'Wins', words: 0 }];
      assert.equal(asked([{ title: 'Wins', words: 9 }], silent, silent), 2);
      assert.equal(asked(silent, [{ title: 'Woes', words: 9 }], silent), 2);
      assert.equal(asked([{ title: '1. **Wins** 🎉:', words: 0 }], [{ title: 'good news', words: 0 }]), 2);
    });

    it('but not after one silence, or when one of the two last times had words', () => {
      const silent = [{ title: 'Wins', words: 0 }];
      assert.equal(asked(silent), 1);
      assert.equal(asked(silent, silent, [{ title: 'Wins', words: 1 }]), 1);
      assert.equal(asked(silent, silent, [{ title: 'Wins', words: 1 }], silent), 1);
      assert.equal(asked(silent, [...silent, { title: 'Wins', words: 3 }]), 1);
    });

    it('but not where nothing rotates at all', () => {
      const silent = { date: TODAY, prompts: [], sections: [{ title: 'Wins', words: 0 }] };
      const history = questionHistory([silent, silent], TODAY);
      assert.deepEqual(rotate({ section: sectionOf(['A?'], { ask: 0 }), history, person: 'x' }), []);
    });
  });
});

describe('Asking another question', () => {
  const section = sectionOf(['A?', 'B?', 'C?', 'D?']);
  const request = { section, history: EMPTY, person: 'jane doe' };
  const order = rotationOrder(request).map(({ key }) => key);

  it('again and again goes through all of them and comes around', () => {
    let after = order[0]!;
    const seen = Array.from({ length: 8 }, () => (after = nextQuestion({ ...request, after })!.key));
    assert.deepEqual(seen, [...order.slice(1), ...order, order[0]]);
  });

  it('begins with the first, and leaves out questions already in the note', () => {
    assert.equal(nextQuestion(request)?.key, order[0]);
    assert.equal(nextQuestion({ ...request, exclude: new Set([order[0]!, order[1]!]) })?.key, order[2]);
    assert.equal(nextQuestion({ ...request, after: order[3]!, exclude: new Set([order[0]!]) })?.key, order[1]);
  });

  it('has no result if the note has all questions', () => {
    assert.equal(nextQuestion({ ...request, exclude: new Set(order) }), undefined);
    assert.equal(nextQuestion({ ...request, after: order[0]!, exclude: new Set(order) }), undefined);
  });
});

describe('Over a simulated year of weekly notes', () => {
  const people = ['jane doe', 'ali', 'łukasz', '田中', 'o’brien', 'kim', 'sam', 'noor'];
  const rotating = builtInFrameworks()
    .flatMap(({ sections }) => sections)
    .filter(({ questions, ask }) => ask > 0 && questions.length > 0);

  /** What a person is asked in each note of the year; every third question stays unanswered. */
  function year(section: FrameworkSection, person: string): readonly (readonly Question[])[] {
    const meetings: MeetingQuestions[] = [];
    return Array.from({ length: 52 }, (_, week) => {
      const date = addDays(day('2026-01-05'), 7 * week);
      const asked = rotate({ section, history: questionHistory(meetings, date), person });
      const prompts = asked.map(({ key }, at) => ({ question: key, answered: (week + at) % 3 > 0 }));
      meetings.push({ date, prompts, sections: [{ title: section.title, words: 20 }] });
      return asked;
    });
  }

  it('no question comes back within two notes, favourites aside, and each is asked several times', () => {
    for (const section of rotating) {
      for (const person of people.slice(0, 2)) {
        const asked = year(section, person);
        const times = new Map<number, number>();
        for (const [week, questions] of asked.entries()) {
          const recent = new Set(
            asked.slice(Math.max(0, week - 2), week).flatMap((each) => each.map(({ key }) => key)),
          );
          for (const { key, always, text } of questions) {
            assert.ok(always || !recent.has(key), `${section.title}, week ${week}: ${text}`);
            times.set(key, (times.get(key) ?? 0) + 1);
          }
        }
        for (const { key, text } of section.questions) {
          assert.ok((times.get(key) ?? 0) >= 3, `${section.title}: ${text} ${times.get(key) ?? 0}`);
        }
      }
    }
  });

  it('the same notes, day and person give the same questions', () => {
    assert.deepEqual(year(rotating[0]!, 'jane doe'), year(rotating[0]!, 'jane doe'));
  });

  it('two people are seldom asked the same on the same day', () => {
    const section = rotating[0]!;
    const all = people.map((person) => year(section, person).map((week) => texts(week).join()));
    let same = 0;
    let pairs = 0;
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) {
        pairs += one.length;
        same += one.filter((asked, week) => asked === other[week]).length;
      }
    }
    assert.ok(same / pairs < 0.05, `${same} of ${pairs}`);
  });
});
