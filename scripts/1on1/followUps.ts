import type { FollowUp } from '../../src/core/followUp/followUp';
import type { ListedFollowUp } from '../../src/core/index/listedFollowUp';
import type { NoteIndex } from '../../src/core/index/noteIndex';
import { printed, type Call, type Printed } from './call';
import { Workspace } from './workspace';

/** A follow-up in JSON output. docs/command-line.md describes each field. */
interface PrintedFollowUp {
  readonly file: string;
  readonly line: number;
  readonly mark: string;
  readonly status: string;
  readonly text: string;
  readonly person: string | null;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly scheduled: string | null;
  readonly start: string | null;
  readonly created: string | null;
  readonly done: string | null;
  readonly priority: string | null;
  readonly tags: readonly string[];
  readonly section: string | null;
  readonly private: boolean;
}

/** Prints the open follow-ups, or all task lines with `--all`. */
export function followUps(call: Call): Printed {
  const workspace = Workspace.of(call);
  const records = workspace.notes().flatMap(({ uri, followUps: inNote }) => {
    const listed = new Map(workspace.index.followUpsIn(uri).map((item) => [item.followUp, item]));
    return inNote
      .filter((followUp) => call.all || listed.get(followUp)?.isOpen)
      .map((followUp) =>
        recordOf(followUp, { file: workspace.pathOf(uri), item: listed.get(followUp), index: workspace.index }),
      );
  });
  return { ...printed(call, records, () => asText(records)), remarks: workspace.remarks };
}

function recordOf(
  { line, stateCharacter: mark, status, text, fields, tags, section, private: isPrivate }: FollowUp,
  { file, item, index }: { file: string; item: ListedFollowUp | undefined; index: NoteIndex },
): PrintedFollowUp {
  return {
    file,
    line: line + 1,
    mark,
    // A source with a copy in a later note has moved, whatever its own state character.
    status: item?.carriedTo ? 'moved' : (item?.status ?? status),
    text: item?.text ?? text,
    person: (item && index.people.get(item.group)?.name) ?? null,
    owners: item?.owners.map((owner) => (owner === 'me' ? 'me' : owner.name)) ?? [],
    due: fields.due ?? null,
    scheduled: fields.scheduled ?? null,
    start: fields.start ?? null,
    created: fields.created ?? null,
    done: fields.done ?? null,
    priority: fields.priority ?? null,
    tags,
    section: section === '' ? null : section,
    private: isPrivate,
  };
}

function asText(followUps: readonly PrintedFollowUp[]): string[] {
  const lines: string[] = [];
  let file = '';
  for (const followUp of followUps) {
    if (followUp.file !== file) {
      lines.push(...(file === '' ? [] : ['']), followUp.file);
      file = followUp.file;
    }
    const { line, mark, text, owners, due, done } = followUp;
    const facts = [
      owners.length > 0 ? `owed by ${owners.join(', ')}` : '',
      due === null ? '' : `due ${due}`,
      done === null ? '' : `done ${done}`,
      followUp.private ? 'private' : '',
    ].filter((fact) => fact !== '');
    lines.push(`${String(line).padStart(5)}  [${mark}] ${[text, ...facts].join(' · ')}`);
  }
  return lines;
}
