import assert from 'node:assert/strict';
import {
  commands,
  Disposable,
  Position,
  ProgressLocation,
  Range,
  window,
  type CodeLens,
  type CompletionList,
  type DocumentLink,
  type TreeView,
} from 'vscode';
import { personKey } from '../../src/core/people/names';
import { Clock } from '../../src/editor/clock';
import { FileSystemNoteReader } from '../../src/editor/notes/fileSystemNoteReader';
import { FollowUpsViewState } from '../../src/editor/followUpsViewState';
import { showErrorMessage, withProgress } from '../../src/editor/messages';
import { showInputBox } from '../../src/editor/picks';
import { FollowUpsStatus } from '../../src/views/followUps/followUpsStatus';
import { PersonStatus } from '../../src/views/personStatus';
import { drawnIn } from '../core/support/drawn';
import { labelsOf } from './aidNotes';
import { FaultyNotes } from './faultyNotes';
import { newStore } from './noteStoreFixture';
import { Reader } from './reader';

const LINK = '[run](command:workbench.action.quit)';
const ICON = '$(flame)';
const EVIL = `${LINK} ${ICON}`;
const EVE = `Eve ${EVIL}`;
const ROSE = `Rose ${EVIL}`;
/** As a reader sees it: the joiner that takes the links and icons away has no width. */
const JOINER = '\u2060';
/** Ours, in the status bar. */
const OWN_ICON = '$(person) ';

const clock = new Clock();
const TODAY = clock.today();
clock.dispose();

const FOLDER = `1-1s/${EVIL}`;
const OLD = `${FOLDER}/2025-11-17.md`;
const NOTE = `${FOLDER}/2025-11-24.md`;
const DOUBTFUL = `${FOLDER}/2025-11-20.md`;
const PLAIN = `${EVIL}.md`;
const head = (date: string): string => `---\ntype: 1on1\nperson: ${JSON.stringify(EVE)}\ndate: ${date}\n---\n\n`;
const questions = `sections:\n  - id: bad\n    title: ${JSON.stringify(EVIL)}\n    purpose: ${JSON.stringify(EVIL)}\n    questions: [${JSON.stringify(`${EVIL}?`)}]\n`;
const notes: Readonly<Record<string, string>> = {
  [OLD]: `${head('2025-11-17')}# Old\n\n- [ ] @me Old ${EVIL}\n`,
  [DOUBTFUL]: `${head('2025-11-20')}# Doubt\n\n<!-- private -->\n`,
  [NOTE]: `${head('2025-11-24')}# ${EVIL}\n\n- [ ] @me Call ${EVIL}\n\n## ${EVIL}\n\n**${EVIL}?**\n\nSaid ${EVIL}\n`,
  [PLAIN]: `Nothing about anybody: ${EVIL}\n`,
  '.one-on-one/people.yaml': `${JSON.stringify(ROSE)}:\n  relation: peer\n`,
  [`.one-on-one/frameworks/${EVIL}.yaml`]: `id: evil\ntitle: ${JSON.stringify(EVIL)}\nkind: exercise\n${questions}`,
};

const PERSON = { person: personKey(EVE) };
const AT_CALL = 8;

/** A command that says or asks something, and what is answered to it. */
interface Saying {
  readonly id: string;
  readonly argument?: unknown;
  readonly answers?: readonly string[];
  readonly inFront?: string;
  readonly line?: number;
  readonly spoil?: (place: FaultyNotes) => void;
}

const wish = { framework: 'people-process-product', date: '2025-12-01' };
const refuseOld = ({ disk }: FaultyNotes): void =>
  disk.failWith((operation, path) =>
    operation === 'stat' && path.includes('2025-11-17') ? new Error(EVIL) : undefined,
  );
const lockNote = ({ disk }: FaultyNotes): void => disk.lock(NOTE);

