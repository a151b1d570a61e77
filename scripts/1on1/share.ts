import { formatLeftOut, meetingToShare, shareable } from '../../src/core/sharing/share';
import { type Call, printed, type Printed, Refused, WrongCall } from './call';
import { Workspace } from './workspace';
import { message, wordMessage } from '../../src/core/text/message';

/**
 * Prints the shareable part of a 1:1: `share FOLDER PATH agenda|pre-read|recap`. In a log, it is the next or the last meeting.
 */
export function share(call: Call): Printed {
  const [, file = '', sharing] = call.args;
  if (sharing !== 'agenda' && sharing !== 'pre-read' && sharing !== 'recap') {
    throw new WrongCall('An agenda, a pre-read or a recap is shared.');
  }
  const workspace = Workspace.of(call);
  const { index, rules, pathOf } = workspace;
  const note = workspace.note(file);
  const person = index.personOf(note);
  const meetings = person ? index.meetingsWith(person.key).filter((each) => each.note === note) : [];
  if (note.private) {
    throw new Refused(`Nothing was shared. ${file}: ${wordMessage(message('share.privateNote'))}`);
  }
  const dated = meetingToShare(meetings, sharing, call.today);
  if (!person || !dated) {
    throw new Refused(`${file} is no 1:1 note of one person, so nothing was shared.`);
  }
  const request = {
    file: { uri: note.uri, path: pathOf(note.uri), text: workspace.textNow(note.uri) },
    rules,
    meeting: dated.index,
    person,
    people: index.people,
    writer: index.writerOf(note),
    frameworks: workspace.frameworks,
  };
  const shared = shareable(request, sharing);
  if ('refused' in shared) {
    const line = shared.line === undefined ? '' : `:${shared.line + 1}`;
    throw new Refused(`Nothing was shared. ${file}${line}: ${wordMessage(shared.refused)}`);
  }
  return {
    ...printed(call, [{ text: shared.text }], () => shared.text.trimEnd().split('\n')),
    remarks: [...workspace.remarks, wordMessage(formatLeftOut(shared))],
  };
}
