import { type MessageId, MESSAGES } from './messages';

/** A value for a placeholder of a message. */
export type MessageArgument = string | number | Message;

/** Something to tell a person, before a surface words it: an entry of the catalog, and the values for its placeholders. */
export interface Message {
  readonly id: MessageId;
  readonly args: readonly MessageArgument[];
}

/** A message with values for `{0}`, `{1}` and so on. */
export function message(id: MessageId, ...args: readonly MessageArgument[]): Message {
  return { id, args };
}

/** All values as alternatives: `A or B or C`. */
export function anyOf(values: readonly string[]): MessageArgument {
  const [first = '', ...others] = values;
  return others.reduce<MessageArgument>((list, value) => message('list.or', list, value), first);
}

/** Fills values into a template, in the language of the surface. */
export type FillTemplate = (template: string, args: readonly (string | number)[]) => string;

/** Words a message. Without `fill`, in English. */
export function wordMessage({ id, args }: Message, fill: FillTemplate = fillInEnglish): string {
  return fill(
    MESSAGES[id],
    args.map((arg) => (typeof arg === 'object' ? wordMessage(arg, fill) : arg)),
  );
}

function fillInEnglish(template: string, args: readonly (string | number)[]): string {
  return template.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(args[Number(index)] ?? placeholder));
}
