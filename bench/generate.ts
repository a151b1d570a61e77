import { falseTasks } from './falseTasks';
import { addAgenda, addEnd, addFrontMatter, addSections, addTasks, type GeneratedPerson } from './noteParts';
import { NoteWriter, type GeneratedNote } from './noteWriter';
import { Seeded } from './seeded';
import { isoDate, taskLine, taskSentence, type TaskWish } from './taskLine';
import { firstNames, followUpTitles, lastNames, sentences } from './words';

export type { GeneratedNote } from './noteWriter';
export type { TrueFollowUp } from './taskLine';

/** The day number of 2022-01-03, a Monday. */
const firstDay = 18_995;

/** A follow-up carried to the next note. */
interface Carried {
  readonly sentence: string;
  readonly from: string;
  readonly since: string;
}

/**
 * Generates realistic notes of several years: a folder, a flat list or a running log per person, pages about some
 * people, and other notes, with tasks in every dialect and task-like text in code, comments and front matter. The same
 * options yield the same notes. Links stay within the set.
 */
export function* generateNotes({ count, seed }: { count: number; seed: number }): Generator<GeneratedNote> {
  const random = new Seeded(seed);
  let left = count;
  for (let index = 0; left > 0; index++) {
    const person = personAt(index);
    for (const note of notesOf(random, person, left)) {
      yield note;
      left--;
    }
  }
}

function notesOf(random: Seeded, person: GeneratedPerson, limit: number): Iterable<GeneratedNote> {
  const count = Math.min(random.between(15, 40), limit);
  switch (random.weighted({ folder: 6, flat: 3, log: 1.5, other: 1.5 })) {
    case 'folder':
      return meetings(random, person, { count, fileName: isoDate, folder: `1-1s/${person.slug}` });
    case 'flat':
      return meetings(random, person, {
        count,
        fileName: (day) => `${isoDate(day)} ${person.name}`,
        folder: 'Meetings',
      });
    case 'log':
      return [log(random, person), page(random, person)].slice(0, limit);
    case 'other':
      return otherNotes(random, person, Math.min(count, 12));
  }
}

function* meetings(
  random: Seeded,
  person: GeneratedPerson,
  plan: { readonly count: number; readonly folder: string; readonly fileName: (day: number) => string },
): Generator<GeneratedNote> {
  const gap = random.pick([7, 7, 14, 28]);
  let day = firstDay + random.below(200);
  let carried: readonly Carried[] = [];
  for (let made = 0; made < plan.count; made++) {
    const nextDay = day + gap + random.between(0, 2);
    const isLast = made === plan.count - 1;
    const note = new NoteWriter();
    addFrontMatter(note, random, { day, type: '1on1', person });
    note.addBlock(`# ${person.name}, ${isoDate(day)}`);
    addAgenda(note, random);
    carried = addFollowUps(note, random, {
      ...{ day, names: [person.name], arriving: carried },
      next: isLast ? undefined : { name: plan.fileName(nextDay), date: isoDate(nextDay) },
      self: { name: plan.fileName(day), date: isoDate(day) },
    });
    addSections(note, random, { day, names: [person.name] });
    addEnd(note, random, { day, names: [person.name] });
    yield note.finish(`${plan.folder}/${plan.fileName(day)}.md`, random);
    day = nextDay;
  }
}

function log(random: Seeded, person: GeneratedPerson): GeneratedNote {
  const note = new NoteWriter();
  note.add('---', 'type: 1on1', `person: ${person.name}`, '---', '', `# ${person.name}`);
  const newestFirst = random.chance(0.5);
  const days = Array.from({ length: random.between(4, 14) }, (_, index) => firstDay + 14 * index);
  const heading = random.pick([(date: string) => `## ${date}`, (date: string) => `## [${date}]`]);
  for (const day of newestFirst ? days.reverse() : days) {
    const wish = { day, names: [person.name] };
    note.addBlock(heading(isoDate(day)));
    note.addBlock(random.pick(sentences), random.pick(sentences));
    addTasks(note, random, wish);
    if (random.chance(0.5)) note.addBlock(...falseTasks(random, wish));
    note.addBlock(random.pick(sentences));
  }
  return note.finish(`1-1 logs/${person.name}.md`, random);
}

function page(random: Seeded, { name, slug }: GeneratedPerson): GeneratedNote {
  const note = new NoteWriter();
  note.add(
    '---',
    `person: "${name}"`,
    'role: Engineer',
    `cadence: ${random.pick(['weekly', 'biweekly', '14d'])}`,
    '---',
  );
  note.addBlock(`# ${name}`);
  note.addBlock(random.pick(sentences), random.pick(sentences));
  if (random.chance(0.3)) addTasks(note, random, { day: firstDay, names: [name] });
  return note.finish(`People/${slug}.md`, random);
}

function* otherNotes(random: Seeded, person: GeneratedPerson, count: number): Generator<GeneratedNote> {
  for (let made = 0; made < count; made++) {
    const day = firstDay + random.below(1200);
    const note = new NoteWriter();
    if (random.chance(0.5)) note.add('---', 'tags: [project]', `status: ${random.pick(['active', 'done'])}`, '---');
    note.addBlock(`# Project ${made + 1} of ${person.name}`);
    addSections(note, random, { day, names: [person.name] });
    if (random.chance(0.7)) addTasks(note, random, { day, names: [person.name] });
    addEnd(note, random, { day, names: [person.name] });
    yield note.finish(`projects/${person.slug}/part ${made + 1}.md`, random);
  }
}

interface FollowUpsPlan extends TaskWish {
  readonly arriving: readonly Carried[];
  readonly self: { readonly name: string; readonly date: string };
  readonly next: { readonly name: string; readonly date: string } | undefined;
}

/** Writes the carried follow-ups and some new ones. Returns those carried to the next note. */
function addFollowUps(note: NoteWriter, random: Seeded, plan: FollowUpsPlan): readonly Carried[] {
  const { day, names, arriving, self, next } = plan;
  const leaving: Carried[] = [];
  note.addBlock(`## ${random.pick(followUpTitles)}`);
  const fresh = next && random.chance(0.2) ? [taskSentence(random, true)] : [];
  const moving = [...arriving, ...fresh.map((sentence) => ({ sentence, from: '', since: self.date }))];
  for (const { sentence, from, since } of moving) {
    const goesOn = next !== undefined && (from === '' || random.chance(0.4));
    const to = goesOn ? `(to [${next.date}](${linkTo(next.name)}))` : '';
    const origin = [from, to].filter((part) => part !== '').join(' ');
    const mark = goesOn ? '>' : random.pick([' ', 'x']);
    note.addTask(taskLine(random, { day, names, mark, sentence, origin, ...(goesOn ? { open: false } : {}) }));
    if (!goesOn) continue;
    const times = 1 + Number(/(\d+)×/.exec(from)?.[1] ?? 0);
    const origins = `(from [${self.date}](${linkTo(self.name)}), since ${since}, ${times}×)`;
    leaving.push({ sentence, from: origins, since });
  }
  addTasks(note, random, { day, names });
  return leaving;
}

function personAt(index: number): GeneratedPerson {
  const first = firstNames[index % firstNames.length] ?? '';
  const round = Math.floor(index / firstNames.length);
  const last = lastNames[(index + round) % lastNames.length] ?? '';
  const second = lastNames[Math.floor(round / lastNames.length) - 1];
  const name = `${first} ${last}${second === undefined ? '' : ` ${second}`}`;
  return { name, slug: name.toLowerCase().replaceAll(' ', '-') };
}

function linkTo(fileName: string): string {
  return `${encodeURI(fileName)}.md`;
}
