import type { CivilDate } from '../../civilDate';
import { hasSameText } from '../../followUp/textKey';
import type { ListedFollowUp } from '../../index/listedFollowUp';
import type { NoteIndex } from '../../index/noteIndex';
import { followUpDetails } from '../followUpFacts';
import { titleOf } from '../followUpWords';
import { linkedLine } from '../linkedLine';
import { isOverdue } from '../overdueMarks';
import type { HoverLine, HoverSource } from './help';

/** What is known of a follow-up, and where it came from and went. */
export function followUpHover(item: ListedFollowUp, index: NoteIndex, today: CivilDate): readonly HoverLine[] {
  const { origin, target } = item.followUp;
  const came = origin && sourceOf(item, { link: origin.link, label: origin.from ?? 'the note before' }, index);
  const went = target === undefined ? undefined : sourceOf(item, { link: target, label: 'the note after' }, index);
  const fact = (text: string, source?: HoverSource): HoverLine => ({
    kind: 'fact',
    text,
    ...(source && { sources: [source] }),
  });
  const [due = '', ...facts] = followUpDetails(item, today);
  return [
    { kind: 'title', text: titleOf(item) },
    isOverdue(item, today) ? { kind: 'overdue', text: due } : fact(due),
    ...facts.map((text) => fact(text)),
    ...(came ? [fact('Carried from', came)] : []),
    ...(went ? [fact('Carried to', went)] : []),
  ];
}

/** The line with the same words in the note that a link leads to, else where the link itself leads. */
function sourceOf(
  { note, followUp }: ListedFollowUp,
  { link, label }: { readonly link: string; readonly label: string },
  index: NoteIndex,
): HoverSource | undefined {
  const place = linkedLine({ from: note.uri, link }, index);
  if (!place) return undefined;
  const same = index
    .note(place.uri)
    ?.followUps.find(
      (other) => other.line >= place.line && other !== followUp && hasSameText(other.text, followUp.text),
    );
  return { ...place, line: same?.line ?? place.line, label };
}
