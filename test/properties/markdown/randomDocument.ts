import type { Seeded } from '../../../bench/seeded';

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
const ENDINGS = { text: TEXTS, leaf: LEAVES, html: HTML, reference: ['[a]: /b', '[a]: /b "c"', "[a]: <b> 'c"] };

/** A text of a few lines in which the marks of block structure meet each other in every way. */
export function randomDocument(random: Seeded): string {
  const ending = random.pick(['\n', '\n', '\n', '\r\n', '\r']);
  const count = random.between(2, 11);
  const lines = Array.from({ length: count }, () => randomLine(random));
  return lines.join(ending) + random.pick(['', ending]);
}

function randomLine(random: Seeded): string {
  let line = random.pick(INDENTS);
  while (random.chance(0.35)) line += random.pick(CONTAINERS) + (random.chance(0.2) ? random.pick(INDENTS) : '');
  const ending = random.weighted({ none: 20, text: 40, leaf: 30, html: 9, reference: 1 });
  return line + (ending === 'none' ? '' : random.pick(ENDINGS[ending]));
}
