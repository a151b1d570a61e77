/** Everything that the core tells a person, in English. Ids are stable; `{0}` is the first value of a message. */
export const MESSAGES = {
  'list.or': '{0} or {1}',

  // Follow-ups
  'followUp.lineGone': 'The line is no longer in the note as it was read.',
  'followUp.lineAmbiguous': 'The note has this line several times, and it is unclear which one is meant.',
  'followUp.noCheckbox': 'The line no longer has a checkbox.',
  'followUp.otherChange': 'This would also change something else in the line. Edit the line by hand.',
  'followUp.otherLines': 'This would also change how other lines of the note are read. Edit the line by hand.',
  'followUp.repeats': 'This follow-up repeats ({0}), but the next one was not created.',
  'followUp.noText': 'Type what needs to be done.',
  'followUp.noDue': 'Type when it is due.',
  'date.ambiguous': '“{0}” could be two days. Write {1}.',
  'date.unreadable': '“{0}” is not a date. Write it as {1}, or as “next friday”.',

  // Problems in a note
  'date.notRead': '“{0}” is not a date. Write it as 2026-11-30.',
  'date.noSuchDay': '{0} does not exist. Correct the {1} date.',
  'date.two': 'Two {0} dates: {1} counts, {2} does not. Remove one.',
  'date.unlabeled': '{0} has no label. Write due:{0} if it is the due date.',
  'date.unlabeledUnreadable': '“{0}” is not a date. Write due: and a date such as 2026-11-30.',
  'date.doneButOpen': 'This follow-up has a done date, but its checkbox is open. Tick it or remove the date.',
  'owner.ambiguous': 'Which {0}? Use a full name: {1}.',
  'owner.unknown': '“{0}” does not appear in your 1:1s, people’s pages or roster.',
  'checkbox.malformed': 'This looks like a follow-up, but its checkbox is malformed. Write it as “- [ ] text”.',
  'checkbox.missing': 'This line has no checkbox, so it is not tracked.',
  'meeting.unreadableDate': '“{0}” is not a date, so this note is not read as a 1:1. Write it as 2026-11-30.',

  // Fixes
  'fix.removeField': 'Remove {0}',
  'fix.changeDate': 'Change to {0} ({1})',
  'fix.setDue': 'Due {0} ({1})',
  'fix.tick': 'Tick It',
  'fix.removeDoneDate': 'Remove the Done Date',
  'fix.owner': 'Owed by {0}',
  'fix.makeFollowUp': 'Make It a Follow-Up',
  'fix.makeAllFollowUps': 'Make All {0} Under “{1}” Follow-Ups',

  // Above a note
  'lens.bringOne': '1 follow-up to bring in',
  'lens.bringMany': '{0} follow-ups to bring in',
  'lens.bringTooltip': 'Open from earlier 1:1s with {0}',
  'lens.brief': 'Prep Brief',
  'lens.briefTooltip': 'What matters before a 1:1 with {0}',
  'lens.sessionDue': '{0} due',
  'lens.ask': 'Ask Another Question',
  'lens.askTooltip': 'Inserts the next question in rotation in the section of the cursor',

  // Sessions
  'session.first': 'a good one to begin with',
  'session.usual': 'your usual session',
  'session.ownManager': 'for your own manager',
  'session.variety': 'for variety, after {0} sessions of {1}',
  'session.daysSinceLast': '{0} days since the last one',
  'session.noneInDays': 'no career talk in {0} days',

  // YAML
  'yaml.needsQuotesAt': 'A value that starts with @ or ` needs quotes.',
  'yaml.needsQuotesColon': 'A value that contains a colon and a space needs quotes.',
  'yaml.duplicateKey': 'This key appears twice; the last one counts.',
  'yaml.notClosed': 'A quote or a bracket is not closed.',
  'yaml.tab': 'This line is indented with a tab. YAML allows only spaces.',
  'yaml.invalidLine': 'This line is not valid YAML.',
  'yaml.tooLong': 'It is longer than {0} characters.',
  'yaml.tooDeep': 'It is nested too deeply.',
  'yaml.alias': 'Unknown or excessive YAML alias (*).',
  'yaml.noKeys': 'It has no keys.',
  'frontMatter.ignored': '{0} The front matter is not read.',

  // The roster
  'roster.tooDeep': 'Lists and maps are nested too deeply for a roster.',
  'roster.invalid': 'This is not valid YAML: {0}',
  'roster.noName': 'A person needs a name. Write “- name: Jane Doe”.',
  'roster.notMap': 'A roster maps names to details. Write “Jane Doe:” and below it “  cadence: weekly”.',
  'roster.relation': '“{0}” is not a relation. Write report, manager or peer.',
  'roster.away': '“{0}” is not a date. Write away-until as YYYY-MM-DD.',

  // A person's page or roster entry
  'person.byHand': 'The way it is written, this setting cannot be changed automatically. Change it by hand.',
  'person.frontMatter': 'The front matter of the page cannot be read. {0}',

  // Where notes go
  'path.noNoteName': 'A name needs a letter, a digit or an emoji, so that its notes can have a file name.',
  'path.noPageName': 'A name needs a letter, a digit or an emoji, so that its page can have a file name.',
  'path.setting': 'The setting {0} is "{1}": {2}',
  'path.unknownPlaceholder': '{0} is unknown. Use {person}, {date}, {year} or {month}.',
  'path.outside': 'that leads out of the workspace.',
  'path.noFile': 'that is not a file.',
  'path.notes': '{0} Write a path such as 1-1s/{person}/{date}.md.',
  'path.notesOneFile': 'all notes would be one file. Add {person} and {date}, as in 1-1s/{person}/{date}.md.',
  'path.pages': '{0} Write a path such as People/{name}.md.',
  'path.pagesOneFile': 'all pages would be one file.',

  // Notes that cannot be edited
  'note.skipped': '{0} was not changed. {1}',
  'note.readOnly': 'It is read-only.',
  'note.unreadable': 'The note could not be read.',
  'note.notOpened': 'It could not be opened. {0}',
  'note.stale':
    'It was changed on disk, and VS Code does not show the change yet. Open it, run “File: Revert File”, and try again.',
  'note.notUtf8':
    'It contains characters that are not UTF-8, and saving would lose them. Open it, run “Change File Encoding”, “Reopen with Encoding”, and try again.',
  'note.notUtf8File': 'It contains characters that are not UTF-8, and saving would lose them.',
  'note.unclosed':
    'The note has code or a comment that is not closed, and new lines would be hidden in it. Close it first.',
  'note.unclosedRatings':
    'The note has code or a comment that is not closed, and the ratings would be hidden in it. Close it first.',

  // Carry-over, questions, ratings
  'carry.noteChanged': 'A note changed in the meantime, so nothing was written. Try again.',
  'carry.childrenChanged':
    'Moving this item would change the lines below it (an unclosed comment or a misindented block). Move it by hand.',
  'park.nothing': 'There is nothing to save. Select a line, or type one.',
  'question.allAsked': 'This note already has all questions of {0}.',
  'framework.unknown': 'There is no framework “{0}”. Choose one of {1}.',
  'framework.none': 'There is no framework to suggest.',
  'rating.missing': 'Type a number from 0 to 10.',
  'rating.offScale': '{0} is not on the scale. Type a number from 0 to 10.',
  'rating.noNumber': '“{0}” is not a number. Type one from 0 to 10, such as 7 or 7.5.',

  // Sharing
  'share.atLine': 'Line {0}: {1}',
  'share.frontMatter': 'the front matter cannot be read, and it may mark the note as private. {0}',
  'share.privateNote': 'The note is private as a whole, by its front matter or its folder.',
  'share.privateMeeting': 'The 1:1 of {0} is private as a whole.',
  'share.noMeeting': 'This note is not a 1:1.',
  'share.nothingPrivate': 'Nothing in it was private.',
  'share.leftOutOne': 'Private section removed.',
  'share.leftOutMany': '{0} private sections removed.',
  'copy.one': 'Copied 1 follow-up',
  'copy.many': 'Copied {0} follow-ups',
  'copy.leftOutOne': '{0}; 1 private follow-up was left out',
  'copy.leftOutMany': '{0}; {1} private follow-ups were left out',
  'share.brokenFrontMatter': 'this looks like front matter, but front matter must start on line 1 and end with “---”.',
  'share.openCode': 'this code block is not closed, so it may hide private text. Close it first.',
  'share.openComment': 'this comment is not closed, so it may hide private text. Close it first.',
  'share.openHtml': 'this comment or HTML is not closed, so it may hide private text. Close it first.',
  'share.unpairedMarker':
    'this private marker has no partner. Each “<!-- private -->” needs a “<!-- /private -->” after it.',
  'share.nearlyMarker':
    'this looks like a private marker but is not one. Write “<!-- private -->” before and “<!-- /private -->” after.',
  'share.lock': 'this 🔒 makes nothing private. Only a heading with 🔒 does.',
  'share.nearlyHeading':
    'this looks like a private heading but is not one. A heading starts at the margin, with “#” and a space.',
  'share.nearlyPrivate':
    'this looks private, but only a heading (“## Private”) or markers (“<!-- private -->”) make it so.',
} as const satisfies Readonly<Record<string, string>>;

/** The id of a message, which stays when its wording changes. */
export type MessageId = keyof typeof MESSAGES;
