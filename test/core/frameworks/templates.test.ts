import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { QUESTION_TOPICS } from '../../../src/core/frameworks/framework';
import { frameworkFromData } from '../../../src/core/frameworks/frameworkFromData';
import { parseFramework } from '../../../src/core/frameworks/parseFramework';
import { parseQuestionChoices } from '../../../src/core/frameworks/questionChoices';
import { parseSeasons } from '../../../src/core/frameworks/seasons';
import { normalizeQuestion } from '../../../src/core/frameworks/questionBank';

const frameworks = builtInFrameworks();
const files = readdirSync('templates').filter((name) => name.endsWith('.yaml'));
const textOf = (file: string): string => readFileSync(`templates/${file}`, 'utf8');
const schema = JSON.parse(readFileSync('templates/framework.schema.json', 'utf8')) as object;
const fitsSchema = new Ajv().compile(schema);

describe('The built-in frameworks', () => {
  it('are all there, the usual one first', () => {
    assert.deepEqual(frameworks.map(({ id }) => `${id}.yaml`).sort(), files.toSorted());
    assert.equal(frameworks[0]?.id, 'people-process-product');
  });

  it('are read alike from their files and from the data in the bundle', () => {
    for (const file of files) {
      const { framework, problems } = parseFramework(textOf(file), `templates/${file}`);
      assert.deepEqual(problems, [], file);
      assert.deepEqual(
        framework,
        frameworks.find(({ id }) => `${id}.yaml` === file),
      );
    }
  });

  it('name their source', () => {
    assert.deepEqual(
      frameworks.filter(({ source }) => source === undefined),
      [],
    );
  });

  it('ask four questions in the weekly note, and leave On My Mind to both sides', () => {
    const weekly = frameworks[0]!.sections.map(({ title, ask }) => [title, ask]);
    assert.deepEqual(weekly, [
      ['People', 2],
      ['Process', 1],
      ['Product', 1],
      ['On My Mind', 0],
    ]);
  });

  it('have questions enough to stay fresh: six in every section, ten in those of every week', () => {
    for (const { id, kind, sections } of frameworks) {
      for (const { title, questions } of sections.filter((section) => section.id !== 'on-my-mind')) {
        assert.ok(questions.length >= (kind === 'regular' ? 10 : 6), `${id}: ${title}`);
      }
    }
  });

  it('ask 8 to 12 questions in each section of a relationship and of its stages', () => {
    const kinds = ['first', 'onboarding', 'return', 'farewell', 'group'];
    const stages = frameworks.filter(({ id, kind }) => kinds.includes(kind) || id === 'peer' || id === 'skip-level');
    assert.equal(stages.length, 7);
    for (const { id, sections } of stages) {
      for (const { title, purpose, lookFor, questions } of sections) {
        assert.ok(purpose !== undefined && lookFor.length > 0, `${id}: ${title}`);
        assert.ok(questions.length >= 8 && questions.length <= 12, `${id}: ${title}`);
      }
    }
  });

  it('write apostrophes in one way, and never ask what another wording asks already', () => {
    const current = new Set<string>();
    const older = new Set<string>();
    for (const { text, was } of frameworks.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions))) {
      assert.doesNotMatch(text, /['"]/, text);
      current.add(normalizeQuestion(text));
      was.forEach((wording) => older.add(normalizeQuestion(wording)));
    }
    assert.deepEqual(
      [...older].filter((wording) => current.has(wording)),
      [],
    );
  });

  it('have a question about each topic that reports collect', () => {
    const all = frameworks.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions));
    for (const about of QUESTION_TOPICS) {
      assert.ok(
        all.some((question) => question.about === about),
        about,
      );
    }
  });

  it('have section ids of their own, by which snippets are named', () => {
    const ids = frameworks.flatMap(({ id, sections }) => sections.map((section) => [id, section.id] as const));
    const taken = ids.filter(([framework, id]) => ids.some((other) => other[1] === id && other[0] !== framework));
    assert.deepEqual(taken, []);
  });
});

describe('The schema of framework files', () => {
  it('accepts every built-in framework', () => {
    for (const file of files) {
      assert.ok(fitsSchema(parse(textOf(file))), `${file}: ${JSON.stringify(fitsSchema.errors)}`);
    }
  });

  const fault = (what: string, data: unknown): void => {
    it(`agrees with the loader that ${what} is wrong`, () => {
      assert.ok(!fitsSchema(data), 'schema');
      assert.ok(frameworkFromData(data, 'x').problems.length > 0, 'loader');
    });
  };
  const sections = [{ title: 'Wins', questions: ['What went well?'] }];
  const whole = { id: 'wins', title: 'Wins', sections };
  const questions = (...list: unknown[]): unknown => ({ ...whole, sections: [{ title: 'Wins', questions: list }] });

  it('agrees with the loader that these are right', () => {
    for (const data of [whole, { questions: ['Why?'] }, { ...whole, id: '問い-1', kind: 'career', source: 'A book' }]) {
      assert.ok(fitsSchema(data), JSON.stringify(fitsSchema.errors));
      assert.deepEqual(frameworkFromData(data, 'x').problems, []);
    }
  });
  fault('an empty file', null);
  fault('a list', ['What went well?']);
  fault('a file without questions', { id: 'a', title: 'A' });
  fault('a framework without a title', { id: 'a', sections });
  fault('a framework without sections', { ...whole, sections: [] });
  fault('an unknown key', { ...whole, sourc: 'A book' });
  fault('an unknown key of a section', { ...whole, sections: [{ ...sections[0], questons: [] }] });
  fault('a capital letter in an id', { ...whole, id: 'Wins' });
  fault('a space in an id', { ...whole, id: 'my wins' });
  fault('an unknown relation', { ...whole, for: ['boss'] });
  fault('a relation that is no list', { ...whole, for: 'peer' });
  fault('an unknown kind', { ...whole, kind: 'weekly' });
  fault('a section without a title', { ...whole, sections: [{ questions: ['Why?'] }] });
  fault('a section that is a text', { ...whole, sections: ['Wins'] });
  fault('half a question', { ...whole, sections: [{ ...sections[0], ask: 1.5 }] });
  fault('twenty-one questions', { ...whole, sections: [{ ...sections[0], ask: 21 }] });
  fault('a question that is a number', questions(42));
  fault('a question that is empty', questions(' '));
  fault('a question with a colon and no quotes', questions({ 'What next': 'a or b?' }));
  fault('a question that is an essay', questions('Why? '.repeat(100)));
  fault('a favourite that is “yes”', questions({ ask: 'Why?', always: 'yes' }));
  fault('a topic that nobody knows', questions({ ask: 'Why?', about: 'thank' }));
  fault('one older wording that is no list', questions({ ask: 'Why?', was: 'What for?' }));
});

describe('The manual of framework files', () => {
  it('shows examples without fault', () => {
    const examples = [...readFileSync('docs/frameworks.md', 'utf8').matchAll(/```yaml\n(.*?)```/gs)];
    assert.equal(examples.length, 4);
    const [choices, seasons] = examples.splice(2).map(([, yaml]) => yaml!);
    assert.deepEqual(parseQuestionChoices(choices!, 'questions.yaml').problems, []);
    const launch = { ...frameworks[0]!, id: 'after-a-launch' };
    assert.deepEqual(parseSeasons(seasons!, 'seasons.yaml', [launch]).problems, []);
    for (const [, yaml] of examples) {
      assert.deepEqual(parseFramework(yaml!, 'example.yaml').problems, []);
      assert.ok(fitsSchema(parse(yaml!)), JSON.stringify(fitsSchema.errors));
    }
  });
});
