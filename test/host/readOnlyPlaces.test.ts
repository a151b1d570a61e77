import assert from 'node:assert/strict';
import { commands, Range, window, workspace } from 'vscode';
import { FaultyNotes } from './faultyNotes';
import { Reader } from './reader';

const NOTE = '1-1s/rory-readonly/2025-11-24.md';
const PAGE = 'People/Rory Readonly.md';
const LOGGED = '1-1s/Lola Long.md';
const PERSON = { person: 'rory readonly' };
const notes = {
  [NOTE]: '# Rory Readonly, 2025-11-24\n\n- [ ] @me Call\n\n## People\n\n**Who do you want to thank?**\n',
  '1-1s/rory-readonly/2025-11-17.md': '# Rory Readonly, 2025-11-17\n\n- [ ] @me Write\n',
  [PAGE]: '# Rory Readonly\n\n## Next 1:1\n\n- The offsite\n',
  [LOGGED]: '# Lola Long\n\n## 2025-11-24\n\n- [ ] @me Ask\n',
};

/** A command that writes, what is answered to its questions, and the note that it must name. */
interface Writing {
  readonly id: string;
  readonly names: string;
  readonly answers?: readonly string[];
  readonly argument?: unknown;
}

const wish = { framework: 'people-process-product', date: '2025-12-01' };
const LOLA = { person: 'lola long' };

const toDisk: readonly Writing[] = [
  { id: 'newNote', names: '2025-12-01.md', argument: { ...wish, ...PERSON } },
  { id: 'newNote', names: LOGGED, argument: { ...wish, ...LOLA } },
  { id: 'bringFollowUps', names: '2025-11-24.md' },
  { id: 'tickFollowUp', names: '2025-11-24.md' },
  { id: 'dropFollowUp', names: '2025-11-24.md' },
  { id: 'setDue', names: '2025-11-24.md', answers: ['2026-12-04'] },
  { id: 'snoozeFollowUp', names: '2025-11-24.md', answers: ['Tomorrow'] },
  { id: 'setOwner', names: '2025-11-24.md', answers: ['Rory'] },
  { id: 'addFollowUp', names: '2025-11-24.md', answers: ['@rory Send it'] },
  { id: 'rateChallengeAndSkill', names: '2025-11-24.md', argument: { challenge: 8, skill: 6 } },
  { id: 'setCadence', names: PAGE, argument: PERSON, answers: ['weekly'] },
  { id: 'setAwayUntil', names: PAGE, argument: PERSON, answers: ['2026-12-24'] },
  { id: 'setCadence', names: 'people.yaml', argument: LOLA, answers: ['weekly'] },
  { id: 'addToNext', names: PAGE, answers: ['Rory Readonly', 'The budget'] },
];

/** Those that write into the editor, and leave saving to whoever writes there. */
const toEditor: readonly Writing[] = [
  { id: 'insertBrief', names: '2025-11-24.md', argument: PERSON },
  { id: 'insertSection', names: '2025-11-24.md', answers: ['People'] },
  { id: 'insertQuestions', names: '2025-11-24.md', answers: ['People'] },
  { id: 'askAnother', names: '2025-11-24.md', answers: ['People'] },
];

/** What can go wrong with a place for all that is written there. */
const places = [
  {
    where: 'that VS Code knows to be read-only',
    isReadonly: true,
    spoil: () => undefined,
    writings: [...toDisk, ...toEditor],
  },
  {
    where: 'where nothing can be written',
    isReadonly: false,
    spoil: ({ disk }: FaultyNotes) => disk.beReadOnly(),
    writings: toDisk.filter(({ id }) => ['newNote', 'tickFollowUp', 'setCadence', 'addToNext'].includes(id)),
  },
  {
    where: 'that is full',
    isReadonly: false,
    spoil: ({ disk }: FaultyNotes) => disk.beFull(),
    writings: toDisk.filter(({ id }) => ['newNote', 'bringFollowUps'].includes(id)),
  },
];

for (const { where, isReadonly, spoil, writings } of places) {
  describe(`In a place ${where}`, () => {
    let place: FaultyNotes;
    let reader: Reader;
    beforeEach(async () => {
      place = new FaultyNotes({ isReadonly });
      reader = await Reader.begin();
    });
    afterEach(async () => {
      reader.dispose();
      await place.close();
    });

    for (const { id, names, answers = [], argument } of writings) {
      it(`${id} says in one message that ${names} is not written, and leaves nothing half-written`, async () => {
        await place.open(notes);
        await window.showTextDocument(place.disk.uri(NOTE), { selection: new Range(2, 0, 2, 0) });
        spoil(place);
        reader.answers(...answers);
        await commands.executeCommand(`oneOnOne.${id}`, argument);
        const heard = reader.heard();
        const [message = ''] = heard;
        assert.equal(heard.length, 1, heard.join('\n') || 'Nothing was said.');
        assert.ok(message.includes(names), message);
        assert.doesNotMatch(message, /Something went wrong/);
        for (const [path, text] of Object.entries(notes)) {
          assert.equal(place.disk.text(path), text, path);
        }
        assert.deepEqual(place.disk.paths().sort(), Object.keys(notes).sort());
        // What stands in an editor, unsaved, was said to stand there.
        const root = place.disk.root.toString();
        const isUnsaved = workspace.textDocuments.some(
          ({ isDirty, uri }) => isDirty && uri.toString().startsWith(root),
        );
        assert.equal(isUnsaved, message.includes('still open'), message);
        assert.ok(!isReadonly || (!isUnsaved && place.disk.written.length === 0), message);
      });
    }
  });
}
