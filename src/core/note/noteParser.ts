import { hasLine, isInRange } from '../text/range';
import { trimToSize } from '../text/retained';
import { type FollowUp, isOpen } from '../followUp/followUp';
import { type FollowUpPlace, FollowUpRecord } from '../followUp/parse';
import { normalizedText } from '../taskText/normalizedText';
import type { OwnerMention } from '../taskText/taskFields';
import { contextOf, HeadingPath, type TaskItem, taskItemAt } from '../followUp/taskItem';
import { type Block, isFirstInItem } from '../markdown/block';
import type { Conflict } from '../markdown/conflicts';
import { type ChartRegion, chartRegions, type RatingsLine, ratingsLines } from './ratings';
import { sectionTitle } from './sections';
import type { MeetingSpan } from './meetingSpans';
import type { Meeting, MentionTopic, Section, SectionKind } from './note';
import type { ParsedNote } from './parsedNote';
import { questionAt } from './prompts';
import type { ReadingRules } from './readingRules';
import { MentionCollector, type PlainMention } from './mentions';
import { SectionBuilder } from './sectionBuilder';
import { packMeeting } from './storedNote';

/** The input of the parser besides the text. */
interface NoteContext {
  /** The meetings in order. Empty for a note that is not a 1:1: then only follow-ups are read. */
  readonly spans: readonly MeetingSpan[];
  readonly rules: ReadingRules;
  /** Whether the whole note is private. */
  readonly isPrivate: boolean;
}

interface HeadingOnStack {
  readonly level: number;
  readonly title: string;
  readonly kind: SectionKind | undefined;
  /** The topic of the heading, or of the nearest one above that has one. */
  readonly about: MentionTopic | undefined;
}

const BEFORE_THE_FIRST: HeadingOnStack = { level: 0, title: '', kind: undefined, about: undefined };
const NO_OWNERS: readonly OwnerMention[] = [];
const TO_ME: readonly OwnerMention[] = [{ name: 'me', form: 'heading' }];
/** An owner without a name is the person of the meeting. */
const TO_THEM: readonly OwnerMention[] = [{ name: '', form: 'heading' }];

/** Reads the meetings, sections and follow-ups of a note in one pass over its blocks. */
export class NoteParser {
  readonly #note: ParsedNote;
  readonly #context: NoteContext;
  readonly #headings: HeadingOnStack[] = [];
  /** All headings above, including questions. */
  readonly #path = new HeadingPath();
  readonly #followUps: FollowUp[] = [];
  readonly #sections: Section[][];
  readonly #mentions: PlainMention[][];
  readonly #mentionCollector: MentionCollector;
  readonly #ratings: readonly RatingsLine[];
  /** Generated charts, whose content is not counted as words. */
  readonly #charts: readonly ChartRegion[];
  /**
   * Index of the outermost block quote around the current block, or -1. Quotes contain no answers or questions, but their
   * follow-ups count.
   */
  #quote = -1;
  #section: SectionBuilder | undefined;
  /** The place of the last follow-up under the current heading. */
  #place: FollowUpPlace | undefined;
  /** Index of the last meeting entered, or -1. */
  #entered = -1;
  /** Index of the current meeting, or -1 outside meetings. */
  #meeting = -1;

  constructor(note: ParsedNote, context: NoteContext) {
    this.#note = note;
    this.#context = context;
    this.#sections = context.spans.map(() => []);
    this.#mentions = context.spans.map(() => []);
    this.#mentionCollector = new MentionCollector(note.text, (line) => this.#isPrivate(line));
    this.#ratings = context.spans.length > 0 ? ratingsLines(note) : [];
    this.#charts = this.#ratings.length > 0 ? chartRegions(note) : [];
  }

