import { type Message, type Text, wordMessage } from '../../../src/core/text/message';

/** A value with its messages in English. */
export type Worded<Value> = Value extends Message
  ? string
  : Value extends string
    ? Value
    : Value extends object
      ? { [Key in keyof Value]: Worded<Value[Key]> }
      : Value;

/** The plain value with all messages in it in English. */
export function worded<Value>(value: Value): Worded<Value> {
  return wordedValue(value) as Worded<Value>;
}

function wordedValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('id' in value && 'args' in value) return wordMessage(value as Text);
  if (Array.isArray(value)) return value.map(wordedValue);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wordedValue(each)]));
}
