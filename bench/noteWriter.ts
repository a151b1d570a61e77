import type { Seeded } from './seeded';
import type { TaskLine, TrueFollowUp } from './taskLine';

/** A generated note with what is true of its follow-ups, in the order of their lines. */
export interface GeneratedNote {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly truth: readonly TrueFollowUp[];
}

/** Collects the lines of a note, and the truth of each task with the line on which it came to stand. */
export class NoteWriter {
  readonly #lines: string[] = [];
  readonly #truth: TrueFollowUp[] = [];

  /** Adds lines as they are: none of them may be a task. */
  add(...lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(line);
  }

  /** Adds a blank line unless there is one. */
  addBlank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** Adds a block that is preceded and followed by a blank line. */
  addBlock(...lines: readonly string[]): void {
    this.addBlank();
    this.add(...lines, '');
  }

  /** Adds a task, each of its lines behind `prefix`: an indent, or the `> ` of a quote. */
  addTask(task: TaskLine, prefix = ''): void {
    this.#truth.push({ line: this.#lines.length, ...task.truth });
    for (const line of task.lines) this.#lines.push(prefix + line);
  }

  /** The note, with the line ends and the byte order mark that some editors write. */
  finish(path: string, random: Seeded): GeneratedNote {
    const lineEnd = random.chance(0.08) ? '\r\n' : '\n';
    const mark = random.chance(0.04) ? '\uFEFF' : '';
    return { path, text: mark + this.#lines.join(lineEnd) + lineEnd, truth: this.#truth };
  }
}
