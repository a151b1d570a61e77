/** The vocabulary of generated notes. None of these words contains a field, an owner or a task by accident. */

export const firstNames = [
  ...['Jane', 'Robert', 'Aiko', 'Łukasz', 'Fatima', 'Noah', 'Chiara', 'Emeka', 'Zoë', 'Henrik', 'Leila', 'Marco'],
  ...['Ananya', 'Piotr', 'Sinéad', 'Diego', 'Yuki', 'Hannah', 'Omar', 'Freya', 'Ivan', 'Thandi', 'Luca', 'Marta'],
  ...['Samir', 'Ingrid', 'Kofi', 'Elif', 'Pavel', 'Rosa', 'Nils', 'Amina', 'Hugo', 'Vera', 'Tariq', 'Greta'],
  ...['Joon', 'Beatriz', 'Arne', 'Salma'],
] as const;

export const lastNames = [
  ...['Doe', 'Nakamura', 'Kowalski', 'Haddad', 'Larsen', 'Bianchi', 'Okafor', 'Visser', 'Holm', 'Rahimi', 'Conti'],
  ...['Iyer', 'Wójcik', 'Byrne', 'Morales', 'Sato', 'Klein', 'Nasser', 'Dahl', 'Petrov', 'Mokoena', 'Greco', 'Silva'],
  ...['Khan', 'Berg', 'Mensah', 'Yilmaz', 'Novák', 'Castillo', 'Lund', 'Diallo', 'Moreau', 'Sokolova', 'Aziz'],
  ...['Fischer', 'Kim', 'Ramos', 'Hansen', 'Bakri', 'Quinn'],
] as const;

const verbs = [
  ...['Send', 'Draft', 'Review', 'Share', 'Finish', 'Prepare', 'Check', 'Rewrite', 'Present', 'Simplify', 'Collect'],
  ...['Compare', 'Print', 'Measure', 'Update', 'Summarize', 'Rename', 'Translate'],
] as const;

const objects = [
  ...['the migration draft', 'the hiring plan', 'numbers for the board', 'the cost sheet', 'an outline of the talk'],
  ...['the incident report', 'the list of open roles', 'feedback for the interns', 'the release checklist'],
  ...['two options for the roadmap', 'the on-call rota', 'the onboarding page', 'the price experiment'],
  ...['interview questions', 'the Zürich contract', 'the café budget', 'the survey results', 'a note on naming'],
] as const;

const tails = [
  ...[
    '',
    '',
    '',
    'before the review',
    'with a second pair of eyes',
    'once the tests are green',
    'and archive the old one',
  ],
  ...[
    'for the whole team',
    'so that nobody has to ask',
    'in plain words',
    'without the appendix',
    '#planning',
    '#team/core',
  ],
] as const;

/** Ends of a task's sentence that look like a field or an owner. */
export const misleadingTails = [
  'after `due:2024-01-01` is gone from the template',
  'as in https://notes.example/due:2024-01-01',
  'and mail the desk at front@desk.example',
  'once @types/node is updated',
  'as told in [due:: 2024-01-01) by mistake',
] as const;

/** The parts of every task sentence: verb, object and tail. */
export const taskWords = { verbs, objects, tails } as const;

export const questions = [
  ...['Who do you want to thank?', 'Who is getting in your way?', 'How are you doing?', 'Where are you feeling stuck?'],
  ...['What part of our current processes or tools feels broken?', 'What’s been energizing or draining you?'],
  ...['What are the most important bets we’re placing right now?', 'What’s going well in your current projects?'],
  ...['What’s one way I can support you this week?', 'Is there anything I can take off your plate?'],
] as const;

export const sectionTitles = [
  ...['People', 'Process', 'Product', 'On My Mind', 'Listen', 'Learn', 'Lift', 'Status', 'Career', 'Notes', 'Wins'],
] as const;

export const followUpTitles = [
  ...['Follow-ups', 'Action items', 'Next steps', 'Actions', 'To-dos', '✅ Follow-ups', 'Commitments:'],
] as const;

export const sentences = [
  'The pilot went better than the week before, although two of the sites were slow to answer.',
  'We agreed that the smaller of the two plans is the one that can be finished.',
  'It is quiet at the moment, which is either good news or a gap in the alerts.',
  'Sleeps better since the rota changed, and would like to keep it that way.',
  'Nobody has read the long document; the short one was read by everybody.',
  'The number moved, but we changed three things at once and cannot say which of them did it.',
  'Would rather hear about a change of plan early and rough than late and polished.',
  'Thanks go to the support desk, who found the pattern in a pile of tickets.',
  'The handover took four days instead of one, mostly because the access list was out of date.',
  'There is a tension with the neighbouring team about who decides on names.',
  'Asked for a harder problem, and for somebody to think aloud with.',
  'The customer in Malmö uses the export for something that it was never made for. It works.',
  'If the test environment stays as it is, the release will slip by a week.',
  'Liked the format of the last review: one page, one question, one decision.',
  'Holidays are planned, the cover is not.',
  'A new colleague starts soon; the first two weeks are written down, the third is not.',
  'We talked about the difference between being busy and being needed.',
  'The draft is honest about the risks, perhaps too honest for the first paragraph.',
  'Does not want to lead people now. Perhaps later, perhaps not at all, and that is fine.',
  'Three meetings could go. We cancelled one of them while we talked.',
] as const;
