import assert from 'node:assert/strict';
import { commands, languages, type Memento, Position, Selection, Uri, window, workspace } from 'vscode';
import { ReflectionOffers } from '../../src/editor/reflectionOffers';
import { FaultyFileSystem } from './faultyFileSystem';
import { Reader } from './reader';
import { until } from './until';
import { dayAgo } from './days';

const root = (): Uri => workspace.workspaceFolders![0]!.uri;
const at = (path: string): Uri => Uri.joinPath(root(), path);
const textOf = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri));

const QUESTIONS = '.one-on-one/questions.yaml';
const SEASONS = '.one-on-one/seasons.yaml';
const THANKS = 'Who do you want to thank?';

async function write(path: string, ...lines: readonly string[]): Promise<Uri> {
  await workspace.fs.writeFile(at(path), new TextEncoder().encode(`${lines.join('\n')}\n`));
  return at(path);
}

async function cursorAt(uri: Uri, words: string): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const place = document.positionAt(document.getText().indexOf(words));
  await window.showTextDocument(document, { preview: false, selection: new Selection(place, place) });
}

/** Deletes files and folders. Those that are not there do not matter. */
async function remove(...paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await Promise.resolve(workspace.fs.delete(at(path), { recursive: true })).catch(() => undefined);
  }
}

/** Deletes a note just written. VS Code may not report that, because it has not reported the file before. */
async function discard(note: Uri): Promise<void> {
  await workspace.fs.delete(note);
  await commands.executeCommand('oneOnOne.refreshFollowUps');
}

function head(person: string, date: string): readonly string[] {
  return ['---', 'type: 1on1', `person: ${person}`, `date: ${date}`, '---', '', `# ${person}`, ''];
}

