import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { build, type BuildOptions } from 'esbuild';
import * as ts from 'typescript';
import { bundles } from '../../scripts/bundles.mjs';
import { noticesOf } from '../../scripts/notices.mjs';

/** All that the packed code may load besides itself. */
const PACKAGES = ['vscode', 'node:fs', 'node:path', 'node:timers/promises'];
/** What reaches the network, or turns text into code. */
const FORBIDDEN_NAMES = new Set([
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection', 'sendBeacon'],
  ...['eval', 'Function', 'Worker', 'SharedWorker', 'importScripts', 'execScript', 'WebAssembly'],
]);
/** What starts a process, or has VS Code start one. */
const FORBIDDEN_MEMBERS = new Set([
  ...['createTerminal', 'executeTask', 'startDebugging', 'ShellExecution', 'ProcessExecution', 'openExternal'],
  ...['dlopen', 'binding', 'getBuiltinModule', 'createRequire', 'mainModule'],
]);

/** What code does that the extension promises never to do: each with the line it stands in. */
function misdeedsIn(code: string): string[] {
  const source = ts.createSourceFile('code.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const found: string[] = [];
  const accuse = (node: ts.Node): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${line + 1}: ${node.getText().slice(0, 80)}`);
  };
  const visit = (node: ts.Node): void => {
    const loaded = moduleLoadedBy(node);
    if (loaded !== undefined && !isHarmless(loaded)) {
      accuse(node);
    }
    if (
      ts.isIdentifier(node) &&
      (FORBIDDEN_MEMBERS.has(node.text) || (FORBIDDEN_NAMES.has(node.text) && isUse(node)))
    ) {
      accuse(node.parent);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The expression that names what a node imports or requires. */
function moduleLoadedBy(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier;
  }
  const isLoading =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(node.expression) && node.expression.text === 'require'));
  return isLoading ? (node.arguments[0] ?? node) : undefined;
}

function isHarmless(module: ts.Node): boolean {
  return ts.isStringLiteral(module) && (PACKAGES.includes(module.text) || /^\.\.?\//.test(module.text));
}

/** A name in its own right, or a member of a global object; not a member of anything else, nor a key. */
function isUse(name: ts.Identifier): boolean {
  const { parent } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) {
    return /^(?:globalThis|self|window|global|navigator)$/.test(parent.expression.getText());
  }
  const isKey = (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) && parent.name === name;
  const isAskedFor = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  return !isKey && !isAskedFor;
}

async function packed(options: BuildOptions): Promise<readonly string[]> {
  const { outputFiles } = await build({ ...options, write: false });
  return outputFiles.map(({ text }) => text);
}

describe('The packed code', () => {
  for (const bundle of ['entry', 'lazy', 'web'] as const) {
    it(`reaches no network, starts no process and makes no code of text, in the bundle ${bundle}`, async () => {
      const files = await packed((await bundles({ sourcemap: false }))[bundle]);
      assert.ok(files.length > 0);
      assert.deepEqual(files.flatMap(misdeedsIn), []);
    });
  }

  it('would be caught if it did', () => {
    for (const code of [
      'await fetch("https://a.example")',
      'globalThis.fetch("x")',
      'new XMLHttpRequest()',
      'new WebSocket("wss://a.example")',
      'navigator.sendBeacon("x")',
      'import { spawn } from "node:child_process"',
      'import("node:https")',
      'import("./chunk.mjs" + name)',
      'require("net")',
      'require(name)',
      'eval("1")',
      '(0, eval)("1")',
      'new Function("return 1")',
      'import { window } from "vscode"; window.createTerminal()',
      'process.dlopen(x)',
    ]) {
      assert.equal(misdeedsIn(code).length, 1, code);
    }
    assert.deepEqual(misdeedsIn('import "./a.mjs"; f("eval(1)"); /* fetch() */ x.fetch(); import("./b.mjs")'), []);
  });
});

describe('The notices beside the packed code', () => {
  it('hold the license of each package in it', async () => {
    const all = await bundles({ sourcemap: false });
    const options = [all.entry, all.lazy, all.web];
    const results = await Promise.all(options.map((each) => build({ ...each, write: false, metafile: true })));
    const notices = await noticesOf(results.map(({ metafile }) => metafile));
    assert.deepEqual(
      [...notices.matchAll(/^-{72}\n(\S+) \d/gm)].map(([, name]) => name),
      ['yaml'],
    );
    assert.match(notices, /Copyright Eemeli Aro/);
  });
});

describe('What package.json promises', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly capabilities: unknown;
    readonly dependencies?: unknown;
    readonly extensionDependencies?: unknown;
    readonly activationEvents: readonly string[];
  };

  it('is to work in folders that nobody trusts and in those on no disk', () => {
    const restrictedConfigurations = ['notes.path', 'notes.privatePath', 'people.path'].map(
      (name) => `oneOnOne.${name}`,
    );
    assert.deepEqual(manifest.capabilities, {
      untrustedWorkspaces: { supported: true, restrictedConfigurations },
      virtualWorkspaces: true,
    });
  });

  it('is to bring all it needs, and to start with nothing in a workspace', () => {
    assert.equal(manifest.extensionDependencies, undefined);
    assert.deepEqual(manifest.activationEvents, ['onStartupFinished']);
  });
});
