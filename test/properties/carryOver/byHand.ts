import type { Seeded } from '../../../bench/seeded';
import { addDays, type CivilDate } from '../../../src/core/dates/civilDate';
import { drop, type EditRequest, type ItemEdits, planSetDue, tick } from '../../../src/core/followUp/edits';
import { planSetOwner } from '../../../src/core/followUp/ownerEdits';
import type { Refusal } from '../../../src/core/text/edit';

/** What is the same in all copies of a promise. */
export const wordsOf = (text: string): string => /promise \d+/.exec(text)?.[0] ?? text;

/** A line typed at the end of a note that promises something, and the lines above it. */
export function typedPromise(random: Seeded, note: string, words: string): string {
  const lineEnd = note.includes('\r\n') ? '\r\n' : '\n';
  const above = note === '' || note.endsWith('\n') ? note : note + lineEnd;
  const isChild = / \[.\] [^\r\n]*\r?\n$/.test(above) && random.chance(0.3);
  const around = random.pick([
    ...['', '', '', `- [i] A note${lineEnd}  `, `- [b] A page${lineEnd}  `, `> - [i] A quote${lineEnd}>   `],
    `> > Quoted twice.${lineEnd}> >${lineEnd}> > `,
  ]);
  const bullet = around === '' ? random.pick(['- ', '* ', '> - ', '1. ', '+ ']) : '- ';
  const lead = isChild ? `${/( *)[-*+>][^\r\n]*\r?\n$/.exec(above)?.[1] ?? ''}  - ` : lineEnd + around + bullet;
  const mark = random.pick([' ', ' ', '/', '<', '*', '!', '?', 'h']);
  const owner = random.pick(['', '', '', '@jane ', 'Jane: ', '**Jane Doe:** ', '(A) ']);
  const fields = random.pick([
    ...['', '', ' due:2026-12-01', ' 📅 2026-12-01', ' [due:: 2026-12-01]', ' ^id', '  ', ' ⏫ 📅 2026-12-01 ^id'],
    ...[' [plan](../plan.md)', ' [[Plan|the plan]]', ' → Jane', ' (@jane)', ' #tag', ' <https://x.example/a>'],
  ]);
  return `${above}${lead}[${mark}] ${owner}${words}${fields}${random.chance(0.8) ? lineEnd : ''}`;
}

/** A word typed below a heading, or the line end at the end of the note typed or taken away. */
export function editedElsewhere(random: Seeded, text: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  if (random.chance(0.3)) return text.endsWith('\n') ? text.replace(/(?:\r?\n)+$/, '') : text + lineEnd;
  const headings = Array.from(text.matchAll(/^#+ .*\r?\n/gm), ({ index, 0: line }) => index + line.length);
  const at = headings[random.below(headings.length)] ?? text.length;
  return `${text.slice(0, at)}${lineEnd}A word.${lineEnd}${lineEnd}${text.slice(at)}`;
}

/** A command that closes a follow-up, or one that changes a field of it. */
export interface RandomCommand {
  readonly closes: boolean;
  readonly make: (request: EditRequest) => ItemEdits | Refusal;
}

/** One of the commands for an open follow-up. */
export function randomCommand(random: Seeded, today: CivilDate): RandomCommand {
  const isPerson = (name: string) => /^jane(?: doe)?$/i.test(name);
  const change = (make: RandomCommand['make']) => ({ closes: false, make });
  return random.pick<RandomCommand>([
    { closes: true, make: (request) => tick(request, today) },
    { closes: true, make: (request) => drop(request, today) },
    change((request) => planSetDue(request, addDays(today, random.below(30)))),
    change((request) => planSetDue(request, undefined)),
    change((request) => planSetOwner(request, { owner: random.pick(['jane', 'me', 'bob']), isPerson })),
    change((request) => planSetOwner(request, { owner: undefined, isPerson })),
  ]);
}
