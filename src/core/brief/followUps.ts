import { daysBetween, formatDuration, type CivilDate } from '../dates/civilDate';
import { formatDue } from '../followUp/followUp';
import { carryCount } from '../index/carriedCopy';
import { closedOn, type ListedFollowUp } from '../index/listedFollowUp';
import { type Ownership, ownershipOf } from '../index/ownership';
import { formatCarriedOften, formatClosed, formatOwners, titleOf } from '../followUpList/format';
import { compareFollowUps } from '../followUpList/groups';
import type { ReportEntry, ReportSection } from '../reports/report';
import { type Message, message, type Text } from '../text/message';
import { type BriefBasis, briefSection } from './basis';

/** Returns the open follow-ups by owner, in due order. */
export function openSections({ index, person, today }: BriefBasis): readonly ReportSection[] {
  const open = index.followUpsOf(person.key).filter(({ isOpen }) => isOpen);
  const owedBy = (...ownerships: readonly Ownership[]) =>
    open.filter((item) => ownerships.includes(ownershipOf(item, person.key)));
  const section = (title: Message, items: readonly ListedFollowUp[], nameOwners: (item: ListedFollowUp) => boolean) =>
    briefSection(
      title,
      items.toSorted(compareFollowUps).map((item) => openEntry(item, { today, isOwnerNamed: nameOwners(item) })),
    );
  return [
    ...section(message('brief.youOwe'), owedBy('mine'), ({ owners }) => owners.length > 1),
    ...section(message('brief.owes', person.name), owedBy('owner'), ({ owners }) => owners.length > 1),
    ...section(message('brief.otherOpen'), owedBy('others', 'unassigned'), () => true),
  ];
}

/** Returns the follow-ups done or dropped since the last meeting, including that day. */
export function closedSection({ index, person, past, today }: BriefBasis): readonly ReportSection[] {
  const last = past.at(-1)?.meeting.date;
  const closed = index.followUpsOf(person.key).filter((item) => {
    const day = closedOn(item);
    return last !== undefined && day !== undefined && day >= last;
  });
  return briefSection(
    message('brief.closed'),
    closed.map((item) => entryOf(item, [formatClosed(item, today)])),
  );
}

interface OpenWords {
  readonly today: CivilDate;
  readonly isOwnerNamed: boolean;
}

/** Returns the entry of an open follow-up. */
export function openEntry(item: ListedFollowUp, { today, isOwnerNamed }: OpenWords): ReportEntry {
  const { followUp, since, status } = item;
  const age = since === undefined ? 0 : daysBetween(since, today);
  const times = carryCount(followUp);
  return entryOf(item, [
    isOwnerNamed ? formatOwners(item) : '',
    formatDue(followUp.fields, today),
    status === 'inProgress' ? message('followUp.inProgress') : '',
    age > 0 ? message('followUp.openFor', formatDuration(age)) : '',
    formatCarriedOften(item) || (times > 0 ? message('followUp.carried', times) : ''),
  ]);
}

function entryOf(item: ListedFollowUp, details: readonly Text[]): ReportEntry {
  const { note, followUp } = item;
  return {
    text: titleOf(item),
    details: details.filter((detail) => detail !== ''),
    source: { uri: note.uri, line: followUp.line },
    private: followUp.private,
  };
}
