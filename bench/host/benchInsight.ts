import { builtInFrameworks } from '../../src/core/frameworks/builtIn';
import { createBank } from '../../src/core/frameworks/questionBank';
import { writeDocument } from '../../src/core/reports/document';
import { Clock } from '../../src/editor/clock';
import type { NoteService } from '../../src/editor/notes/noteService';
import { loadQuotations, themesReport } from '../../src/editor/loadReport';
import { fallbackCadence } from '../../src/editor/settings';
import { runCooperatively } from '../../src/editor/scheduling';
import { summarizePeople } from '../../src/core/peopleView/summary';
import { personItem } from '../../src/views/people/peopleTree';
import { measure, type Measure } from './stall';

/** A time span that includes all generated notes. */
const WISH = { weeks: 520, withPrivate: true };

/** The measurements of views that use all 1:1s. */
export interface InsightMeasures {
  readonly people: Measure;
  readonly themesView: Measure;
  readonly themesDocument: Measure;
}

/** Measures each view as the first query after reading the notes. `newStore` creates the note services. */
export async function measureInsight(newStore: () => NoteService): Promise<InsightMeasures> {
  const clock = new Clock();
  const today = clock.today();
  const frameworks = builtInFrameworks();
  const needs = { clock, frameworks: { frameworks, bank: createBank(frameworks) } };
  const asked = async (ask: (store: NoteService) => Promise<unknown>): Promise<Measure> => {
    const store = newStore();
    try {
      await store.ready();
      return await measure(() => ask(store));
    } finally {
      store.dispose();
    }
  };
  try {
    return {
      people: await asked(async ({ index }) => {
        const people = await runCooperatively(summarizePeople(index, { today, fallbackDays: fallbackCadence() }));
        return people.map((summary) => personItem({ kind: 'person', person: summary.person.key, summary }, today));
      }),
      themesView: await asked(({ index }) => themesReport(index, WISH, needs)),
      themesDocument: await asked(async (notes) => {
        return writeDocument(await loadQuotations(await themesReport(notes.index, WISH, needs), notes));
      }),
    };
  } finally {
    clock.dispose();
  }
}
