import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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
  const expressions = files.flatMap((file) => expressionsIn(`src/${file}`));
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
    assert.ok(expressions.length > 250, String(expressions.length));
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
