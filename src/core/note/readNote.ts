import { lookUp } from '../markdown/frontMatter';
import type { LineProblem } from '../text/lines';
import { detach } from '../text/retained';
import {
  bodyProperties,
  dateInText,
  fileName,
  isOneOnOne,
  namedParticipants,
  type NoteHeader,
  ownDate,
  participants,
  tagsOf,
  textOf,
  unparsableDate,
  type UnparsableDate,
} from './identity';
import { logMeetings, type MeetingSpan } from './meetingSpans';
import type { Note, NoteKind, PersonPage } from './note';
import { NoteParser } from './noteParser';
import { namesOneOnOne } from './oneOnOne';
import { ParsedNote } from './parsedNote';
import { isPersonPage, readPersonPage } from './personPage';
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
  const isPage = isPersonPage(header, rules.paths);
  const isMeant = isOneOnOne(header, rules.paths);
  const spans = isMeant ? meetingSpans(parsed, header) : [];
  const undated = isMeant && spans.length === 0 ? unparsableDate(parsed, header) : undefined;
  const problem = problemOf(text, header, { isMeant, undated });
  const isPrivate = isPrivateNote(path, parsed);
  const walk = new NoteParser(parsed, { spans, rules, isPrivate });
  const { meetings, followUps } = walk.run();
  const page: PersonPage | undefined = isPage ? readPersonPage(header) : undefined;
  return {
    uri,
    kind: kindOf(spans, isPage),
    title: detach(header.title || fileName(path)),
    participants:
      spans.length > 0 || undated ? participants(header, rules.paths) : isMeant ? namedParticipants(frontMatter) : [],
    meetings,
    followUps,
    ...(page && { page }),
    tags: tagsOf(frontMatter),
    private: isPrivate,
    wikiLinks: text.includes('[[') && !text.includes(']('),
    ...(problem && { problem }),
  };
}

/** Returns the problem with the front matter or the date, if the note is a 1:1 or seems to be one. */
function problemOf(
  text: string,
  { frontMatter: { problem, bodyStart } }: NoteHeader,
  { isMeant, undated }: { readonly isMeant: boolean; readonly undated: UnparsableDate | undefined },
): LineProblem | undefined {
  if (problem) {
    return isMeant || namesOneOnOne(text.slice(0, bodyStart)) ? problem : undefined;
  }
  return (
    undated && {
      line: undated.line,
      message: message('meeting.unreadableDate', undated.written),
    }
  );
}

function kindOf(spans: readonly MeetingSpan[], isPage: boolean): NoteKind {
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
 * else one if the title or the property lines have a date.
 */
function meetingSpans(parsed: ParsedNote, header: NoteHeader): readonly MeetingSpan[] {
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
  const inText = dateInText(header);
  return inText ? [{ ...whole, date: inText }] : [];
}
