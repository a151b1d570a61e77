import type { Seeded } from './seeded';
import type { TaskLine, TrueFollowUp } from './taskLine';

/** A generated note and its expected follow-ups in line order. */
export interface GeneratedNote {
  /** The path relative to the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly truth: readonly TrueFollowUp[];
}

/** Collects the lines of a note, and the expected follow-up of each task with its line number. */
export class NoteWriter {
  readonly #lines: string[] = [];
  readonly #truth: TrueFollowUp[] = [];

  /** Adds lines that are not tasks. */
  add(...lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(line);
  }

  /** Adds a blank line unless the last line is blank. */
  addBlank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** Adds a block between blank lines. */
  addBlock(...lines: readonly string[]): void {
    this.addBlank();
    this.add(...lines, '');
  }

  /** Adds a task. Each of its lines gets `prefix`, an indent or the `> ` of a quote. */
  addTask(task: TaskLine, prefix = ''): void {
    this.#truth.push({ line: this.#lines.length, ...task.truth });
    for (const line of task.lines) this.#lines.push(prefix + line);
  }

  /** Returns the note, sometimes with other line ends or a byte order mark. */
  finish(path: string, random: Seeded): GeneratedNote {
    const lineEnd = random.chance(0.08) ? '\r\n' : '\n';
    const mark = random.chance(0.04) ? '\uFEFF' : '';
    return { path, text: mark + this.#lines.join(lineEnd) + lineEnd, truth: this.#truth };
  }
}
