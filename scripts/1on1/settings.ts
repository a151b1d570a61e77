import { contributes } from '../../package.json';
import { unknownPlaceholder } from '../../src/core/note/pathPattern';
import { privatePathSetting } from '../../src/core/newNote/notePath';
import { message, wordMessage } from '../../src/core/text/message';
import type { SettingName, SettingTypes } from '../../src/editor/settings';

/** A setting as declared in package.json. */
interface Declaration {
  readonly type: string;
  readonly default: unknown;
  readonly enum?: readonly unknown[];
}

type Json = Readonly<Record<string, unknown>>;

const DECLARED: Readonly<Record<string, Declaration>> = Object.fromEntries(
  contributes.configuration.flatMap(({ properties }): [string, Declaration][] => Object.entries(properties)),
);

/** Default exclusions of VS Code's search, in addition to those of `oneOnOne.exclude`. */
const EXCLUDED_BY_VSCODE: Json = { '**/node_modules': true, '**/bower_components': true, '**/CVS': true };

const STRING_OR_COMMENT = /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g;
const STRING_OR_COMMA = /("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g;

/** The settings of a VS Code file, with the defaults of package.json. */
export class Settings {
  readonly #written: Json;

  /**
   * `me` replaces the names in the settings.
   * @throws Error when a value is not of the kind that package.json declares.
   */
  constructor(written: unknown, me?: readonly string[]) {
    if (!isObject(written)) {
      throw new Error('Settings are a JSON object.');
    }
    for (const [name, value] of Object.entries(written)) {
      const declared = DECLARED[name];
      if (declared && !fits(value, declared)) {
        throw new Error(`The setting ${name} cannot be ${JSON.stringify(value)}.`);
      }
    }
    this.#written = me ? { ...written, 'oneOnOne.me': me } : written;
  }

  /** Parses settings in VS Code's format: JSON with comments and trailing commas. */
  static parse(text: string): unknown {
    const kept = (_: string, string: string | undefined): string => string ?? '';
    return JSON.parse(
      text
        .replace(/^\uFEFF/, '')
        .replace(STRING_OR_COMMENT, kept)
        .replace(STRING_OR_COMMA, kept),
    );
  }

  get<Name extends SettingName>(name: Name): SettingTypes[Name] {
    const written = this.#written[`oneOnOne.${name}`];
    const declared = DECLARED[`oneOnOne.${name}`]?.default;
    // As in VS Code, an object is merged with its default.
    const value = isObject(written) && isObject(declared) ? { ...declared, ...written } : (written ?? declared);
    return value as SettingTypes[Name];
  }

  /** The path pattern by which notes are recognized: `notes.path`, or its default if a placeholder does not exist. */
  get notesPattern(): string {
    const value = this.get('notes.path');
    const isKnown = unknownPlaceholder(value) === undefined;
    return isKnown ? value : String(DECLARED['oneOnOne.notes.path']?.default);
  }

  /**
   * The path pattern of private halves, or `undefined` if they have no place of their own.
   * @throws Error if the setting cannot be used. Its paths are relative to the one folder of the command line.
   */
  get privatePattern(): string | undefined {
    const value = this.get('notes.privatePath');
    const found = privatePathSetting(value, this.get('notes.path'));
    if (!found) return undefined;
    if ('refused' in found) throw new Error(wordMessage(found.refused));
    if (found.folder !== undefined) throw new Error(wordMessage(message('path.unknownFolder', found.folder)));
    return found.path;
  }

  isSet(name: SettingName): boolean {
    return this.#written[`oneOnOne.${name}`] !== undefined;
  }

  /** Returns the globs of all excluded files. */
  get excluded(): readonly string[] {
    const { 'files.exclude': files, 'search.exclude': search } = this.#written;
    const globs = { ...EXCLUDED_BY_VSCODE, ...(isObject(files) && files), ...(isObject(search) && search) };
    return [...this.get('exclude'), ...Object.keys(globs).filter((glob) => globs[glob] === true)];
  }
}

function fits(value: unknown, { type, enum: values }: Declaration): boolean {
  const isOfType = type === 'array' ? isTexts(value) : type === 'object' ? isObject(value) : typeof value === type;
  return isOfType && (values?.includes(value) ?? true);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
