import assert from 'node:assert/strict';
import { mayNamePrivate } from '../../../src/core/note/privateWords';

describe('The quick check for words for private', () => {
  it('passes over common words that begin like one', () => {
    for (const text of ['Two interviews with interns', 'international interest', 'restored, prior']) {
      assert.ok(!mayNamePrivate(text), text);
    }
  });

  it('finds words and phrases with foreign letters, however far apart', () => {
    const between = 'Nothing of interest here. '.repeat(20);
    for (const text of ['## Persönlich: nur für mich', '## Privé', '## Niet dělen, só para mim', '## 非公開']) {
      assert.ok(mayNamePrivate(`Zoë\n${between}\n${text}\n${between}é`), text);
    }
    assert.ok(!mayNamePrivate(`Zoë\n${between}\nÜber Jürgen\n${between}é`));
  });
});
