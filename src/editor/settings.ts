import {
  ConfigurationTarget,
  l10n,
  Uri,
  workspace,
  type ConfigurationChangeEvent,
  type Disposable,
  type Memento,
} from 'vscode';
import type { Statuses } from '../core/followUp/followUp';
import { showWarningMessage } from './messages';
import { unknownPlaceholder } from '../core/note/pathPattern';
import type { DialectId } from '../core/taskText/taskFields';
import { usualCadence } from '../core/peopleView/cadence';
import type { DiagnosticKind } from '../core/assist/diagnostics';

/** The types of the settings under `oneOnOne.`, by name. Defaults and descriptions are in package.json. */
export interface SettingTypes {
  'notes.path': string;
  'notes.privatePath': string;
  'notes.privateSection': boolean;
  'people.path': string;
  me: readonly string[];
  cadence: string;
  carryOver: 'migrate' | 'off';
  dialect: Extract<DialectId, 'plain' | 'emoji' | 'dataview'>;
  statuses: Statuses;
  exclude: readonly string[];
  cache: boolean;
  /** Anything but `false` hides private parts. */
  hidePrivate: unknown;
  'followUps.groupBy': 'person' | 'due' | 'owner' | 'note';
  'followUps.doneDays': number;
  'followUps.badge': boolean;
  'themes.weeks': number;
  'aids.completions': boolean;
  'aids.hover': boolean;
  'aids.links': boolean;
  'aids.codeLens': boolean;
  'aids.overdue': boolean;
  minuteAfter: boolean;
  'aids.hints': boolean;
  hints: Readonly<Record<DiagnosticKind, boolean>>;
}

export type SettingName = keyof SettingTypes;

const SECTION = 'oneOnOne';

/** Returns the value of a setting. `scope` is needed for settings that may differ between folders. */
export function setting<Name extends SettingName>(name: Name, scope?: Uri): SettingTypes[Name] {
  const value = workspace.getConfiguration(SECTION, scope).get<SettingTypes[Name]>(name);
  if (value === undefined) {
    throw new Error(`package.json does not declare the setting ${SECTION}.${name}`);
  }
  return value;
}

/**
 * Returns the path pattern by which notes are recognized: `notes.path`, or its default if the value has a placeholder
 * that does not exist.
 */
export function notesPattern(scope?: Uri): string {
  const value = setting('notes.path', scope);
  const usual = workspace.getConfiguration(SECTION, scope).inspect<string>('notes.path')?.defaultValue;
  return unknownPlaceholder(value) === undefined ? value : (usual ?? value);
}

/** Whether the user has set a value, rather than using the default. */
export function isSetByUser(name: SettingName, scope?: Uri): boolean {
  const found = workspace.getConfiguration(SECTION, scope).inspect(name);
  return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].some((value) => value !== undefined);
}

/** Calls `listener` when one of the settings changes. The caller owns the subscription. */
export function onDidChangeSettings(names: readonly SettingName[], listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event: ConfigurationChangeEvent) => {
    if (names.some((name) => event.affectsConfiguration(`${SECTION}.${name}`))) {
      listener();
    }
  });
}

/** Returns the default number of days between meetings, in the folder of a note or in the workspace. */
export function fallbackCadence(noteUri?: string): number {
  return usualCadence(setting('cadence', noteUri === undefined ? undefined : Uri.parse(noteUri)));
}

/** Key in the workspace state: the last names with a warning. */
const NAME_WARNED = 'oneOnOne.nameWarned';
const MOVE_NAME = l10n.t('Move to User Settings');

/**
 * Warns, once for each name, that the reader's name is in the workspace settings. Another person who opens the folder
 * would read the notes as that reader.
 */
export class OwnNameWarning {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  async check(): Promise<void> {
    const configuration = workspace.getConfiguration(SECTION);
    const { workspaceValue, globalValue } = configuration.inspect<readonly string[]>('me') ?? {};
    const names = Array.isArray(workspaceValue) ? workspaceValue.join(', ') : '';
    if (names === '' || this.#memory.get(NAME_WARNED) === names) {
      return;
    }
    await this.#memory.update(NAME_WARNED, names);
    const warning = l10n.t(
      'The workspace settings say that you are {0}, and everyone who opens this folder gets them. Your name belongs in your user settings.',
      names,
    );
    if ((await showWarningMessage(warning, MOVE_NAME)) !== MOVE_NAME) {
      return;
    }
    if (globalValue === undefined || globalValue.length === 0) {
      await configuration.update('me', workspaceValue, ConfigurationTarget.Global);
    }
    await configuration.update('me', undefined, ConfigurationTarget.Workspace);
  }
}