  run(): { meetings: readonly Meeting[]; followUps: readonly FollowUp[] } {
    const { blocks } = this.#note;
    const { spans } = this.#context;
    this.#enterMeeting(0);
    this.#openSection(BEFORE_THE_FIRST, 0);
    let lastLine = 0;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index] as Block;
      if (block.parent < this.#quote) this.#quote = -1;
      if (block.kind === 'quote' && this.#quote < 0) this.#quote = index;
      this.#visit(block, index);
      lastLine = Math.max(lastLine, block.endLine);
    }
    this.#closeSection(lastLine);
    const followUps = trimToSize(this.#followUps);
    const meetings = spans.map((span, index) => {
      const { line, endLine } = span;
      const said = this.#ratings.findLast((each) => each.ratings && hasLine({ line, endLine }, each.line));
      const ratings = said?.ratings && { ...said.ratings, private: this.#isPrivate(said.line) };
      const facts = { ...span, endLine: Math.min(endLine, lastLine), ratings };
      const parts = { sections: this.#sections[index] ?? [], mentions: this.#mentions[index] ?? [] };
      return packMeeting(facts, parts, followUps);
    });
    return { meetings, followUps: withoutOtherVersions(followUps, this.#note.conflicts) };
  }

  #visit(block: Block, index: number): void {
    switch (block.kind) {
      case 'heading':
        this.#path.enter(this.#note.text, block);
        if (block.parent < 0) this.#heading(block, index);
        break;
      case 'item':
        this.#item(index);
        break;
      case 'paragraph':
      case 'code':
      case 'html':
        if (this.#section && this.#quote < 0 && !isInRange(this.#charts, block.line)) {
          this.#content(this.#section, index);
        }
        break;
      default:
    }
  }

  #heading(block: Block, index: number): void {
    const { text } = this.#note;
    const { rules } = this.#context;
    const question = this.#section && questionAt(text, block, rules.bank);
    if (question) {
      this.#section?.ask(question, index);
      return;
    }
    const { title, kind } = sectionTitle(text.slice(block.start, block.end));
    while ((this.#headings.at(-1)?.level ?? 0) >= block.level) {
      this.#headings.pop();
    }
    const about = isTopic(kind) ? kind : this.#headings.at(-1)?.about;
    const heading = { level: block.level, title, kind, about };
    this.#headings.push(heading);
    this.#place = undefined;
    this.#closeSection(block.line - 1);
    this.#enterMeeting(block.line);
    this.#openSection(heading, block.line);
  }

  #item(index: number): void {
    const { text, blocks } = this.#note;
    const { rules } = this.#context;
    const paragraph = blocks[index + 1];
    if (!paragraph || !isFirstInItem(blocks, index + 1)) {
      return;
    }
    const question = this.#section && this.#quote < 0 ? questionAt(text, paragraph, rules.bank) : undefined;
    if (question) {
      this.#section?.ask(question, index);
      return;
    }
    const task = taskItemAt(this.#note, index);
    if (task) {
      this.#followUp(task);
    }
  }

  #content(section: SectionBuilder, index: number): void {
    const { text, blocks } = this.#note;
    const { rules } = this.#context;
    const block = blocks[index];
    if (!block || (isFirstInItem(blocks, index) && section.isAskedBy(block.parent))) {
      return;
    }
    const canAsk = block.kind === 'paragraph' && !isFirstInItem(blocks, index);
    const question = canAsk ? questionAt(text, block, rules.bank) : undefined;
    if (question) {
      section.ask(question, index);
    } else {
      section.write(index);
    }
  }

  #followUp(task: TaskItem): void {
    const { start, source } = task;
    const context = contextOf(this.#note.text, { start, end: start + source.length }, this.#path.hash);
    const followUp = FollowUpRecord.of(task, this.#placeAt(task.line), context);
    if (!followUp) {
      return;
    }
    this.#followUps.push(followUp);
    if (this.#section) this.#mentionCollector.readFollowUp(followUp);
  }

  /** Returns the place of a follow-up at a line. Follow-ups under one heading share it unless their privacy differs. */
  #placeAt(line: number): FollowUpPlace {
    const isPrivate = this.#isPrivate(line);
    if (this.#place?.private !== isPrivate) {
      this.#place = {
        meeting: this.#meeting,
        section: this.#headings.at(-1)?.title ?? '',
        private: isPrivate,
        owedByHeading: this.#ownersByHeading(),
        statuses: this.#context.rules.statuses,
      };
    }
    return this.#place;
  }

  #ownersByHeading(): readonly OwnerMention[] {
    for (let at = this.#headings.length - 1; at >= 0; at--) {
      const kind = this.#headings[at]?.kind;
      if (kind !== undefined) return kind === 'mine' ? TO_ME : kind === 'theirs' ? TO_THEM : NO_OWNERS;
    }
    return NO_OWNERS;
  }

  #isPrivate(line: number): boolean {
    return this.#context.isPrivate || this.#note.isPrivateLine(line);
  }

  #enterMeeting(line: number): void {
    const { spans } = this.#context;
    while ((spans[this.#entered + 1]?.line ?? Infinity) <= line) {
      this.#entered++;
    }
    // A heading above the level of a log's dated headings ends the previous meeting.
    this.#meeting = line <= (spans[this.#entered]?.endLine ?? -1) ? this.#entered : -1;
  }

  #openSection(heading: HeadingOnStack, line: number): void {
    if (this.#meeting >= 0) {
      const { title, kind, level, about } = heading;
      const head = { title, kind, level, about, line, isPrivate: this.#isPrivate(line) };
      this.#section = new SectionBuilder(this.#note, this.#context.rules.bank, head, this.#mentionCollector);
    }
  }

  #closeSection(endLine: number): void {
    if (this.#section) {
      const section = this.#section.close(endLine);
      if (section.level > 0 || section.words > 0 || section.prompts.length > 0) {
        this.#sections[this.#meeting]?.push(section);
      }
      this.#mentions[this.#meeting]?.push(...this.#mentionCollector.taken());
      this.#section = undefined;
    }
  }
}

function isTopic(kind: SectionKind | undefined): kind is MentionTopic {
  return kind === 'thanks' || kind === 'blockers' || kind === 'onMyMind';
}

/**
 * Returns the follow-ups with each promise of a conflict once: those of both versions, and of two with the same text the
 * open one. The version before both is left out.
 */
function withoutOtherVersions(followUps: readonly FollowUp[], conflicts: readonly Conflict[]): readonly FollowUp[] {
  const left = new Set<FollowUp>();
  for (const conflict of conflicts) {
    const [first, second] = conflict.versions;
    const all = followUps.filter(({ line }) => hasLine(conflict, line));
    const own = all.filter(({ line }) => hasLine(first, line));
    for (const followUp of all.filter((each) => !own.includes(each))) {
      const isOther = hasLine(second, followUp.line);
      const text = normalizedText(followUp.text);
      const at = isOther ? own.findIndex((each) => normalizedText(each.text) === text) : -1;
      const [same] = at < 0 ? [] : own.splice(at, 1);
      if (!isOther) left.add(followUp);
      else if (same) left.add(isOpen(followUp.status) && !isOpen(same.status) ? same : followUp);
    }
  }
  return left.size === 0 ? followUps : followUps.filter((each) => !left.has(each));
}
