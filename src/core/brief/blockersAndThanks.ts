import { addDays, type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import { titleOf } from '../followUpList/format';
import { type ListedFollowUp, partsOf } from '../index/listedFollowUp';
import type { FollowUp } from '../followUp/followUp';
import { normalizeQuestion } from '../frameworks/questionBank';
import { questionText } from '../questions/history';
import { completedFrom, quoteLine } from '../reports/quotations';
import type { ReportEntry, ReportSection } from '../reports/report';
import type { NoteIndex } from '../index/noteIndex';
import { isMine, ownersOf } from '../index/ownership';
import type { Person } from '../people/person';
import { compareText } from '../text/collections';
import { runToCompletion } from '../text/cooperative';
import { countedMessage, joinTexts, message, type Message, type Text, wordMessage } from '../text/message';
import { Blockers, Thanks } from '../topics/blockersAndThanks';
import { countedMentions, type HeldMeeting, heldMeetings, placeOf } from '../topics/heldMeetings';
import { NamedPeople } from '../topics/namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from '../topics/theme';
import { type BriefBasis, briefSection } from './basis';

/** Number of latest meetings in which a blocker must be named twice. */
const RECENT_MEETINGS = 4;
/** Number of days after which earlier namings of a blocker, and thanks, no longer count. */
const BLOCKER_DAYS = 365;
const THANKS_DAYS = 84;
/** Number of latest meetings in which a topic that has gone quiet is missing, and in which it is looked for before. */
const QUIET_MEETINGS = 2;
const LOOKED_BACK = 8;
const MAX_QUIET = 6;

/**
 * Returns what is in the person's way: what two of the last four notes name, with its age and the follow-up that
 * answers it.
 */
export function blockersSection(basis: BriefBasis): readonly ReportSection[] {
  const { index, person, past, today } = basis;
  const blockers = new Blockers(new NamedPeople(index.people));
  const earliest = addDays(today, -BLOCKER_DAYS);
  const recentParts = past.filter(({ meeting }) => meeting.date >= earliest).flatMap(partsOf);
  for (const dated of recentParts.toReversed()) {
    for (const { mention } of countedMentions(dated)) {
      if (mention.about === 'blockers') blockers.add(mention.named, placeOf({ ...dated, person }, mention));
    }
  }
  const recent = new Set(past.slice(-RECENT_MEETINGS).map(({ meeting }) => meeting.date));
  const { ofOne } = runToCompletion(blockers.themes());
  const named = ofOne.filter(({ places }) => daysOf(places.filter(({ date }) => recent.has(date))).size > 1);
  return briefSection(
    message('brief.inTheWay', person.name),
    named.map((theme) => blockerEntry(theme, basis)),
  );
}

function blockerEntry({ key, label, places }: Theme, basis: BriefBasis): ReportEntry {
  const { person } = basis;
  const [newest = { uri: '', line: 0 }] = places;
  const since = places.at(-1)?.date ?? basis.today;
  const answer = answerTo(label, since, basis);
  const entry: ReportEntry = {
    key,
    label: [label],
    text: '',
    details: [
      message('brief.since', shortDate(since, basis.today)),
      answer ? message('brief.answeredBy', titleOf(answer)) : message('brief.noFollowUp'),
    ],
    source: { uri: newest.uri, line: newest.line },
    // What is agreed with others is for the reader only.
    private: places.some((place) => place.private) || (answer !== undefined && !isPublicTo(person, answer)),
  };
  return completedFrom(entry, (note) => ({ text: quoteLine(note, newest.line) }));
}

function isPublicTo({ key }: Person, { group, followUp }: ListedFollowUp): boolean {
  return group === key && !followUp.private;
}

/**
 * Returns the follow-up about a blocker, made since its first naming: an open one of the person, an open one of others,
 * or else the last one of the person.
 */
function answerTo(label: Text, since: CivilDate, { index, person }: BriefBasis): ListedFollowUp | undefined {
  const [name = ''] = normalizeQuestion(wordMessage(label)).split(' ');
  const isAbout = ({ status, since: day, followUp }: ListedFollowUp): boolean =>
    status !== 'moved' && (day ?? '') >= since && normalizeQuestion(followUp.source).split(' ').includes(name);
  const theirs = index.followUpsOf(person.key).filter(isAbout);
  const others = index.groups().filter((group) => group !== person.key);
  return (
    theirs.find(({ isOpen }) => isOpen) ??
    others.flatMap((group) => index.followUpsOf(group)).find((item) => item.isOpen && isAbout(item)) ??
    theirs.at(-1)
  );
}

/**
 * Returns the thanks to the person from other 1:1s that were not passed on yet. They are private: what others say in
 * their 1:1s is for the reader only.
 */
export function thankedSection({ index, person, today }: BriefBasis): readonly ReportSection[] {
  const thanks = new Thanks(new NamedPeople(index.people));
  const span = { since: addDays(today, -THANKS_DAYS), until: today };
  for (const held of runToCompletion(heldMeetings(index, span))) {
    for (const { mention, followUp } of countedMentions(held)) {
      if (mention.about === 'thanks' && !isOwnPromise(followUp, held, index)) {
        thanks.add(mention.named, placeOf(held, mention), followUp);
      }
    }
  }
  const { toGive } = runToCompletion(thanks.themes());
  const theme = toGive.find(({ key }) => key === person.key);
  if (!theme) return [];
  const count = new Set(theme.people).size;
  const entry: ReportEntry = {
    key: person.key,
    text: countedMessage('brief.thankedBy', count),
    details: [],
    private: true,
    entries: theme.places.filter((place) => !place.private).map((place) => thanksEntry(place, today)),
  };
  return briefSection(message('brief.thanked'), [entry]);
}

/** Checks whether the reader still has to keep this promise: to thank someone is not to be thankful. */
function isOwnPromise(followUp: FollowUp | undefined, { note, person }: HeldMeeting, index: NoteIndex): boolean {
  if (!followUp || followUp.status === 'done') return false;
  return isMine(ownersOf(followUp.owners, { people: index.people, person, writer: index.writerOf(note) }));
}

function thanksEntry({ person, date, uri, line }: ThemePlace, today: CivilDate): ReportEntry {
  const label = [person.name, shortDate(date, today)];
  const entry = { label, text: '', details: [], source: { uri, line }, private: true };
  return completedFrom(entry, (note) => ({ text: quoteLine(note, line) }));
}

/**
 * Returns what has gone quiet, in one line: topics of two or more notes that the last two do not mention, and questions
 * that were passed over twice.
 */
export function quietFacts(basis: BriefBasis): readonly ReportEntry[] {
  const topics = quietTopics(basis);
  return [
    ...quietFact(
      topics.filter(({ places }) => !places.some((place) => place.private)).map((theme) => formatQuiet(theme, basis)),
      passedOver(basis),
    ),
    ...quietFact(
      topics.filter(({ places }) => places.some((place) => place.private)).map((theme) => formatQuiet(theme, basis)),
    ).map((entry) => ({ ...entry, private: true })),
  ];
}

function quietFact(topics: readonly Text[], questions: readonly Text[] = []): readonly ReportEntry[] {
  const said = joinTexts('list.semicolon', [
    joinTexts('list.comma', topics.slice(0, MAX_QUIET)),
    questions.length === 0 ? '' : message('brief.passedOver', joinTexts('list.comma', questions.slice(0, MAX_QUIET))),
  ]);
  return said === '' ? [] : [{ text: message('brief.quiet', said), details: [], private: false }];
}

function formatQuiet({ label, places }: Theme, { today }: BriefBasis): Message {
  return message('brief.quietTopic', label, formatRelative(places[0]?.date ?? today, today));
}

/** Returns the people, links and tags of two or more earlier notes that the last two do not mention. */
function quietTopics({ index, person, past }: BriefBasis): readonly Theme[] {
  const people = new NamedPeople(index.people);
  const tally = new ThemeTally();
  const still = new Set<string>();
  const newestFirst = past.slice(-LOOKED_BACK).toReversed();
  const parts = newestFirst.flatMap((dated, at) => partsOf(dated).map((part) => ({ at, dated: part })));
  for (const { at, dated } of parts) {
    for (const { mention } of countedMentions(dated)) {
      const told = people.tell(mention.named);
      const topics = [
        ...told.people.filter(({ key }) => key !== person.key && key !== 'me'),
        ...told.others
          .filter(({ form }) => form === 'tag' || form === 'link')
          .map(({ key, name, form }) => ({ key, label: form === 'tag' ? `#${name}` : name })),
      ];
      for (const topic of topics) {
        if (at < QUIET_MEETINGS) still.add(topic.key);
        else tally.add(topic, placeOf({ ...dated, person }, mention));
      }
    }
  }
  const themes = runToCompletion(tally.themes());
  return themes.filter(({ key, places }) => !still.has(key) && daysOf(places).size > 1);
}

/** Returns the questions that were offered in two notes since their last answer, without one. */
function passedOver({ past, bank }: BriefBasis): readonly Text[] {
  const offered = new Map<number, number>();
  for (const { meeting } of past.slice(-LOOKED_BACK)) {
    for (const { question, answered } of meeting.sections.flatMap((each) => (each.private ? [] : each.prompts))) {
      offered.set(question, answered ? 0 : (offered.get(question) ?? 0) + 1);
    }
  }
  return [...offered]
    .filter(([, times]) => times > 1)
    .map(([question]) => questionText(question, bank))
    .filter((text) => text !== '')
    .sort(compareText)
    .map((text) => message('brief.quoted', text));
}

function daysOf(places: readonly ThemePlace[]): ReadonlySet<CivilDate> {
  return new Set(places.map(({ date }) => date));
}
