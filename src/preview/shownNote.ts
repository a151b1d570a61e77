import type { Env } from 'markdown-it';
import type { Uri } from 'vscode';
import type { CivilDate } from '../core/dates/civilDate';
import type { FollowUp } from '../core/followUp/followUp';
import type { Note, Prompt } from '../core/note/note';

/** What the preview asks of the extension. */
export interface PreviewReader {
  /** A Markdown text as a note. Without a place, as for text that is in no file, only what it says itself counts. */
  read(text: string, uri: Uri | undefined): Note;
  today(): CivilDate;
  /** Whether somebody of this name is known. */
  isPerson(name: string): boolean;
}

/** A 1:1 note, as the preview asks for it: by lines. */
export interface ShownNote {
  readonly isPrivate: boolean;
  followUpAt(line: number): FollowUp | undefined;
  promptAt(line: number): Prompt | undefined;
}

/**
 * The text that tokens were made from. Which file it is turns out only when they are drawn, since VS Code parses without
 * saying so: then it is read, once for each file.
 */
export class ShownText {
  readonly #text: string;
  readonly #reader: PreviewReader;
  #drawn: { readonly place: string | undefined; readonly note: ShownNote | undefined } | undefined;

  constructor(text: string, reader: PreviewReader) {
    this.#text = text;
    this.#reader = reader;
  }

  get reader(): PreviewReader {
    return this.#reader;
  }

  /** The 1:1 note that the text is, or `undefined` for any other file. `env` is what VS Code draws with. */
  noteIn(env: Env | undefined): ShownNote | undefined {
    const uri = env?.currentDocument as Uri | undefined;
    const place = uri?.toString();
    if (!this.#drawn || this.#drawn.place !== place) {
      this.#drawn = { place, note: shown(this.#reader.read(this.#text, uri)) };
    }
    return this.#drawn.note;
  }
}

function shown({ meetings, followUps, private: isPrivate }: Note): ShownNote | undefined {
  if (meetings.length === 0) return undefined;
  const followUpsByLine = new Map(followUps.map((followUp) => [followUp.line, followUp]));
  const prompts = meetings.flatMap(({ sections }) => sections.flatMap((section) => section.prompts));
  const promptsByLine = new Map(prompts.map((prompt) => [prompt.line, prompt]));
  return {
    isPrivate,
    followUpAt: (line) => followUpsByLine.get(line),
    promptAt: (line) => promptsByLine.get(line),
  };
}
