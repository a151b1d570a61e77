import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { questionHistory } from '../../../src/core/questions/history';
import { rotationOrder } from '../../../src/core/questions/rotation';
import { frameworkSectionOf, sectionAt } from '../../../src/core/questions/sections';
import { planAnotherQuestion } from '../../../src/core/noteEdit/questionEdits';
import { day, noteAt, rules } from '../support/notes';
import { wordMessage } from '../../../src/core/text/message';

const frameworks = builtInFrameworks();
const history = questionHistory([], day('2026-11-30'));

/** The note after asking another question with the cursor on `line`, a `|` where the cursor is then. */
function asked(lines: readonly string[], line: number, lineEnd = '\n'): string {
  const text = lines.join(lineEnd);
  const [meeting] = noteAt('1-1s/jane/2026-11-30.md', text).meetings;
  const section = meeting && sectionAt(meeting, line);
  assert.ok(section);
  const asks = frameworkSectionOf(section, frameworks, { bank: rules.bank, own: 'people-process-product' });
  assert.ok(asks);
  const result = planAnotherQuestion({ text, meeting, section, asks, line, history, person: 'jane' });
  if ('refused' in result) {
    return wordMessage(result.refused);
  }
  const after = applyEdits(text, [result.edit]);
  return `${after.slice(0, result.cursor)}|${after.slice(result.cursor)}`;
}

const people = frameworks[0]?.sections.find(({ title }) => title === 'People');
assert.ok(people);
const order = rotationOrder({ section: people, history, person: 'jane' }).map(({ text }) => text);

describe('Asking another question', () => {
  it('puts the next of the rotation in the place of one without an answer, and goes on from there', () => {
    const first = asked(['## People', '', `**${order[0]}**`, ''], 2);
    assert.equal(first, `## People\n\n**${order[1]}**|\n`);
    const second = asked(['## People', '', `- [ ] _${order[1]}_`, ''], 2);
    assert.equal(second, `## People\n\n- [ ] _${order[2]}_|\n`);
  });

  it('goes around, leaving out what the note holds', () => {
    const last = order.at(-1) ?? '';
    assert.equal(
      asked(['## People', `### ${last}`, '', `**${order[0]}**`, 'Ana.'], 1),
      `## People\n### ${order[1]}|\n\n**${order[0]}**\nAna.`,
    );
  });

  it('never touches one with an answer, and adds the next at the end of the section', () => {
    const lines = ['## People', '', `**${order[0]}**`, '', 'Ana.', '', '## Process', ''];
    for (const line of [0, 2, 4]) {
      assert.equal(asked(lines, line), `## People\n\n**${order[0]}**\n\nAna.\n\n**${order[1]}**\n\n|\n\n## Process\n`);
    }
  });

  it('keeps the line ends of the note', () => {
    assert.equal(asked(['## People', '', 'x'], 0, '\r\n'), `## People\r\n\r\nx\r\n\r\n**${order[0]}**\r\n\r\n|\r\n`);
  });

  it('says so when the note holds them all', () => {
    const lines = ['## People', ...order.flatMap((question) => ['', `**${question}**`, '', 'x'])];
    assert.match(asked(lines, 0), /all questions of People/);
  });
});
