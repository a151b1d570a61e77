import type { Command } from './command';

/** The one table of commands: id, as in package.json, to the module that is loaded when the command first runs. */
export const commandTable = {
  'oneOnOne.addFollowUp': async () => (await import('./followUps/addFollowUp')).addFollowUp,
  'oneOnOne.tickFollowUp': async () => (await import('./followUps/closeFollowUp')).tickFollowUp,
  'oneOnOne.reopenFollowUp': async () => (await import('./followUps/closeFollowUp')).reopenFollowUp,
  'oneOnOne.dropFollowUp': async () => (await import('./followUps/closeFollowUp')).dropFollowUp,
  'oneOnOne.setDue': async () => (await import('./followUps/dueDate')).setDue,
  'oneOnOne.snoozeFollowUp': async () => (await import('./followUps/dueDate')).snoozeFollowUp,
  'oneOnOne.setOwner': async () => (await import('./followUps/setOwner')).setOwner,
  'oneOnOne.askAnother': async () => (await import('./askAnother')).askAnother,
  'oneOnOne.bringFollowUps': async () => (await import('./bringFollowUps')).bringFollowUps,
  'oneOnOne.insertQuestions': async () => (await import('./insertQuestions')).insertQuestions,
  'oneOnOne.insertSection': async () => (await import('./insertSection')).insertSection,
  'oneOnOne.newNote': async () => (await import('./newNote/newNote')).newNote,
  'oneOnOne.openFrameworks': async () => (await import('./openFrameworks')).openFrameworks,
  'oneOnOne.addToNext': async () => (await import('./addToNext')).addToNext,
  'oneOnOne.openLastNote': async () => (await import('./people/openNotes')).openLastNote,
  'oneOnOne.openPersonPage': async () => (await import('./people/openNotes')).openPersonPage,
  'oneOnOne.setCadence': async () => (await import('./people/setFact')).setCadence,
  'oneOnOne.setAwayUntil': async () => (await import('./people/setFact')).setAwayUntil,
} satisfies Record<string, () => Promise<Command>>;