describe('Relationships', () => {
  let reader: Reader;
  let roster: string;
  const folders = ['1-1s/rel-rita', '1-1s/rel-ruben', '1-1s/rel-rita-and-rel-ruben', '1-1s/rel-ron'];

  before(async () => {
    roster = await textOf(at('.one-on-one/people.yaml'));
    await write(`1-1s/rel-rita/${dayAgo(60)}.md`, ...head('Rel Rita', dayAgo(60)), '- a');
    await write(`1-1s/rel-ruben/${dayAgo(3)}.md`, ...head('Rel Ruben', dayAgo(3)), `**${THANKS}**`, '', 'Rel Rita', '');
    await write('People/Rel Ron.md', '---', 'person: Rel Ron', 'relation: report # since May', '---');
    await write(`1-1s/rel-ron/${dayAgo(2)}.md`, ...head('Rel Ron', dayAgo(2)), '- a');
    await commands.executeCommand('oneOnOne.refreshFollowUps');
  });
  beforeEach(async () => {
    reader = await Reader.begin();
  });
  afterEach(async () => {
    reader.dispose();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await workspace.fs.writeFile(at('.one-on-one/people.yaml'), new TextEncoder().encode(roster));
    await remove(...folders, 'People/Rel Ron.md', QUESTIONS, SEASONS);
  });

  it('are asked about once, when a career session depends on them, and remembered in the roster', async () => {
    const made = at(`1-1s/rel-rita/${dayAgo(0)}.md`);
    reader.answers('Reports to you', 'Career & Well-being');
    await commands.executeCommand('oneOnOne.newNote', { person: 'Rel Rita' });
    assert.match(await textOf(at('.one-on-one/people.yaml')), /\nRel Rita:\n {2}relation: report\n/);
    assert.match(await textOf(made), /framework: career-and-well-being/);
    await discard(made);
    reader.answers('Career & Well-being');
    await commands.executeCommand('oneOnOne.newNote', { person: 'Rel Rita' });
    assert.match(await textOf(made), /framework: career-and-well-being/);
    await discard(made);
  });

  it('are not asked about where nothing depends on them, and are for a framework made for some', async () => {
    const made = at(`1-1s/rel-ruben/${dayAgo(0)}.md`);
    reader.answers('People · Process · Product');
    await commands.executeCommand('oneOnOne.newNote', { person: 'Rel Ruben' });
    await discard(made);
    reader.answers('Peer', 'Peer');
    await commands.executeCommand('oneOnOne.newNote', { person: 'Rel Ruben' });
    assert.match(await textOf(at('.one-on-one/people.yaml')), /\nRel Ruben:\n {2}relation: peer\n/);
    assert.match(await textOf(made), /framework: peer/);
    await discard(made);
  });

  it('are set with their dates on the page, comments kept, and refused in the wrong order', async () => {
    const page = at('People/Rel Ron.md');
    const setDetails = async (...answers: readonly string[]): Promise<void> => {
      reader.answers(...answers);
      await commands.executeCommand('oneOnOne.setDetails', { person: 'rel ron' });
    };
    await setDetails('Relation', 'Skip-level');
    await setDetails('What I Want to Shape', 'Delegate more: less checking');
    assert.match(await textOf(page), /\nshape: "Delegate more: less checking"\n/);
    await setDetails('What I Want to Shape', '');
    await setDetails('First Day', '2026-03-02');
    assert.equal(
      await textOf(page),
      '---\nperson: Rel Ron\nrelation: skip-level # since May\nstarted: "2026-03-02"\n---\n',
    );
    await setDetails('Last Day in the Job', '2026-02-27');
    assert.deepEqual(reader.heard(), ['The last day, 2026-02-27, would be before the first, 2026-03-02.']);
    assert.doesNotMatch(await textOf(page), /leaving/);
    await commands.executeCommand('vscode.open', page);
    await commands.executeCommand('undo');
    assert.doesNotMatch((await workspace.openTextDocument(page)).getText(), /started/);
    await commands.executeCommand('workbench.action.files.save');
  });

  it('of three begin with a note that names all three, and belongs to both others', async () => {
    reader.answers('Group of Three', 'Rel Ruben');
    const uri = await commands.executeCommand<Uri>('oneOnOne.newNote', { person: 'Rel Rita' });
    assert.match(uri.path, /rel-rita-and-rel-ruben/);
    assert.match(await textOf(uri), /people: \[Rel Rita, Rel Ruben, Ines Marchetti\]/);
    await commands.executeCommand('oneOnOne.openLastNote', { person: 'rel ruben' });
    assert.equal(window.activeTextEditor?.document.uri.path, uri.path);
    reader.answers('Group of Three', 'Rel Rita');
    await commands.executeCommand('oneOnOne.newNote', { person: 'Rel Rita' });
    assert.match(reader.heard().join(), /already in this meeting/);
  });
});

describe('A favorite question', () => {
  let reader: Reader;
  const NOTE = `1-1s/rel-fay/${dayAgo(1)}.md`;

  before(async () => {
    await write(NOTE, ...head('Rel Fay', dayAgo(1)), '## People', '', `**${THANKS}**`, '');
    await commands.executeCommand('oneOnOne.refreshFollowUps');
  });
  beforeEach(async () => {
    reader = await Reader.begin();
  });
  afterEach(() => reader.dispose());
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await remove('1-1s/rel-fay', QUESTIONS, SEASONS);
  });

  /** The next note with Fay, without a trace left of it. */
  async function nextNote(): Promise<string> {
    const framework = 'people-process-product';
    const uri = await commands.executeCommand<Uri>('oneOnOne.newNote', { person: 'Rel Fay', framework });
    const text = await textOf(uri);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(uri);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    return text;
  }

  it('is asked every time with the person of the note, kept as data, and taken back the same way', async () => {
    await cursorAt(at(NOTE), THANKS);
    reader.answers('Every Time With Rel Fay');
    await commands.executeCommand('oneOnOne.askEveryTime');
    assert.match(
      await textOf(at(QUESTIONS)),
      /question: "Who do you want to thank\?"\n {2}ask: every time\n {2}for: Rel Fay/,
    );
    assert.ok((await nextNote()).includes(THANKS));
    await cursorAt(at(NOTE), THANKS);
    reader.answers('In Turn Again With Rel Fay');
    await commands.executeCommand('oneOnOne.askEveryTime');
    assert.doesNotMatch(await textOf(at(QUESTIONS)), /every time/);
  });

  it('is never asked again with anyone', async () => {
    await cursorAt(at(NOTE), THANKS);
    reader.answers('Never Again With Anyone');
    await commands.executeCommand('oneOnOne.neverAskAgain');
    assert.match(await textOf(at(QUESTIONS)), /never/);
    assert.ok(!(await nextNote()).includes(THANKS));
  });

  it('comes and goes as the files in .one-on-one/ are written, deleted, and wrong', async () => {
    const problems = (path: string): readonly string[] =>
      languages.getDiagnostics(at(path)).map(({ message }) => message);
    await write(QUESTIONS, `- question: ${THANKS}`, '  ask: sometimes');
    await until(languages.onDidChangeDiagnostics, () => problems(QUESTIONS).length > 0);
    await write(SEASONS, '- set: reflective', '  from: 2025-01-01');
    await until(languages.onDidChangeDiagnostics, () => problems(SEASONS).length > 0);
    await workspace.fs.delete(at(SEASONS));
    await until(languages.onDidChangeDiagnostics, () => problems(SEASONS).length === 0);
    await write(QUESTIONS, `- question: ${THANKS}`, '  ask: every time');
    await until(languages.onDidChangeDiagnostics, () => problems(QUESTIONS).length === 0);
    assert.ok((await nextNote()).includes(THANKS));
  });
});

