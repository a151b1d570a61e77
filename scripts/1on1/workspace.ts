import { compareText } from '../../src/core/text/collections';
import path from 'node:path';
import { isUtf8 } from 'node:buffer';
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { builtInFrameworks } from '../../src/core/frameworks/builtIn';
import type { Framework } from '../../src/core/frameworks/framework';
import { mergeFrameworks, parseFramework, type ParsedFramework } from '../../src/core/frameworks/parseFramework';
import { createBank } from '../../src/core/frameworks/questionBank';
import {
  frameworksWithChoices,
  parseQuestionChoices,
  type QuestionChoice,
} from '../../src/core/frameworks/questionChoices';
import { inSeason, parseSeasons, type Season, type SeasonPerson } from '../../src/core/frameworks/seasons';
import type { CivilDate } from '../../src/core/dates/civilDate';
import { NoteIndex } from '../../src/core/index/noteIndex';
import { privateHalfPath, type Session } from '../../src/core/newNote/planSession';
import { layoutPaths } from '../../src/core/note/identity';
import { pathPattern, type PrivateHalfPaths } from '../../src/core/note/pathPattern';
import type { PrivateHalfPlace } from '../../src/core/noteEdit/privateHalf';
import type { Note } from '../../src/core/note/note';
import { readNote } from '../../src/core/note/readNote';
import type { ReadingRules } from '../../src/core/note/readingRules';
import type { Person } from '../../src/core/people/person';
import { parseRoster } from '../../src/core/people/roster';
import type { EditableNotes, UneditableNote } from '../../src/core/noteEdit/existingMeeting';
import { LARGEST_NOTE } from '../../src/editor/notes/noteReader';
import { folderOf, Refused, unlessRefused, type Call } from './call';
import { globMatcher } from './globMatcher';
import { type Message, message, wordMessage } from '../../src/core/text/message';

const ROSTER = '.one-on-one/people.yaml';
const FRAMEWORKS = '.one-on-one/frameworks';
const QUESTIONS = '.one-on-one/questions.yaml';
const SEASONS = '.one-on-one/seasons.yaml';
const BYTE_ORDER_MARK = '\uFEFF';

/** A folder of notes, read once, so that plans are based on a single state. URIs have the same form as in VS Code. */
export class Workspace implements EditableNotes {
  /** The URI of the folder. */
  readonly root: string;
  readonly frameworks: readonly Framework[];
  readonly rules: ReadingRules;
  readonly index: NoteIndex;
  /** Problems of files, one line each. */
  readonly remarks: string[] = [];
  readonly #choices: readonly QuestionChoice[];
  readonly #seasons: readonly Season[];
  readonly #folder: string;
  readonly #files = new Map<string, Buffer>();

