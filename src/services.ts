import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import { layoutPaths } from './core/note/identity';
import type { ReadingRules } from './core/note/readingRules';
import { hashText } from './core/text/strings';
import { Clock } from './editor/clock';
import { DisposableStore } from './editor/disposables';
import { withErrorReporting } from './editor/errors';
import { FollowUpsViewState } from './editor/followUpsViewState';
import { FrameworkStore } from './editor/frameworkStore';
import { checkGit } from './editor/gitWarning';
import type { NoteReader } from './editor/notes/noteReader';
import { NoteService } from './editor/notes/noteService';
import { NoteContextKeys } from './editor/contextKeys';
import { askWhoIsReader } from './editor/readerQuestion';
import { hidesPrivate } from './editor/hidePrivate';
import { ReflectionOffers } from './editor/reflectionOffers';
import { RosterStore } from './editor/rosterStore';
import { notesPattern, onDidChangeSettings, OwnNameWarning, setting } from './editor/settings';
import { NotesPathWarning, privateHalfPaths, privatePathIn } from './editor/privateHalves';
import { ViewChanges } from './editor/viewChanges';

/** The parts provided by the entry of a host. The desktop reads notes from disk, the browser through VS Code. */
export interface Host {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly reader: NoteReader;
}

/** The services for commands and views. Consumers declare the ones they need with `Pick`. */
export interface Services extends Host {
  readonly clock: Clock;
  readonly frameworks: FrameworkStore;
  readonly roster: RosterStore;
  readonly notes: NoteService;
  /** Returns the current rules for reading notes. */
  readonly rules: () => ReadingRules;
  readonly followUpsShown: FollowUpsViewState;
  readonly viewChanges: ViewChanges;
  readonly reflectionOffers: ReflectionOffers;
}

/** Identifies the code of the extension: its version, and the state of its file, which differs in each build. */
async function buildOf({ extension }: ExtensionContext): Promise<string> {
  const { version, main } = extension.packageJSON as { readonly version: string; readonly main: string };
  try {
    const { mtime, size } = await workspace.fs.stat(Uri.joinPath(extension.extensionUri, main));
    return `${version} ${mtime} ${size}`;
  } catch {
    return version;
  }
}

/** Creates and connects the services. The extension context owns them. */
export function createServices({ context, log, reader }: Host): Services {
  const owned = new DisposableStore();
  context.subscriptions.push(owned);
  const clock = owned.add(new Clock());
  const frameworks = owned.add(new FrameworkStore(log));
  const roster = owned.add(new RosterStore(log));
  const rules = (): ReadingRules => ({
    bank: frameworks.bank,
    paths: layoutPaths(notesPattern(), setting('people.path'), privateHalfPaths()),
    statuses: setting('statuses'),
  });
  const pathWarning = new NotesPathWarning();
  const nameWarning = new OwnNameWarning(context.workspaceState);
  const checkName = () => void withErrorReporting(log, () => nameWarning.check());
  const { storageUri } = context;
  let build = '';
  const notes = owned.add(
    new NoteService({
      reader,
      log,
      prepare: async () => {
        pathWarning.check();
        checkName();
        await Promise.all([frameworks.load(), roster.load()]);
        if (storageUri) build = await buildOf(context);
      },
      rules,
      peopleConfig: () => ({ me: setting('me'), roster: roster.people }),
      exclude: (folder) => setting('exclude', folder),
      cache: storageUri && {
        folder: Uri.joinPath(storageUri, 'notes'),
        isOn: () => setting('cache'),
        version: () => {
          const paths = [notesPattern(), setting('people.path'), privatePathIn()];
          return `${build} ${hashText(JSON.stringify([paths, setting('statuses'), frameworks.frameworks]))}`;
        },
      },
    }),
  );
  notes.hidePrivate(hidesPrivate());
  owned.add(onDidChangeSettings(['hidePrivate'], () => notes.hidePrivate(hidesPrivate())));
  owned.add(frameworks.onDidChange(() => void notes.refreshAll()));
  owned.add(roster.onDidChange(() => notes.updatePeople()));
  owned.add(
    onDidChangeSettings(['me'], () => {
      checkName();
      notes.updatePeople();
    }),
  );
  owned.add(
    onDidChangeSettings(
      ['notes.path', 'notes.privatePath', 'people.path', 'statuses', 'exclude'],
      () => void notes.refreshAll(),
    ),
  );
  owned.add(onDidChangeSettings(['cache'], () => void notes.writeCache()));
  owned.add(new NoteContextKeys(notes, context.workspaceState));
  owned.add(checkGit(notes, context.globalState, log));
  owned.add(askWhoIsReader(notes, context.workspaceState, log));
  const followUpsShown = owned.add(new FollowUpsViewState());
  const viewChanges = owned.add(new ViewChanges());
  const reflectionOffers = owned.add(new ReflectionOffers(context.workspaceState));
  return {
    context,
    log,
    reader,
    clock,
    frameworks,
    roster,
    notes,
    rules,
    followUpsShown,
    viewChanges,
    reflectionOffers,
  };
}
