import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { frameworksWithChoices, parseQuestionChoices } from '../../../src/core/frameworks/questionChoices';
import { questionKey } from '../../../src/core/frameworks/questionBank';
import { type ChoiceToWrite, writeQuestionChoice } from '../../../src/core/noteEdit/questionEdits';
import { applyEdits } from '../../../src/core/text/edit';
import { wordMessage } from '../../../src/core/text/message';

const FILE = '.one-on-one/questions.yaml';
const frameworks = builtInFrameworks();
const THANKS = 'Who do you want to thank?';
const DOING = 'How are you doing?';
const JANE = { key: 'jane doe', name: 'Jane Doe' };

/** The first section of the weekly framework as asked of a person: favourites with a star. */
function people(yaml: string, person?: string): readonly string[] {
  const { entries } = parseQuestionChoices(yaml, FILE);
  const [weekly] = frameworksWithChoices(frameworks, entries, person);
  return weekly!.sections[0]!.questions.map(({ text, always }) => (always ? `*${text}` : text));
}

function problems(yaml: string): readonly string[] {
  return parseQuestionChoices(yaml, FILE).problems.map(({ line, message }) => `${line}: ${wordMessage(message)}`);
}

describe('The choices of questions', () => {
  it('ask a question every time or never, with one person or with everyone', () => {
    const yaml = [
      `- question: ${DOING}`,
      '  ask: every time',
      `- question: ${THANKS}`,
      '  ask: never',
      '  for: Jane Doe',
    ].join('\n');
    assert.ok(people(yaml, JANE.key).includes(`*${DOING}`));
    assert.ok(!people(yaml, JANE.key).includes(THANKS));
    assert.ok(people(yaml, 'sam lee').includes(THANKS));
    assert.ok(people(yaml).includes(`*${DOING}`));
  });

  it('prefer the choice for a person to the one for everyone, and a later one to an earlier one', () => {
    const yaml = (...asks: [string, string?][]): string =>
      asks.map(([ask, name]) => `- question: ${DOING}\n  ask: ${ask}\n${name ? `  for: ${name}\n` : ''}`).join('');
    assert.ok(people(yaml(['every time', 'Jane Doe'], ['never']), JANE.key).includes(`*${DOING}`));
    assert.ok(people(yaml(['in turn', 'Jane Doe'], ['never']), JANE.key).includes(DOING));
    assert.ok(!people(yaml(['every time'], ['never']), JANE.key).some((text) => text.includes(DOING)));
  });

  it('find a question by a former wording', () => {
    const process = (yaml: string): readonly string[] =>
      frameworksWithChoices(
        frameworks,
        parseQuestionChoices(yaml, FILE).entries,
        undefined,
      )[0]!.sections[1]!.questions.map(({ text }) => text);
    const yaml = '- question: How is cross-functional alignment going (really)? Tell me more?\n  ask: never\n';
    assert.equal(process(yaml).length, process('').length - 1);
  });

  it('change nothing without entries', () => {
    assert.equal(frameworksWithChoices(frameworks, [], JANE.key), frameworks);
    assert.deepEqual(parseQuestionChoices('', FILE), { entries: [], problems: [] });
    assert.deepEqual(parseQuestionChoices('# later\n', FILE), { entries: [], problems: [] });
  });

  it('name an entry that cannot be used at its line, and use the others', () => {
    const good = `- question: ${DOING}\n  ask: never\n`;
    for (const [bad, said] of [
      ['- question: Why?\n', /^2: “ask” is one of every time, in turn, never\./],
      ['- question: Why?\n  ask: always\n', /^3: “ask” is one of/],
      ['- question: Why?\n  ask: never\n  for:\n    - Jane\n', /^5: “for” must be text/],
      ['- ask: never\n', /^2: An entry begins with “- question:”/],
      ['- Why?\n', /^2: An entry begins with “- question:”/],
      ['- question: Why?\n  ask: never\n  fro: Jane\n', /^4: The key “fro” is unknown.*Did you mean “for”/],
    ] as const) {
      const found = problems(good + bad);
      assert.match(found.join('\n'), said);
      assert.equal(parseQuestionChoices(good + bad, FILE).entries[0]?.question, questionKey(DOING), bad);
    }
    assert.match(problems('question: Why?\n').join(), /^0: This file is a list\. Begin each entry with “- question:”/);
    assert.match(problems('- [').join(), /^0: This cannot be read as YAML/);
    assert.match(problems('['.repeat(300)).join(), /deep/);
    assert.match(problems(`# ${'x'.repeat(300_000)}`).join(), /256 KB/);
  });
});

describe('Writing a choice of a question', () => {
  const choice = (ask: ChoiceToWrite['ask'], person?: typeof JANE, text = DOING): ChoiceToWrite => ({
    question: { text, key: questionKey(text), was: [] },
    ask,
    person,
  });
  const written = (before: string, wanted: ChoiceToWrite): string => {
    const edits = writeQuestionChoice(before, wanted);
    return 'refused' in edits ? `refused: ${wordMessage(edits.refused)}` : applyEdits(before, edits);
  };

  it('adds an entry at the end, and keeps comments', () => {
    const first = written('# mine\n', choice('every time', JANE));
    assert.equal(first, `# mine\n- question: "${DOING}"\n  ask: every time\n  for: Jane Doe\n`);
    assert.equal(written(first, choice('never')), `${first}- question: "${DOING}"\n  ask: never\n`);
  });

  it('changes the entry that is there, and no other', () => {
    const before = `- question: how are you doing\n  ask: every time # since May\n- question: ${THANKS}\n  ask: never\n`;
    assert.equal(written(before, choice('in turn')), before.replace('every time', 'in turn'));
    assert.equal(written(written(before, choice('never')), choice('every time')), before);
  });

  it('quotes what YAML would read as something else', () => {
    const odd = choice('never', undefined, 'One thing: how are you? # really');
    const yaml = written('', odd);
    assert.equal(parseQuestionChoices(yaml, FILE).entries[0]?.question, odd.question.key);
  });

  it('refuses a file that it cannot read', () => {
    for (const before of ['question: Why?\n', '- [', 'a: b\n- c\n']) {
      assert.match(written(before, choice('never')), /^refused: .*by hand/, before);
    }
  });
});
