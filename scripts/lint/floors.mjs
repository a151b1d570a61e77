import path from 'node:path';
import { root } from '../root.mjs';

/**
 * The floors of the house, the lowest first. An import goes to a lower floor or stays in its own folder.
 * A name is a folder, or a file without its ending; the longest that fits counts.
 */
const floors = [
  ['templates'],
  ['src/core'],
  ['src/core/people', 'src/core/framework', 'src/core/git'],
  ['src/core/markdown'],
  ['src/core/followUp'],
  ['src/core/note'],
  ['src/core/index'],
  ['src/core/questions'],
  ['src/core/insight'],
  ['src/core/writing'],
  ['src/editor'],
  ['src/services'],
  ['src/commands', 'src/views', 'src/language', 'src/preview'],
  ['src/commands/commandTable', 'src/views/views'],
  ['src/activate'],
  ['src/extension', 'src/extension.web'],
];

/**
 * Folders whose parts know nothing of each other, a part being a file or a folder in them. What two parts need stands
 * in the part named `shared`, if no lower floor is the place for it.
 */
const divided = ['src/commands', 'src/views'];

const homes = floors.flatMap((names, floor) => names.map((name) => ({ name, floor })));

/**
 * Where a module lives; `undefined` for one that is on no floor: a package, a test, a script.
 * @param {string} module a path relative to the root, with forward slashes and without `.ts`
 */
function homeOf(module) {
  return homes
    .filter(({ name }) => module === name || module.startsWith(`${name}/`))
    .reduce(
      (/** @type {typeof homes[number] | undefined} */ best, home) =>
        best && best.name.length >= home.name.length ? best : home,
      undefined,
    );
}

/**
 * Why `from` may not import `to`, or `undefined` when it may.
 * @param {string} from a module, as `src/core/note/readNote`
 * @param {string} to a module or a file such as `templates/x.yaml`
 */
export function whyNot(from, to) {
  const [home, target] = [homeOf(from), homeOf(to)];
  if (!home) return undefined;
  if (!target) return `${from} may import the floors of the house only, not ${to}.`;
  if (target.floor > home.floor) return `An import goes down: ${target.name} lies above ${home.name}.`;
  if (target.floor < home.floor) return undefined;
  if (target.name !== home.name) return `No import sideways: ${target.name} and ${home.name} lie on one floor.`;
  if (!divided.includes(home.name)) return undefined;
  const [part, other] = [from, to].map((module) => module.slice(home.name.length + 1).split('/')[0]);
  return part === other || other === 'shared'
    ? undefined
    : `No import sideways: ${part} and ${other} are two parts of ${home.name}; what both need goes to a lower floor.`;
}

/** @param {string} file absolute */
const moduleOf = (file) => path.relative(root, file).replaceAll(path.sep, '/').replace(/\.ts$/, '');

/**
 * ESLint's rule for the floors. Type imports count too: a type that points upward is a wish in the wrong place.
 * @type {import('eslint').Rule.RuleModule}
 */
export const importsGoDown = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    /** @param {{ source?: import('estree').Node | null | undefined }} node */
    const check = ({ source }) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string' || !source.value.startsWith('.')) return;
      const from = moduleOf(context.filename);
      const to = moduleOf(path.resolve(path.dirname(context.filename), source.value));
      const message = whyNot(from, to);
      if (message) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};
