import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.mjs';

/** @typedef {ReadonlyMap<string, readonly string[]>} ImportGraph The modules that each module imports. */

/**
 * Returns the import cycles of a graph: groups of modules that reach each other. Each group is sorted.
 * @param {ImportGraph} graph
 * @returns {string[][]}
 */
export function circlesIn(graph) {
  /** @type {Map<string, { index: number, low: number }>} */
  const seen = new Map();
  /** @type {string[]} */
  const stack = [];
  /** @type {string[][]} */
  const circles = [];

  // Tarjan's algorithm for strongly connected components.
  /** @param {string} module */
  const visit = (module) => {
    const own = { index: seen.size, low: seen.size };
    seen.set(module, own);
    stack.push(module);
    for (const next of graph.get(module) ?? []) {
      const known = seen.get(next);
      if (!known) own.low = Math.min(own.low, visit(next));
      else if (stack.includes(next)) own.low = Math.min(own.low, known.index);
    }
    if (own.low === own.index) {
      const group = stack.splice(stack.indexOf(module));
      if (group.length > 1 || graph.get(module)?.includes(module)) circles.push(group.sort());
    }
    return own.low;
  };
  for (const module of graph.keys()) {
    if (!seen.has(module)) visit(module);
  }
  return circles;
}

const IMPORT = /(?:\bfrom|\bimport\()\s*'(\.[^']+)'/g;

/**
 * Returns the imports between the files of a folder, including type imports.
 * @param {string} dir absolute
 * @returns {ImportGraph} by absolute path without `.ts`
 */
export function importGraph(dir) {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return new Map(
    files.map((file) => {
      const absolute = path.join(dir, file);
      const imports = [...readFileSync(absolute, 'utf8').matchAll(IMPORT)].map(([, specifier = '']) =>
        path.resolve(path.dirname(absolute), specifier),
      );
      return [absolute.replace(/\.ts$/, ''), imports];
    }),
  );
}

/** @type {ReadonlyMap<string, string[]> | undefined} by module, the circle that it is part of */
let circleOf;

/**
 * An ESLint rule against import cycles in `src`. The graph is read once per run.
 * @type {import('eslint').Rule.RuleModule}
 */
export const noImportCircles = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    circleOf ??= new Map(
      circlesIn(importGraph(path.join(root, 'src'))).flatMap((circle) => circle.map((module) => [module, circle])),
    );
    const circle = circleOf.get(context.filename.replace(/\.ts$/, ''));
    if (!circle) return {};
    const names = circle.map((module) => path.relative(root, module)).join(', ');
    return { Program: (node) => context.report({ node, message: `These files import each other: ${names}.` }) };
  },
};
