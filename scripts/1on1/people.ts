import { formatDuration } from '../../src/core/dates/civilDate';
import { meetingStatus, usualCadence } from '../../src/core/peopleView/cadence';
import { summarizePeople, type PersonSummary } from '../../src/core/peopleView/summary';
import { runToCompletion } from '../../src/core/text/cooperative';
import { message, wordMessage } from '../../src/core/text/message';
import { printed, type Call, type Printed } from './call';
import { Workspace } from './workspace';

/** Prints a summary of all people, most urgent first. */
export function people(call: Call): Printed {
  const workspace = Workspace.of(call);
  const day = { today: call.today, fallbackDays: usualCadence(call.settings.get('cadence')) };
  const summaries = runToCompletion(summarizePeople(workspace.index, day));
  return {
    ...printed(call, summaries.map(recordOf), () => summaries.map(lineOf)),
    remarks: workspace.remarks,
  };
}

function recordOf(summary: PersonSummary): object {
  const { person, cadence, state, openMine, openTheirs, openUnassigned, oldest } = summary;
  return {
    name: person.name,
    aliases: person.aliases,
    relation: person.relation ?? null,
    cadenceDays: cadence.days,
    lastMet: state.lastMet ?? null,
    nextDue: state.nextDue ?? null,
    state: meetingStatus(state),
    mine: openMine,
    theirs: openTheirs,
    unassigned: openUnassigned,
    oldestPromise: oldest?.since ?? null,
  };
}

function lineOf({ person, state, openMine, openTheirs, openUnassigned, oldest }: PersonSummary): string {
  return [
    person.name,
    person.relation ?? '',
    state.lastMet ? `last met ${state.lastMet}` : 'not met yet',
    state.nextDue ? `next due ${state.nextDue}` : '',
    state.isOverdue ? wordMessage(message('person.overdueBy', formatDuration(state.overdueDays))) : '',
    `${openMine} mine, ${openTheirs} theirs`,
    openUnassigned > 0 ? `${openUnassigned} without an owner` : '',
    oldest?.since ? `oldest: ${oldest.text}, since ${oldest.since}` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
