import assert from 'node:assert/strict';
import { mayNamePrivate, nextPrivateHint } from '../../../src/core/note/privateWords';

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

describe('The first look at a text for hints of something private', () => {
  it('passes over common words, accents and signs', () => {
    const text =
      'Zoë would like to keep it that way: **done** by Monday, 2× — see 📅 2026-11-30 and `code` (a) #plan API';
    assert.equal(nextPrivateHint(text, 0), -1);
  });

  it('stops at every word for private, however it is disguised', () => {
    for (const title of [
      ...['Private', 'PRIVÉ', 'isPrivate', 'p r i v a t e', 'pr1vate', 'pri**vate**', 'pri&shy;vate', 'рrivate'],
      ...[
        "Don't share",
        'do  not\nshare',
        'me **only**',
        'HROnly',
        'hr_only',
        'Pay 🔒',
        'Pay :lock:',
        '𝐏rivate',
        'プライベート',
      ],
    ]) {
      assert.ok(nextPrivateHint(`## Pay\n\n## ${title}\n`, 8) >= 8, title);
    }
  });
});
