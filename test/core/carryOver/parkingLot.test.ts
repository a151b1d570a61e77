import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit';
import {
  agendaItems,
  parkIn,
  parkingPlace,
  parkOnNewPage,
  takeParkedLines,
} from '../../../src/core/carryOver/parkingLot';
import { day, indexOf, noteAt, uriOf } from '../support/notes';

const today = day('2026-11-30');

/** Where a word is parked in this workspace, and what becomes of that note. */
function parked(notes: Record<string, string>, words = 'Budget'): { path: string; text: string } {
  const index = indexOf(notes);
  const page = [...index.notes()].find(({ page: about }) => about);
  const place = parkingPlace({ meetings: index.meetingsWith('jane doe'), page }, today);
  assert.ok(place.kind !== 'newPage');
  const path = decodeURIComponent(place.note.uri.replace('file:///notes/', ''));
  const edits = parkIn({ words, place, textNow: notes[path] ?? '' });
  assert.ok('edits' in edits, JSON.stringify(edits));
  return { path, text: applyEdits(edits.before, edits.edits) };
}

describe('Something for the next 1:1', () => {
  it('goes on the agenda of the next note, before the bullet that waits', () => {
    const notes = {
      '1-1s/jane-doe/2026-11-23.md': '## Agenda\n\n- \n',
      '1-1s/jane-doe/2026-12-01.md': '# Jane\n\n## Agenda\n\n- a\n- \n\n## Follow-ups\n',
      '1-1s/jane-doe/2026-12-07.md': '## Agenda\n\n- \n',
    };
    assert.deepEqual(parked(notes), {
      path: '1-1s/jane-doe/2026-12-01.md',
      text: '# Jane\n\n## Agenda\n\n- a\n- Budget\n- \n\n## Follow-ups\n',
    });
  });

  it('is not put under the heading of a meeting where lines above all meetings are private', () => {
    const intro = '# Jane\n\n<!-- private -->\nPay\n<!-- /private -->\n\n';
    const log = `${intro}## 2026-11-23\n\n### Next 1:1\n\n- a\n`;
    assert.equal(parked({ '1on1s/Jane Doe.md': log }).text, `${log}\n## Next 1:1\n\n- Budget\n`);
  });

  it('goes on the agenda of the note of today', () => {
    const notes = { '1-1s/jane-doe/2026-11-30.md': '# Jane\r\n\r\n## Topics\r\n\r\nText\r\n' };
    assert.equal(parked(notes).text, '# Jane\r\n\r\n## Topics\r\n\r\nText\r\n\r\n- Budget\r\n');
  });

  it('gets an agenda where there is none, before the other sections', () => {
    const notes = { '1-1s/jane-doe/2026-11-30.md': '# Jane\n\nIntro\n\n### People\n' };
    assert.equal(parked(notes).text, '# Jane\n\nIntro\n\n### Agenda\n\n- Budget\n\n### People\n');
  });

  it('goes on the agenda of the next entry of a log', () => {
    const log = '# Jane\n\n## 2026-12-07\n\n### Agenda\n\n## 2026-11-23\n\n### Agenda\n\n- old\n';
    const { text } = parked({ '1on1s/Jane Doe.md': log });
    assert.equal(text, log.replace('### Agenda\n\n', '### Agenda\n\n- Budget\n\n'));
  });

  it('waits in the log, under a heading of the level of its dates, which is made once', () => {
    const log = '# Jane\n\n### 2026-11-23\n\n#### Next time\n\n- old\n';
    const once = parked({ '1on1s/Jane Doe.md': log }).text;
    assert.equal(once, `${log}\n### Next 1:1\n\n- Budget\n`);
    assert.equal(parked({ '1on1s/Jane Doe.md': once }, 'Offsite').text, `${once}- Offsite\n`);
  });

  it("waits on the person's page when each meeting has its own note", () => {
    const notes = {
      '1-1s/jane-doe/2026-11-23.md': 'x',
      'People/Jane Doe.md': '---\nperson: Jane Doe\nrole: PM\n---\n\n# Jane Doe\n\n## Parking lot\n\n* a\n\n## Notes\n',
    };
    const { path, text } = parked(notes);
    assert.equal(path, 'People/Jane Doe.md');
    assert.ok(text.includes('## Parking lot\n\n* a\n* Budget\n\n## Notes\n'));
  });

  it('makes a page where there is none', () => {
    const index = indexOf({ '1-1s/jane-doe/2026-11-23.md': 'x' });
    assert.deepEqual(parkingPlace({ meetings: index.meetingsWith('jane doe') }, today), { kind: 'newPage' });
    const plan = parkOnNewPage({ uri: uriOf('People/Jane: Doe.md'), person: 'Jane: Doe', words: 'Budget' });
    assert.ok('create' in plan);
    assert.equal(plan.create.text, '---\nperson: "Jane: Doe"\n---\n\n# Jane: Doe\n\n## Next 1:1\n\n- Budget\n');
  });

  it('is refused when there is nothing in it', () => {
    assert.ok('refused' in parkOnNewPage({ uri: '', person: 'Jane', words: ' \n---\n' }));
  });

  it('is refused where it would be hidden in a comment that is not closed', () => {
    const text = '## Agenda\n\n<!-- soon\n';
    const note = noteAt('1-1s/jane-doe/2026-11-30.md', text);
    assert.ok('refused' in parkIn({ words: 'x', place: { kind: 'agenda', note, meeting: 0 }, textNow: text }));
  });
});

