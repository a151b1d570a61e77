import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import { buildSync } from 'esbuild';
import { checkSync } from 'recheck';
import * as ts from 'typescript';

/** Expressions that take quadratic time on long text, with the reason why that text is short. */
const SHORT_INPUT: ReadonlyMap<string, string> = new Map([
  [String.raw`/^<!--\s*one-on-one:chart\s+(\S*)\s*-->/`, 'reads 80 characters'],
  ['/<!--[^]*?-->|%%[^]*?%%/g', 'reads a single follow-up'],
  [
    String.raw`/^[\s,;:–—-]+|(?:[\s,;:–—(-]|\b(?:on|at|by|from|next|quarterly|monthly|the))+$/giu`,
    'reads a label of 60 characters',
  ],
]);

/** An expression and its place. */
interface Expression {
  readonly source: string;
  readonly place: string;
}

/** Returns the regular expressions that a file contains as literals. */
function expressionsIn(file: string): Expression[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ source: node.text, place: `${file}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Returns the regular expressions that modules of the core build with `new RegExp` when they are loaded. */
function builtExpressions(files: readonly string[]): Expression[] {
  const imports = files.map((file) => `import './${file}';`).join('\n');
  const { outputFiles } = buildSync({
    stdin: { contents: imports, resolveDir: '.' },
    bundle: true,
    format: 'iife',
    ignoreAnnotations: true,
    treeShaking: false,
    write: false,
  });
  const built = new Set<string>();
  const recorder = new Proxy(RegExp, {
    construct(target, [source, flags]: [RegExp | string, string?]) {
      const expression = new target(source, flags);
      built.add(String(expression));
      return expression;
    },
  });
  vm.runInNewContext(outputFiles[0]?.text ?? '', { RegExp: recorder, TextEncoder, TextDecoder, URL });
  return [...built].map((source) => ({ source, place: 'built when the core is loaded' }));
}

/** Whether an automaton shows that the steps of an expression grow faster than its text. */
function isVulnerable({ source }: Expression): boolean {
  const end = source.lastIndexOf('/');
  return (
    checkSync(source.slice(1, end), source.slice(end + 1), { checker: 'automaton', timeout: 1_000 }).status ===
    'vulnerable'
  );
}

describe('The regular expressions of the code', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const building = files.filter((file) => readFileSync(`src/${file}`, 'utf8').includes('new RegExp('));
  const literals = files.flatMap((file) => expressionsIn(`src/${file}`));
  const built = builtExpressions(building.map((file) => `src/${file}`));
  const expressions = [...literals, ...built];
  let backend: string | undefined;
  before(() => {
    // The checker in JavaScript, which needs neither Java nor a program for this system.
    backend = process.env.RECHECK_BACKEND;
    process.env.RECHECK_BACKEND = 'pure';
  });
  after(() => {
    if (backend === undefined) delete process.env.RECHECK_BACKEND;
    else process.env.RECHECK_BACKEND = backend;
  });

  it('take steps in proportion to the text, or read only short text', () => {
    assert.ok(literals.length > 250, String(literals.length));
    assert.ok(built.length > 40, String(built.length));
    assert.ok(building.every((file) => file.startsWith('core/')));
    const slow = expressions.filter((each) => !SHORT_INPUT.has(each.source) && isVulnerable(each));
    assert.deepEqual(slow, []);
  }).timeout(120_000);

  it('are excepted only if they exist', () => {
    const sources = new Set(expressions.map(({ source }) => source));
    for (const source of SHORT_INPUT.keys()) {
      assert.ok(sources.has(source), source);
    }
  });

  it('would be found if they were slow', () => {
    assert.ok(isVulnerable({ source: String.raw`/\s+$/`, place: '' }));
    assert.ok(isVulnerable({ source: '/^(?:a|a)*$/', place: '' }));
    assert.ok(!isVulnerable({ source: String.raw`/(?<!\s)\s+$/`, place: '' }));
  });
});
