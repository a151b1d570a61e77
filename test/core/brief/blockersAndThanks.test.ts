import assert from 'node:assert/strict';
import { briefAbout, linesOf, publicDocument, type Texts } from '../support/briefs';

const BLOCKERS = '**Who is getting in your way?**';
const THANKS = '**Who do you want to thank?**';

const first: Texts = { '1-1s/jane/2026-02-02.md': [BLOCKERS, 'The staging server. Again.'] };
const again: Texts = { ...first, '1-1s/jane/2026-02-16.md': [BLOCKERS, 'Server down for a day'] };

describe('A brief about what is in the way', () => {
  const inTheWay = (texts: Texts): string[] => linesOf(briefAbout('jane', texts), 'In Jane’s way');

  it('names nothing that was said once', () => {
    assert.deepEqual(inTheWay(first), []);
  });

  it('names what two of the last four notes say, since when, and that no follow-up answers it', () => {
    assert.deepEqual(inTheWay(again), ['- Server: Server down for a day · since Mon 2 Feb · no follow-up yet']);
  });

  it('names the follow-up that answers it, the open one first', () => {
    const answered = {
      ...again,
      '1-1s/jane/2026-03-02.md': ['- [x] @max Look at the server', '- [ ] @max Replace the staging server'],
    };
    assert.deepEqual(inTheWay(answered), [
      '- Server: Server down for a day · since Mon 2 Feb · follow-up: Replace the staging server',
    ]);
  });

  it('names an open follow-up in another 1:1 that answers it, for the reader only', () => {
    const answered = {
      ...again,
      '1-1s/jane/2026-03-02.md': ['- [x] @max Look at the server'],
      '1-1s/bo/2026-03-02.md': ['- [ ] @bo Replace the staging server'],
    };
    assert.deepEqual(inTheWay(answered), [
      '- Server: Server down for a day · since Mon 2 Feb · follow-up: Replace the staging server · private',
    ]);
    assert.doesNotMatch(publicDocument(briefAbout('jane', answered)), /Replace/);
  });

  it('lets it go once four notes have passed with at most one naming', () => {
    const quiet = ['03-02', '03-04', '03-06'].map((on) => [`1-1s/jane/2026-${on}.md`, ['Words.']] as const);
    assert.deepEqual(inTheWay({ ...again, ...Object.fromEntries(quiet) }), []);
  });

  it('does not take two lines of one note, or the person’s own name, for a blocker that stays', () => {
    const once: Texts = { '1-1s/jane/2026-02-02.md': [BLOCKERS, '- @ravi', '- @ravi, and Jane herself'] };
    assert.deepEqual(inTheWay(once), []);
  });

  it('is private once any of its lines is', () => {
    const texts: Texts = { ...first, '1-1s/jane/2026-02-16.md': ['## Private', '### Blockers', 'The server'] };
    assert.match(inTheWay(texts).join(), / · private$/);
    assert.doesNotMatch(publicDocument(briefAbout('jane', texts)), /server/);
  });
});

describe('A brief about somebody who was thanked', () => {
  const texts: Texts = {
    '1-1s/amara/2026-03-02.md': [THANKS, 'Ravi, who stayed late for the *launch*', '', BLOCKERS, 'Ravi'],
    '1-1s/bo/2026-03-09.md': ['## Private', '### Thanks', 'Ravi, but keep it quiet'],
    '1-1s/ravi/2026-03-09.md': ['Words.'],
  };

  it('says by how many, and by whom and where unless that is private', () => {
    assert.deepEqual(linesOf(briefAbout('ravi', texts), 'Thanks to pass on'), [
      '- **2 people are thankful, in other 1:1s** · private',
      '  - Amara, Mon 2 Mar: Ravi, who stayed late for the launch',
    ]);
  });

  it('does not count the reader’s own promise to thank them', () => {
    const promised = { ...texts, '1-1s/cleo/2026-03-10.md': ['- [ ] @max Thank Ravi', '- [ ] @cleo Thank Ravi'] };
    const [count = ''] = linesOf(briefAbout('ravi', promised), 'Thanks to pass on');
    assert.match(count, /3 people/);
    const own = { ...texts, '1-1s/cleo/2026-03-10.md': ['- [ ] @max Thank Ravi'] };
    assert.match(linesOf(briefAbout('ravi', own), 'Thanks to pass on').join(), /2 people/);
  });

  it('says nothing more once a follow-up to thank them is done', () => {
    const done = { ...texts, '1-1s/amara/2026-03-10.md': ['- [x] @max Thank Ravi'] };
    assert.deepEqual(linesOf(briefAbout('ravi', done), 'Thanks to pass on'), []);
  });

  it('keeps what others said of them out of anything that they may see', () => {
    const shown = publicDocument(briefAbout('ravi', texts));
    assert.doesNotMatch(shown, /Amara|Bo|late|quiet|thank/i);
  });
});

describe('A brief about what has gone quiet', () => {
  const SHOES = '**If you were in my shoes, what would you try next?**';
  const quiet = (texts: Texts): string[] =>
    linesOf(briefAbout('jane', texts), '').filter((line) => line.startsWith('- Gone quiet'));

  it('names topics of two or more notes that stopped, and questions passed over twice, in one line', () => {
    const texts: Texts = {
      '1-1s/jane/2026-01-05.md': ['#hiring is slow', '#once', '## On My Mind', '[[Atlas]]'],
      '1-1s/jane/2026-01-19.md': ['#hiring again', '#still', '', SHOES, '', '## On My Mind', '[[Atlas]] slips'],
      '1-1s/jane/2026-02-02.md': ['#still', '', SHOES, '', '## Next'],
      '1-1s/jane/2026-02-16.md': ['Words.', '## Private', '#secret'],
    };
    assert.deepEqual(quiet(texts), [
      '- Gone quiet: #hiring (last 8 weeks ago), Atlas (last 8 weeks ago); ' +
        'passed over twice: “If you were in my shoes, what would you try next?”',
    ]);
  });

  it('names private topics on a private line of their own', () => {
    const texts: Texts = {
      '1-1s/jane/2026-01-05.md': ['## Private', '#pay'],
      '1-1s/jane/2026-01-19.md': ['## Private', '#pay'],
      '1-1s/jane/2026-02-02.md': ['Words.'],
      '1-1s/jane/2026-02-16.md': ['Words.'],
    };
    assert.deepEqual(quiet(texts), ['- Gone quiet: #pay (last 8 weeks ago) · private']);
  });

  it('is silent about a question that was answered since, and about two notes only', () => {
    const texts: Texts = {
      '1-1s/jane/2026-01-05.md': [SHOES, '', '#a'],
      '1-1s/jane/2026-01-19.md': [SHOES, 'To ask Bo.', '#a'],
    };
    assert.deepEqual(quiet(texts), []);
  });
});
