import { Uri } from 'vscode';
import type { DatedMeeting } from '../../core/index/listedFollowUp';
import { addToMeeting } from '../../core/noteEdit/existingMeeting';
import { editableText, editableNotes } from '../../editor/editableNote';
import { UserError } from '../../editor/errors';
import { formatMessage } from '../../editor/messages';
import { applyPlan } from '../../editor/noteEditor';
import type { Services } from '../../services';
import { planParking } from '../../core/carryOver/parkingLot';
import type { CivilDate } from '../../core/dates/civilDate';
import type { NoteIndex } from '../../core/index/noteIndex';
import { pagePath } from '../../core/noteEdit/newPage';
import type { Person } from '../../core/people/person';
import type { Plan, Refusal } from '../../core/text/edit';
import { setting } from '../../editor/settings';
import { noteRoot } from './noteRoot';

/** Adds a follow-up line to a meeting, under *Private* if it is private. Returns the URI of the note. */
export async function addToMeetingNote(
  meeting: DatedMeeting,
  { item, isPrivate = false }: { readonly item: string; readonly isPrivate?: boolean },
  notes: Services['notes'],
): Promise<Uri> {
  const uri = Uri.parse(meeting.note.uri);
  const text = await editableText(uri);
  await notes.refresh(uri);
  const note = notes.fullIndex.note(uri.toString()) ?? meeting.note;
  const heading = isPrivate && !note.private ? 'private' : 'followUps';
  const edits = addToMeeting({ note, text, meeting: meeting.index }, [{ heading, items: [item] }]);
  if ('refused' in edits) {
    throw new UserError(formatMessage(edits.refused));
  }
  await applyPlan({ changes: [{ uri: uri.toString(), before: text, edits }] });
  await notes.refresh(uri);
  return uri;
}

/** A topic for the next 1:1 with a person. */
interface Topic {
  readonly person: Pick<Person, 'key' | 'name'>;
  readonly words: string;
}

/**
 * Adds topics to the next 1:1s of their people, in one step unless several pages have to be created. Returns the URIs of
 * the changed notes.
 */
export async function parkFor(
  topics: readonly Topic[],
  { notes, today }: { readonly notes: Services['notes']; readonly today: CivilDate },
): Promise<readonly Uri[]> {
  const { fullIndex } = notes;
  const plans: Plan[] = [];
  for (const { person, words } of topics) {
    const newPage = () => newPageFor(person, fullIndex);
    const plan = await planParking({ person, words, today, newPage }, editableNotes(notes));
    if ('refused' in plan) {
      throw new UserError(formatMessage(plan.refused));
    }
    plans.push(plan);
  }
  for (const plan of joined(plans)) await applyPlan(plan);
  const uris = plans.flatMap((plan) => [...(plan.create ? [plan.create] : []), ...plan.changes].map(({ uri }) => uri));
  const changed = [...new Set(uris)].map((uri) => Uri.parse(uri));
  for (const uri of changed) await notes.refresh(uri);
  return changed;
}

/** Joins plans into one, which is possible as long as at most one of them creates a note. */
function joined(plans: readonly Plan[]): readonly Plan[] {
  const created = plans.flatMap(({ create }) => (create ? [create] : []));
  const [create] = created;
  const changes = plans.flatMap((plan) => plan.changes);
  return created.length > 1 ? plans : [{ ...(create && { create }), changes }];
}

async function newPageFor(
  person: Pick<Person, 'key' | 'name'>,
  index: NoteIndex,
): Promise<{ readonly uri: string } | Refusal> {
  const root = await noteRoot(index, person.key);
  const page = pagePath(person.name, setting('people.path', root));
  return 'refused' in page ? page : { uri: Uri.joinPath(root, page.path).toString() };
}
