import { bringIntoMeeting } from '../../src/core/carryOver/plan';
import { Refused, unlessRefused, type Call, type Printed } from './call';
import { printPlanned } from './planned';
import { Workspace } from './workspace';

/** Plans carrying follow-ups into an existing note: `bring FOLDER PATH`. In a log, they go into the newest meeting. */
export async function bring(call: Call): Promise<Printed> {
  const workspace = Workspace.of(call);
  const { index, root } = workspace;
  const note = workspace.note(call.args[1] ?? '');
  const person = index.personOf(note);
  const dated = person && index.meetingsWith(person.key).findLast((each) => each.note === note);
  if (!dated) {
    throw new Refused('Follow-ups are brought into a 1:1 note of one person.');
  }
  const into = { person, dated, root, statuses: call.settings.get('statuses') };
  const { plan, left } = unlessRefused(await bringIntoMeeting(into, workspace));
  return printPlanned({ plan, left, notices: workspace.remarks }, call, workspace);
}
