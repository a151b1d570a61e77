import type { CivilDate } from '../../civilDate';
import type { DialectId } from '../../followUp/followUp';
import { isLiteral } from '../../followUp/isOpaque';
import { typedDateAt } from '../../followUp/typedDate';
import { summarizePerson } from '../../insight/personSummary';
import type { NoteIndex } from '../../index/noteIndex';
import type { Person } from '../../people/person';
import { dateCompletions } from './dateOffers';
import { fieldCompletions } from './fieldOffers';
import type { LineCompletion } from './offer';
import { mentionStart, tagStart, taskTextStart, wordStart } from './offersAsked';
import { personCompletions } from './personOffers';
import { tagCompletions } from './tagOffers';

/** A line that somebody types in, and what is known around it. */
export interface LineCompletionsRequest {
  readonly line: string;
  /** Offset in the line. */
  readonly cursor: number;
  readonly index: NoteIndex;
  readonly isOneOnOne: boolean;
  /** Whom the note is with, if it is a 1:1 with one person. */
  readonly person: Person | undefined;
  readonly today: CivilDate;
  /** Days between two meetings by the setting. */
  readonly fallbackDays: number;
  /** The dialect of the setting. */
  readonly dialect: DialectId;
}

const NOTHING: readonly LineCompletion[] = [];

/**
 * What can be put in at the cursor of a line outside code and comments: people after `@` in any line of a 1:1, and on
 * task lines everywhere people, dates behind what opens a field, tags after `#`, and fields.
 */
export function lineCompletions(request: LineCompletionsRequest): readonly LineCompletion[] {
  const { line, cursor } = request;
  const box = taskTextStart(line);
  const textStart = box >= 0 && box <= cursor ? box : 0;
  const isTask = textStart > 0;
  if (!isTask && !request.isOneOnOne) return NOTHING;
  const text = line.slice(textStart);
  const offers = offersIn(text, { ...request, cursor: cursor - textStart, isTask });
  return offers.map((offer) => ({ ...offer, start: offer.start + textStart, end: offer.end + textStart }));
}

type TextOffersRequest = LineCompletionsRequest & { readonly isTask: boolean };

function offersIn(text: string, request: TextOffersRequest): readonly LineCompletion[] {
  const { cursor, index, isTask, today, person, fallbackDays, dialect } = request;
  const before = text.slice(0, cursor);
  const mention = mentionStart(before);
  if (mention >= 0) {
    return isLiteral(text, mention) ? NOTHING : personCompletions(request, { start: mention, end: cursor });
  }
  if (!isTask) return NOTHING;
  const typed = typedDateAt(text, cursor);
  if (typed) return dateCompletions(typed, today, person && summarizePerson(index, person, { today, fallbackDays }));
  const tag = tagStart(before);
  if (tag >= 0) return isLiteral(text, tag) ? NOTHING : tagCompletions(index, { start: tag, end: cursor });
  const word = wordStart(before);
  return word < 0 || isLiteral(text, word) ? NOTHING : fieldCompletions(text, { start: word, end: cursor }, dialect);
}
