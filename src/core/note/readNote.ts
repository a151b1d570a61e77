import { lookUp } from '../markdown/frontMatter';
import { detach } from '../text/retained';
import {
  authorOf,
  type Evidence,
  isOneOnOneByType,
  isProven,
  isPublication,
  oneOnOneEvidence,
  pageName,
  readingOf,
  type Readings,
  readings,
  saysOneOnOne,
  seemsArticle,
} from './identity';
import { logMeetings, type MeetingSpan, pageMeetings } from './meetingSpans';
import type { Meeting, Note, NoteKind, NoteProblem, PersonPage } from './note';
import { createdDate, dateInText, ownDate, unparsableDate, type UnparsableDate, unparsableLogDate } from './noteDates';
import { bodyProperties, fileName, type NoteHeader, tagsOf, textOf } from './noteHeader';
import { NoteParser } from './noteParser';
import { isTemplate, namesOneOnOne } from './oneOnOne';
import { ParsedNote } from './parsedNote';
import { isPersonPage, personDateProblem, readPersonPage } from './personPage';
import { hasPartOfMeeting, plainTitle } from './sections';
import { isPrivateHalfPath } from './pathPattern';
import { isPrivateNote } from './privacy';
import type { NoteFile, ReadingRules } from './readingRules';
import { message } from '../text/message';

/** Reads a Markdown file. Never throws: unreadable parts are omitted or reported in `problem`. */
export function readNote({ uri, path, text }: NoteFile, rules: ReadingRules): Note {
  return readParsedNote({ uri, path }, new ParsedNote(text), rules);
}

/** Reads a parsed file. See `readNote`. */
export function readParsedNote({ uri, path }: Omit<NoteFile, 'text'>, parsed: ParsedNote, rules: ReadingRules): Note {
  const { text, frontMatter } = parsed;
  const properties: NoteHeader['properties'] = frontMatter.bodyLine === 0 ? bodyProperties(parsed) : new Map();
  const header: NoteHeader = { path, frontMatter, title: firstTitle(parsed), properties };
  const { privateHalves } = rules.paths;
  const isPrivateHalf = privateHalves !== undefined && isPrivateHalfPath({ uri, path }, privateHalves);
  const paths = isPrivateHalf ? { ...rules.paths, notes: privateHalves.pattern } : rules.paths;
  const isPage = isPersonPage(header, paths);
  const named = oneOnOneEvidence(header, paths);
  const onPage = isPage && !named ? pageMeetings(parsed) : [];
  const evidence = onPage.length > 0 ? 'proof' : named;
  const who = onPage.length > 0 ? readingOf(pageName(header, paths)) : evidence && readings(header, paths);
  const isPrivate = isPrivateHalf || isPrivateNote(path, parsed);
  const read = (spans: readonly MeetingSpan[]) => new NoteParser(parsed, { spans, rules, isPrivate }).run();
  const found = onPage.length > 0 || !evidence ? onPage : meetingSpans(parsed, header, evidence);
  const parts = read(found);
  const isMeeting = evidence === 'proof' || (who !== undefined && isMeant(header, parsed, { who, ...parts }));
  const { meetings, followUps } = isMeeting || found.length === 0 ? parts : read([]);
  const undated =
    who && meetings.length === 0 && isUndated(header, parsed, who) ? unparsableDate(parsed, header) : undefined;
  const unread = undated ?? unreadEntry(parsed, found, meetings);
  const problem =
    headerProblem(text, header, isMeeting) ??
    (unread && dateProblem(unread, meetings.length > 0)) ??
    (who && !isPage ? missingPart(header, parsed, { who, meetings, followUps }, parts) : undefined) ??
    (isPage ? personDateProblem(header, text) : undefined);
  const page: PersonPage | undefined = isPage ? readPersonPage(header, parsed, paths) : undefined;
  const isPlaced = meetings.length > 0 || undated !== undefined;
  const whose = isPlaced || isDatable(header, who) ? who : undefined;
  // The title and path matter only to the owners of follow-ups.
  const author = whose && authorOf(header, followUps.length > 0 ? whose.participants : []);
  return {
    uri,
    kind: kindOf(meetings, isPage),
    title: detach(header.title || fileName(path)),
    participants: whose?.participants ?? [],
    ...(author !== undefined && { author: detach(author) }),
    otherParticipants: whose?.others ?? [],
    certainty: whose?.evidence === 'clue' && !isPlaced ? 'known' : (whose?.evidence ?? 'proof'),
    meetings,
    followUps,
    ...(page && { page }),
    tags: tagsOf(frontMatter),
    private: isPrivate,
    ...(isPrivateHalf && { isPrivateHalf }),
    wikiLinks: text.includes('[[') && !text.includes(']('),
    ...(problem && { problem }),
  };
}

/** The parts of a note that show whether it is a meeting. */
interface MeetingParts extends Pick<Note, 'meetings' | 'followUps'> {
  readonly who: Readings;
}

/** Headings of meeting notes besides those of known sections. */
const MEETING_HEADING =
  /^(?:summary|notes?|meeting notes|discussions?|discussed|decisions?|highlights?|lowlights?|recap|wins?|challenges?|feedback|check-?in|personal|questions?|concerns?|priorities|attendees|participants|transcript|notizen|themen|punkte|notes de réunion|notas|temas)$/;

/**
 * Tests whether a note with clues only is a 1:1. It needs a date of its own, a person, and a part of a meeting: a
 * follow-up, a known question or section, or else more than one clue. Articles about 1:1s have none of these.
 */
