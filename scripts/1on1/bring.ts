import { bringIntoMeeting } from '../../src/core/carryOver/plan';
import { partsOf } from '../../src/core/index/listedFollowUp';
import { Refused, unlessRefused, type Call, type Printed } from './call';
import { printPlanned } from './planned';
import { Workspace } from './workspace';

/** Plans carrying follow-ups into an existing note: `bring FOLDER PATH`. In a log, they go into the newest meeting. */
export async function bring(call: Call): Promise<Printed> {
  const workspace = Workspace.of(call);
  const { index, root } = workspace;
  const note = workspace.note(call.args[1] ?? '');
  const person = index.personOf(note);
  const meetings = person ? index.meetingsWith(person.key) : [];
  const dated = meetings.findLast((each) => partsOf(each).some((part) => part.note === note));
  if (!person || !dated) {
    throw new Refused('Follow-ups are brought into a 1:1 note of one person.');
  }
  const privateHalf = workspace.privateHalf({ person, date: dated.meeting.date }, call.settings);
  const into = { person, dated, root, statuses: call.settings.get('statuses'), privateHalf };
  const { plan, left } = unlessRefused(await bringIntoMeeting(into, workspace));
  return printPlanned({ plan, left, notices: workspace.remarks }, call, workspace);
}
