import type { Block } from '../markdown/block';
import { lookUp, readFrontMatter } from '../markdown/frontMatter';
import type { FrontMatterProblem } from '../markdown/plainYaml';
import { scan } from '../markdown/scan';
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
import { isPersonPage, readPersonPage } from './personPage';
import { isPrivateNote, readPrivacy } from './privacy';
import type { NoteFile, ReadingRules } from './readingRules';
import { message } from '../text/message';

/** All that a Markdown file says. Never throws: what cannot be read is left out, or said in a hint. */
export function readNote(file: NoteFile, rules: ReadingRules): Note {
  const { text, path } = file;
  const frontMatter = readFrontMatter(text);
  const blocks = scan(text, frontMatter);
  const properties = frontMatter.bodyLine === 0 ? bodyProperties(text, blocks) : NO_PROPERTIES;
  const frame: NoteHeader = { path, frontMatter, title: firstTitle(text, blocks), properties };
  const isPage = isPersonPage(frame, rules.paths);
  const isMeant = isOneOnOne(frame, rules.paths);
  const spans = isMeant ? meetingSpans(text, blocks, frame) : [];
  const undated = isMeant && spans.length === 0 ? unparsableDate(text, blocks, frame) : undefined;
  const problem = problemOf(text, frame, { isMeant, undated });
  const isPrivate = isPrivateNote(file, frontMatter);
  const walk = new NoteParser({
    text,
    blocks,
    spans,
    rules,
    isPrivate,
    privacy: isPrivate ? { ranges: [], unbalanced: [] } : readPrivacy(text, blocks),
  });
  const { meetings, followUps } = walk.run();
  const page: PersonPage | undefined = isPage ? readPersonPage(frame) : undefined;
  return {
    uri: file.uri,
    kind: kindOf(spans, isPage),
    title: detach(frame.title || fileName(path)),
    participants:
      spans.length > 0 || undated
        ? participants(frame, rules.paths)
        : isMeant
          ? namedParticipants(frontMatter)
          : NOBODY,
    meetings,
    followUps,
    ...(page && { page }),
    tags: tagsOf(frontMatter),
    private: isPrivate,
    wikiLinks: text.includes('[[') && !text.includes(']('),
    ...(problem && { problem }),
  };
}

const NOBODY: Note['participants'] = [];
const NO_PROPERTIES: NoteHeader['properties'] = new Map();

/** What of the front matter or of its dates could not be read, where the note says or seems to say that it is a 1:1. */
function problemOf(
  text: string,
  { frontMatter: { problem, bodyStart } }: NoteHeader,
  { isMeant, undated }: { readonly isMeant: boolean; readonly undated: UnparsableDate | undefined },
): FrontMatterProblem | undefined {
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

function firstTitle(text: string, blocks: readonly Block[]): string {
  const heading = blocks.find((block) => block.kind === 'heading' && block.level === 1 && block.parent < 0);
  return heading ? text.slice(heading.start, heading.end).trim() : '';
}

/** The note as one meeting if front matter or file name date it, else one for each dated heading, else by what its title or properties say. */
function meetingSpans(text: string, blocks: readonly Block[], frame: NoteHeader): readonly MeetingSpan[] {
  const framework = textOf(lookUp(frame.frontMatter, 'framework'));
  const whole = {
    line: 0,
    endLine: Number.MAX_SAFE_INTEGER,
    level: 0,
    ...(framework !== '' && { framework: detach(framework) }),
  };
  const date = ownDate(frame);
  if (date) {
    return [{ ...whole, date }];
  }
  const dated = logMeetings(text, blocks);
  if (dated.length > 0) {
    return dated;
  }
  const inText = dateInText(frame);
  return inText ? [{ ...whole, date: inText }] : [];
}
