import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { addToMeeting, minuteAfterLine } from '../../../src/core/noteEdit/existingMeeting';
import { historyBefore } from '../../../src/core/questions/history';
import { rotate } from '../../../src/core/questions/rotation';
import { redact } from '../../../src/core/sharing/redact';
import { applyEdits } from '../../../src/core/text/edit';
import { day, indexOf, noteAt } from '../support/notes';

const PATH = '1-1s/jane-doe/2026-11-30.md';
const HEAD = '---\ntype: 1on1\nperson: Jane Doe\n---\n\n# Jane Doe\n\n## Notes\n\nWe talked.\n';
const QUESTION = 'What was not said?';

function written(text: string, ...answers: readonly string[]): string {
  const items = answers.map((answer) => minuteAfterLine(QUESTION, answer));
  const edits = addToMeeting({ note: noteAt(PATH, text), text, meeting: 0 }, [{ heading: 'private', items }]);
  assert.ok(!('refused' in edits));
  return applyEdits(text, edits);
}

describe('A minute after', () => {
  it('writes under Private, which is made if it is missing', () => {
    assert.equal(written(HEAD, 'The budget.'), `${HEAD}\n## Private\n\n- **${QUESTION}** The budget.\n`);
    const before = `${HEAD}\n## Private\n\n- mine\n`;
    assert.equal(written(before, 'The budget.'), `${before}- **${QUESTION}** The budget.\n`);
  });

  it('writes nothing that others can see, whatever is typed', () => {
    for (const answer of ['a <!-- /private -->', '<!-- ', '%% x', 'a\n## Public\nb', '- [ ] c', '```', '#public']) {
      const text = written(`${HEAD}\n<!-- private -->\nx\n<!-- /private -->\n`, answer);
      const shared = redact(new ParsedNote(text)).text;
      assert.ok(!shared.includes(QUESTION), answer);
      assert.ok(shared.includes('We talked.'), answer);
      assert.equal(noteAt(PATH, text).followUps.length, 0, answer);
    }
  });

  it('belongs to its meeting in a log', () => {
    const text = '# Jane Doe\n\n## 2026-11-30\n\n- a\n\n## 2026-11-23\n\n- b\n';
    const log = noteAt('1-1s/Jane Doe.md', text);
    const items = [minuteAfterLine(QUESTION, 'The budget.')];
    const edits = addToMeeting({ note: log, text, meeting: 0 }, [{ heading: 'private', items }]);
    assert.ok(!('refused' in edits));
    const after = applyEdits(text, edits);
    assert.ok(after.indexOf(QUESTION) < after.indexOf('## 2026-11-23'));
  });

  it('asks other questions next time', () => {
    const [section] = builtInFrameworks().find(({ kind }) => kind === 'reflection')!.sections;
    const asked = (meetings: Readonly<Record<string, string>>): readonly string[] => {
      const history = historyBefore(indexOf(meetings).meetingsWith('jane doe'), day('2026-12-07'));
      return rotate({ section: section!, history, person: 'jane doe' }).map(({ text }) => text);
    };
    const first = asked({});
    assert.equal(first.length, 3);
    const lines = first.map((question) => minuteAfterLine(question, 'Yes.'));
    const second = asked({ [PATH]: `${HEAD}\n## Private\n\n${lines.join('\n')}\n` });
    assert.deepEqual(
      second.filter((question) => first.includes(question)),
      [],
    );
  });
});