function isMeant(header: NoteHeader, parsed: ParsedNote, { who, meetings, followUps }: MeetingParts): boolean {
  if (meetings.length === 0 || who.participants.length === 0) return false;
  if (who.evidence === 'clue' && isPublication(header)) return false;
  if (followUps.length > 0 || meetings.length > 1 || (who.isSupported && !who.isScore)) return true;
  const hasSection = meetings.some(({ sections }) =>
    sections.some(
      ({ title, kind, prompts }) => kind !== undefined || prompts.length > 0 || MEETING_HEADING.test(plainTitle(title)),
    ),
  );
  return hasSection || !(who.isScore || (seemsArticle(header) && hasProse(parsed)));
}

/** Tests whether a note has a paragraph outside lists and quotes. */
function hasProse({ blocks }: ParsedNote): boolean {
  return blocks.some(({ kind, parent }) => kind === 'paragraph' && parent < 0);
}

/** Tests whether an undated note has a person or says that it is a 1:1, so that its date is missing. */
function isDatable(header: NoteHeader, who: Readings | undefined): boolean {
  return who?.evidence === 'proof' || ((who?.participants.length ?? 0) > 0 && !isPublication(header));
}

/** Tests whether a note without a readable date is a 1:1 rather than an article or a result, so that its date is missing. */
function isUndated(header: NoteHeader, parsed: ParsedNote, who: Readings): boolean {
  if (!isDatable(header, who)) return false;
  return who.evidence === 'proof' || !(who.isScore || (seemsArticle(header) && hasProse(parsed)));
}

/** Returns the first heading of a log with an unparsable date. Its text is read as part of the meeting above it. */
function unreadEntry(
  parsed: ParsedNote,
  [first]: readonly MeetingSpan[],
  meetings: readonly Meeting[],
): UnparsableDate | undefined {
  return first?.heading !== undefined && meetings.length > 0 ? unparsableLogDate(parsed, first.level) : undefined;
}

/** Returns the problem with the front matter, if the note is a 1:1 or seems to be one. */
function headerProblem(text: string, { frontMatter }: NoteHeader, isMeant: boolean): NoteProblem | undefined {
  const { problem, bodyStart } = frontMatter;
  if (!problem) return undefined;
  return isMeant || namesOneOnOne(text.slice(0, bodyStart)) ? { kind: 'frontMatter', ...problem } : undefined;
}

function dateProblem({ line, written }: UnparsableDate, isInLog: boolean): NoteProblem {
  const said = message(isInLog ? 'meeting.unreadableHeading' : 'meeting.unreadableDate', written);
  return { kind: 'unreadableDate', line, message: said, written: detach(written) };
}

/** Words in the names of templates and reference material, which may have the type of a 1:1. */
const REFERENCE_NAME =
  /(?<!\p{L})(?:templates?|boilerplate|check-?lists?|guides?|questions?|handbook|playbook|frameworks?|best practices|how to|tips|ideas|readme|index|overview|dashboard|vorlagen?|leitfaden|fragen|plantillas?|mod[eè]l(?:es?|os?)|sjablo(?:on|nen)|szablon|mall|шаблон|テンプレート|ひな形|模板|템플릿)(?!\p{L})/iu;

/**
 * Returns what a 1:1 lacks: a person, or else a date. Templates lack both on purpose, and articles have the tag too, so
 * it needs a person in the front matter or a follow-up. Without type or tag, it must begin with a spelling of 1:1, have
 * one of the two, and a part of a meeting.
 */
function missingPart(
  header: NoteHeader,
  { text }: ParsedNote,
  { who, meetings, followUps }: MeetingParts,
  read: Pick<Note, 'meetings' | 'followUps'>,
): NoteProblem | undefined {
  const hasPerson = who.participants.length > 0;
  if (hasPerson && meetings.length > 0) return undefined;
  const isCertain = hasPerson ? who.evidence === 'proof' : meetings.length > 0 && isOneOnOneByType(header);
  const isLikely = isProven(header)
    ? followUps.length > 0
    : saysOneOnOne(header) && hasPerson !== read.meetings.length > 0 && hasPartOfMeeting(read);
  if (!isCertain && !isLikely) return undefined;
  const names = `${header.path} ${header.title}`;
  if (isPublication(header) || isTemplate(text) || REFERENCE_NAME.test(names)) return undefined;
  return hasPerson
    ? { kind: 'noDate', line: 0, message: message('meeting.noDate') }
    : { kind: 'noPerson', line: 0, message: message('meeting.noPerson') };
}

function kindOf(spans: readonly Pick<Meeting, 'heading'>[], isPage: boolean): NoteKind {
  if (spans.length > 0) {
    return spans[0]?.heading === undefined ? 'meeting' : 'log';
  }
  return isPage ? 'page' : 'other';
}

function firstTitle({ text, blocks }: ParsedNote): string {
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1 && block.parent < 0);
  return heading ? text.slice(heading.start, heading.end).trim() : '';
}

/**
 * Returns the meetings of a note: one if the front matter or file name has a date; else one for each dated heading;
 * else one if the title or the property lines have a date. The date of creation is the last resort for a certain 1:1.
 */
function meetingSpans(parsed: ParsedNote, header: NoteHeader, evidence: Evidence): readonly MeetingSpan[] {
  const framework = textOf(lookUp(header.frontMatter, 'framework'));
  const whole = {
    line: 0,
    endLine: Number.MAX_SAFE_INTEGER,
    level: 0,
    ...(framework !== '' && { framework: detach(framework) }),
  };
  const date = ownDate(header);
  if (date) {
    return [{ ...whole, date }];
  }
  const dated = logMeetings(parsed);
  if (dated.length > 0) {
    return dated;
  }
  const inText = dateInText(header) ?? (evidence === 'proof' ? createdDate(header) : undefined);
  return inText ? [{ ...whole, date: inText }] : [];
}
