import { falseTasks, unclosedFence } from './falseTasks';
import type { NoteWriter } from './noteWriter';
import type { Seeded } from './seeded';
import { isoDate, taskLine, type TaskWish } from './taskLine';
import { questions, sectionTitles, sentences } from './words';

/** A person in generated notes. */
export interface GeneratedPerson {
  readonly name: string;
  /** The name in lowercase with hyphens. */
  readonly slug: string;
}

/** Adds front matter in common spellings. One note in ten has none. */
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
  // A block scalar with a task-like line, which is not a task.
  if (random.chance(0.02)) note.add('template: |', `  - [ ] Send the deck due:${isoDate(day)}`);
  note.add('---');
}

/** Adds an agenda of plain bullets, or one empty bullet. */
export function addAgenda(note: NoteWriter, random: Seeded): void {
  note.addBlock('## Agenda');
  const entries = Array.from({ length: random.between(0, 4) }, () => `- ${random.pick(sentences)}`);
  note.addBlock(...(entries.length === 0 ? ['- '] : entries));
}

/** Adds sections of prose, questions and lists, with tasks and task-like text. */
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

/** Adds parts that must come last: private sections, and occasionally an unclosed fence. */
export function addEnd(note: NoteWriter, random: Seeded, wish: TaskWish): void {
  if (random.chance(0.1)) {
    note.addBlock('## Private');
    addTasks(note, random, wish);
  }
  if (random.chance(0.04)) note.addBlock(...unclosedFence(random, wish));
}

/** Adds tasks in typical places: in a list, nested, in a quote or callout, or among plain items. */
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
