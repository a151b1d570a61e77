/**
 * The texts of the aids beside a note, in English: hovers, preview, days to choose, completions and the row above a
 * note.
 */
export const AID_TEXTS = {
  // Hovers
  'hover.carriedFrom': 'Carried from',
  'hover.carriedTo': 'Carried to',
  'hover.noteBefore': 'the note before',
  'hover.noteAfter': 'the note after',
  'hover.page': 'Page',
  'hover.meeting': '1:1 of {0}',
  'hover.names': 'Often names {0}',
  'hover.lookFor': 'Look for: {0}',
  'hover.notAsked': 'Not asked {0} before',
  'hover.lastAsked': 'Last asked {0}, {1}, without an answer',
  'hover.answered': 'Answered {0}, {1}',
  'hover.everyTime': 'Asked every time',
  'hover.inTurn': 'Asked in turn',
  'hover.never': 'No longer asked',
  'hover.before': 'Before that',

  // The Markdown preview
  'preview.hidden': 'Private parts hidden',
  'preview.private': 'Private',
  'preview.privateNote': 'Private note',
  'preview.open': 'open',
  'preview.moved': 'carried over',
  'preview.due': 'due {0}',
  'preview.scheduled': 'planned {0}',
  'preview.start': 'from {0}',
  'preview.created': 'since {0}',
  'preview.done': 'done {0}',
  'preview.cancelled': 'dropped {0}',

  // Days to choose
  'choice.today': 'Today',
  'choice.tomorrow': 'Tomorrow',
  'choice.nextWeek': 'Next Week',
  'choice.twoWeeks': 'In Two Weeks',
  'choice.weekLater': 'One Week Later',
  'choice.twoWeeksLater': 'Two Weeks Later',
  'choice.nextMeeting': 'Next 1:1 with {0}',

  // Completions
  'completion.due': 'Due',
  'completion.scheduled': 'Scheduled',
  'completion.start': 'Start',
  'completion.owner': 'Owner',
  'completion.me': 'Me',
  'completion.dateFilter': '{0} {1}',
  'date.ambiguous': '“{0}” could be two days. Write {1}.',
  'date.unreadable': '“{0}” is not a date. Write it as {1}, or as “in two weeks”.',
  'date.weekday': '“{0}” does not fit: {1} is a {2}. Write {3}.',

  // Above a note
  'lens.bring.one': '1 follow-up to bring in',
  'lens.bring.many': '{0} follow-ups to bring in',
  'lens.bringTooltip': 'Open from earlier 1:1s with {0}',
  'lens.brief': 'Prep Brief',
  'lens.briefWaiting.one': 'Prep Brief · {0} point by {1}',
  'lens.briefWaiting.many': 'Prep Brief · {0} points by {1}',
  'lens.briefTooltip': 'What matters before a 1:1 with {0}',
  'lens.sessionDue': '{0} due',
  'lens.ask': 'Swap Question',
  'lens.favorites': 'Favorites…',
  'lens.favoritesTooltip': 'Ask a question of this note every time, or never again',
  'lens.reflect': 'A Minute After',
  'lens.reflectTooltip': 'Up to three private lines about how it went',
  'lens.askTooltip': 'Inserts the next question in rotation in the section of the cursor',
} as const;
