import assert from 'node:assert/strict';
import {
  commands,
  languages,
  Position,
  type CodeLens,
  type CompletionList,
  type DocumentLink,
  type Hover,
  type MarkdownString,
  type TextDocument,
} from 'vscode';
import { labelsOf, openNote, removeNotes } from './aidNotes';
import { dayAgo } from './days';
import { until } from './until';

const HEAD = '# Lars Large\n\nAsk [[Lars Large]].\n\n- [ ] @\n\n## People\n\n- a\n\n## Follow-ups\n\n';
const IN_NAME = new Position(2, 8);
const BEHIND_AT = new Position(4, 7);

/** What each aid of the text editor says in a document. */
const aids: Readonly<Record<string, (document: TextDocument) => Promise<readonly string[]>>> = {
  completions: async ({ uri }) => {
    const [provider, trigger] = ['vscode.executeCompletionItemProvider', '@'];
    const { items } = await commands.executeCommand<CompletionList>(provider, uri, BEHIND_AT, trigger);
    return labelsOf(items);
  },
  hovers: async ({ uri }) => {
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, IN_NAME);
    return hovers
      .flatMap(({ contents }) => contents as MarkdownString[])
      .map(({ value }) => value.replaceAll('&nbsp;', ' '));
  },
  links: async ({ uri }) => {
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri);
    return links.map(({ target }) => target?.path ?? '');
  },
  lenses: async ({ uri }) => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    return lenses.map(({ command }) => command?.title ?? '');
  },
};

function hintsOf(document: TextDocument): readonly string[] {
  const ours = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'One on One');
  return ours.map(({ range }) => document.getText(range));
}

/** Opens a note of 20,000 lines or more: one for all aids, since VS Code itself is busy with it for seconds. */
function openLarge(name: string, size: number): Promise<TextDocument> {
  const line = '- [ ] @me something that is written down now\n';
  return openNote(`1-1s/lars-large/${name}.md`, `${HEAD}${line.repeat(size / line.length)}-[ ] last\n`);
}

describe('Large notes', () => {
  after(() => removeNotes('1-1s/lars-large'));

  describe('of 20,000 lines and 900 KB', () => {
    let document: TextDocument;
    before(async () => {
      document = await openLarge(dayAgo(3), 900_000);
      assert.ok(document.lineCount > 20_000);
    });

    it('have hints up to the last line', () =>
      until(languages.onDidChangeDiagnostics, () => hintsOf(document).includes('-[ ] last')));

    for (const [aid, expected] of [
      ['completions', 'Lars Large'],
      ['hovers', 'Lars Large'],
      ['links', `${dayAgo(3)}.md`],
      ['lenses', 'Swap Question'],
    ] as const) {
      it(`have ${aid}`, async () => {
        // VS Code does not say when an aid is loaded: until then there is nothing.
        while (!(await aids[aid]!(document)).some((each) => each.includes(expected)));
      });
    }
  });

  describe('of more than 1 MB', () => {
    let document: TextDocument;
    before(async () => {
      document = await openLarge(dayAgo(2), 1_100_000);
    });

    for (const [aid, saidIn] of Object.entries(aids)) {
      it(`have no ${aid}`, async () => assert.deepEqual(await saidIn(document), []));
    }

    it('have no hints, even when a file that was opened later has its own', async () => {
      const later = await openNote('1-1s/lars-large/2026-12-07.md', '-[ ] later\n');
      await until(languages.onDidChangeDiagnostics, () => hintsOf(later).length > 0);
      assert.deepEqual(hintsOf(document), []);
    });
  });

  it('of few but long lines have hints, too', async () => {
    const lines = `- [ ] @me ${'a'.repeat(870)} due:2026-12-04\n`.repeat(1_000);
    const document = await openNote('1-1s/lars-large/2026-11-09.md', `${lines}-[ ] last\n`);
    await until(languages.onDidChangeDiagnostics, () => hintsOf(document).includes('-[ ] last'));
  });
});
