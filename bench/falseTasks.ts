import type { Seeded } from './seeded';
import { isoDate, taskLine, type TaskWish } from './taskLine';

/**
 * Returns blocks that look like tasks but are not. Each begins with a paragraph, so that it does not continue a list.
 */
export function falseTasks(random: Seeded, wish: TaskWish): readonly string[] {
  const bait = Array.from({ length: random.between(1, 3) }, () => baitLine(random, wish));
  const indented = bait.map((line) => `    ${line}`);
  switch (random.weighted(blockWeights)) {
    case 'fence':
      return ['Copied from the wiki:', '', random.pick(['```md', '````', '```']), ...bait, '````'];
    case 'tildes':
      return ['The template as it was:', '', '~~~', ...bait, '```', ...bait, '~~~'];
    case 'fenceInList':
      return ['How it looks:', '', '- an example', '', '  ```', ...bait.map((line) => `  ${line}`), '  ```'];
    case 'fenceInQuote':
      return ['Quoted from the chat:', '', '> ```', ...bait.map((line) => `> ${line}`), '> ```'];
    case 'indented':
      return ['Pasted from the terminal:', '', ...indented];
    case 'lazy':
      return ['Written without a blank line,', ...indented];
    case 'comment':
      return ['Not for the page:', '', '<!--', ...bait, '', ...bait, '-->'];
    case 'commentLine':
      return ['Not for the page:', '', `<!-- ${bait[0] ?? ''} -->`];
    case 'percent':
      return ['Not for the page:', '', '%%', ...bait, '', ...bait, '%%'];
    case 'percentLine':
      return ['Not for the page:', '', `%% ${bait[0] ?? ''} %%`];
    case 'inlineCode':
      return [`We write \`${bait[0] ?? ''}\` and nothing else.`];
    case 'forms':
      return ['Boxes that are none:', '', ...falseForms(random, wish)];
    case 'table':
      return ['| done | what |', '| --- | --- |', '| [ ] | the deck |', `| [x] | the page due:${isoDate(wish.day)} |`];
  }
}

/** Returns an unclosed fence. Everything after it is code, so it must be at the end of a note. */
export function unclosedFence(random: Seeded, wish: TaskWish): readonly string[] {
  return ['Pasted in a hurry:', '', '```', baitLine(random, wish), '', baitLine(random, wish)];
}

const blockWeights = {
  ...{ fence: 4, tildes: 1, fenceInList: 1, fenceInQuote: 1, indented: 2, lazy: 1, comment: 2, commentLine: 2 },
  ...{ percent: 2, percentLine: 2, inlineCode: 2, forms: 3, table: 1 },
} as const;

function baitLine(random: Seeded, wish: TaskWish): string {
  return taskLine(random, { ...wish, mark: ' ' }).lines[0] ?? '';
}

function falseForms(random: Seeded, { day }: TaskWish): readonly string[] {
  const due = `due:${isoDate(day)}`;
  const forms = [
    ...[`- [] Send the deck ${due}`, `- [ ](https://notes.example/a) ${due}`, '- [x](a.md) is done', '- [ ]'],
    ...['- [ ]Send the deck', `- [  ] Two spaces ${due}`, '- \\[ ] Escaped', `- (x) Round ${due}`, '- [xx] Two marks'],
    ...[`- ~~[ ] Struck out~~`, '- **[ ] In bold**', '- `[ ]` in code', '* [ ][link] to somewhere'],
  ];
  // These come last: without a space the line is a paragraph, which would include the next line.
  const last = random.chance(0.5) ? ['', `-[ ] Send the deck ${due}`] : ['', `[ ] Send the deck ${due}`];
  return [random.pick(forms), random.pick(forms), ...last];
}
