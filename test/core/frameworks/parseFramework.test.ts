import assert from 'node:assert/strict';
import { LARGEST_FRAMEWORK_FILE, parseFramework } from '../../../src/core/frameworks/parseFramework';
import { questionKey } from '../../../src/core/frameworks/questionBank';
import { worded } from '../support/worded';

const FILE = 'file:///notes/.one-on-one/frameworks/team-health.yaml';

/** The problems of a file as `line:column+length message`, lines and columns from 0. */
function problemsOf(yaml: string): readonly string[] {
  return parseFramework(yaml, FILE).problems.map(
    ({ line, column, length, message }) => `${line}:${column}+${length} ${worded(message)}`,
  );
}

describe('A framework file', () => {
  it('holds a framework with all that the format knows', () => {
    const yaml = `
id: wins
title: Wins & Woes
source: A book
kind: exercise
for: [skip-level, Peer]
sections:
  - id: wins
    title: Wins
    purpose: What went
      well.
    ask: 2
    lookFor: [Do they smile?]
    headings: [Highlights]
    followUps: true
    questions:
      - What went well?
      - ask: Who helped?
        was: [Who lent a hand?]
        always: true
        about: thanks
  - title: Woes
`;
    const { framework, problems } = parseFramework(yaml, FILE);
    assert.deepEqual(problems, []);
    assert.deepEqual(framework, {
      id: 'wins',
      title: 'Wins & Woes',
      source: 'A book',
      kind: 'exercise',
      for: ['skip-level', 'peer'],
      sections: [
        {
          id: 'wins',
          title: 'Wins',
          purpose: 'What went well.',
          ask: 2,
          lookFor: ['Do they smile?'],
          headings: ['Highlights'],
          followUps: true,
          questions: [
            { text: 'What went well?', was: [], always: false, key: questionKey('What went well?') },
            {
              text: 'Who helped?',
              was: ['Who lent a hand?'],
              always: true,
              about: 'thanks',
              key: questionKey('Who helped?'),
            },
          ],
        },
        { id: 'woes', title: 'Woes', ask: 1, lookFor: [], headings: [], followUps: false, questions: [] },
      ],
    });
  });

  it('with nothing but questions is a question set that is named by its file', () => {
    const { framework, problems } = parseFramework('questions:\n  - How are we?\n', FILE);
    assert.deepEqual(problems, []);
    assert.equal(framework?.id, 'team-health');
    assert.equal(framework.title, 'Team health');
    assert.equal(framework.kind, 'questions');
    assert.deepEqual(
      framework.sections.map(({ id, title, questions }) => [id, title, questions.length]),
      [['team-health', 'Team health', 1]],
    );
  });

  it('takes its name from a file name as people read it, even from one that is no proper address', () => {
    const named = (file: string): string => parseFramework('questions: [Why?]', file).framework!.title;
    assert.equal(named('file:///notes/our%20questions.yml'), 'Our questions');
    assert.equal(named('/notes/100% ours.yaml'), '100% ours');
    assert.equal(named('???.yaml'), '???');
  });

  it('may begin with a byte order mark and have line ends of any kind', () => {
    const yaml = '\ufeffid: wins\r\ntitle: Wins\r\nsections:\r\n  - title: Wins\r\n    questions:\r\n      - 42\r\n';
    assert.deepEqual(problemsOf(yaml), ['5:8+2 A question must be text. This is a number. Put it in quotes: "42".']);
  });
});

