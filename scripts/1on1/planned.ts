import type { LeftFollowUp } from '../../src/core/carryOver/request';
import { applyEdits, type Plan, type SkippedItem } from '../../src/core/text/edit';
import { refuseInConflict } from '../../src/core/markdown/conflicts';
import { type Call, type Printed, Refused } from './call';
import { diffOfEdits, diffOfNewFile } from './diff';
import type { Workspace } from './workspace';
import { writeFiles } from './write';
import { message, wordMessage } from '../../src/core/text/message';

/** The planned changes of a verb. */
export interface Planned {
  readonly plan: Plan;
  /** Items that are not moved. */
  readonly left?: readonly (SkippedItem | LeftFollowUp)[];
  /** Further messages. */
  readonly notices?: readonly string[];
}

interface PlannedFile {
  readonly uri: string;
  readonly text: string;
  readonly isNew: boolean;
  readonly diff: () => readonly string[];
}

/** Prints a plan as a diff or as whole new texts, and applies it if the call says so. */
export function printPlanned({ plan, left = [], notices = [] }: Planned, call: Call, workspace: Workspace): Printed {
  const files = filesOf(plan, workspace);
  if (call.write) {
    writeFiles(
      files.map(({ uri, text, isNew }) => ({
        file: workspace.fileOf(uri),
        name: workspace.pathOf(uri),
        before: isNew ? undefined : workspace.bytesOf(uri),
        text,
      })),
    );
  }
  const stays = left.map((each) => ({
    file: workspace.pathOf(each.uri),
    line: 'followUp' in each ? each.followUp.line + 1 : null,
    text: each.text,
    reason: wordMessage(each.reason),
  }));
  if (call.json) {
    const records = [
      ...files.map(({ uri, text }) => ({ file: workspace.pathOf(uri), text })),
      ...stays.map((each) => ({ left: each })),
    ];
    return { lines: records.map((record) => JSON.stringify(record)), remarks: notices };
  }
  return {
    lines: files.flatMap(({ uri, diff }) => (call.write ? [`Wrote ${workspace.pathOf(uri)}`] : diff())),
    remarks: [
      ...notices,
      ...stays.map(({ file, line, text, reason }) => {
        return `${file}${line === null ? '' : `:${line}`}: “${text}” was left where it is. ${reason}`;
      }),
    ],
  };
}

/** Returns the files in writing order: a new note comes before the notes whose items moved into it. */
function filesOf({ create, changes }: Plan, workspace: Workspace): readonly PlannedFile[] {
  const made = create
    ? [{ ...create, isNew: true, diff: () => diffOfNewFile(workspace.pathOf(create.uri), create.text) }]
    : [];
  for (const { uri, before, edits } of changes) {
    const refusal = refuseInConflict(before, edits);
    if (refusal) {
      throw new Refused(wordMessage(message('note.skipped', workspace.pathOf(uri), refusal.refused)));
    }
  }
  const changed = changes.map(({ uri, before, edits }) => ({
    uri,
    text: workspace.asFile(uri, applyEdits(before, edits)),
    isNew: false,
    diff: () => diffOfEdits(workspace.pathOf(uri), before, edits),
  }));
  return [...made, ...changed.filter(({ uri, text }) => text !== workspace.asFile(uri, workspace.textNow(uri)))];
}