describe('A Minute After', () => {
  it('writes the answers as private lines, and asks what is left the next time', async () => {
    const reader = await Reader.begin();
    try {
      const uri = await write(`1-1s/rel-mia/${dayAgo(0)}.md`, ...head('Rel Mia', dayAgo(0)), '## People', '', 'Words.');
      await commands.executeCommand('oneOnOne.refreshFollowUps');
      await cursorAt(uri, 'Words.');
      reader.answers('She laughed.', '', 'The budget.');
      await commands.executeCommand('oneOnOne.minuteAfter');
      const text = await textOf(uri);
      const [before = '', inPrivate = ''] = text.split('\n## Private\n');
      assert.doesNotMatch(before, /laughed|budget/);
      assert.match(inPrivate, /She laughed\.[^]*The budget\./);
      await commands.executeCommand('undo');
      assert.doesNotMatch(window.activeTextEditor!.document.getText(), /laughed/);
    } finally {
      reader.dispose();
      await commands.executeCommand('workbench.action.files.revert');
      await commands.executeCommand('workbench.action.closeAllEditors');
      await workspace.fs.delete(at('1-1s/rel-mia'), { recursive: true });
    }
  });

  it('is offered once in a note: an hour after it was made, in one window, and not again', async () => {
    const disk = new FaultyFileSystem('relationships-offers');
    const kept = new Map<string, unknown>();
    const state: Memento = {
      keys: () => [...kept.keys()],
      get: <Value>(key: string, other?: Value) => (kept.get(key) as Value | undefined) ?? other,
      update: (key, value) => Promise.resolve(void kept.set(key, value)),
    };
    const offers = new ReflectionOffers(state);
    const later = new ReflectionOffers(state);
    try {
      const uri = disk.seed('a.md', '# A\n');
      const isDue = (of: ReflectionOffers): Promise<boolean> => of.isDue(Uri.parse(uri.toString()));
      disk.made = Date.now() - 30 * 60_000;
      assert.equal(await isDue(offers), false);
      disk.made = Date.now() - 61 * 60_000;
      assert.equal(await isDue(offers), true);
      offers.show(uri);
      assert.equal(await isDue(offers), true, 'The lens stays while the window is open.');
      assert.equal(await isDue(later), false, 'A new window does not offer it again.');
      offers.settle(uri);
      assert.equal(await isDue(offers), false);
    } finally {
      offers.dispose();
      later.dispose();
      disk.dispose();
    }
  });
});

