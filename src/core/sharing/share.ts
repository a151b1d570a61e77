import type { CivilDate } from '../dates/civilDate';
import { type FollowUp, isOpen } from '../followUp/followUp';
import type { Framework } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import { type Owner, ownerNames, ownershipOf, ownersOf, textBesideOwners } from '../index/ownership';
import type { NoteFile, ReadingRules } from '../note/readingRules';
import { escapeMarkdown } from '../noteEdit/escape';
import type { PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import { type ShareRefusal, redactedMeeting, type RedactedMeeting } from './redact';
import { sharedFollowUps } from './followUpText';
import { sectionName, sectionNames } from '../questions/sections';
import { type RecapSection, recapSections } from './sections';
import { countedMessage, type Message, message } from '../text/message';
import type { LineRange } from '../text/range';

/** The kind of shared text: an `agenda` or a `pre-read` before a 1:1, or a `recap` after it. */
export type Sharing = 'agenda' | 'pre-read' | 'recap';

/**
 * Returns a person's meeting to share by default: the latest one for a recap, else the next one. The meetings are sorted,
 * oldest first. A private half is never shared.
 */
export function meetingToShare(
  meetings: readonly DatedMeeting[],
  sharing: Sharing,
  today: CivilDate,
): DatedMeeting | undefined {
  const shared = meetings.filter(({ note }) => !note.isPrivateHalf);
  return sharing === 'recap'
    ? (shared.findLast(({ meeting }) => meeting.date <= today) ?? shared[0])
    : (shared.find(({ meeting }) => meeting.date >= today) ?? shared.at(-1));
}

/** A 1:1 to share with the other person. */
interface ShareRequest {
  /** The note with its current text. */
  readonly file: NoteFile;
  readonly rules: ReadingRules;
  /** Index of the meeting in its note. */
  readonly meeting: number;
  readonly person: Person;
  readonly people: PeopleDirectory;
  /** The owner that `@me` means in the note. */
  readonly writer: Owner | undefined;
  /** The frameworks, whose sections of managing up make a pre-read. */
  readonly frameworks?: readonly Framework[];
  /** Sections to leave out. */
  readonly without?: readonly LineRange[];
}

/** Markdown without private content. */
export interface SharedText {
  readonly text: string;
  /** Number of private parts of the meeting left out. */
  readonly leftOut: number;
}

/** Returns a message about the number of private parts left out. */
export function formatLeftOut({ leftOut }: Pick<SharedText, 'leftOut'>): Message {
  if (leftOut === 0) return message('share.nothingPrivate');
  return countedMessage('share.leftOut', leftOut);
}

/** Returns the agenda, the pre-read or the recap of a 1:1. */
export function shareable(request: ShareRequest, sharing: Sharing): SharedText | ShareRefusal {
  switch (sharing) {
    case 'agenda':
      return shareableAgenda(request);
    case 'pre-read':
      return shareablePreRead(request);
    case 'recap':
      return shareableRecap(request);
  }
}

/** The sections of managing up that a pre-read contains. */
const PRE_READ: readonly string[] = ['signal', 'point-of-view'];

/** Returns the text to read before a 1:1: Signal, Point of View, the status, and what the reader waits for. */
export function shareablePreRead(request: ShareRequest): SharedText | ShareRefusal {
  const { frameworks = [], person } = request;
  const upward = frameworks.filter(({ kind }) => kind === 'upward').flatMap(({ sections }) => sections);
  const names = new Set(upward.filter(({ id }) => PRE_READ.includes(id)).flatMap(sectionNames));
  return share(request, 'pre-read', (shared) => [
    ...headed(recapSections(shared).filter(({ kind, title }) => kind === 'status' || names.has(sectionName(title)))),
    ...titled('What I need', [
      listed(
        shared,
        request,
        (followUp) =>
          isOpen(followUp.status) && ownershipOf(ownersOf(followUp.owners, request), person.key) === 'owner',
      ),
    ]),
  ]);
}

/** Returns the text to share before a 1:1: its agenda, questions and open follow-ups. */
export function shareableAgenda(request: ShareRequest): SharedText | ShareRefusal {
  return share(request, 'agenda', (shared) => [
    ...titled('Agenda', linesOf(recapSections(shared).filter(({ kind }) => kind === 'agenda'))),
    ...titled('Questions', [questionsIn(shared, request.rules.bank)]),
    ...titled('Open follow-ups', [listed(shared, request, ({ status }) => isOpen(status))]),
  ]);
}

/** Returns the text to share after a 1:1: its notes and follow-ups, including those carried over since. */
export function shareableRecap(request: ShareRequest): SharedText | ShareRefusal {
  return share(request, 'recap', (shared) => {
    const said = recapSections(shared);
    const agreed = listed(shared, request, ({ status }) => status !== 'dropped');
    return [
      ...headed(said.filter(({ kind }) => kind !== 'followUps')),
      ...titled('Follow-ups', [agreed, ...linesOf(said.filter(({ kind }) => kind === 'followUps'))]),
    ];
  });
}

/** Consecutive lines without a blank line between them. */
type LineBlock = readonly string[];

function share(
  { file, rules, meeting, person, without }: ShareRequest,
  sharing: Sharing,
  write: (shared: RedactedMeeting) => readonly LineBlock[],
): SharedText | ShareRefusal {
  const shared = redactedMeeting(file, meeting, rules, without);
  if ('refused' in shared) {
    return shared;
  }
  const title = [`# ${escapeMarkdown(person.name)}, ${shared.meeting.date}: ${sharing}`];
  const body = write(shared).filter(({ length }) => length > 0);
  const blocks = [title, ...(body.length === 0 ? [['Nothing yet.']] : body)];
  return { text: `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`, leftOut: shared.leftOut };
}

function listed(
  shared: RedactedMeeting,
  { people, person, writer }: ShareRequest,
  isListed: (followUp: FollowUp) => boolean,
): LineBlock {
  return sharedFollowUps(shared, {
    isListed,
    ownersOf: ({ owners }) => ownerNames(ownersOf(owners, { people, person, writer }), people.readerName ?? 'me'),
    textOf: (followUp) => textBesideOwners(followUp, people),
  });
}

/** Returns a section with its heading, or nothing if it would be empty. */
function titled(title: string, blocks: readonly LineBlock[]): readonly LineBlock[] {
  return blocks.some(({ length }) => length > 0) ? [[`## ${title}`], ...blocks] : [];
}

function linesOf(sections: readonly RecapSection[]): readonly LineBlock[] {
  return sections.map(({ lines }) => lines);
}

/** Returns the questions of a meeting, except those for managing up. */
function questionsIn({ meeting }: RedactedMeeting, bank: QuestionBank): LineBlock {
  const asked = meeting.sections
    .flatMap(({ prompts }) => prompts)
    .flatMap(({ question }) => bank.placesOf(question).find(({ framework }) => framework.kind !== 'upward') ?? []);
  return [...new Set(asked.map(({ question }) => `- ${escapeMarkdown(question.text)}`))];
}

/**
 * Returns sections with their headings, shifted so that the highest is level 2. Sections without content are omitted.
 */
function headed(sections: readonly RecapSection[]): readonly LineBlock[] {
  const shown = sections.filter((section, index) => {
    const next = sections.findIndex(({ level }, at) => at > index && level <= section.level);
    return sections.slice(index, next < 0 ? undefined : next).some(({ lines }) => lines.length > 0);
  });
  const highest = Math.min(...shown.map(({ level }) => level).filter((level) => level > 0));
  return shown.flatMap(({ level, title, lines }) =>
    level === 0 ? [lines] : [[`${'#'.repeat(Math.min(level - highest + 2, 6))} ${title}`], lines],
  );
}
