import type { CivilDate } from '../../src/core/dates/civilDate';
import { readDateWords } from '../../src/core/dates/naturalDate';
import { drop, planSetDue, reopen, tick } from '../../src/core/followUp/edits';
import { planSetOwner } from '../../src/core/followUp/ownerEdits';
import { anchorOf } from '../../src/core/followUp/locate';
import type { ListedFollowUp } from '../../src/core/index/listedFollowUp';
import { type Change, planChanges } from '../../src/core/noteEdit/planChanges';
import { usualCadence } from '../../src/core/peopleView/cadence';
import { nextMeeting } from '../../src/core/followUpList/dueDateChoices';
import { summarizePerson } from '../../src/core/peopleView/summary';
import { type Call, type Printed, Refused, unlessRefused, WrongCall } from './call';
import { printPlanned } from './planned';
import { Workspace } from './workspace';
import { wordMessage } from '../../src/core/text/message';

/** The input of an action. */
interface Asked {
  readonly call: Call;
  readonly workspace: Workspace;
  readonly item: ListedFollowUp;
  readonly value: string | undefined;
}

type Action = (asked: Asked) => Promise<Change> | Change;

const ACTIONS: ReadonlyMap<string, Action> = new Map<string, Action>([
  [
    'done',
    ({ call }) =>
      (request) =>
        tick(request, call.today),
  ],
  ['reopen', () => reopen],
  [
    'drop',
    ({ call }) =>
      (request) =>
        drop(request, call.today),
  ],
  ['due', due],
  ['snooze', snooze],
  ['owner', owner],
]);
const WITHOUT_VALUE = new Set(['done', 'reopen', 'drop']);

/** Plans a change of one follow-up: `act FOLDER PATH LINE ACTION [VALUE]`. */
export async function act(call: Call): Promise<Printed> {
  const [, file = '', line = '', name = '', value] = call.args;
  const action = ACTIONS.get(name);
  if (!action || (value !== undefined && WITHOUT_VALUE.has(name)) || !/^[1-9]\d*$/.test(line)) {
    throw new WrongCall(
      action && !/^[1-9]\d*$/.test(line)
        ? `“${line}” is no line: lines count from 1.`
        : 'An action is done, reopen, drop, due [DATE], snooze DATE or owner [NAME].',
    );
  }
  const workspace = Workspace.of(call);
  const note = workspace.note(file);
  const item = workspace.index.followUpAt(note.uri, Number(line) - 1);
  if (!item) {
    throw new Refused(`${file}:${line} is no follow-up. A follow-up is a list item with a box: - [ ] …`);
  }
  const textNow = await workspace.textToEdit(note.uri);
  if (typeof textNow === 'object') {
    throw new Refused(wordMessage(textNow.refused));
  }
  const make = await action({ call, workspace, item, value });
  const anchor = anchorOf(item.followUp, note.followUps);
  const { plan, refused, notices } = planChanges(
    [
      {
        uri: note.uri,
        textNow,
        items: [{ text: item.followUp.text, anchor }],
        dialect: call.settings.get('dialect'),
        statuses: call.settings.get('statuses'),
      },
    ],
    make,
  );
  const [first] = refused;
  if (first) {
    throw new Refused(`“${first.text}” in ${file} was not changed. ${wordMessage(first.reason)}`);
  }
  return printPlanned(
    { plan, notices: [...workspace.remarks, ...notices.map((notice) => wordMessage(notice))] },
    call,
    workspace,
  );
}

/** Sets the due date, or removes it if there is no value. */
async function due({ call, value }: Asked): Promise<Change> {
  const date = value === undefined ? undefined : await dayMeant(value, call.today);
  return (request) => planSetDue(request, date);
}

/** Sets the due date to a day, in digits or words, or to `next 1:1`. */
async function snooze({ call, workspace: { index }, item, value = '' }: Asked): Promise<Change> {
  const { today, settings } = call;
  if (value === '') {
    throw new WrongCall('Snooze until when? Write a date, tomorrow, next week or next 1:1.');
  }
  const person = index.people.get(item.group);
  const day = { today, fallbackDays: usualCadence(settings.get('cadence')) };
  const isNextMeeting = value.toLowerCase() === 'next 1:1';
  const next = isNextMeeting && person ? nextMeeting(summarizePerson(index, person, day), today) : undefined;
  if (isNextMeeting && !next) {
    throw new Refused('There is no next 1:1 ahead to snooze to.');
  }
  const date = next?.date ?? (await dayMeant(value, today));
  return (request) => planSetDue(request, date);
}

/** Sets the owner to the name as given, or removes all owners if there is no value. */
function owner({ workspace: { index }, value }: Asked): Change {
  const { people } = index;
  const meant = value === undefined ? undefined : people.find(value);
  if (meant === 'ambiguous') {
    throw new Refused(`Several people are called ${value}: write ${people.candidatesFor(value ?? '').join(' or ')}.`);
  }
  const isPerson = (name: string): boolean => people.knows(name);
  const ownerIn = (uri: string): string | undefined => (meant === 'me' ? index.ownNameIn(index.note(uri)) : value);
  return (request, uri) => planSetOwner(request, { owner: ownerIn(uri), isPerson });
}

async function dayMeant(words: string, today: CivilDate): Promise<CivilDate> {
  return unlessRefused(await readDateWords(words, today));
}