const sayings: Readonly<Record<string, Saying>> = {
  'what was left behind, and why': { id: 'newNote', argument: { ...wish, ...PERSON }, spoil: refuseOld },
  'a note that is there already': { id: 'newNote', argument: { ...wish, ...PERSON, date: '2025-11-24' } },
  'a note that cannot be written': {
    id: 'newNote',
    argument: { ...wish, ...PERSON },
    spoil: ({ disk }) => disk.beReadOnly(),
  },
  'a framework that there is not': { id: 'newNote', argument: { ...wish, ...PERSON, framework: EVIL } },
  'a date that is none': { id: 'newNote', argument: { ...wish, ...PERSON, date: EVIL } },
  'the sessions to choose from': { id: 'newNote', argument: PERSON, answers: ['[run]'] },
  'the people to choose from': { id: 'newNote', argument: wish, answers: ['Eve'], inFront: PLAIN },
  'a line that was not changed': { id: 'tickFollowUp', spoil: lockNote },
  'the owners to choose from': { id: 'setOwner', answers: ['No owner'] },
  'a due date that is none': { id: 'setDue', answers: [EVIL] },
  'what will be added': { id: 'addFollowUp', answers: [`Send ${EVIL}`] },
  'a person without notes': { id: 'addFollowUp', answers: ['Send it', 'Rose'], inFront: PLAIN },
  'what to talk about, and where it went': { id: 'addToNext', answers: ['Eve', EVIL] },
  'whom and what is rated': { id: 'rateChallengeAndSkill', answers: [EVIL] },
  'a rating that is none': { id: 'rateChallengeAndSkill', argument: { challenge: EVIL } },
  'a note that cannot be rated': { id: 'rateChallengeAndSkill', inFront: PLAIN },
  'that nothing is to be brought': { id: 'bringFollowUps', inFront: OLD, line: 7 },
  'what could not be brought': { id: 'bringFollowUps', spoil: refuseOld },
  'the sections to choose from': { id: 'insertSection', answers: ['[run]'] },
  'the questions to choose from': { id: 'insertQuestions', answers: ['[run]'] },
  'the frameworks to choose from': { id: 'openFrameworks', answers: ['[run]'] },
  'the folders to choose from': { id: 'newNote', argument: { ...wish, person: 'Nina New' }, answers: ['[run]'] },
  'a cadence that is none': { id: 'setCadence', argument: PERSON, answers: [EVIL] },
  'a last day away that is none': { id: 'setAwayUntil', argument: PERSON, answers: [EVIL] },
  'what was said before': { id: 'searchMeetings', argument: PERSON, answers: ['[run]'] },
  'a page that is not there': { id: 'openPersonPage', argument: PERSON },
  'a person without a last note': { id: 'openLastNote', argument: { person: personKey(ROSE) } },
  'what is not shared': { id: 'copyRecap', inFront: DOUBTFUL },
};

