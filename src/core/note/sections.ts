import { plainText } from '../markdown/plainText';
import { Interner } from '../text/retained';
import type { Note, SectionKind } from './note';
import { COMMENT, isPrivateTitle } from './privateWords';

/** English headings of follow-ups. *My* or *their* before them names the owner. */
const FOLLOW_UPS: readonly string[] = [
  ...['action items', 'action item', 'actions', 'action', 'action points', 'follow-ups'],
  ...['follow-up', 'follow ups', 'follow up', 'followups', 'next steps', 'next step'],
  ...['to-dos', 'to-do', 'to dos', 'to do', 'todos', 'todo', 'tasks', 'commitments'],
];

/**
 * Heading synonyms in lower case, without emoji, numbers and colon. Other languages than English are supported for
 * follow-ups. See `privateWords` for private sections.
 */
const SYNONYMS: Readonly<Record<Exclude<SectionKind, 'private'>, readonly string[]>> = {
  followUps: [
    ...FOLLOW_UPS,
    ...['aufgaben', 'nächste schritte', 'offene punkte', 'maßnahmen'],
    ...['tâches', 'à faire', 'prochaines étapes', 'tareas', 'acciones', 'próximos pasos', 'pendientes'],
    ...['アクション', 'アクションアイテム', 'やること', 'タスク'],
  ],
  mine: ['commitments i made', 'mine', 'i owe', ...FOLLOW_UPS.map((title) => `my ${title}`)],
  theirs: ['commitments they made', 'theirs', 'they owe', ...FOLLOW_UPS.map((title) => `their ${title}`)],
  status: [
    'status',
    'status update',
    'status updates',
    'updates',
    'update',
    'progress',
    'this week',
    'last week',
    'project updates',
  ],
  onMyMind: ['on my mind', 'omm', "what's on your mind", 'on your mind', "what's on my mind"],
  thanks: ['thanks', 'thank you', 'thank yous', 'kudos', 'shout-outs', 'shoutouts', 'appreciation', 'recognition'],
  blockers: [
    ...['blockers', 'blocker', 'blocked', 'blocked by', 'impediments', 'obstacles', 'roadblocks', 'in the way'],
    ...['who is in the way', "who's in the way", 'what is in the way', "what's in the way"],
  ],
  career: [
    'career',
    'growth',
    'development',
    'well-being',
    'wellbeing',
    'career development',
    'career growth',
    'career and well-being',
    'career & well-being',
    'personal development',
    'career and growth',
    'career & growth',
    'growth and development',
    'growth & development',
  ],
  agenda: ['agenda', 'topics', 'talking points', 'discussion topics'],
  next: ['next 1:1', 'next 1-1', 'next 1on1', 'next one-on-one', 'next meeting', 'next time', 'parking lot'],
};

const KIND_BY_TITLE: ReadonlyMap<string, SectionKind> = new Map(
  Object.entries(SYNONYMS).flatMap(([kind, titles]) => titles.map((title) => [title, kind as SectionKind] as const)),
);

/** A heading's text and the kind of its section. */
interface SectionTitle {
  readonly title: string;
  readonly kind: SectionKind | undefined;
}

const titles = new Interner<SectionTitle>((title) => ({
  title,
  kind: isPrivateTitle(title) ? 'private' : KIND_BY_TITLE.get(plainTitle(title)),
}));

/** Returns the title of a heading. Notes with the same heading share one object. */
export function sectionTitle(text: string): SectionTitle {
  return titles.get(text);
}

/**
 * Returns the section kind of a heading by its synonyms, or `undefined`. Case, emoji, numbers, markup and a final colon
 * are ignored.
 */
export function sectionKindOf(title: string): SectionKind | undefined {
  return titles.get(title).kind;
}

/** HTML tags, tags and block ids in a heading, which say nothing about its section. */
const DECORATION = /<\/?[a-z][^<>]{0,200}>|(?<=\s)#[\p{L}\p{N}_/-]+|(?<!\s)\s{1,9}\^[\w-]+$/giu;

/** Fast path: matches a title without anything to remove, such as a name and a date. */
const PLAIN = /^[a-zÀ-ɏ](?:[a-z0-9À-ɏ,.'()&/-]| (?! ))*$/i;

/** Returns a heading in lower case, without markup, comments, tags, emoji, leading number and final colon. */
export function plainTitle(title: string): string {
  if (PLAIN.test(title)) return title.toLowerCase().trim();
  return plainText(title.replace(COMMENT, '').replace(DECORATION, ''))
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[*_`~#[\]\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, '')
    .replace(/^\s*\d+[.):]?\s+/, '')
    .replace(/[:：]\s*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Tests whether a note has a follow-up, or a section or question that is known from 1:1s. */
export function hasPartOfMeeting({ followUps, meetings }: Pick<Note, 'followUps' | 'meetings'>): boolean {
  return (
    followUps.length > 0 ||
    meetings.some(({ sections }) => sections.some(({ kind, prompts }) => kind !== undefined || prompts.length > 0))
  );
}
