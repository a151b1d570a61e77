import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { snippetsOf } from '../../scripts/snippets/frameworkSnippets.mjs';
import { builtInFrameworks } from '../../src/core/frameworks/builtIn';
import { createBank } from '../../src/core/frameworks/questionBank';
import { frameworkOf } from '../core/frameworks/sampleFrameworks';

const frameworks = builtInFrameworks();
const snippets = snippetsOf(frameworks);

/** What stands in the note when nothing is typed at the tab stops: of a choice, the option with the number `option`. */
function expand(body: readonly string[], option = 0): string {
  const today: Readonly<Record<string, string>> = { YEAR: '2026', MONTH: '11', DATE: '30' };
  return body
    .join('\n')
    .replace(
      /\$\{\d+\|(?<options>(?:[^|\\]|\\.)*)\|\}|\$\{CURRENT_(?<part>[A-Z]+)\}|\$\d+|\\(?<escaped>[\\$}])/g,
      (...match) => {
        const { options, part, escaped } = match.at(-1) as Partial<Record<string, string>>;
        return options === undefined ? (escaped ?? today[part ?? ''] ?? '') : (optionsIn(options)[option] ?? '');
      },
    );
}

function optionsIn(options: string): readonly string[] {
  return options.split(/(?<!\\),/).map((each) => each.replace(/\\([\\,|])/g, '$1'));
}

describe('The snippets', () => {
  it('are current: the file holds what the frameworks say', () => {
    assert.deepEqual(JSON.parse(readFileSync('snippets/one-on-one.json', 'utf8')), snippets);
  });

  it('have prefixes of their own that begin with 1on1-, one for each framework, section and question set', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, prefixes.length);
    assert.ok(prefixes.every((prefix) => /^1on1-[a-z-]+$/.test(prefix)));
    for (const { id, sections } of frameworks) {
      assert.ok(prefixes.includes(`1on1-${id}`), id);
      for (const section of sections) {
        assert.ok(prefixes.includes(`1on1-${section.id}`), section.id);
        assert.equal(prefixes.includes(`1on1-${section.id}-question`), section.questions.length > 0, section.id);
      }
    }
  });

  it('say in words what each of them is', () => {
    for (const [name, { description }] of Object.entries(snippets)) {
      assert.match(description, /^.{10,}\.$/, name);
    }
  });

  it('offer every question of a set as one that is recognized in the note', () => {
    const bank = createBank(frameworks);
    for (const section of frameworks.flatMap(({ sections }) => sections)) {
      const snippet = Object.values(snippets).find(({ prefix }) => prefix === `1on1-${section.id}-question`);
      const found = section.questions.map((_, option) => bank.find(expand(snippet!.body, option)));
      assert.deepEqual(
        found.map((question) => question?.key),
        section.questions.map(({ key }) => key),
      );
    }
  });

  it('expand to sections as the new note has them, the questions of one section all different', () => {
    const [usual] = frameworks;
    const { body } = snippets[usual!.title]!;
    assert.equal(
      expand(body),
      `## People

*Who helps, who is in the way, how you are.*

**Who do you want to thank?**



**Who is getting in your way?**



## Process

*What works and deserves repeating, what grinds, and which small change would pay off.*

**What part of our current processes or tools feels broken?**



## Product

*Where we are heading, what we bet on, and where we may be wrong.*

**What are the most important bets we’re placing right now?**



## On My Mind

*Whatever else is on your mind, from either of you, about work or not.*

- 

`,
    );
  });

  it('begin a note with today as its date', () => {
    assert.match(expand(snippets['1:1 note']!.body), /^---\ntype: 1on1\n(.*\n)*date: 2026-11-30\n(.*\n)*---\n/);
  });

  it('hold text as it is, whatever characters it has', () => {
    const hostile = 'Does $1 or ${TM_FILENAME} end at } or | or , or \\, here?';
    const questions = [hostile, 'Why, so?', { ask: 'Is } $0 a price?', always: true }];
    const made = snippetsOf([
      frameworkOf({ id: 'x', title: 'X $1', sections: [{ title: 'Y } $2', purpose: 'For $3.', questions }] }),
    ]);
    assert.equal(
      expand(made['X $1']!.body),
      `## Y } $2\n\n*For $3.*\n\n**Is } $0 a price?**\n\n\n\n**${hostile}**\n\n\n\n`,
    );
  });
});
