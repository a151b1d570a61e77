import type { FollowUpStatus, Hint } from '../followUp/followUp';
import type { QuestionBank } from '../framework/questionBank';
import type { Block } from '../markdown/block';
import { lookUp, readFrontMatter } from '../markdown/frontMatter';
import { scan } from '../markdown/scan';
import { ownCopy } from '../ownCopy';
import { dateIn } from './dateIn';
import { fileName, isOneOnOne, ownDate, participants, tagsOf, textOf, type Frame, type LayoutPaths } from './layout';
import { logMeetings, type MeetingSpan } from './meetingSpans';
import type { Note, NoteKind, PersonPage } from './note';
import { NoteWalk } from './noteWalk';
import { isPersonPage, readPersonPage } from './personPage';
import { isPrivateNote, readPrivacy } from './privacy';

/** A Markdown file as it is now: in the editor if it is open, else on disk. */
export interface NoteFile {
  readonly uri: string;
  /** Relative to the folder it was found in, with `/`: what path patterns and folder names are read from. */
  readonly path: string;
  readonly text: string;
}

/** What reading depends on besides the file. */
export interface ReadingRules {
  readonly bank: QuestionBank;
  readonly paths: LayoutPaths;
  /** Marks that the reader of the notes uses in another sense than the documented one. */
  readonly statuses: Readonly<Record<string, FollowUpStatus>>;
}

/** All that a Markdown file says. Never throws: what cannot be read is left out, or named in `hints`. */
export function readNote(file: NoteFile, rules: ReadingRules): Note {
  const { text, path } = file;
  const frontMatter = readFrontMatter(text);
  const blocks = scan(text, frontMatter);
  const frame: Frame = { path, frontMatter, title: firstTitle(text, blocks) };
  const hints: Hint[] = frontMatter.problem
    ? [{ kind: 'frontMatter', line: frontMatter.problem.line, message: frontMatter.problem.message }]
    : [];
  const isPage = isPersonPage(frame, rules.paths);
  const spans = isOneOnOne(frame, rules.paths) ? meetingSpans(text, blocks, frame) : [];
  const isPrivate = isPrivateNote(file, frontMatter);
  const walk = new NoteWalk({
    text,
    blocks,
    spans,
    rules,
    hints,
    isPrivate,
    privacy: isPrivate ? { ranges: [], unbalanced: [] } : readPrivacy(text, blocks),
  });
  const { meetings, followUps } = walk.run();
  const page: PersonPage | undefined = isPage ? readPersonPage(frame) : undefined;
  return {
    uri: file.uri,
    kind: kindOf(spans, isPage),
    title: ownCopy(frame.title || fileName(path)),
    participants: spans.length > 0 ? participants(frame, rules.paths) : NOBODY,
    meetings,
    followUps,
    ...(page && { page }),
    tags: tagsOf(frontMatter),
    private: isPrivate,
    wikiLinks: text.includes('[[') && !text.includes(']('),
    hints,
  };
}

const NOBODY: Note['participants'] = [];

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

/** The note as one meeting if front matter or file name date it, else one for each dated heading, else by its title's date. */
function meetingSpans(text: string, blocks: readonly Block[], frame: Frame): readonly MeetingSpan[] {
  const framework = textOf(lookUp(frame.frontMatter, 'framework'));
  const whole = {
    line: 0,
    endLine: Number.MAX_SAFE_INTEGER,
    level: 0,
    ...(framework !== '' && { framework: ownCopy(framework) }),
  };
  const date = ownDate(frame);
  if (date) {
    return [{ ...whole, date }];
  }
  const dated = logMeetings(text, blocks);
  if (dated.length > 0) {
    return dated;
  }
  const titled = dateIn(frame.title);
  return titled ? [{ ...whole, date: titled.date }] : [];
}
