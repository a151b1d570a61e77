import assert from 'node:assert/strict';
import { planBringFollowUps } from '../../../src/core/carryOver/plan';
import { ParsedMarkdown } from '../../../src/core/markdown/parsedMarkdown';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { PeopleDirectory } from '../../../src/core/people/directory';
import { shareableRecap } from '../../../src/core/sharing/share';
import { noteAt, rules, uriOf } from '../support/notes';
import { requestFor, source, sourceOf, target } from '../carryOver/carrying';

/** The texts that `work` scans for blocks, one for each scan. */
function textsScanned(work: () => unknown): readonly string[] {
  const getter = Object.getOwnPropertyDescriptor(ParsedMarkdown.prototype, 'blocks');
  assert.ok(getter);
  const scanned = new Set<ParsedMarkdown>();
  Object.defineProperty(ParsedMarkdown.prototype, 'blocks', {
    ...getter,
    get(this: ParsedMarkdown) {
      scanned.add(this);
      return getter.get?.call(this) as unknown;
    },
  });
  try {
    work();
  } finally {
    Object.defineProperty(ParsedMarkdown.prototype, 'blocks', getter);
  }
  return [...scanned].map(({ text }) => text);
}

describe('A note', () => {
  it('is parsed once to be shared, and once more as what is left of it', () => {
    const text = '# Jane\n\n## People\n\nShe leads the demo.\n\n## Private\n\nPay\n';
    const people = new PeopleDirectory([{ name: 'Jane Doe' }], []);
    const person = people.get('jane doe');
    assert.ok(person);
    const file = { uri: uriOf(target), path: target, text };
    assert.deepEqual(
      textsScanned(() => shareableRecap({ file, rules, meeting: 0, person, people, writer: 'me' })),
      [text, '# Jane\n\n## People\n\nShe leads the demo.\n\n\n\n\n'],
    );
  });

  it('is parsed once for all that is carried out of it', () => {
    const text = '- [ ] one\n- [ ] two\n';
    const request = requestFor(sourceOf(text, source));
    const into = { note: noteAt(target, '# Jane\n'), text: '# Jane\n', meeting: 0 };
    const scanned = textsScanned(() => planBringFollowUps(into, request));
    assert.deepEqual(
      scanned.filter((each) => each === text),
      [text],
    );
    assert.deepEqual(
      scanned.filter((each) => each === into.text),
      [into.text],
    );
  });

  it('is parsed once for all features of an editor, until its text changes', () => {
    const text = '# Jane\n\n- [ ] one\n';
    const scans = textsScanned(() => {
      for (let feature = 0; feature < 3; feature++) ParsedNote.inEditor(text).isHidden(2);
      ParsedNote.inEditor(`${text}- [ ] two\n`).isHidden(2);
    });
    assert.deepEqual(scans, [text, `${text}- [ ] two\n`]);
  });
});
