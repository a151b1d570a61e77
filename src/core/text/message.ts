import { type MessageId, MESSAGES } from './messages';

/** A text to show: words from a note as they are, or a message, which the surface words. `''` shows nothing. */
export type Text = string | Message;

/** A value for a placeholder of a message. */
type MessageArgument = Text | number;

/** Something to tell a person, before a surface words it: an entry of the catalog, and the values for its placeholders. */
export interface Message {
  readonly id: MessageId;
  readonly args: readonly MessageArgument[];
}

/** One value for each placeholder of a template. */
type ArgumentsOf<Template extends string> = Template extends `${string}{3}${string}`
  ? readonly [MessageArgument, MessageArgument, MessageArgument, MessageArgument]
  : Template extends `${string}{2}${string}`
    ? readonly [MessageArgument, MessageArgument, MessageArgument]
    : Template extends `${string}{1}${string}`
      ? readonly [MessageArgument, MessageArgument]
      : Template extends `${string}{0}${string}`
        ? readonly [MessageArgument]
        : readonly [];

/** The values that a message needs. */
type MessageArguments<Id extends MessageId> = ArgumentsOf<(typeof MESSAGES)[Id]>;

/** A message with values for `{0}`, `{1}` and so on. */
export function message<Id extends MessageId>(id: Id, ...args: MessageArguments<Id>): Message {
  return { id, args };
}

/** The first part of two ids that end with `.one` and `.many`. */
type CountedId = MessageId extends infer Id ? (Id extends `${infer Base}.many` ? Base : never) : never;

/** The message about `count` things, in the singular or plural. `count` is `{0}`. */
export function countedMessage<Id extends CountedId>(
  id: Id,
  count: number,
  ...rest: MessageArguments<`${Id}.many`> extends readonly [
    MessageArgument,
    ...infer Rest extends readonly MessageArgument[],
  ]
    ? Rest
    : never
): Message {
  return { id: count === 1 ? `${id}.one` : `${id}.many`, args: [count, ...rest] };
}

/** The texts as one: `list.dot` writes `A · B · C`. Empty texts are left out, and nothing is `''`. */
export function joinTexts(id: 'list.or' | 'list.dot' | 'list.comma' | 'list.semicolon', texts: readonly Text[]): Text {
  const [first = '', ...others] = texts.filter((text) => text !== '');
  return others.reduce<Text>((list, text) => message(id, list, text), first);
}

/** Words a text, in the language of the surface. */
export type WordText = (text: Text) => string;

/** Fills values into a template, in the language of the surface. */
type FillTemplate = (template: string, args: readonly (string | number)[]) => string;

/** Words a text in English. */
export function wordMessage(text: Text): string {
  return fillMessage(text, fillInEnglish);
}

/** Words a text in the language of `fill`. */
export function fillMessage(text: Text, fill: FillTemplate): string {
  if (typeof text === 'string') return text;
  const args = text.args.map((arg) => (typeof arg === 'object' ? fillMessage(arg, fill) : arg));
  return fill(MESSAGES[text.id], args);
}

function fillInEnglish(template: string, args: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(args[Number(index)] ?? placeholder));
}

/** The word joiner U+2060, which has no width and prevents a line break. */
const JOINER = '\u2060';

/**
 * Escapes a message for notifications, prompts, picks, lenses and the status bar. VS Code would turn
 * `[text](command:…)` into a link and `$(name)` into an icon; a word joiner before the `(` prevents both.
 */
export function plainMessage(message: string): string {
  return message.replace(/[\]$](?=\()/g, `$&${JOINER}`);
}
