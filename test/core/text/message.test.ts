import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { countedMessage, fillMessage, joinTexts, message, wordMessage } from '../../../src/core/text/message';
import { MESSAGES } from '../../../src/core/text/messages';

describe('A message', () => {
  it('is worded with its values, which may be messages', () => {
    const reason = message('note.readOnly');
    assert.equal(wordMessage(message('note.skipped', 'a.md', reason)), 'a.md was not changed. It is read-only.');
    assert.equal(wordMessage(message('date.unlabeled', '2026-11-30')).match(/2026-11-30/g)?.length, 2);
  });

  it('takes values as they are, whatever they look like', () => {
    assert.equal(wordMessage(message('fix.removeField', '{0} $& {person}')), 'Remove {0} $& {person}');
  });

  it('leaves braces that are no placeholder', () => {
    assert.match(wordMessage(message('path.notes', 'No.')), /1-1s\/\{person\}\/\{date\}\.md/);
  });

  it('has a singular and a plural', () => {
    const worded = (count: number): string => wordMessage(countedMessage('lens.bring', count));
    assert.equal(worded(1), '1 follow-up to bring in');
    assert.equal(worded(2), '2 follow-ups to bring in');
    assert.equal(worded(0), '0 follow-ups to bring in');
  });

  it('joins the texts that say something', () => {
    assert.equal(joinTexts('list.dot', ['', '']), '');
    assert.equal(wordMessage(joinTexts('list.dot', ['', 'A', '', message('note.readOnly')])), 'A · It is read-only.');
  });

  it('lists alternatives', () => {
    const worded = (names: readonly string[]): string => wordMessage(message('fix.owner', joinTexts('list.or', names)));
    assert.equal(worded(['A']), 'Owed by A');
    assert.equal(worded(['A', 'B', 'C']), 'Owed by A or B or C');
  });

  it('is worded by the surface, the messages in it too', () => {
    const shouted = fillMessage(message('note.skipped', 'a.md', message('note.readOnly')), (template, args) =>
      template.toUpperCase().replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)])),
    );
    assert.equal(shouted, 'a.md WAS NOT CHANGED. IT IS READ-ONLY.');
  });

  it('of the catalog is used somewhere', () => {
    const sources = ['src', 'scripts/1on1']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
      )
      .filter((file) => file.endsWith('.ts') && !file.endsWith('messages.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    /** An id is written whole, without `.one` and `.many`, or composed: `themes.${kind}`. */
    const isUsed = (id: string): boolean =>
      [`'${id}'`, `'${id.replace(/\.(?:one|many)$/, '')}'`, `\`${id.split('.')[0] ?? ''}.\${`].some((written) =>
        sources.includes(written),
      );
    const unused = Object.keys(MESSAGES).filter((id) => !isUsed(id));
    assert.deepEqual(unused, []);
  });
});
