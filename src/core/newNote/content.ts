import type { CivilDate } from '../dates/civilDate';
import type { Refusal } from '../text/edit';
import type { Framework } from '../frameworks/framework';
import type { DatedMeeting } from '../index/listedFollowUp';
import { formatDrift, sectionBalance } from '../peopleView/sectionBalance';
import { historyBefore } from '../questions/history';
import { rotate } from '../questions/rotation';
import { escapeMarkdown } from '../noteEdit/escapeMarkdown';
import { composeLog, planLogEntry } from './logEntry';
import type { Log } from '../noteEdit/logHeading';
import {
  type CarriedLines,
  composeNote,
  type NoteContent,
  type NoteSection,
  type PlannedNote,
} from '../noteEdit/noteBody';

/** The next note to create. */
export interface NextNote {
  readonly person: { readonly key: string; readonly name: string };
  readonly framework: Framework;
  readonly date: CivilDate;
  /** The 1:1s with the person. Those after `date` are ignored. */
  readonly meetings: readonly DatedMeeting[];
  readonly hasPrivateSection: boolean;
  /** The lines carried over from earlier notes. */
  readonly brought: CarriedLines;
}

/** The destination of a note: a separate file, or a log. `log` is set if the log already exists. */
export interface NotePlaceNow {
  readonly uri: string;
  readonly kind: 'file' | 'log';
  readonly log?: Log;
}

/** Returns the content of the new note: the next questions for each section of the framework. */
export function nextNoteContent({
  person,
  framework,
  date,
  meetings,
  brought,
  hasPrivateSection,
}: NextNote): NoteContent {
  const history = historyBefore(meetings, date);
  const drift = formatDrift(sectionBalance(meetings, date));
  // A question may belong to two sections of a framework, but a note asks it only once.
  const chosen = new Set<number>();
  return {
    person: person.name,
    date,
    framework: framework.id,
    sections: framework.sections.map((section): NoteSection => {
      const questions = rotate({ section, history, person: person.key, exclude: chosen });
      questions.forEach(({ key }) => chosen.add(key));
      return { title: section.title, purpose: section.purpose, questions: questions.map(({ text }) => text) };
    }),
    hasPrivateSection,
    hint: drift === '' ? undefined : escapeMarkdown(`${drift}.`),
    ...brought,
  };
}

/** Plans the creation of the note at its destination. */
export function planNextNote(content: NoteContent, place: NotePlaceNow): PlannedNote | Refusal {
  const { uri, kind, log } = place;
  if (log) {
    const entry = planLogEntry(log, content);
    if ('refused' in entry) {
      return entry;
    }
    return { plan: { changes: [{ uri, before: log.text, edits: entry.edits }] }, uri, cursor: entry.cursor };
  }
  const { text, cursor } = kind === 'log' ? composeLog(content) : composeNote(content);
  return { plan: { create: { uri, text }, changes: [] }, uri, cursor };
}
