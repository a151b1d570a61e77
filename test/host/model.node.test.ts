import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { isLong } from 'host-tests';
import { commands, Position, Range, type TextDocument, window, workspace, WorkspaceEdit } from 'vscode';
import { Seeded } from '../../bench/seeded';
import { changeFollowUps } from '../../src/commands/followUps/changeFollowUps';
import type { Target } from '../../src/commands/followUps/targets';
import type { CivilDate } from '../../src/core/dates/civilDate';
import { applyEdits, type Refusal } from '../../src/core/text/edit';
import { drop, type EditRequest, type ItemEdits, planSetDue, reopen, tick } from '../../src/core/followUp/edits';
import { planSetOwner } from '../../src/core/followUp/ownerEdits';
import { anchorOf } from '../../src/core/followUp/locate';
import { editableText } from '../../src/editor/editableNote';
import { ViewChanges } from '../../src/editor/viewChanges';
import { StoreFolder } from './storeFolder';

/** Steps of a round; each round begins with notes and choices of its own. */
const STEPS = 100;
const ROUNDS = isLong ? 5 : 2;
const today = '2026-12-01' as CivilDate;

/** A note as it must be: in the editor, and on disk unless somebody has not saved yet. */
interface ModelNote {
  name: string;
  /** Each with a number of its own, so that no two are alike. */
  lines: readonly string[];
  /** What Undo goes back to, the newest last. */
  history: (readonly string[])[];
  /** Another program wrote it, and nobody has waited for VS Code to notice. */
  isNews: boolean;
}

const actions: readonly ((request: EditRequest) => ItemEdits | Refusal)[] = [
  (request) => tick(request, today),
  (request) => drop(request, today),
  (request) => reopen(request),
  (request) => planSetDue(request, '2026-12-24' as CivilDate),
  (request) => planSetDue(request, undefined),
  (request) => planSetOwner(request, { owner: 'jane', isPerson: () => false }),
];

