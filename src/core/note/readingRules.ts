import type { Statuses } from '../followUp/followUp';
import type { QuestionBank } from '../frameworks/questionBank';
import type { LayoutPaths } from './identity';

/** A Markdown file as it is now: in the editor if it is open, else on disk. */
export interface NoteFile {
  readonly uri: string;
  /** Relative to the folder it was found in, with `/`: what path patterns and folder names are read from. */
  readonly path: string;
  readonly text: string;
}

/** What reading depends on besides the file. */
export interface ReadingRules {
  readonly bank: QuestionBank;
  readonly paths: LayoutPaths;
  readonly statuses: Statuses;
}
