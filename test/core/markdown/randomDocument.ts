/** A source of numbers in [0, 1) that gives the same ones for the same seed. */
export type Random = () => number;

/** Marsaglia's xorshift: good enough to mix markers, and short. */
export function seededRandom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** One of `choices`. */
export function pick<Choice>(choices: readonly Choice[], random: Random): Choice {
  return choices[Math.floor(random() * choices.length)]!;
}

const INDENTS = ['', '', '', '', '', ' ', '  ', '  ', '   ', '    ', '    ', '      ', '        ', '\t', ' \t', '\t\t'];
const CONTAINERS = ['- ', '- ', '* ', '+ ', '1. ', '2) ', '10. ', '> ', '> ', '>', '-\t', '1.\t', '-    ', '-     '];
const TEXTS = ['text', 'more text', '[ ] task', '**bold**', '-no item', '1.no item', '#no heading', '\\- no item', '_'];
const LEAVES = [
  '# one',
  '## two ##',
  '### ',
  '```',
  '~~~',
  '````',
  '``` js',
  '``` a`b',
  '---',
  '***',
  '- - -',
  '===',
  '-',
  '--',
  '=',
];
const HTML = [
  '<div>',
  '</div>',
  '<!-- a',
  '-->',
  '<!-- a -->',
  '<b>',
  '<b>text',
  '<pre>',
  '</pre>',
  '<?a',
  '?>',
  '<!A',
  '>',
];
const REFERENCES = ['[a]: /b', '[a]: /b "c"', "[a]: <b> 'c"];

/** A text of a few lines in which the marks of block structure meet each other in every way. */
export function randomDocument(random: Random): string {
  const ending = pick(['\n', '\n', '\n', '\r\n', '\r'], random);
  const count = 2 + Math.floor(random() * 10);
  const lines = Array.from({ length: count }, () => randomLine(random));
  return lines.join(ending) + pick(['', ending], random);
}

function randomLine(random: Random): string {
  let line = pick(INDENTS, random);
  while (random() < 0.35) line += pick(CONTAINERS, random) + (random() < 0.2 ? pick(INDENTS, random) : '');
  const chance = random();
  if (chance < 0.2) return line;
  if (chance < 0.6) return line + pick(TEXTS, random);
  if (chance < 0.9) return line + pick(LEAVES, random);
  return line + pick(chance < 0.99 ? HTML : REFERENCES, random);
}