describe('Follow-ups that are acted on in VS Code while their notes change', () => {
  const place = new StoreFolder('model');
  const viewChanges = new ViewChanges();
  after(() => viewChanges.dispose());
  let random = new Seeded(0);
  let notes: ModelNote[] = [];
  let read: readonly { readonly note: ModelNote; readonly uri: string; readonly target: Target }[] = [];
  let numbers = 0;
  let counts = { changed: 0, refused: 0 };

  function newLine(): string {
    const number = ++numbers;
    return random.chance(0.7) ? `- [${random.pick([' ', ' ', '/', 'x'])}] Task ${number}` : `## Words ${number}`;
  }

  function open(note: ModelNote): Thenable<TextDocument> {
    return workspace.openTextDocument(place.uri(note.name));
  }

  async function hearNews(note: ModelNote): Promise<void> {
    await editableText(place.uri(note.name));
    note.isNews = false;
  }

  async function readAll(): Promise<void> {
    for (const note of notes) {
      await hearNews(note);
      await place.store.refresh(place.uri(note.name));
    }
    const { index } = place.store;
    read = notes.flatMap((note) => {
      const uri = place.uri(note.name).toString();
      const items = index.followUpsIn(uri);
      assert.equal(items.length, note.lines.filter((line) => line.startsWith('- [')).length, note.name);
      return items.map((item) => {
        return { note, uri, target: { item, anchor: anchorOf(item.followUp, item.note.followUps), isRow: false } };
      });
    });
  }

  /** Acts on a follow-up as it was read some time ago: its line is changed if it still reads so, and else none is. */
  async function act(): Promise<void> {
    if (read.length === 0) return;
    const { note, uri, target } = random.pick(read);
    const make = random.pick(actions);
    const { source } = target.anchor;
    const at = place.uri(note.name).toString() === uri ? note.lines.indexOf(source) : -1;
    const planned = make({ noteNow: source, followUp: { line: 0, source }, dialect: 'plain' });
    const after = at < 0 || 'refused' in planned ? source : applyEdits(source, planned.edits);
    const wasDirty = (await documentOf(note))?.isDirty === true;
    await changeFollowUps([target], make, 'Changed', { notes: place.store, viewChanges });
    counts[at < 0 ? 'refused' : 'changed']++;
    if (after === source) return;
    set(note, note.lines.with(at, after));
    note.isNews = false;
    assert.equal((await open(note)).isDirty, wasDirty, 'saved if nobody was writing in it');
  }

  async function documentOf(note: ModelNote): Promise<TextDocument | undefined> {
    const key = place.uri(note.name).toString();
    return Promise.resolve(workspace.textDocuments.find(({ uri }) => uri.toString() === key));
  }

  function set(note: ModelNote, lines: readonly string[]): void {
    note.history.push(note.lines);
    note.lines = lines;
  }

  async function edit(note: ModelNote, lines: readonly string[], change: (edit: WorkspaceEdit) => void): Promise<void> {
    const workspaceEdit = new WorkspaceEdit();
    change(workspaceEdit);
    assert.ok(await workspace.applyEdit(workspaceEdit));
    set(note, lines);
  }

  async function step(): Promise<string> {
    const what = random.weighted({ type: 4, delete: 3, save: 4, undo: 2, rename: 1, elsewhere: 4, read: 3, act: 12 });
    const note = random.pick(notes);
    const at = random.below(note.lines.length);
    const uri = place.uri(note.name);
    if (what !== 'act') await hearNews(note);
    const document = await open(note);
    switch (what) {
      case 'type': {
        const line = newLine();
        const insert = (change: WorkspaceEdit): void => change.insert(uri, new Position(at, 0), `${line}\n`);
        await edit(note, note.lines.toSpliced(at, 0, line), insert);
        break;
      }
      case 'delete':
        if (note.lines.length > 3) {
          const gone = new Range(at, 0, at + 1, 0);
          await edit(note, note.lines.toSpliced(at, 1), (change) => change.delete(uri, gone));
        }
        break;
      case 'save':
        assert.ok(!document.isDirty || (await document.save()));
        break;
      case 'undo':
        if (note.history.length > 0) {
          await window.showTextDocument(document);
          await commands.executeCommand('undo');
          note.lines = note.history.pop()!;
        }
        break;
      case 'rename': {
        const name = `note${++numbers}.md`;
        const rename = new WorkspaceEdit();
        rename.renameFile(uri, place.uri(name));
        assert.ok(await workspace.applyEdit(rename));
        // Which of the older edits VS Code still takes back after it is its own affair.
        Object.assign(note, { name, history: [] });
        break;
      }
      case 'elsewhere':
        if (!document.isDirty) {
          const lines = note.lines.toSpliced(at, random.below(2), newLine());
          place.write(note.name, `${lines.join('\n')}\n`);
          Object.assign(note, { lines, history: [], isNews: true });
        }
        break;
      case 'read':
        await readAll();
        break;
      case 'act':
        await act();
    }
    return what;
  }

  async function check(done: string): Promise<void> {
    for (const note of notes) {
      const expected = `${note.lines.join('\n')}\n`;
      const document = await documentOf(note);
      if (document && !note.isNews) assert.equal(document.getText(), expected, `${note.name} after ${done}`);
      if (document?.isDirty !== true) {
        assert.equal(fs.readFileSync(place.at(note.name), 'utf8'), expected, `${note.name} on disk after ${done}`);
      }
    }
    const files = fs.readdirSync(place.folder.fsPath).sort();
    assert.deepEqual(files, notes.map(({ name }) => name).sort(), `after ${done}`);
  }

  for (let round = 1; round <= ROUNDS; round++) {
    it(`are changed on their own line or not at all, over ${STEPS} random steps, round ${round}`, async () => {
      random = new Seeded(20_261_202 + round);
      counts = { changed: 0, refused: 0 };
      notes = Array.from({ length: 4 }, () => {
        return { name: `note-${++numbers}.md`, lines: Array.from({ length: 8 }, newLine), history: [], isNews: false };
      });
      for (const { name, lines } of notes) place.write(name, `${lines.join('\n')}\n`);
      await place.store.ready();
      await readAll();
      try {
        for (let done = 0; done < STEPS; done++) {
          await check(`step ${done}, ${await step()}`);
        }
      } finally {
        // While the files are still there: saving what is unsaved would bring them back.
        await commands.executeCommand('workbench.action.files.saveAll');
        await commands.executeCommand('workbench.action.closeAllEditors');
      }
      assert.ok(counts.changed > STEPS / 10, JSON.stringify(counts));
      assert.ok(counts.refused > 0, JSON.stringify(counts));
    });
  }
});
