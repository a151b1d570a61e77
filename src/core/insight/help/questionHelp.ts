import { formatRelative, shortDate, type CivilDate } from '../../civilDate';
import type { QuestionBank } from '../../framework/questionBank';
import type { DatedMeeting } from '../../index/listedFollowUp';
import { plainText } from '../../markdown/plainText';
import type { Meeting, Prompt } from '../../note/note';
import { recordedAnswers, questionText } from '../saidBefore';
import type { HoverLine, HoverSource } from './help';

/** One time that a question stood in a 1:1. */
export interface Asked extends DatedMeeting {
  readonly prompt: Prompt;
}

/** A question in a note, and what is known of it. */
export interface QuestionHoverRequest {
  readonly question: number;
  /** The times that it was asked, as `timesAsked` tells them. */
  readonly asked: readonly Asked[];
  /** The text of the note of the last one that was answered; `''` if there is none. */
  readonly lastText: string;
  /** The person's name, or `undefined` when the note is with nobody in particular. */
  readonly name: string | undefined;
  readonly bank: QuestionBank;
  readonly today: CivilDate;
}

/** So much of an answer is shown. */
const LONGEST_ANSWER = 300;
const EARLIER_SHOWN = 3;

/** The times that a question stood in a person's other 1:1s up to that of `meeting`, the last one first. */
export function timesAsked(question: number, meetings: readonly DatedMeeting[], meeting: Meeting): readonly Asked[] {
  return meetings
    .filter((each) => each.meeting !== meeting && each.meeting.date <= meeting.date)
    .flatMap((each) => {
      const prompts = each.meeting.sections.flatMap((section) => section.prompts);
      const prompt = prompts.find((one) => one.question === question && one.answered);
      const stood = prompt ?? prompts.find((one) => one.question === question);
      return stood ? [{ ...each, prompt: stood }] : [];
    })
    .reverse();
}

/** The last time that it was answered. */
export function lastAnswered(asked: readonly Asked[]): Asked | undefined {
  return asked.find(({ prompt }) => prompt.answered);
}

/** When a question was asked this person and what was answered, which framework asks it, and what to look for. */
export function questionHover(request: QuestionHoverRequest): readonly HoverLine[] {
  const { question, bank } = request;
  const places = bank.placesOf(question);
  const hints = [...new Set(places.flatMap(({ section }) => section.lookFor))];
  return [
    { kind: 'title', text: questionText(question, bank) },
    ...places.map(({ framework, section }): HoverLine => {
      return {
        kind: 'fact',
        text: section.title === framework.title ? section.title : `${section.title} · ${framework.title}`,
      };
    }),
    ...history(request),
    ...(hints.length > 0 ? [{ kind: 'fact', text: `Look for: ${hints.join(' ')}` } as const] : []),
  ];
}

function history({ asked, lastText, name, bank, today }: QuestionHoverRequest): readonly HoverLine[] {
  if (name === undefined) return [];
  const last = lastAnswered(asked);
  const offered = asked[0];
  if (!last) {
    const since = offered && `${dated(offered.meeting.date, today)}, without an answer`;
    return [{ kind: 'fact', text: since ? `Last asked ${since}` : `Not asked ${name} before` }];
  }
  const said = recordedAnswers(last, lastText, bank).find(({ line }) => line === last.prompt.answerLine);
  const earlier = asked.filter((each) => each.prompt.answered && each !== last).slice(0, EARLIER_SHOWN);
  return [
    { kind: 'fact', text: `Answered ${dated(last.meeting.date, today)}`, sources: [answerSource(last)] },
    ...(said ? [{ kind: 'quote', text: shortened(plainText(said.words)) } as const] : []),
    ...(earlier.length > 0
      ? [{ kind: 'fact', text: 'Before that', sources: earlier.map((each) => answerSource(each)) } as const]
      : []),
  ];
}

function answerSource({ note, meeting, prompt }: Asked): HoverSource {
  return { uri: note.uri, line: prompt.line, label: meeting.date };
}

function dated(date: CivilDate, today: CivilDate): string {
  return `${shortDate(date, today)}, ${formatRelative(date, today)}`;
}

function shortened(words: string): string {
  return words.length <= LONGEST_ANSWER ? words : `${words.slice(0, LONGEST_ANSWER).replace(/\s+\S*$/u, '')} …`;
}
