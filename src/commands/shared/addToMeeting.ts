import { Uri, workspace } from 'vscode';
import type { DatedMeeting } from '../../core/index/listedFollowUp';
import { addToMeeting } from '../../core/noteEdit/existingMeeting';
import { addToPrivateHalf, openPrivateHalf, privateHalfOf } from '../../core/noteEdit/privateHalf';
import { editableText, editableNotes } from '../../editor/editableNote';
import { UserError } from '../../editor/errors';
import { formatMessage } from '../../editor/messages';
import { applyPlan } from '../../editor/noteEditor';
import { privateHalfPlace } from '../../editor/privateHalves';
import type { Services } from '../../services';
import { planParking } from '../../core/carryOver/parkingLot';
import type { CivilDate } from '../../core/dates/civilDate';
import type { NoteIndex } from '../../core/index/noteIndex';
import { pagePath } from '../../core/noteEdit/newPage';
import type { Person } from '../../core/people/person';
import type { Plan, Refusal } from '../../core/text/edit';
import { setting } from '../../editor/settings';
import { noteRoot } from './noteRoot';

/** Adds a follow-up line to a meeting. Returns the URI of the note. */
export async function addToMeetingNote(
  meeting: DatedMeeting,
  { item, isPrivate = false }: { readonly item: string; readonly isPrivate?: boolean },
  notes: Services['notes'],
): Promise<Uri> {
  return isPrivate && !meeting.note.private
    ? addPrivately(meeting, [item], notes)
    : addUnder('followUps', { meeting, items: [item] }, notes);
}

/**
 * Adds private list items to a meeting: to its private half if it has one or such halves have a place, else under
 * *Private*. Returns the URI of the changed note.
 */
export async function addPrivately(
  meeting: DatedMeeting,
  items: readonly string[],
  notes: Services['notes'],
): Promise<Uri> {
  const { fullIndex: index } = notes;
  const { date } = meeting.meeting;
  const person = index.personOf(meeting.note);
  const folder = workspace.getWorkspaceFolder(Uri.parse(meeting.note.uri));
  const place = person && folder && (await privateHalfPlace(folder.uri, { person, date }, index));
  const halfPlace = privateHalfOf(meeting, place);
  if (!person || !halfPlace) {
    return addUnder('private', { meeting, items }, notes);
  }
  const half = unlessRefused(await openPrivateHalf(halfPlace, { person: person.name, date }, editableNotes(notes)));
  await applyPlan(unlessRefused(addToPrivateHalf(half, items)));
  const uri = Uri.parse(half.uri);
  await notes.refresh(uri);
  return uri;
}

async function addUnder(
  heading: 'followUps' | 'private',
  { meeting, items }: { readonly meeting: DatedMeeting; readonly items: readonly string[] },
  notes: Services['notes'],
): Promise<Uri> {
  const uri = Uri.parse(meeting.note.uri);
  const before = await editableText(uri);
  await notes.refresh(uri);
  const note = notes.fullIndex.note(uri.toString()) ?? meeting.note;
  const edits = unlessRefused(addToMeeting({ note, text: before, meeting: meeting.index }, [{ heading, items }]));
  await applyPlan({ changes: [{ uri: uri.toString(), before, edits }] });
  await notes.refresh(uri);
  return uri;
}

function unlessRefused<Result extends object>(result: Result | Refusal): Result {
  if ('refused' in result) {
    throw new UserError(formatMessage(result.refused));
  }
  return result;
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