describe('The commands that follow up on answers', () => {
  let reader: Reader;
  let note: Uri;
  let page: Uri;
  const BOSS = `1-1s/rel-boss/${dayAgo(0)}.md`;
  const folders = ['1-1s/rel-gus', '1-1s/rel-gil', '1-1s/rel-boss'];

  before(async () => {
    const blocker = ['## People', '', '**Who is getting in your way?**', '', 'The #loans registry', ''];
    note = await write(
      `1-1s/rel-gus/${dayAgo(4)}.md`,
      ...head('Rel Gus', dayAgo(4)),
      ...blocker,
      ...['## Goals', '', '- Lead a team', '- Manage people', '', '## Private', '', '- Secret goal #goal'],
    );
    await write(`1-1s/rel-gil/${dayAgo(3)}.md`, ...head('Rel Gil', dayAgo(3)), ...blocker);
    page = await write('People/Rel Gus.md', '---', 'person: Rel Gus', 'relation: report', '---', '', 'My own words.');
    await write('People/Rel Boss.md', '---', 'person: Rel Boss', 'relation: manager', '---');
    await write(
      BOSS,
      ...head('Rel Boss', dayAgo(0)),
      ...['## Signal', '', '', '## Point of View', '', 'We should hire.', '', '## Private', '', 'He is tired.'],
    );
    await commands.executeCommand('oneOnOne.refreshFollowUps');
  });
  beforeEach(async () => {
    reader = await Reader.begin();
  });
  afterEach(async () => {
    reader.dispose();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await remove(...folders, 'People/Rel Gus.md', 'People/Rel Boss.md');
  });

  it('insert the signal of the team without names, and with names on request', async () => {
    const boss = at(BOSS);
    for (const [answer, expected] of [
      ['Without Names', /- .*loans.*: in the way of 2 people/i],
      ['With Names', /- .*loans.*: in the way of Rel Gil, Rel Gus/i],
    ] as const) {
      const document = await workspace.openTextDocument(boss);
      const place = new Position(10, 0);
      await window.showTextDocument(document, { preview: false, selection: new Selection(place, place) });
      reader.answers(answer);
      await commands.executeCommand('oneOnOne.insertTeamSignal');
      assert.match(document.getText(), expected);
      await commands.executeCommand('undo');
      await commands.executeCommand('workbench.action.files.revert');
    }
  });

  it('move the status to an update, which is part of the pre-read and can be undone', async () => {
    const uri = await write(
      `1-1s/rel-boss/${dayAgo(1)}.md`,
      ...head('Rel Boss', dayAgo(1)),
      '## Status',
      '',
      '- shipped',
    );
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    await cursorAt(uri, 'shipped');
    await commands.executeCommand('oneOnOne.moveStatus');
    assert.match(await textOf(uri), /## Status\n\n> - shipped\n/);
    await commands.executeCommand('undo');
    assert.doesNotMatch(window.activeTextEditor!.document.getText(), />/);
    await commands.executeCommand('workbench.action.files.save');
  });

  it('show the pre-read without private words', async () => {
    await cursorAt(at(BOSS), 'We should');
    await commands.executeCommand('oneOnOne.copyPreRead');
    const shown = window.activeTextEditor?.document;
    assert.ok(shown?.isUntitled);
    assert.match(shown.getText(), /pre-read[^]*## Point of View[^]*We should hire\./);
    assert.doesNotMatch(shown.getText(), /tired/);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('join a goal to an earlier one, and keep the goals on the page without private ones', async () => {
    await cursorAt(note, 'Manage people');
    reader.answers('Lead a team');
    await commands.executeCommand('oneOnOne.sameGoalAs');
    assert.match(await textOf(note), /\n- Manage people \(was: Lead a team\)\n/);
    for (const time of [1, 2]) {
      await commands.executeCommand('oneOnOne.updateHistory', { person: 'rel gus' });
      const text = await textOf(page);
      assert.match(text, /My own words\./);
      assert.equal(text.split('Manage people').length - 1, 1, `after update ${time}`);
      assert.doesNotMatch(text, /Secret/);
    }
  });

  it('note what came of a goal below its line', async () => {
    await cursorAt(note, 'Manage people');
    reader.answers('She leads two people now');
    await commands.executeCommand('oneOnOne.noteOutcome');
    assert.match(await textOf(note), /\(was: Lead a team\)\n {2}- What came of it: She leads two people now\n/);
  });
});
