import { AID_TEXTS } from './aidTexts';
import { DESCRIPTIONS } from './descriptions';

/** Everything that the core tells a person, in English. Ids are stable; `{0}` is the first value of a message. */
export const MESSAGES = {
  ...AID_TEXTS,
  ...DESCRIPTIONS,

  // Follow-ups
  'followUp.lineGone': 'The line is no longer in the note as it was read.',
  'followUp.lineAmbiguous': 'The note has this line several times, and it is unclear which one is meant.',
  'followUp.noCheckbox': 'The line no longer has a checkbox.',
  'followUp.otherChange': 'This would also change something else in the line. Edit the line by hand.',
  'followUp.otherLines': 'This would also change how other lines of the note are read. Edit the line by hand.',
  'followUp.repeats': 'This follow-up repeats ({0}), but the next one was not created.',
  'followUp.noText': 'Type what needs to be done.',
  'followUp.noDue': 'Type when it is due.',

  // Problems in a note
  'date.notRead': '“{0}” is not a date. Write it as 2026-11-30.',
  'date.noSuchDay': '{0} does not exist. Correct the {1} date.',
  'date.two': 'Two {0} dates: {1} counts, {2} does not. Remove one.',
  'date.unlabeled': '{0} has no label. Write due:{0} if it is the due date.',
  'date.unlabeledUnreadable': '“{0}” is not a date. Write due: and a date such as 2026-11-30.',
  'date.doneButOpen': 'This follow-up has a done date, but its checkbox is open. Tick it or remove the date.',
  'owner.ambiguous': 'Which {0}? Use a full name: {1}.',
  'owner.me': 'Both people read this note, so “@me” is unclear. Write {0}.',
  'owner.unknown': '“{0}” does not appear in your 1:1s, people’s pages or roster.',
  'checkbox.malformed': 'This looks like a follow-up, but its checkbox is malformed. Write it as “- [ ] text”.',
  'checkbox.missing': 'This line has no checkbox, so it is not tracked.',
  'conflict.lines':
    'Git could not merge lines {0} to {1}. Choose one version and delete the markers. Until then, One on One changes nothing here.',
  'conflict.marker': 'This marker of a Git conflict is left over. Delete it.',
  'meeting.copy':
    'This note is a copy of “{0}”, so its follow-ups are not listed. Move what is new there, and delete the copy.',
  'meeting.unreadableDate': '“{0}” is not a date, so this note is not read as a 1:1. Write it as 2026-11-30.',
  'meeting.unreadableHeading':
    '“{0}” is not a date, so what is below it counts as part of the 1:1 above. Write it as 2026-11-30.',
  'meeting.noDate': 'This 1:1 has no date, so it is not listed. Write date: 2026-11-30 in the front matter.',
  'meeting.noPerson': 'This 1:1 names no other person. Write person: Jane Doe in the front matter.',
  'meeting.onlyReader': 'This 1:1 names only you. Say who it is with.',
  'meeting.severalPeople': 'This 1:1 names several people: {0}. Say who it is with.',
  'meeting.twoPeople': 'This 1:1 names {0} and {1}. Say who it is with, or add your own name if you met both.',
  'people.notUnderstood': 'Notes Not Understood ({0})',

  // Fixes
  'fix.closePrivate': 'Close It at the End of the Note',
  'fix.makeHeading': 'Make It a Heading',
  'fix.unlink': 'Keep the Words Without the Link',
  'fix.sayWho': 'Say Who This Is With…',
  'fix.setDate': 'Set the Date to {0} ({1})',
  'fix.removeField': 'Remove {0}',
  'fix.changeDate': 'Change to {0} ({1})',
  'fix.setDue': 'Due {0} ({1})',
  'fix.tick': 'Tick It',
  'fix.removeDoneDate': 'Remove the Done Date',
  'fix.owner': 'Owed by {0}',
  'fix.thisIs': 'This Is {0}',
  'fix.allAre': 'All {0} in This Note Are {1}',
  'fix.allNotesAre': 'Replace @me by {0} in All Their Notes…',
  'fix.makeFollowUp': 'Make It a Follow-Up',
  'fix.makeAllFollowUps': 'Make All {0} Under “{1}” Follow-Ups',

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

  // Framework files
  'field.unknownKey': 'The key “{0}” is unknown and is ignored. {1}',
  'field.didYouMean': 'Did you mean “{0}”?',
  'field.knownKeys': 'Known keys here are {0}.',
  'field.list': '“{0}” must be a list, with each entry on a line that begins with “- ”. This is {1}.',
  'field.flag': '“{0}” must be true or false. This is {1}.',
  'field.count': '“{0}” must be a whole number from 0 to {1}. This is {2}.',
  'field.empty': '{0} is empty. Write its text, or remove it.',
  'field.text': '{0} must be text. This is {1}.',
  'field.textInQuotes': '{0} must be text. This is {1}. Put it in quotes: "{2}".',
  'field.name': '“{0}”',
  'field.entry': 'An entry of “{0}”',
  'field.question': 'A question',
  'value.empty': 'empty',
  'value.list': 'a list',
  'value.text': 'text',
  'value.number': 'a number',
  'value.flag': 'true or false',
  'value.map': 'a map of keys and values',
  'framework.repeatedQuestion': 'This question appears twice in the section. The second one is ignored.',
  'framework.notQuestion':
    'A question is a text, or a map with “ask:” before its text. If the question contains a colon, put it in quotes.',
  'framework.topic': '“about” is one of {0}. Any other value is ignored.',
  'framework.longQuestion': 'A question has at most {0} characters. This one has {1}: shorten it.',
  'framework.noWords': 'A question needs words. This one is ignored.',
  'framework.emptyFile':
    'A framework file begins with “id:”, “title:” and “sections:”, each on its own line. This one is empty.',
  'framework.notMap':
    'A framework file begins with “id:”, “title:” and “sections:”, each on its own line. This one contains {0}.',
  'framework.noQuestions': 'This file has no questions yet. Add “sections”, or “questions” for a plain question set.',
  'framework.missingKey': 'A framework needs “{0}:”. Until then, its file name is used.',
  'framework.badId': '“id” may contain lowercase letters, digits, and hyphens between them.',
  'framework.changedId': '“id” may contain lowercase letters, digits, and hyphens between them. It is read as “{0}”.',
  'framework.badKind': '“kind” is one of {0}. Until then it is read as {1}.',
  'framework.badFor': '“{0}” is not a relation. “for” lists {1}.',
  'framework.repeatedSection': 'Two sections have the id “{0}”. The second one is ignored. Give it another “id”.',
  'framework.noSections': '“sections” is empty. Add one: “- title: Wins”.',
  'framework.notSection': 'A section is a map with “title” and “questions”. This is {0}.',
  'framework.noSectionTitle': 'A section needs “title:”, its heading in the note.',
  'framework.repeatedId': 'The id “{0}” is already used by “{1}”, so this file is not used. Change one of them.',
  'framework.tooDeep': 'Lists and maps are nested too deeply here. A framework needs four levels.',
  'framework.invalidYaml': 'This cannot be read as YAML: {0}. Look for a missing quote or colon, or a wrong indent.',
  'framework.alias': 'The alias “*{0}” is not supported in a framework file. Write out its value.',
  'framework.repeatedKey': 'The key “{0}” appears twice, and only the last one counts. Keep one.',
  'framework.tooLarge': 'A framework file has at most {0} KB. This one is larger and was not read.',

  // Question choices and seasons
  'list.notList': 'This file is a list. Begin each entry with “- {0}:”. This is {1}.',
  'list.notEntry': 'An entry begins with “- {0}:”. This one is ignored.',
  'choice.ask': '“ask” is one of {0}. This entry is ignored.',
  'season.unknownSet': 'There is no question set with the id “{0}”, so this season is not used.',
  'season.noEnd': 'A season needs its last day: write “until: 2026-12-31”. Without it, this season is not used.',
  'season.noStart': 'A season needs its first day: write “from: 2026-11-01”. Without it, this season is not used.',
  'season.reversed': '“until” ({0}) is before “from” ({1}), so this season is not used.',

  // The roster
  'roster.tooDeep': 'Lists and maps are nested too deeply for a roster.',
  'roster.invalid': 'This is not valid YAML: {0}',
  'roster.noName': 'A person needs a name. Write “- name: Jane Doe”.',
  'roster.notMap': 'A roster maps names to details. Write “Jane Doe:” and below it “  cadence: weekly”.',
  'roster.relation': '“{0}” is not a relation. Write report, manager, peer, skip-level or mentor.',
  'roster.date': '“{0}” is not a date. Write {1} as YYYY-MM-DD.',
  'roster.leftBeforeStart': '“leaving” ({0}) is before “started” ({1}), so neither is used. Correct one of them.',

  // A person's page or roster entry
  'person.unnamed': 'Some 1:1 notes name only you. Say who they are with first.',
  'person.byHand': 'The way it is written, this setting cannot be changed automatically. Change it by hand.',
  'person.frontMatter': 'The front matter cannot be read. {0}',
  'relation.report': 'Reports to you',
  'relation.manager': 'Your manager',
  'relation.peer': 'Peer',
  'relation.skip-level': 'Skip-level',
  'relation.mentor': 'Mentor',
  'relation.other': 'Another relation',

  // Where notes go
  'path.noNoteName': 'A name needs a letter, a digit or an emoji, so that its notes can have a file name.',
  'path.noPageName': 'A name needs a letter, a digit or an emoji, so that its page can have a file name.',
  'path.setting': 'The setting {0} is "{1}": {2}',
  'path.unknownPlaceholder': '{0} is unknown. Use {person}, {date}, {year} or {month}.',
  'path.ignored': '{0} Notes are recognized by the default path until you change it.',
  'path.outside': 'that leads out of the workspace.',
  'path.noFile': 'that is not a file.',
  'path.notes': '{0} Write a path such as 1-1s/{person}/{date}.md.',
  'path.notesOneFile': 'all notes would be one file. Add {person} and {date}, as in 1-1s/{person}/{date}.md.',
  'path.privateOneFile': 'add {person} and {date}, as in private/{person}/{date}.md.',
  'path.privateIsShared':
    'shared notes would be there too, and everything there is private. Write a path such as private/{person}/{date}.md.',
  'path.unknownFolder':
    'The setting oneOnOne.notes.privatePath names the folder “{0}”, which the workspace does not have.',
  'path.privateExcluded':
    'The setting oneOnOne.notes.privatePath names a place that oneOnOne.exclude, files.exclude or search.exclude excludes, so nothing there would be read. Change one of these settings.',
  'path.privateIgnored': '{0} Until you change it, no 1:1 note is created and no private line is written.',
  'path.pages': '{0} Write a path such as People/{name}.md.',
  'path.pagesOneFile': 'all pages would be one file.',

  // Notes that cannot be edited
  'half.unread':
    '{0} is where private lines of {1} belong, but it is not read as a private 1:1 of that day. Correct its date, or move it.',
  'note.skipped': '{0} was not changed. {1}',
  'note.conflict': 'Git could not merge lines {0} to {1}. Choose one version there, delete the markers, and try again.',
  'note.readOnly': 'It is read-only.',
  'note.unreadable': 'The note could not be read.',
  'note.notOpened': 'It could not be opened. {0}',
  'note.stale':
    'It was changed on disk, and VS Code does not show the change yet. Open it, run “File: Revert File”, and try again.',
  'note.notEncoded':
    'It contains characters that are not {0}, and saving would lose them. Open it, run “Change File Encoding”, “Reopen with Encoding”, and try again.',
  'note.otherEncoding':
    'It is UTF-8, but VS Code opened it as {0}, and saving could damage other lines. Open it, run “Change File Encoding”, “Reopen with Encoding”, “UTF-8”, and try again.',
  'note.utf16':
    'It is encoded in UTF-16, and notes are read as UTF-8. Open it, run “Change File Encoding”, “Save with Encoding”, “UTF-8”, and try again.',
  'note.missingCharacters':
    'Its encoding, {0}, does not have all characters of the new text. Open it, run “Change File Encoding”, “Save with Encoding”, “UTF-8”, and try again.',
  'note.carriageReturn':
    'It has line ends without a line feed, and saving would change them. Open it, run “Change End of Line Sequence”, save it, and try again.',
  'note.notUtf8File': 'It contains characters that are not UTF-8, and saving would lose them.',
  'note.unclosed':
    'The note has code or a comment that is not closed, and new lines would be hidden in it. Close it first.',
  'note.privatePlace':
    'The new lines would be private, because of a private label or marker above line {0} that is still open. End it there first.',
  'note.publicPlace':
    'The new lines would be seen by others, because line {0} is not private. Add a heading “Private” first.',
  'note.privacyChanges':
    'The new lines would change who may see line {0}. Take the indent from that line, or move it, and try again.',
  'note.unclosedRatings':
    'The note has code or a comment that is not closed, and the ratings would be hidden in it. Close it first.',

  // Carry-over, questions, ratings
  'carry.noteChanged': 'A note changed in the meantime, so nothing was written. Try again.',
  'carry.childrenChanged':
    'Moving this item would change the lines below it (an unclosed comment or a misindented block). Move it by hand.',
  'park.nothing': 'There is nothing to save. Select a line, or type one.',
  'proposal.missing': 'A problem without a proposal. What do you propose?',
  'status.none': 'There is no text under a status heading of this 1:1. Follow-ups and private lines are never moved.',
  'statement.none':
    'There are no words on this line. Put the cursor on a goal, a small change, or something you asked for.',
  'page.marker': 'One of the lines {0} and {1} is missing. Add it, or delete the other one.',
  'question.allAsked': 'This note already has all questions of {0}.',
  'framework.unknown': 'There is no framework “{0}”. Choose one of {1}.',
  'framework.none': 'There is no framework to suggest.',
  'rating.missing': 'Type a number from 0 to 10.',
  'rating.offScale': '{0} is not on the scale. Type a number from 0 to 10.',
  'rating.noNumber': '“{0}” is not a number. Type one from 0 to 10, such as 7 or 7.5.',

  // Sharing
  'share.atLine': 'Line {0}: {1}',
  'share.frontMatter': 'the front matter cannot be read, and it may mark the note as private. {0}',
  'share.privateNote': 'The note is private as a whole, by its front matter or its place.',
  'share.privateMeeting': 'The 1:1 of {0} is private as a whole.',
  'share.noMeeting': 'This note is not a 1:1.',
  'share.nothingPrivate': 'Nothing in it was private.',
  'share.leftOut.one': 'Private section removed.',
  'share.leftOut.many': '{0} private sections removed.',
  'copy.copied.one': 'Copied 1 follow-up',
  'copy.copied.many': 'Copied {0} follow-ups',
  'copy.leftOut.one': '{1}; 1 private follow-up was left out',
  'copy.leftOut.many': '{1}; {0} private follow-ups were left out',
  'share.brokenFrontMatter': 'this looks like front matter, but front matter must start on line 1 and end with “---”.',
  'share.openCode': 'this code block is not closed, so it may hide private text. Close it first.',
  'share.openComment': 'this comment is not closed, so it may hide private text. Close it first.',
  'share.openHtml': 'this comment or HTML is not closed, so it may hide private text. Close it first.',
  'share.privateLink': 'this link shows others the name of a private folder or note.',
  'share.unpairedMarker':
    'this private marker has no partner. Each “<!-- private -->” needs a “<!-- /private -->” after it.',
  'share.nearlyMarker':
    'this looks like a private marker but is not one. Write “<!-- private -->” before and “<!-- /private -->” after.',
  'share.conflict': 'Git could not merge this part, so it is unclear what is private. Choose one version first.',
  'share.nearlyHeading':
    'this looks like a private heading but is not one. A heading starts at the margin, with “#” and a space.',
} as const satisfies Readonly<Record<string, string>>;

/** The id of a message, which stays when its wording changes. */
export type MessageId = keyof typeof MESSAGES;