describe('A mistake in a framework file is named at its place', () => {
  const head = 'id: wins\ntitle: Wins\n';
  const cases: readonly (readonly [what: string, yaml: string, ...problems: readonly string[]])[] = [
    [
      'a question that is a number',
      `${head}sections:\n  - title: Wins\n    questions:\n      - 42\n      - Why?\n`,
      '5:8+2 A question must be text. This is a number. Put it in quotes: "42".',
    ],
    [
      'a question with a colon',
      `${head}sections:\n  - title: Wins\n    questions:\n      - What next: a or b?\n`,
      '5:8+18 A question is a text, or a map with “ask:” before its text. If the question contains a colon, put it in quotes.',
    ],
    ['an empty question', `questions:\n  -\n  - Why?\n`, '1:3+1 A question is empty. Write its text, or remove it.'],
    [
      'a question without words',
      `questions:\n  - '???'\n  - Why?\n`,
      '1:4+5 A question needs words. This one is ignored.',
    ],
    [
      'the same question twice',
      `questions:\n  - Why?\n  - "**why**"\n`,
      '2:4+9 This question appears twice in the section. The second one is ignored.',
    ],
    [
      'a misspelt key',
      `${head}sections:\n  - title: Wins\n    questons: [Why?]\n`,
      '4:4+8 The key “questons” is unknown and is ignored. Did you mean “questions”?',
    ],
    [
      'a topic that nobody knows',
      `questions:\n  - ask: Why?\n    about: thank\n`,
      '2:11+5 “about” is one of thanks, blockers, revisit, connect, process, goal, ask, bet, unknown, estimate, story. Any other value is ignored.',
    ],
    [
      'a key that belongs elsewhere',
      `questions:\n  - ask: Why?\n    priority: 3\n`,
      '2:4+8 The key “priority” is unknown and is ignored. Known keys here are ask, was, always, about.',
    ],
    [
      'a missing id and title',
      `sections:\n  - title: Wins\n`,
      '0:0+9 A framework needs “id:”. Until then, its file name is used.',
      '0:0+9 A framework needs “title:”. Until then, its file name is used.',
    ],
    [
      'an id with a space',
      `id: My Wins\ntitle: Wins\nsections:\n  - title: Wins\n`,
      '0:4+7 “id” may contain lowercase letters, digits, and hyphens between them. It is read as “my-wins”.',
    ],
    [
      'a section without a title',
      `${head}sections:\n  - questions: [Why?]\n  - title: Wins\n`,
      '3:4+17 A section needs “title:”, its heading in the note.',
    ],
    [
      'two sections with one id',
      `${head}sections:\n  - id: a\n    title: A\n  - id: a\n    title: B\n`,
      '5:8+1 Two sections have the id “a”. The second one is ignored. Give it another “id”.',
    ],
    [
      'an unknown kind',
      `${head}kind: weekly\nsections:\n  - title: Wins\n`,
      '2:6+6 “kind” is one of regular, career, upward, exercise, visual, questions, first, onboarding, return, farewell, group, reflection. Until then it is read as regular.',
    ],
    [
      'an unknown relation',
      `${head}for: [peer, boss]\nsections:\n  - title: Wins\n`,
      '2:5+12 “boss” is not a relation. “for” lists report, manager, peer, skip-level, mentor, other.',
    ],
    [
      'a number that is text',
      `${head}sections:\n  - title: Wins\n    ask: two\n`,
      '4:9+3 “ask” must be a whole number from 0 to 20. This is text.',
    ],
    [
      'a list that is text',
      `${head}sections:\n  - title: Wins\n    lookFor: Smiles\n`,
      '4:13+6 “lookFor” must be a list, with each entry on a line that begins with “- ”. This is text.',
    ],
    [
      'a key that stands twice',
      `${head}title: Woes\nsections:\n  - title: Wins\n`,
      '2:0+5 The key “title” appears twice, and only the last one counts. Keep one.',
    ],
  ];
  for (const [what, yaml, ...expected] of cases) {
    it(`${what}, and the rest goes on working`, () => {
      assert.deepEqual(problemsOf(yaml), expected);
      assert.ok(parseFramework(yaml, FILE).framework);
    });
  }

  it('a file without anything to ask', () => {
    assert.match(problemsOf('')[0]!, /^0:0\+1 A framework file begins with .* This one is empty\.$/);
    assert.match(problemsOf('# later\n')[0]!, /^0:0\+1 A framework file begins with/);
    assert.match(problemsOf('- Why?\n')[0]!, /This one contains a list\.$/);
    assert.match(problemsOf(head)[0]!, /^0:0\+8 This file has no questions yet/);
    assert.match(problemsOf(`${head}sections: []\n`)[0]!, /^2:10\+2 “sections” is empty/);
  });
});

describe('A framework file that cannot be read', () => {
  it('says where it stops being YAML', () => {
    const [problem] = problemsOf('id: wins\ntitle: "Wins\n');
    assert.match(problem!, /^2:0\+1 This cannot be read as YAML: Missing closing "quote/);
    assert.match(
      problemsOf('id: wins\nsections:\n\t- title: Wins\n')[0]!,
      /^2:0\+\d+ This cannot be read as YAML: Tabs/,
    );
    assert.match(problemsOf('id: a\n---\nid: b\n')[0]!, /^1:0/);
  });

  it('is refused unread when it is ten megabytes', () => {
    const { framework, problems } = parseFramework(`questions:\n${'  - Why?\n'.repeat(1_200_000)}`, FILE);
    assert.equal(framework, undefined);
    assert.deepEqual(worded(problems), [
      {
        file: FILE,
        message: 'A framework file has at most 256 KB. This one is larger and was not read.',
        line: 0,
        column: 0,
        length: 1,
      },
    ]);
  });

  it('is refused at the first alias, however many there are', () => {
    const aliases = '*a,'.repeat(20_000);
    const [problem, ...more] = problemsOf(`id: &a wins\ntitle: Wins\nsections: [${aliases}]\n`);
    assert.match(problem!, /^2:11\+2 The alias “\*a” is not supported in a framework file\./);
    assert.equal(more.length, 4);
  });

  const room = LARGEST_FRAMEWORK_FILE - 100;
  const hostile: readonly (readonly [what: string, yaml: string])[] = [
    ['brackets in brackets', '['.repeat(room)],
    ['lists in lists on one line', `${'- '.repeat(room / 2)}x`],
    ['keys in keys', `${'? '.repeat(room / 2)}x`],
    [
      'maps in maps, a step deeper on each line',
      Array.from({ length: 700 }, (_, line) => `${' '.repeat(line)}a:`).join('\n'),
    ],
  ];
  for (const [what, yaml] of hostile) {
    it(`is refused at its line before ${what} can end the process`, () => {
      const problems = problemsOf(yaml);
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, /^\d+:0\+1 Lists and maps are nested too deeply here\./);
    });
  }

  it('with thousands of keys is read, and says what is wrong with the first 50', () => {
    const keys = Array.from({ length: 2_000 }, (_, at) => `k${at}: 1`).join('\n');
    assert.equal(parseFramework(keys, FILE).problems.length, 50);
  });
});
