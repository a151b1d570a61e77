import path from 'node:path';
import { root } from '../root.mjs';

/**
 * The features of the core. They share one floor, so features do not import each other. Code for two of them belongs in
 * a folder below, such as `reports`, `peopleView` or `carryOver`.
 */
const features = [
  'src/core/assist',
  'src/core/brief',
  'src/core/newNote',
  'src/core/ratings',
  'src/core/sharing',
  'src/core/themes',
];

/**
 * The floors of the house, lowest first. An import goes to a lower floor or stays in its own folder. A name is a folder
 * or a file without its extension; the longest match counts.
 */
const floors = [
  ['templates'],
  ['src/core/text'],
  ['src/core/dates'],
  ['src/core/markdown'],
  ['src/core/people', 'src/core/git'],
  ['src/core/frameworks'],
  ['src/core/taskText'],
  ['src/core/followUp'],
  ['src/core/note'],
  ['src/core/index'],
  ['src/core/questions'],
  ['src/core/noteEdit'],
  ['src/core/sessions'],
  ['src/core/peopleView'],
  ['src/core/followUpList'],
  ['src/core/topics'],
  ['src/core/reports'],
  ['src/core/carryOver'],
  features,
  ['src/editor'],
  ['src/services'],
  ['src/commands', 'src/views', 'src/language', 'src/preview'],
  ['src/commands/commandTable', 'src/views/views'],
  ['src/activate'],
  ['src/extension', 'src/extension.web'],
];

/**
 * Folders whose parts (files or folders) do not import each other. Code for two parts belongs on a lower floor, or else
 * in the part named `shared`.
 */
const divided = ['src/commands', 'src/views'];

const homes = floors.flatMap((names, floor) => names.map((name) => ({ name, floor })));

/**
 * Returns the floor of a module, or `undefined` for packages, tests and scripts.
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
 * Returns the reason why `from` may not import `to`, or `undefined` if it may.
 * @param {string} from a module, as `src/core/note/readNote`
 * @param {string} to a module or a file such as `templates/x.yaml`
 */
export function whyNot(from, to) {
  const [home, target] = [homeOf(from), homeOf(to)];
  if (!home) return from.startsWith('src/') ? `${from} is on no floor: add its folder to the list.` : undefined;
  if (!target) return `${from} may import the floors of the house only, not ${to}.`;
  if (target.floor > home.floor) return `Imports go down: ${target.name} is above ${home.name}.`;
  if (target.floor < home.floor) return undefined;
  if (target.name !== home.name) {
    return features.includes(home.name) && features.includes(target.name)
      ? `Features do not import each other: ${home.name} and ${target.name} need a common folder below.`
      : `No import sideways: ${target.name} and ${home.name} are on one floor.`;
  }
  if (!divided.includes(home.name)) return undefined;
  const [part, other] = [from, to].map((module) => module.slice(home.name.length + 1).split('/')[0]);
  return part === other || other === 'shared'
    ? undefined
    : `No import sideways: ${part} and ${other} are two parts of ${home.name}; code for both goes to a lower floor.`;
}

/** @param {string} file absolute */
const moduleOf = (file) => path.relative(root, file).replaceAll(path.sep, '/').replace(/\.ts$/, '');

/**
 * An ESLint rule for the floors. It includes type imports, because a type is a dependency, too.
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
