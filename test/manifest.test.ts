import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readmeWithSettings } from '../scripts/settingsTable.mjs';
import { commandTable } from '../src/commands/commandTable';

interface Setting {
  readonly default?: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly enum?: readonly unknown[];
  readonly enumItemLabels?: readonly string[];
}

interface MenuItem {
  readonly command?: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly version: string;
  readonly icon: string;
  readonly description: string;
  readonly homepage: string;
  readonly qna: string;
  readonly bugs: { readonly url: string };
  readonly repository: { readonly url: string };
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const manifest = JSON.parse(text) as Manifest;
const { commands, configuration, menus } = manifest.contributes;
const settings = configuration.flatMap(({ properties }) => Object.entries(properties));

const SHOWN =
  /^(title|category|name|contextualTitle|contents|description|markdownDescription|altText|enumDescriptions|enumItemLabels)$/;

/** The texts of the manifest that VS Code shows, each with its path. */
function shownTexts(value: unknown, path = '', isShown = false): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return isShown ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    shownTexts(inner, `${path}/${key}`, Array.isArray(value) ? isShown : SHOWN.test(key)),
  );
}

const shown = shownTexts(manifest.contributes);

describe('package.json', () => {
  it('names exactly the commands that exist', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), Object.keys(commandTable).sort());
  });

  it('shows every command under the one category', () => {
    const elsewhere = commands.filter(({ category }) => category !== '%command.category%');
    assert.deepEqual(elsewhere, []);
    assert.equal(words['command.category'], 'One on One');
  });

  it('takes every text that VS Code shows from package.nls.json, and uses every text there', () => {
    const keys = [...shown.map(([, value]) => value), manifest.description];
    assert.deepEqual(
      keys.filter((key) => !/^%[\w.]+%$/.test(key)),
      [],
    );
    assert.deepEqual(
      [...new Set(keys)].sort(),
      Object.keys(words)
        .map((key) => `%${key}%`)
        .sort(),
    );
  });

  it('names a key after its command, so that translations survive a new title', () => {
    const other = commands.filter(
      ({ command, title }) => title !== `%${command.replace('oneOnOne', 'command')}.title%`,
    );
    assert.deepEqual(other, []);
  });

  it('offers what a row shows as a button in its context menu and in the palette too', () => {
    const [rows = [], palette = []] = [menus['view/item/context'], menus.commandPalette];
    const isButton = ({ group }: MenuItem): boolean => group?.startsWith('inline') === true;
    const unreachable = rows
      .filter(isButton)
      .filter(
        ({ command, when }) =>
          !rows.some((item) => item.command === command && item.when === when && !isButton(item)) ||
          palette.some((item) => item.command === command && item.when === 'false'),
      );
    assert.deepEqual(unreachable, []);
  });

  it('gives every setting a default, since no default stands in the code', () => {
    const without = settings.filter(([, { default: value }]) => value === undefined);
    assert.deepEqual(without, []);
  });

  it('keeps every setting under the one prefix', () => {
    const elsewhere = settings.filter(([name]) => !name.startsWith('oneOnOne.'));
    assert.deepEqual(elsewhere, []);
  });

  it('lets the folders of a workspace differ in where notes are, how often you meet and how new lines are written', () => {
    const perFolder = settings.flatMap(([name, { scope }]) => (scope === 'resource' ? [name] : []));
    assert.deepEqual(perFolder.sort(), [
      ...['oneOnOne.cadence', 'oneOnOne.carryOver', 'oneOnOne.dialect', 'oneOnOne.exclude', 'oneOnOne.notes.path'],
      ...['oneOnOne.notes.privatePath', 'oneOnOne.notes.privateSection', 'oneOnOne.people.path'],
    ]);
  });

  it('orders the settings of each category, and labels each choice', () => {
    for (const { properties } of configuration) {
      const orders = Object.values(properties).map(({ order }) => order);
      assert.deepEqual(
        orders,
        orders.map((_, at) => at + 1),
      );
    }
    const unlabeled = settings.filter(
      ([, { enum: values, enumItemLabels }]) => values?.length !== enumItemLabels?.length,
    );
    assert.deepEqual(unlabeled, []);
  });

  it('describes its settings in the README as it does itself', async () => {
    assert.equal(readFileSync('README.md', 'utf8'), await readmeWithSettings(), 'Run `npm run readme`.');
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

  it('has a version that the changelog dates, or describes as unreleased', () => {
    const headings = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (.+)$/gm)].map(
      ([, heading = '']) => heading,
    );
    assert.deepEqual(
      headings.filter((heading) => !/^(?:Unreleased|\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d)$/.test(heading)),
      [],
    );
    assert.ok(headings.some((heading) => heading === 'Unreleased' || heading.startsWith(`${manifest.version} - `)));
  });

  it('gives one address for the repository, its issues and its discussions', () => {
    const { repository, homepage, bugs, qna } = manifest;
    const address = repository.url.replace(/\.git$/, '');
    assert.deepEqual([homepage, bugs.url, qna], [`${address}#readme`, `${address}/issues`, `${address}/discussions`]);
  });
});
