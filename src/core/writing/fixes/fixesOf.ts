import { inFormOf } from '../../followUp/setOwner';
import { removing, replacing } from '../../followUp/openItem';
import { isBox, isFirstParagraphOfItem } from '../../followUp/taskItem';
import type {
  CheckboxDiagnostic,
  BulletDiagnostic,
  DoneDateDiagnostic,
  NoteDiagnostic,
  OwnerDiagnostic,
} from '../../insight/hints/noteHint';
import { readFrontMatter } from '../../markdown/frontMatter';
import { scan } from '../../markdown/scan';
import { applyEdits, type TextEdit } from '../../edit';
import { dateFixes } from './dateFixes';
import type { Fix, FixRequest } from './fix';

/** The ways to mend what a hint says, the likeliest first; none where only a person can. */
export async function fixesOf(hint: NoteDiagnostic, request: FixRequest): Promise<readonly Fix[]> {
  switch (hint.kind) {
    case 'dates':
      return dateFixes(hint, request);
    case 'doneDates':
      return doneDateFixes(hint);
    case 'owners':
      return ownerFixes(hint, request);
    case 'bullets':
      return bulletFixes(hint, request);
    case 'boxes':
      return boxFixes(hint, request);
    case 'frontMatter':
      return [];
  }
}

function doneDateFixes({ item }: DoneDateDiagnostic): Fix[] {
  const { markStart, markEnd } = item.box;
  const dates = item.inline.fields.filter(({ form }) => form.field === 'done');
  return [
    { title: 'Tick It', edits: [{ start: markStart, end: markEnd, text: 'x' }] },
    { title: 'Remove the Done Date', edits: removing(item, dates) },
  ];
}

function ownerFixes({ item, mention, meant }: OwnerDiagnostic, { isPerson }: FixRequest): Fix[] {
  return meant.map((name) => ({
    title: `Owed by ${name}`,
    edits: [replacing(item, mention, inFormOf(mention, name, isPerson))],
  }));
}

function bulletFixes({ start, heading }: BulletDiagnostic, { hints }: FixRequest): Fix[] {
  const all = hints.filter((each) => each.kind === 'bullets' && each.heading.line === heading.line);
  return [
    { title: 'Make It a Follow-Up', edits: [boxAt(start)] },
    ...(all.length > 1
      ? [
          {
            title: `Make All ${all.length} Below “${heading.title}” Follow-Ups`,
            edits: all.map((each) => boxAt(each.start)),
          },
        ]
      : []),
  ];
}

function boxAt(offset: number): TextEdit {
  return { start: offset, end: offset, text: '[ ] ' };
}

/** Offered only if it helps: so much indented that it is text, a line stays text with a box as well. */
function boxFixes({ line, edit }: CheckboxDiagnostic, { text }: FixRequest): Fix[] {
  const mended = applyEdits(text, [edit]);
  const blocks = scan(mended, readFrontMatter(mended));
  const isTask = blocks.some(
    (block, index) => block.line === line && isFirstParagraphOfItem(blocks, index) && isBox(mended, block.start),
  );
  return isTask ? [{ title: 'Make It a Follow-Up', edits: [edit] }] : [];
}
