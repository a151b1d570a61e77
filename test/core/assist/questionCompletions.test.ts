import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { questionHistory } from '../../../src/core/questions/history';
import { questionTriggerAt } from '../../../src/core/assist/completionTriggers';
import { questionCompletions } from '../../../src/core/assist/completions';
import { day } from '../support/notes';

describe('A question mark', () => {
  it('triggers questions at the start of a line or list item', () => {
    assert.deepEqual(questionTriggerAt('?'), { start: 0, item: undefined });
    assert.deepEqual(questionTriggerAt('  ?peo'), { start: 2, item: undefined });
    assert.deepEqual(questionTriggerAt('- ?'), { start: 2, item: '- ' });
    assert.deepEqual(questionTriggerAt('  1. ?Listen · L'), { start: 5, item: '  1. ' });
    assert.deepEqual(questionTriggerAt('- [ ] ?'), { start: 6, item: '- [ ] ' });
  });

  it('does so nowhere else', () => {
    for (const before of ['How are you?', 'x ?', '> ?', '# ?', '??', '-?', '- [x] ?', '?a.b', '']) {
      assert.equal(questionTriggerAt(before), undefined, before);
    }
  });
});

describe('Offered questions', () => {
  const frameworks = builtInFrameworks();
  const request = {
    history: questionHistory([], day('2026-11-30')),
    person: 'jane',
    exclude: new Set<number>(),
    heading: '',
  };

  it('are those whose turn it is in each set', () => {
    const people = questionCompletions(frameworks, request).find(({ section }) => section.title === 'People');
    assert.equal(people?.questions.length, 2);
  });

  it('begin with those for the section at the cursor, under any of its headings', () => {
    const genius = frameworks.flatMap(({ sections }) => sections).find(({ title }) => title === 'Genius');
    const [first] = questionCompletions(frameworks, { ...request, heading: '## Genius' });
    assert.equal(first?.section, genius);
    const [usual] = questionCompletions(frameworks, request);
    assert.equal(usual?.section, frameworks[0]?.sections[0]);
  });

  it('leave out questions already in the note, and sets without further questions', () => {
    const people = frameworks[0]?.sections[0];
    const exclude = new Set(people?.questions.map(({ key }) => key));
    const offers = questionCompletions(frameworks, { ...request, exclude });
    assert.ok(!offers.some(({ section }) => section === people));
  });
});
