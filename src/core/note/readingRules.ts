import type { Statuses } from '../followUp/followUp';
import type { QuestionBank } from '../frameworks/questionBank';
import type { LayoutPaths } from './identity';

/** The current content of a Markdown file: from the editor if it is open, else from disk. */
export interface NoteFile {
  readonly uri: string;
  /** Path relative to the folder of the search, with `/`. Path patterns and folder names are matched against it. */
  readonly path: string;
  readonly text: string;
}

/** The settings and frameworks that affect how notes are read. */
export interface ReadingRules {
  readonly bank: QuestionBank;
  readonly paths: LayoutPaths;
  readonly statuses: Statuses;
}
