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

/** The note that is wanted. */
export interface NextNote {
  readonly person: { readonly key: string; readonly name: string };
  readonly framework: Framework;
  readonly date: CivilDate;
  /** The 1:1s with the person; those dated later do not count. */
  readonly meetings: readonly DatedMeeting[];
  readonly hasPrivateSection: boolean;
  /** What the new note takes over from earlier ones. */
  readonly brought: CarriedLines;
}

/** Where the note goes: a file of its own, or a log, which is there already when its text is given. */
export interface NotePlaceNow {
  readonly uri: string;
  readonly kind: 'file' | 'log';
  readonly log?: Log;
}

/** What stands in the new note: in each section of the framework the questions whose turn it is. */
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
  // One question may stand in two sections of a framework: a note asks it once.
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

/** The plan that puts the note into its place. */
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
