import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';

/** The entries of the two bundles, whose exports VS Code uses. */
const ENTRIES = new Set(['src/extension.ts', 'src/extension.web.ts']);

/** Matches the names of an import, the module of a dynamic import, or that of an import of everything. */
const IMPORT =
  /\b(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*'(\.[^']+)'|\bimport\('(\.[^']+)'\)|\*\s+as\s+\w+\s+from\s*'(\.[^']+)'/g;

/** Stands for all names of a module. */
const ALL = '*';

/**
 * Returns the names that a source text imports, by the module as written.
 * @param {string} text
 * @returns {readonly { module: string, name: string }[]}
 */
export function importsIn(text) {
  return [...text.matchAll(IMPORT)].flatMap(([, names, module, dynamic, namespace]) => {
    if (names === undefined) return [{ module: dynamic ?? namespace ?? '', name: ALL }];
    return names
      .split(',')
      .map((each) =>
        each
          .trim()
          .replace(/^type\s+/, '')
          .replace(/\s+as\s.*$/s, ''),
      )
      .filter((name) => name !== '')
      .map((name) => ({ module: module ?? '', name }));
  });
}

/** @returns {ReadonlySet<string>} `module#name`, with absolute modules without extension */
function usedExports() {
  const used = new Set();
  for (const folder of ['src', 'test', 'scripts', 'bench']) {
    for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:ts|mjs)$/.test(file)) continue;
      const absolute = path.join(root, folder, file);
      for (const { module, name } of importsIn(readFileSync(absolute, 'utf8'))) {
        used.add(`${path.resolve(path.dirname(absolute), module).replace(/\.ts$/, '')}#${name}`);
      }
    }
  }
  return used;
}

/** @type {ReadonlySet<string> | undefined} */
let used;

/**
 * An ESLint rule against exports of `src` that no other file imports. All imports are read once per run.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noUnusedExports = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    used ??= usedExports();
    const module = context.filename.replace(/\.ts$/, '');
    const isEntry = ENTRIES.has(path.relative(root, context.filename).replaceAll(path.sep, '/'));
    if (isEntry || used.has(`${module}#${ALL}`)) return {};
    return {
      ExportNamedDeclaration(node) {
        const { declaration } = node;
        const ids = declaration?.type === 'VariableDeclaration' ? declaration.declarations : [declaration];
        for (const each of ids) {
          const name = each?.id && 'name' in each.id ? each.id.name : undefined;
          if (name !== undefined && !used?.has(`${module}#${name}`)) {
            context.report({ node, message: `No other file imports ${name}, so it needs no export.` });
          }
        }
      },
    };
  },
};
