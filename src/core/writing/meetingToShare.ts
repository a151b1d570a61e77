import type { CivilDate } from '../civilDate';
import type { DatedMeeting } from '../index/listedFollowUp';

/** What is shared: `agenda` before a 1:1, `recap` after it. */
export type Sharing = 'agenda' | 'recap';

/** Which of a person's meetings, oldest first, is shared when none is named: an agenda is of the next one, a recap of the last. */
export function meetingToShare(
  meetings: readonly DatedMeeting[],
  sharing: Sharing,
  today: CivilDate,
): DatedMeeting | undefined {
  return sharing === 'agenda'
    ? (meetings.find(({ meeting }) => meeting.date >= today) ?? meetings.at(-1))
    : (meetings.findLast(({ meeting }) => meeting.date <= today) ?? meetings[0]);
}
