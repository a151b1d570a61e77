import { plainMention } from '../note/mentions';
import type { Note } from '../note/note';
import { packMeeting } from '../note/storedNote';
import type { IndexChange } from './listedFollowUp';
import { NoteIndex, type PeopleConfig } from './noteIndex';

/** The notes that may be shown. Their index is another one after private parts are hidden or shown. */
export interface ShownNotes {
  readonly index: NoteIndex;
}

/**
 * The index of all notes, and the index of what may be shown. They are the same unless private parts are hidden. What is
 * shown comes from `shown`; edits are planned with `all`.
 */
export class NoteIndexes {
  readonly all: NoteIndex;
  #config: PeopleConfig;
  #public: NoteIndex | undefined;

  constructor(config: PeopleConfig) {
    this.#config = config;
    this.all = new NoteIndex(config);
  }

  get shown(): NoteIndex {
    return this.#public ?? this.all;
  }

  get hidesPrivate(): boolean {
    return this.#public !== undefined;
  }

  /** Hides or shows private notes, sections and lines. */
  hidePrivate(hides: boolean): void {
    if (hides === this.hidesPrivate) return;
    this.#public = hides ? new NoteIndex(this.#publicConfig()) : undefined;
    this.#public?.putAll(publicNotes(this.all.notes()));
  }

  updatePeople(config: PeopleConfig): void {
    this.#config = config;
    this.all.updatePeople(config);
    this.#public?.updatePeople(this.#publicConfig());
  }

  /** Adds or replaces a note. See `NoteIndex.put`. */
  put(note: Note): IndexChange | undefined {
    const change = this.all.put(note);
    if (!this.#public) return change;
    const shown = withoutPrivateParts(note);
    return mergeChanges([change, shown ? this.#public.put(shown) : this.#public.remove(note.uri)]);
  }

  /** Removes a note. See `NoteIndex.remove`. */
  remove(uri: string): IndexChange | undefined {
    return mergeChanges([this.all.remove(uri), this.#public?.remove(uri)]);
  }

  /** Adds or removes many notes. See `NoteIndex.stage`. */
  stage(notes: readonly Note[], gone: ReadonlySet<string>): void {
    this.all.stage(notes, gone);
    if (this.#public) {
      const hidden = notes.filter((note) => note.private).map(({ uri }) => uri);
      this.#public.stage(publicNotes(notes), new Set([...gone, ...hidden]));
    }
  }

  /** Updates groups and people after `stage`. */
  commit(): void {
    this.all.commit();
    this.#public?.updatePeople(this.#publicConfig());
  }

  /** The reader's name may be inferred from notes that are hidden. */
  #publicConfig(): PeopleConfig {
    const { me, roster } = this.#config;
    const { readerName } = this.all.people;
    const shown = roster.map((person) => ({ ...person, shape: undefined }));
    return { roster: shown, me: me.length === 0 && readerName !== undefined ? [readerName] : me };
  }
}

/** Returns a change that includes all of the given ones, or `undefined` if there are none. */
export function mergeChanges(changes: readonly (IndexChange | undefined)[]): IndexChange | undefined {
  const [first, ...others] = changes.filter((each) => each !== undefined);
  return others.reduce<IndexChange | undefined>(
    (merged, { groups, people }) =>
      merged && { groups: new Set([...merged.groups, ...groups]), people: merged.people || people },
    first,
  );
}

function publicNotes(notes: Iterable<Note>): readonly Note[] {
  return Array.from(notes, withoutPrivateParts).filter((note) => note !== undefined);
}

/** Returns a note without its private parts, or `undefined` if it is private as a whole. */
function withoutPrivateParts(note: Note): Note | undefined {
  if (note.private) return undefined;
  const { page } = note;
  const followUps = note.followUps.filter(isPublic);
  return {
    ...note,
    meetings: note.meetings.map((meeting) => {
      const { date, line, endLine, heading, framework, ratings } = meeting;
      const shown = ratings && isPublic(ratings) ? ratings : undefined;
      const sections = meeting.sections.filter(isPublic);
      const mentions = meeting.mentions.filter(isPublic).map(plainMention);
      return packMeeting(
        { date, line, endLine, heading, framework, ratings: shown },
        { sections, mentions },
        followUps,
      );
    }),
    followUps,
    ...(page && { page: { ...page, shape: undefined, ...(page.dates && { dates: page.dates.filter(isPublic) }) } }),
  };
}

function isPublic(part: { readonly private?: boolean }): boolean {
  return part.private !== true;
}
