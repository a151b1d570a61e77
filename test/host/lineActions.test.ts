import assert from 'node:assert/strict';
import { commands, env, Uri, window, workspace } from 'vscode';
import type { ReportEntry } from '../../src/core/reports/report';
import { Reader } from './reader';
import { dayAgo } from './days';

const root = (): Uri => workspace.workspaceFolders![0]!.uri;
const noteOf = (person: string): Uri => Uri.joinPath(root(), '1-1s', person, `${dayAgo(3)}.md`);
const write = (uri: Uri, lines: readonly string[]): Thenable<void> =>
  workspace.fs.writeFile(uri, new TextEncoder().encode(lines.join('\n')));
const textOf = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));

/** A row of the Themes view about a line, as its commands receive it. */
const rowOf = (uri: Uri, line: number, above?: Partial<ReportEntry>) => ({
  id: 'x\ny',
  shows: { text: '', details: [], private: false, source: { uri: uri.toString(), line } },
  ...(above && { above: { text: '', details: [], private: false, ...above } }),
});

describe('Actions on the rows of a report', () => {
  const THANKS = ['**Who do you want to thank?**', '', 'Rufus, for the launch'];
  const CONNECT = ['**Is there someone I can connect you with?**', '', 'Rufus, who knows pricing; he is slow'];

  before(async () => {
    await write(noteOf('amalia'), ['# Note', '', ...THANKS, '', ...CONNECT, '', '- [x] Drop the sync #process']);
    await write(noteOf('rufus'), ['# Note', '', 'Words.']);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const person of ['amalia', 'rufus']) {
      await workspace.fs.delete(Uri.joinPath(root(), '1-1s', person), { recursive: true });
    }
    for (const page of ['People/Amalia.md', 'People/Rufus.md']) {
      await Promise.resolve(workspace.fs.delete(Uri.joinPath(root(), page))).catch(() => undefined);
    }
  });

  it('pass thanks on as a follow-up in the note where they were said', async () => {
    await commands.executeCommand('oneOnOne.passItOn', rowOf(noteOf('amalia'), 4, { key: 'rufus', text: 'Rufus' }));
    assert.ok((await textOf(noteOf('amalia'))).includes('\n- [ ] @me Thank Rufus\n'));
    assert.doesNotMatch(await textOf(noteOf('rufus')), /Thank/);
  });

  it('let the manager of the thanked say it, or the manager of the reader', async () => {
    const page = Uri.joinPath(root(), 'People/Rufus.md');
    const reader = await Reader.begin();
    try {
      await write(page, ['---', 'person: Rufus', 'reports-to: Amalia', '---']);
      await commands.executeCommand('oneOnOne.refreshFollowUps');
      for (const [sayer, owner] of [
        ['You', 'me'],
        ['Amalia', 'Amalia'],
        ['Helena Brandt', 'Helena\\S*'],
      ] as const) {
        reader.answers(sayer);
        await commands.executeCommand('oneOnOne.passItOn', rowOf(noteOf('amalia'), 4, { key: 'rufus', text: 'Rufus' }));
        assert.match(await textOf(noteOf('amalia')), new RegExp(`\\n- \\[ \\] @${owner} Thank Rufus\\n`, 'i'));
      }
      assert.ok(reader.seen.includes('the manager of Rufus') && reader.seen.includes('your manager'));
      assert.ok(reader.seen.includes('Who thanks Rufus?'));
    } finally {
      reader.dispose();
      await workspace.fs.delete(page);
      await commands.executeCommand('oneOnOne.refreshFollowUps');
    }
  });

  it('make a follow-up of the line of a row, in the words of the line or in others', async () => {
    const reader = await Reader.begin();
    try {
      const lines = (await textOf(noteOf('amalia'))).split('\n');
      const line = lines.findIndex((each) => each.includes('pricing'));
      reader.answers('@amalia Meet Rufus due:2027-01-04');
      await commands.executeCommand('oneOnOne.makeFollowUp', rowOf(noteOf('amalia'), line));
      assert.ok((await textOf(noteOf('amalia'))).includes('\n- [ ] @amalia Meet Rufus due:2027-01-04\n'));
      assert.doesNotMatch(
        await textOf(noteOf('rufus')),
        /Meet Rufus/,
        'It is a promise of the 1:1 in which it was said.',
      );
      const before = await textOf(noteOf('amalia'));
      reader.answers('');
      await commands.executeCommand('oneOnOne.makeFollowUp', rowOf(noteOf('amalia'), line));
      assert.equal(await textOf(noteOf('amalia')), before);
    } finally {
      reader.dispose();
    }
  });

  it('park a topic for both, without a word of what one of them said', async () => {
    const lines = (await textOf(noteOf('amalia'))).split('\n');
    const line = lines.findIndex((each) => each.includes('pricing'));
    const uris = await commands.executeCommand<readonly Uri[]>('oneOnOne.parkForBoth', rowOf(noteOf('amalia'), line));
    const [amalia = '', rufus = ''] = await Promise.all(uris.map(textOf));
    assert.match(amalia, /\n- Connect with Rufus\n/);
    assert.match(rufus, /\n- Connect with Amalia\n/);
    assert.doesNotMatch(rufus, /slow|pricing/);
  });

  it('copy the line, go to it, and refuse a private one', async () => {
    await commands.executeCommand('oneOnOne.copyAsText', rowOf(noteOf('amalia'), 4));
    assert.equal(await env.clipboard.readText(), 'Rufus, for the launch');
    await commands.executeCommand('oneOnOne.goToLine', rowOf(noteOf('amalia'), 4));
    assert.equal(window.activeTextEditor?.document.uri.path, noteOf('amalia').path);
    assert.equal(window.activeTextEditor.selection.active.line, 4);
  });

  it('open the narrative, a document that is no file', async () => {
    await commands.executeCommand('oneOnOne.showNarrative');
    assert.ok(window.activeTextEditor?.document.getText().startsWith('# Narrative\n'));
  });
});
