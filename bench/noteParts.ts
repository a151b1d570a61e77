import { falseTasks, unclosedFence } from './falseTasks';
import type { NoteWriter } from './noteWriter';
import type { Seeded } from './seeded';
import { isoDate, taskLine, type TaskWish } from './taskLine';
import { questions, sectionTitles, sentences } from './words';

/** Somebody whose notes are made up. */
export interface GeneratedPerson {
  readonly name: string;
  /** Lower case, with hyphens. */
  readonly slug: string;
}

/** The YAML at the top, in the spellings that people use; one note in ten has none. */
export function addFrontMatter(
  note: NoteWriter,
  random: Seeded,
  { day, type, person }: { readonly day: number; readonly type: string; readonly person: GeneratedPerson },
): void {
  if (random.chance(0.1)) return;
  const { name } = person;
  note.add('---', `type: ${random.pick([type, '1-on-1', 'one-on-one', '"1:1"'])}`);
  note.add(...random.pick([[`person: ${name}`], [`with: "[[${name}]]"`], ['attendees:', `  - ${name}`, '  - me']]));
  note.add(`date: ${random.pick([isoDate(day), `"${isoDate(day)}"`])}`);
  if (random.chance(0.3)) note.add(...random.pick([['tags: [1on1, team]'], ['tags:', '  - 1on1', '  - team']]));
  if (random.chance(0.15)) note.add('# kept for the old reports', 'mood: 3', 'draft: false', 'aliases: []', 'summary:');
  // A block scalar is beyond a small reader of front matter, and what it holds is no task.
  if (random.chance(0.02)) note.add('template: |', `  - [ ] Send the deck due:${isoDate(day)}`);
  note.add('---');
}

/** An agenda of plain bullets, or one empty bullet. */
export function addAgenda(note: NoteWriter, random: Seeded): void {
  note.addBlock('## Agenda');
  const entries = Array.from({ length: random.between(0, 4) }, () => `- ${random.pick(sentences)}`);
  note.addBlock(...(entries.length === 0 ? ['- '] : entries));
}

/** Sections of prose, questions and lists, some of them with tasks, and with what looks like tasks. */
export function addSections(note: NoteWriter, random: Seeded, wish: TaskWish): void {
  for (let made = random.between(2, 6); made > 0; made--) {
    note.addBlock(`## ${random.pick(sectionTitles)}`);
    if (random.chance(0.6)) note.addBlock(`**${random.pick(questions)}**`);
    if (random.chance(0.8)) note.addBlock(random.pick(sentences), random.pick(sentences));
    if (random.chance(0.4)) {
      note.addBlock(`- ${random.pick(sentences)}`, `- ${random.pick(sentences)}`, '  and more of it');
    }
    if (random.chance(0.2)) note.addBlock(`1. ${random.pick(sentences)}`, `2. ${random.pick(sentences)}`);
    if (random.chance(0.2)) note.addBlock(`> ${random.pick(sentences)}`, random.pick(sentences));
    if (random.chance(0.25)) note.addBlock(...falseTasks(random, wish));
    if (random.chance(0.25)) addTasks(note, random, wish);
  }
}

/** What can only stand last: private things, and now and then a fence that nothing closes. */
export function addEnd(note: NoteWriter, random: Seeded, wish: TaskWish): void {
  if (random.chance(0.1)) {
    note.addBlock('## Private');
    addTasks(note, random, wish);
  }
  if (random.chance(0.04)) note.addBlock(...unclosedFence(random, wish));
}

/** Tasks where people write them: in a list, nested, in a quote or a callout, or among plain items. */
export function addTasks(note: NoteWriter, random: Seeded, wish: TaskWish): void {
  const marker = random.pick(['-', '-', '-', '-', '*', '+', '1.', '1)']);
  const tasks = Array.from({ length: random.between(1, 5) }, () => taskLine(random, { ...wish, marker }));
  note.addBlank();
  switch (random.weighted({ list: 10, nested: 3, quote: 1, callout: 1, mixed: 2 })) {
    case 'list':
      for (const task of tasks) note.addTask(task);
      break;
    case 'nested': {
      const indent = random.pick(['    ', '\t', '   ']);
      note.add(`1. ${random.pick(sentences)}`);
      for (const task of tasks) note.addTask(task, indent);
      break;
    }
    case 'quote':
      for (const task of tasks) note.addTask(task, '> ');
      break;
    case 'callout':
      note.add('> [!todo] To do', '>');
      for (const task of tasks) note.addTask(task, '> ');
      break;
    case 'mixed':
      for (const task of tasks) {
        note.add(`- ${random.pick(sentences)}`);
        note.addTask(task);
      }
      break;
  }
  note.addBlock(random.pick(sentences));
}
