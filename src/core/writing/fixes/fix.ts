import type { CivilDate } from '../../civilDate';
import type { TextEdit } from '../../edit';
import type { DialectId } from '../../followUp/followUp';
import type { NoteDiagnostic } from '../../insight/hints/noteHint';

/** One way to mend what a hint says. */
export interface Fix {
  /** What it does, for a menu. */
  readonly title: string;
  /** Each within one line of the note that the hint was found in. */
  readonly edits: readonly TextEdit[];
}

/** What fixes depend on besides their hint. */
export interface FixRequest {
  /** The note's text as it was when the hints were found. */
  readonly text: string;
  /** All hints of the note. */
  readonly hints: readonly NoteDiagnostic[];
  readonly today: CivilDate;
  /** The dialect of the settings, for a line without fields. */
  readonly dialect: DialectId;
  /** Whether a bare name or a wiki-link means somebody. */
  readonly isPerson: (name: string) => boolean;
}
