import { Uri } from 'vscode';
import { readBrief as readBriefFrom, type Brief } from '../core/brief/brief';
import type { Person } from '../core/people/person';
import type { Clock } from './clock';
import type { FrameworkStore } from './frameworkStore';
import type { NoteService } from './notes/noteService';
import { fallbackCadence } from './settings';

/** The sources of a brief. */
export interface BriefSources {
  readonly notes: NoteService;
  readonly frameworks: FrameworkStore;
  readonly clock: Clock;
}

/** Loads the current brief about a person. If a note cannot be read, its quotes are left out. */
export async function loadBrief(person: Person, { notes, frameworks, clock }: BriefSources): Promise<Brief> {
  const index = await notes.ready();
  const request = {
    index,
    person,
    frameworks: frameworks.frameworks,
    bank: frameworks.bank,
    today: clock.today(),
    fallbackDays: fallbackCadence(),
  };
  return readBriefFrom(request, (uri) => notes.textOf(Uri.parse(uri)).catch(() => undefined));
}
