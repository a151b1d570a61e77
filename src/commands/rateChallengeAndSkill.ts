import { CancellationError, l10n, type Uri } from 'vscode';
import type { DatedMeeting } from '../core/index/listedFollowUp';
import type { Ratings } from '../core/note/ratings';
import { planRatings, typedRating } from '../core/ratings/planRatings';
import { NEW_NOTE, noteInFront } from '../editor/activeNote';
import { formatMessage, showWarningMessage } from '../editor/messages';
import { applyPlan } from '../editor/noteEditor';
import { editableText } from '../editor/editableNote';
import { nameOf } from '../editor/uris';
import { showInputBox } from '../editor/picks';
import { targetMeeting } from '../editor/targetMeeting';
import { Advice, UserError } from '../editor/errors';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';

/** The 1:1 to rate, with all meetings of the same person. */
interface RatedMeeting {
  readonly at: DatedMeeting;
  readonly meetings: readonly DatedMeeting[];
  /** The person's name, or the title of the note if the person is uncertain. */
  readonly who: string;
}

const TITLE = l10n.t('Challenge vs Skill');
const QUESTIONS = {
  challenge: l10n.t('How challenging does the work feel right now, from 0 to 10?'),
  skill: l10n.t('How well do the skills match the work, from 0 to 10?'),
} as const;
const KEPT = l10n.t(
  'The ratings were saved. The chart was edited by hand, so it was kept. To redraw it, delete it and run the command again.',
);

/**
 * Asks for the two ratings of the active 1:1 and writes them to its note, with a chart of the earlier ones. `argument`
 * may give them: `{ challenge, skill }`.
 */
export async function rateChallengeAndSkill(services: Pick<Services, 'notes'>, argument?: unknown): Promise<void> {
  const { notes } = services;
  const uri = await noteInFront();
  if (!uri) {
    throw new Advice(l10n.t('Open the 1:1 note for the ratings first.'), NEW_NOTE);
  }
  const asked = await meetingInFront(uri, services);
  const ratings = await ratingsFor(asked, argument);
  // The note may have changed while the user typed.
  const text = await editableText(uri);
  const { at, meetings, who } = await meetingInFront(uri, services);
  const planned = planRatings({ text, at, meetings, ratings, title: who });
  if ('refused' in planned) {
    throw new UserError(formatMessage(planned.refused));
  }
  const { change, chart } = planned;
  await applyPlan({ changes: change.edits.length > 0 ? [change] : [] });
  await notes.refresh(uri);
  if (chart === 'kept') {
    void showWarningMessage(KEPT);
  }
}

/**
 * Returns the 1:1 to rate.
 * @throws Advice if the file is not a 1:1 note.
 */
async function meetingInFront(uri: Uri, { notes }: Pick<Services, 'notes'>): Promise<RatedMeeting> {
  await indexWithProgress(notes);
  const target = await targetMeeting(uri, notes);
  if (!target?.meeting) {
    throw new Advice(l10n.t('{0} is not a 1:1 note. Open the 1:1 note for the ratings first.', nameOf(uri)), NEW_NOTE);
  }
  const { note, person, meeting: at, meetings } = target;
  return { at, meetings, who: person?.name ?? note.title };
}

async function ratingsFor({ at, who }: RatedMeeting, argument: unknown): Promise<Ratings> {
  const given = typeof argument === 'object' && argument !== null ? (argument as Record<string, unknown>) : {};
  const said = at.meeting.ratings;
  const challenge = await rating(given.challenge, () => ask('challenge', `${TITLE}: ${who} (1/2)`, said?.challenge));
  const skill = await rating(given.skill, () => ask('skill', `${TITLE}: ${who} (2/2)`, said?.skill));
  return { challenge, skill };
}

async function rating(given: unknown, ask: () => Promise<string>): Promise<number> {
  const isGiven = typeof given === 'number' || typeof given === 'string';
  const typed = typedRating(isGiven ? String(given) : await ask());
  if (typeof typed === 'object') {
    throw new UserError(formatMessage(typed.refused));
  }
  return typed;
}

async function ask(which: keyof Ratings, title: string, said: number | undefined): Promise<string> {
  const typed = await showInputBox({
    title,
    prompt: QUESTIONS[which],
    value: said === undefined ? '' : String(said),
    ignoreFocusOut: true,
    validateInput: (value) => {
      const rating = typedRating(value);
      return typeof rating === 'object' ? formatMessage(rating.refused) : undefined;
    },
  });
  if (typed === undefined) {
    throw new CancellationError();
  }
  return typed;
}
