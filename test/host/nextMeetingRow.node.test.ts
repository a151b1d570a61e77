import assert from 'node:assert/strict';
import { Clock } from '../../src/editor/clock';
import { nextMeetingItem, NextMeetingKeeper } from '../../src/views/followUps/nextMeetingRow';
import { dayAgo } from './days';
import { StoreFolder } from './storeFolder';
import { until } from './until';

describe('The row of the next 1:1', () => {
  const place = new StoreFolder('next-meeting');
  const clock = new Clock();
  const fileOf = (name: string, days: number) => `1-1s/${name}/${dayAgo(days)}.md`;
  const note = (name: string, days: number) => place.write(fileOf(name, days));

  // The notes of the workspace itself are out of the way.
  beforeEach(() => {
    place.exclude = [
      '1-1s/**',
      '1-1 logs/**',
      '1on1s/**',
      'Meetings/**',
      'People/**',
      'private/**',
      'projects/**',
      '*.md',
    ];
  });

  after(() => clock.dispose());

  async function withRow(look: (next: NextMeetingKeeper) => Promise<void>): Promise<void> {
    await place.store.ready();
    const next = new NextMeetingKeeper({ notes: place.store, clock });
    try {
      await next.settled();
      await look(next);
    } finally {
      next.dispose();
    }
  }

  it('names the person and how late it is, and opens the brief', async () => {
    note('Tom Moss', 40);
    note('Lea Fern', 2);
    await withRow((next) => {
      assert.ok(next.row);
      const item = nextMeetingItem(next.row);
      assert.equal(item.label, 'Next: Tom');
      assert.equal(item.description, 'overdue by 4 weeks');
      assert.equal(item.accessibilityInformation?.label, 'Next: Tom, overdue by 4 weeks, Prep Brief');
      assert.deepEqual(item.command?.arguments, [{ person: 'tom moss' }]);
      return Promise.resolve();
    });
  });

  it('follows the notes', async () => {
    note('Tom Moss', 40);
    note('Lea Fern', 2);
    await withRow(async (next) => {
      const lea = until(next.onDidChange, () => next.row?.name === 'Lea');
      note('Tom Moss', 0);
      await place.store.refresh(place.uri(fileOf('Tom Moss', 0)));
      await lea;
    });
  });

  it('is missing while no notes are there', async () => {
    await withRow((next) => {
      assert.equal(next.row, undefined);
      return Promise.resolve();
    });
  });
});
