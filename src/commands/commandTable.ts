import type { Services } from '../services';

/**
 * The implementation of a command. Its arguments come from a menu, a tree row or another extension and may be of any
 * type. Its result is returned to callers of `executeCommand`.
 */
export type Command = (services: Services, ...args: readonly unknown[]) => unknown;

/** Maps each command ID of package.json to a loader of its module, which runs on first use. */
export const commandTable = {
  'oneOnOne.addFollowUp': async () => (await import('./followUps/addFollowUp')).addFollowUp,
  'oneOnOne.tickFollowUp': async () => (await import('./followUps/changeFollowUps')).tickFollowUp,
  'oneOnOne.reopenFollowUp': async () => (await import('./followUps/changeFollowUps')).reopenFollowUp,
  'oneOnOne.dropFollowUp': async () => (await import('./followUps/changeFollowUps')).dropFollowUp,
  'oneOnOne.setDue': async () => (await import('./followUps/dueDate')).setDue,
  'oneOnOne.snoozeFollowUp': async () => (await import('./followUps/dueDate')).snoozeFollowUp,
  'oneOnOne.setOwner': async () => (await import('./followUps/setOwner')).setOwner,
  'oneOnOne.undoFollowUpChange': async () => (await import('./followUps/changeFollowUps')).undoFollowUpChange,
  'oneOnOne.copyAsText': async () => (await import('./followUps/copyAsText')).copyAsText,
  'oneOnOne.goToFollowUp': async () => (await import('./followUps/goToFollowUp')).goToFollowUp,
  'oneOnOne.revealFollowUp': async () => (await import('./followUps/goToFollowUp')).revealFollowUp,
  'oneOnOne.groupFollowUps': async () => (await import('./followUpsView')).groupFollowUps,
  'oneOnOne.filterFollowUps': async () => (await import('./followUpsView')).filterFollowUps,
  'oneOnOne.clearFilter': async () => (await import('./followUpsView')).clearFilter,
  'oneOnOne.showDone': async () => (await import('./followUpsView')).showDone,
  'oneOnOne.hideDone': async () => (await import('./followUpsView')).hideDone,
  'oneOnOne.showMoreFollowUps': async () => (await import('./followUpsView')).showMoreFollowUps,
  'oneOnOne.refreshFollowUps': async () => (await import('./followUpsView')).refreshFollowUps,
  'oneOnOne.stopReading': async () => (await import('./followUpsView')).stopReading,
  'oneOnOne.askAnother': async () => (await import('./askAnother')).askAnother,
  'oneOnOne.askEveryTime': async () => (await import('./chooseQuestion')).askEveryTime,
  'oneOnOne.neverAskAgain': async () => (await import('./chooseQuestion')).neverAskAgain,
  'oneOnOne.minuteAfter': async () => (await import('./minuteAfter')).minuteAfter,
  'oneOnOne.bringFollowUps': async () => (await import('./bringFollowUps')).bringFollowUps,
  'oneOnOne.insertQuestions': async () => (await import('./insertSection')).insertQuestions,
  'oneOnOne.insertSection': async () => (await import('./insertSection')).insertSection,
  'oneOnOne.newNote': async () => (await import('./newNote/newNote')).newNote,
  'oneOnOne.rateChallengeAndSkill': async () => (await import('./rateChallengeAndSkill')).rateChallengeAndSkill,
  'oneOnOne.openFrameworks': async () => (await import('./openFrameworks')).openFrameworks,
  'oneOnOne.addToNext': async () => (await import('./addToNext')).addToNext,
  'oneOnOne.copyAgenda': async () => (await import('./people/shareMeeting')).copyAgenda,
  'oneOnOne.copyRecap': async () => (await import('./people/shareMeeting')).copyRecap,
  'oneOnOne.openLastNote': async () => (await import('./people/openNotes')).openLastNote,
  'oneOnOne.openPersonPage': async () => (await import('./people/openNotes')).openPersonPage,
  'oneOnOne.setCadence': async () => (await import('./people/setPersonSetting')).setCadence,
  'oneOnOne.setAwayUntil': async () => (await import('./people/setPersonSetting')).setAwayUntil,
  'oneOnOne.sayWho': async () => (await import('./people/sayWho')).sayWho,
  'oneOnOne.prepBrief': async () => (await import('./people/brief')).prepBrief,
  'oneOnOne.insertBrief': async () => (await import('./people/brief')).insertBrief,
  'oneOnOne.searchMeetings': async () => (await import('./people/openNotes')).searchMeetings,
  'oneOnOne.showThemes': async () => (await import('./showThemes')).showThemes,
  'oneOnOne.leaveOutPrivate': async () => (await import('./showThemes')).leaveOutPrivate,
  'oneOnOne.showPrivate': async () => (await import('./showThemes')).showPrivate,
  'oneOnOne.showThemesOfView': async () => (await import('./showThemes')).showThemesOfView,
} satisfies Record<string, () => Promise<Command>>;
