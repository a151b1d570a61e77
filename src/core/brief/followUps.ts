import { daysBetween, formatDuration, type CivilDate } from '../dates/civilDate';
import { formatDue } from '../followUp/state';
import { carryCount } from '../index/carryResolution';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { briefSection, type BriefBasis, type BriefEntry, type BriefSection } from '../reports/entries';
import { compareFollowUps } from '../followUpList/order';
import { formatCarryCount, formatClosed, formatOwners, titleOf } from '../followUpList/format';

/** What is open, by who owes it: what is due first comes first. */
export function openSections({ index, person, today }: BriefBasis): readonly BriefSection[] {
  const open = index.followUpsOf(person.key).filter(({ isOpen }) => isOpen);
  const mine = open.filter(isMine);
  const theirs = open.filter((item) => !isMine(item) && isOwedBy(item, person.key));
  const others = open.filter((item) => !mine.includes(item) && !theirs.includes(item));
  const section = (title: string, items: readonly ListedFollowUp[], nameOwners: (item: ListedFollowUp) => boolean) =>
    briefSection(
      title,
      items.toSorted(compareFollowUps).map((item) => openEntry(item, { today, isOwnerNamed: nameOwners(item) })),
    );
  return [
    section('You owe', mine, ({ owners }) => owners.length > 1),
    section(`${person.name} owes`, theirs, ({ owners }) => owners.length > 1),
    section('Other open items', others, () => true),
  ];
}

/** What was done or dropped since the last meeting, that day included. */
export function closedSection({ index, person, past, today }: BriefBasis): BriefSection {
  const last = past.at(-1)?.meeting.date;
  const closed = index
    .followUpsOf(person.key)
    .filter(({ status }) => status === 'done' || status === 'dropped')
    .filter((item) => last !== undefined && isClosedSince(item, last));
  return briefSection(
    'Closed since last time',
    closed.map((item) => entryOf(item, [formatClosed(item, today)])),
  );
}

function isMine({ owners }: ListedFollowUp): boolean {
  return owners.includes('me');
}

function isOwedBy({ owners }: ListedFollowUp, key: string): boolean {
  return owners.some((owner) => owner !== 'me' && owner.key === key);
}

/** By its own date; without one it was closed at the earliest in its meeting. */
function isClosedSince({ note, followUp }: ListedFollowUp, day: CivilDate): boolean {
  const { done, cancelled } = followUp.fields;
  const closed = done ?? cancelled ?? note.meetings[followUp.meeting]?.date;
  return closed !== undefined && closed >= day;
}

interface OpenWords {
  readonly today: CivilDate;
  readonly isOwnerNamed: boolean;
}

function openEntry(item: ListedFollowUp, { today, isOwnerNamed }: OpenWords): BriefEntry {
  const { followUp, since, status } = item;
  const age = since === undefined ? 0 : daysBetween(since, today);
  const times = carryCount(followUp);
  return entryOf(item, [
    isOwnerNamed ? formatOwners(item) : '',
    formatDue(followUp.fields, today),
    status === 'inProgress' ? 'in progress' : '',
    age > 0 ? `open ${formatDuration(age)}` : '',
    formatCarryCount(item) || (times > 0 ? `carried ${times}×` : ''),
  ]);
}

function entryOf(item: ListedFollowUp, details: readonly string[]): BriefEntry {
  const { note, followUp } = item;
  return {
    words: titleOf(item),
    details: details.filter((detail) => detail !== ''),
    at: { uri: note.uri, line: followUp.line },
    private: followUp.private,
  };
}
