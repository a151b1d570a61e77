import type { FollowUp } from '../followUp/followUp';
import type { Meeting, Note, Mention, Section } from '../note/note';
import { isPackedAlike } from '../note/storedNote';
import type { ListedFollowUp } from './listedFollowUp';

/** Tests whether the follow-ups of two versions of a note look the same. Their lines may differ. */
export function sameFollowUps(a: Note, b: Note): boolean {
  return (
    a.followUps.length === b.followUps.length &&
    a.followUps.every((item, at) => isSame(item, b.followUps[at], looksLike))
  );
}

/**
 * Tests whether the meetings of two versions of a note look the same. Their lines may differ, except those of mentions.
 */
export function sameMeetings(a: Note, b: Note): boolean {
  return (
    a.kind === b.kind &&
    a.meetings.length === b.meetings.length &&
    a.meetings.every((item, at) => isSame(item, b.meetings[at], isAlike))
  );
}

/** Tests whether two versions of a note have the same problem. Its line may differ. */
export function sameProblem({ problem: a }: Note, { problem: b }: Note): boolean {
  return a?.kind === b?.kind && a?.written === b?.written;
}

/** Tests whether two versions of a listed follow-up look the same. Their lines may differ. */
export function sameListed(a: ListedFollowUp, b: ListedFollowUp | undefined): boolean {
  return (
    a === b ||
    (a.id === b?.id &&
      a.status === b.status &&
      a.isOpen === b.isOpen &&
      a.since === b.since &&
      a.ambiguousOwner === b.ambiguousOwner &&
      (a.followUp === b.followUp || looksLike(a.followUp, b.followUp)) &&
      JSON.stringify(a.owners) === JSON.stringify(b.owners))
  );
}

function isSame<Part>(a: Part, b: Part | undefined, compare: (a: Part, b: Part) => boolean): boolean {
  return b !== undefined && compare(a, b);
}

/** Compares the source of follow-ups, so that they need not be parsed. */
function looksLike(a: FollowUp, b: FollowUp): boolean {
  return (
    a.source === b.source &&
    a.continuation === b.continuation &&
    a.section === b.section &&
    a.meeting === b.meeting &&
    a.private === b.private &&
    a.status === b.status &&
    a.owedByHeading[0]?.name === b.owedByHeading[0]?.name
  );
}

function isAlike(a: Meeting, b: Meeting): boolean {
  return (
    a.date === b.date &&
    a.framework === b.framework &&
    a.ratings?.challenge === b.ratings?.challenge &&
    a.ratings?.skill === b.ratings?.skill &&
    a.ratings?.private === b.ratings?.private &&
    (isPackedAlike(a, b) ||
      (a.sections.length === b.sections.length &&
        a.sections.every((section, at) => isSame(section, b.sections[at], sameSection)) &&
        a.mentions.length === b.mentions.length &&
        a.mentions.every((mention, at) => isSame(mention, b.mentions[at], sameMention))))
  );
}

/** Compares mentions including their lines, because rows open the line without a check. */
function sameMention(a: Mention, b: Mention): boolean {
  return (
    a.line === b.line &&
    a.about === b.about &&
    a.private === b.private &&
    a.named.map(({ name }) => name).join() === b.named.map(({ name }) => name).join()
  );
}

function sameSection(a: Section, b: Section): boolean {
  return (
    a.title === b.title &&
    a.words === b.words &&
    a.private === b.private &&
    a.prompts.length === b.prompts.length &&
    a.prompts.every(
      (prompt, at) => prompt.question === b.prompts[at]?.question && prompt.answered === b.prompts[at].answered,
    )
  );
}
