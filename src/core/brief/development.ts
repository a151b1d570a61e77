import { partsOf } from '../index/listedFollowUp';
import { formatRelative } from '../dates/civilDate';
import type { Meeting } from '../note/note';
import { sectionAt } from '../questions/sections';
import type { ReportSection } from '../reports/report';
import { goalEntries, outcomeEntries } from '../reports/goalsAndChanges';
import { quoteAnswers, quotedFrom } from '../reports/quotations';
import { sessionHistory } from '../sessions/sessionHistory';
import { careerGap } from '../sessions/suggestion';
import { message } from '../text/message';
import type { HeldMeeting } from '../topics/heldMeetings';
import { type BriefBasis, briefSection } from './basis';

/** Returns, when a career session is due, what was said in the last one, and the goals not mentioned for two months. */
export function careerSections(basis: BriefBasis): readonly ReportSection[] {
  const { summary, person, past, frameworks, bank, today } = basis;
  const sessions = sessionHistory(summary.meetings, frameworks);
  const gap = careerGap({ sessions, relation: person.relation, frameworks, on: today });
  if (gap?.isDue !== true) return [];
  const last = past.findLast(({ meeting }) => meeting.date === gap.last);
  const details = [formatRelative(gap.last ?? today, today)];
  const said = last
    ? [
        quotedFrom(last.note, (note) =>
          quoteAnswers(last, { note, bank }, ({ line }) => isTalk(last.meeting, line)).map((entry) => ({
            ...entry,
            details,
          })),
        ),
      ]
    : [];
  return [
    ...briefSection(message('brief.lastCareer'), said),
    ...briefSection(
      message('brief.forgottenGoals'),
      goalEntries(heldWith(basis), { bank, today, withPrivate: true, onlyForgotten: true }),
    ),
  ];
}

/** Tests whether a line is part of the talk, not of the agenda or the follow-ups. */
function isTalk(meeting: Meeting, line: number): boolean {
  const kind = sectionAt(meeting, line)?.kind;
  return kind !== 'agenda' && kind !== 'followUps' && kind !== 'mine' && kind !== 'theirs';
}

/** Returns the small changes that were done: what came of them, or the question about it. */
export function changesSection(basis: BriefBasis): readonly ReportSection[] {
  const { bank, today } = basis;
  return briefSection(message('brief.changes'), outcomeEntries(heldWith(basis), { bank, today, withPrivate: true }));
}

function heldWith({ person, past }: BriefBasis): readonly HeldMeeting[] {
  return past.flatMap(partsOf).map((dated) => ({ ...dated, person }));
}