describe('What a note, a name or a file holds', () => {
  let place: FaultyNotes;
  let reader: Reader;
  beforeEach(async () => {
    place = new FaultyNotes({ name: EVIL });
    reader = await Reader.begin();
  });
  afterEach(async () => {
    reader.dispose();
    await place.close();
  });

  /** Fails unless the evil words were seen, and all of them as words. */
  function seenAsText(): void {
    const seen = reader.seen
      .splice(0)
      .map((words) => (words.startsWith(OWN_ICON) ? words.slice(OWN_ICON.length) : words));
    const evil = seen.filter((words) => words.replaceAll(JOINER, '').includes('(command:'));
    assert.ok(evil.length > 0, `nothing of it was seen, but ${seen.join('\n') || 'nothing'}`);
    assert.deepEqual(
      seen.filter((words) => drawnIn(words).length > 0),
      [],
    );
  }

  for (const [what, { id, argument, answers = [], inFront = NOTE, line = AT_CALL, spoil }] of Object.entries(sayings)) {
    it(`is text where ${id} names ${what}`, async () => {
      await place.open(notes);
      const lastLine = (notes[inFront] ?? '').split('\n').length - 1;
      const at = Math.min(line, lastLine);
      await window.showTextDocument(place.disk.uri(inFront), { selection: new Range(at, 0, at, 0) });
      spoil?.(place);
      reader.answers(...answers);
      await commands.executeCommand(`oneOnOne.${id}`, argument);
      seenAsText();
    });
  }

  it('is text in the status bar', async () => {
    await place.open(notes);
    await window.showTextDocument(place.disk.uri(NOTE));
    const store = newStore(new FileSystemNoteReader());
    await store.ready();
    const today = new Clock();
    const status = new PersonStatus({ notes: store, clock: today });
    try {
      assert.ok(reader.seen.some((words) => words.startsWith(OWN_ICON)));
      seenAsText();
    } finally {
      Disposable.from(status, today, store).dispose();
    }
  });

  it('is text in the words of the Follow-ups view', () => {
    const store = newStore(new FileSystemNoteReader());
    const followUpsShown = new FollowUpsViewState();
    const view: Partial<Pick<TreeView<unknown>, 'message' | 'description'>> = {};
    const status = new FollowUpsStatus({ id: 'view', view }, { notes: store, followUpsShown });
    status.show({ groups: [], query: { grouping: 'person', filter: { text: EVIL }, today: TODAY } }, false);
    reader.see(view.message, view.description);
    seenAsText();
    Disposable.from(status, followUpsShown, store).dispose();
  });

  it('is text in the title and the steps of a progress', async () => {
    const options = { location: ProgressLocation.Notification, title: EVIL };
    await withProgress(options, (progress) => {
      progress.report({ message: EVIL });
      return Promise.resolve();
    });
    seenAsText();
  });

  it('is text in the prompt of a box, and the line in it stays as it is', async () => {
    reader.answers(EVIL);
    assert.equal(await showInputBox({ prompt: EVIL, value: EVIL, validateInput: (value) => value }), EVIL);
    seenAsText();
  });

  it('is text in what goes wrong', async () => {
    await showErrorMessage(EVIL);
    seenAsText();
  });

  it('is text in lenses and completions', async () => {
    const career = `id: career-and-well-being\ntitle: ${JSON.stringify(EVIL)}\nkind: career\n${questions}`;
    const uri = place.disk.seed(`${FOLDER}/${TODAY}.md`, `${head(TODAY)}# New\n\n- [ ] @\n\n?\n`);
    await place.open({
      ...notes,
      [`${FOLDER}/2025-01-06.md`]: `${head('2025-01-06')}# First\n\n- a\n`,
      '.one-on-one/frameworks/career.yaml': career,
      // Only a report is due a career session.
      '.one-on-one/people.yaml': `${JSON.stringify(EVE)}:\n  relation: report\n`,
    });
    await window.showTextDocument(uri);
    await seeOnceThere(async () => {
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
      return lenses.map(({ command }) => command?.title ?? '');
    });
    seenAsText();
    for (const at of [new Position(8, 7), new Position(10, 1)]) {
      const provider = 'vscode.executeCompletionItemProvider';
      await seeOnceThere(async () =>
        labelsOf((await commands.executeCommand<CompletionList>(provider, uri, at)).items),
      );
      seenAsText();
    }
  });

  it('is text in the words over a link, which VS Code reads as Markdown', async () => {
    const evil = '1-1s/x\\\\](command:workbench.action.quit) <command:workbench.action.quit?> [/2025-11-24.md';
    const uri = place.disk.seed(`${FOLDER}/${TODAY}.md`, `${head(TODAY)}[[Lena Link]]\n`);
    await place.open({ [evil]: '---\ntype: 1on1\nperson: Lena Link\ndate: 2025-11-24\n---\n\n# Lena\n' });
    await window.showTextDocument(uri);
    const words: string[] = [];
    while (words.length === 0) {
      const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri);
      words.push(...links.flatMap(({ tooltip }) => (tooltip?.includes('quit') ? [tooltip] : [])));
    }
    assert.deepEqual(
      words.filter((each) => /[[\]()<>`*_]/.test(each.replace(/\\[!-~]/g, ''))),
      [],
    );
  });

  /** Sees words once the evil ones are among them: an aid may not be loaded yet when it is asked first. */
  async function seeOnceThere(words: () => Promise<readonly string[]>): Promise<void> {
    let seen = await words();
    while (!seen.some((each) => each.replaceAll(JOINER, '').includes('(command:'))) seen = await words();
    reader.see(...seen);
  }
});
