import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commandTable } from '../src/commands/commandTable';

interface Manifest {
  readonly version: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly configuration?: { readonly properties: Readonly<Record<string, { readonly default?: unknown }>> };
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { commands, configuration } = manifest.contributes;

describe('package.json', () => {
  it('names exactly the commands that exist', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.keys(commandTable).sort());
  });

  it('shows every command under the one category', () => {
    const elsewhere = commands.filter(({ category }) => category !== 'One on One');
    assert.deepEqual(elsewhere, []);
  });

  it('gives every setting a default, since no default stands in the code', () => {
    const without = Object.entries(configuration?.properties ?? {}).filter(
      ([, { default: value }]) => value === undefined,
    );
    assert.deepEqual(without, []);
  });

  it('keeps every setting under the one prefix', () => {
    const elsewhere = Object.keys(configuration?.properties ?? {}).filter((name) => !name.startsWith('oneOnOne.'));
    assert.deepEqual(elsewhere, []);
  });

  it('describes its settings in the README as it does itself', () => {
    const readme = readFileSync('README.md', 'utf8');
    const without = Object.keys(configuration?.properties ?? {}).filter((name) => !readme.includes(`| \`${name}\``));
    assert.deepEqual(without, []);
  });

  it('names only files that exist', () => {
    const named = [...text.matchAll(/"(?:\.\/)?((?:media|snippets|templates)\/[^"]+)"/g)].map(([, file = '']) => file);
    assert.ok(named.includes(manifest.icon));
    assert.deepEqual(
      named.filter((file) => !existsSync(file)),
      [],
    );
  });

  it('types the code by the oldest VS Code that it promises to run in', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('has a version that the changelog describes', () => {
    assert.ok(readFileSync('CHANGELOG.md', 'utf8').includes(`## ${manifest.version}`));
  });
});