  constructor(folder: string, { settings }: Pick<Call, 'settings'>) {
    this.#folder = folder;
    this.root = uriOfFile(folder);
    const { frameworks, problems } = mergeFrameworks(builtInFrameworks(), this.#ownFrameworks());
    const choices = parseQuestionChoices(this.#textIfThere(QUESTIONS), QUESTIONS);
    const seasons = parseSeasons(this.#textIfThere(SEASONS), SEASONS, frameworks);
    this.#choices = choices.entries;
    this.#seasons = seasons.entries;
    this.remarks.push(
      ...[...problems, ...choices.problems, ...seasons.problems].map(
        (problem) => `${problem.file}:${problem.line + 1}: ${wordMessage(problem.message)}`,
      ),
    );
    const roster = parseRoster(this.#textIfThere(ROSTER));
    this.remarks.push(
      ...roster.problems.map((problem) => `${ROSTER}:${problem.line + 1}: ${wordMessage(problem.message)}`),
    );
    this.frameworks = frameworks;
    this.rules = {
      bank: createBank(frameworks),
      paths: layoutPaths(settings.notesPattern, settings.get('people.path'), this.#privateHalves(settings)),
      statuses: settings.get('statuses'),
    };
    this.index = new NoteIndex({ me: settings.get('me'), roster: roster.people });
    this.index.putAll(this.#readNotes(settings.excluded));
  }

  /** Returns the folder named by the first argument of a call. */
  static of(call: Call): Workspace {
    return new Workspace(folderOf(call.args[0] ?? ''), call);
  }

  /** Returns a framework as it is asked of a person on a day. */
  asked({ id }: Framework, person: SeasonPerson, on: CivilDate): Framework | undefined {
    const frameworks = frameworksWithChoices(this.frameworks, this.#choices, person.key);
    const framework = frameworks.find((each) => each.id === id);
    return framework && inSeason(framework, { seasons: this.#seasons, frameworks, person, on });
  }

  /** Returns all notes in path order. */
  notes(): readonly Note[] {
    return [...this.index.notes()].sort((a, b) => compareText(this.pathOf(a.uri), this.pathOf(b.uri)));
  }

  /** Returns the note at a path in the folder. */
  note(written: string): Note {
    const note = this.index.note(this.uriOf(path.posix.normalize(written)));
    if (!note) {
      throw new Refused(`There is no note ${written} in the folder.`);
    }
    return note;
  }

  /** Returns the known person with a name. */
  person(name: string): Person {
    const { people } = this.index;
    const person = people.personOrUndefined(name);
    if (person) {
      return person;
    }
    const meant = people.find(name);
    throw new Refused(
      meant === 'ambiguous'
        ? `Several people are called ${name}: write ${people.candidatesFor(name).join(' or ')}.`
        : meant === 'me'
          ? `${name} is you: name the person whom you meet.`
          : `No 1:1 note, page or roster names ${name}.`,
    );
  }

  readonly uriOf = (inFolder: string): string => `${this.root}/${inFolder.split('/').map(encoded).join('/')}`;

  readonly pathOf = (uri: string): string => decodeURIComponent(uri.slice(this.root.length + 1));

  /** Returns the absolute path of a URI in the folder. */
  fileOf(uri: string): string {
    return path.join(this.#folder, ...this.pathOf(uri).split('/'));
  }

  /** Returns the bytes of a note as first read. */
  bytesOf(uri: string): Buffer {
    return this.#files.get(uri) ?? readFileSync(this.fileOf(uri));
  }

  /** Returns the text of a note as first read, without a byte order mark. */
  readonly textNow = (uri: string): string => {
    const text = this.bytesOf(uri).toString('utf8');
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  };

  /** Returns the content to write to a note's file, including its byte order mark. */
  asFile(uri: string, text: string): string {
    return (this.#files.get(uri)?.toString('utf8').startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '') + text;
  }

  textOf(uri: string): Promise<string> {
    return Promise.resolve(this.textNow(uri));
  }

  textToEdit(uri: string): Promise<string | UneditableNote> {
    const reason = this.#whyUneditable(uri);
    return Promise.resolve(
      reason ? { refused: message('note.skipped', this.pathOf(uri), reason), reason } : this.textNow(uri),
    );
  }

  /** Does nothing, because notes are read once and verified before they are written. */
  refresh(): Promise<void> {
    return Promise.resolve();
  }

  /** Returns the place for the private half of a 1:1, or `undefined` if private parts stay in the note. */
  privateHalf(
    session: Pick<Session, 'person' | 'date'>,
    { privatePattern }: Call['settings'],
  ): PrivateHalfPlace | undefined {
    if (privatePattern === undefined) return undefined;
    const { path: inFolder } = unlessRefused(
      privateHalfPath(session, { setting: privatePattern, uriOf: this.uriOf }, this.index),
    );
    const uri = this.uriOf(inFolder);
    return { uri, isThere: existsSync(this.fileOf(uri)) };
  }

  #privateHalves({ privatePattern }: Call['settings']): PrivateHalfPaths | undefined {
    return privatePattern === undefined ? undefined : { pattern: pathPattern(privatePattern) };
  }

  #whyUneditable(uri: string): Message | undefined {
    if (!isUtf8(this.bytesOf(uri))) {
      return message('note.notUtf8File');
    }
    try {
      accessSync(this.fileOf(uri), constants.W_OK);
      return undefined;
    } catch {
      return message('note.readOnly');
    }
  }

  #readNotes(excluded: readonly string[]): Note[] {
    const isExcluded = globMatcher(['**/.one-on-one/**', ...excluded]);
    return this.#markdownFiles('', isExcluded).flatMap((inFolder) => {
      const uri = this.uriOf(inFolder);
      try {
        if (statSync(this.fileOf(uri)).size > LARGEST_NOTE) {
          this.remarks.push(`${inFolder}: not read, as it is larger than 1 MB`);
          return [];
        }
        this.#files.set(uri, readFileSync(this.fileOf(uri)));
        return [readNote({ uri, path: inFolder, text: this.textNow(uri) }, this.rules)];
      } catch (error) {
        this.remarks.push(`${inFolder}: ${couldNotBeRead(error)}`);
        return [];
      }
    });
  }

  /** Returns the paths of the Markdown files in the folder. Symbolic links are not followed. */
  #markdownFiles(parent: string, isExcluded: (path: string) => boolean): string[] {
    return this.#entriesOf(parent)
      .sort((a, b) => compareText(a.name, b.name))
      .flatMap((entry) => {
        const inFolder = parent === '' ? entry.name : `${parent}/${entry.name}`;
        if (isExcluded(inFolder)) return [];
        if (entry.isDirectory()) {
          return isExcluded(`${inFolder}/`) ? [] : this.#markdownFiles(inFolder, isExcluded);
        }
        return entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name) ? [inFolder] : [];
      });
  }

  #entriesOf(parent: string): Dirent[] {
    try {
      return readdirSync(path.join(this.#folder, parent), { withFileTypes: true });
    } catch (error) {
      this.remarks.push(`${parent}: ${couldNotBeRead(error)}`);
      return [];
    }
  }

  #ownFrameworks(): ParsedFramework[] {
    try {
      const names = readdirSync(path.join(this.#folder, FRAMEWORKS)).filter((name) => /\.ya?ml$/i.test(name));
      return names.sort().map((name) => {
        const file = `${FRAMEWORKS}/${name}`;
        return parseFramework(this.#textIfThere(file), file);
      });
    } catch {
      return [];
    }
  }

  #textIfThere(inFolder: string): string {
    try {
      return readFileSync(path.join(this.#folder, inFolder), 'utf8');
    } catch {
      return '';
    }
  }
}

function couldNotBeRead(error: unknown): string {
  return `could not be read (${error instanceof Error ? error.message : String(error)})`;
}

function uriOfFile(file: string): string {
  const segments = file.split(path.sep).map(encoded).join('/').replace(/\/$/, '');
  return `file://${segments.startsWith('/') ? '' : '/'}${segments}`;
}

function encoded(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