describe('A selection as items of an agenda', () => {
  it('is one plain bullet for each line, whatever it was', () => {
    assert.deepEqual(
      agendaItems(
        '# Title\r\n- [ ] task\n  * nested\n1. first\n> > said\n\n   code\n---\n- [x] **bold** [link](x)\n👍',
      ),
      ['- Title', '- task', '- nested', '- first', '- said', '- code', '- **bold** [link](x)', '- 👍'],
    );
  });
});

/** What is taken out of a page, and what is left of it. */
function taken(text: string, path = 'People/Jane Doe.md'): { items: readonly string[]; text: string } {
  const note = noteAt(path, text);
  const { items, changes } = takeParkedLines([{ note, textNow: text }]);
  return { items, text: changes[0] ? applyEdits(text, changes[0].edits) : text };
}

describe('Parked lines', () => {
  it('are taken out with what hangs on them, and the heading stays', () => {
    assert.deepEqual(taken('# Jane\n\n## Next 1:1\n\n- a\n  - b\n* c\n\nText\nmore\n\n## Notes\n\n- d\n'), {
      items: ['- a', '  - b', '- c', '- Text', '  more'],
      text: '# Jane\n\n## Next 1:1\n\n## Notes\n\n- d\n',
    });
    assert.equal(taken('## Next 1:1\r\n- a\r\n- \r\n').text, '## Next 1:1\r\n- \r\n');
    assert.equal(taken('## Next 1:1\n\n- a').text, '## Next 1:1\n\n');
  });

  it('leave follow-ups, code, quotes and comments where they are', () => {
    const text = '## Next 1:1\n\n- a\n- [ ] task\n- b\n  - [ ] task\n- c\n\n<!-- note -->\n\n> said\n';
    assert.deepEqual(taken(text), {
      items: ['- a', '- c'],
      text: '## Next 1:1\n\n- [ ] task\n- b\n  - [ ] task\n\n<!-- note -->\n\n> said\n',
    });
  });

  it('are no lines of a meeting, though a heading there is called alike', () => {
    const log = '# Jane\n\n## 2026-11-23\n\n### Next time\n\n- a\n\n## Next 1:1\n\n- b\n';
    assert.deepEqual(taken(log, '1on1s/Jane Doe.md').items, ['- b']);
  });

  it('stay private', () => {
    const page =
      '## Next 1:1\n\n- a\n\n<!-- private -->\n- b\n<!-- /private -->\n\n## Private\n\n### Next 1:1\n\n- c\n';
    assert.deepEqual(taken(page).items, ['- a']);
    const note = noteAt('private/Jane Doe.md', '## Next 1:1\n\n- a\n');
    const { items, privateItems } = takeParkedLines([{ note, textNow: '## Next 1:1\n\n- a\n' }]);
    assert.deepEqual([items, privateItems], [[], ['- a']]);
  });

  it('stay where they are with a private line in them', () => {
    const note = noteAt(
      '1on1s/Jane Doe.md',
      '# Jane Doe\n\n## Next 1:1\n\n- a\n  - pay (private)\n- b\n\n## 2026-11-23\n',
    );
    const textNow = '# Jane Doe\n\n## Next 1:1\n\n- a\n  - pay (private)\n- b\n\n## 2026-11-23\n';
    assert.deepEqual(takeParkedLines([{ note, textNow }]).items, ['- b']);
  });

  it('are nothing where nothing is parked', () => {
    assert.deepEqual(takeParkedLines([{ note: noteAt('People/J.md', '# J\n'), textNow: '# J\n' }]).changes, []);
  });
});
