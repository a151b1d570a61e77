import type { Env } from 'markdown-it';
import type { Uri } from 'vscode';
import type { CivilDate } from '../core/dates/civilDate';
import type { FollowUp } from '../core/followUp/followUp';
import type { Note, Prompt } from '../core/note/note';
import type { WordText } from '../core/text/message';

/** The functions of the extension used by the preview. */
export interface PreviewReader {
  /** Reads a Markdown text as a note. Without a URI, only its own content determines whether it is a 1:1 note. */
  read(text: string, uri: Uri | undefined): Note;
  today(): CivilDate;
  /** Checks whether a person with this name is known. */
  isPerson(name: string): boolean;
  readonly word: WordText;
}

/** A 1:1 note with access by line. */
export interface ShownNote {
  readonly isPrivate: boolean;
  followUpAt(line: number): FollowUp | undefined;
  promptAt(line: number): Prompt | undefined;
}

/**
 * The source text of tokens. Its file is known only at rendering time, so the note is read then, and again only for
 * another file.
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

  /** Returns the 1:1 note, or `undefined` for other files. `env` is the environment from VS Code's renderer. */
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
