import { EventEmitter, workspace, type TextDocument } from 'vscode';
import { DisposableStore } from '../disposables';
import { Debouncer } from './debouncer';
import { isNoteName, FileChanges, type FileChange } from './fileChanges';

/** Delay after typing before the text is read, and maximum delay while typing continues, in ms. */
const TIMES = { delay: 150, maxDelay: 1000 };

/**
 * Tracks the Markdown files open as documents, whose text takes precedence over the file. It includes documents that
 * are not notes, such as old versions from Git.
 */
export class OpenNotes extends DisposableStore {
  readonly #documents = new Map<string, TextDocument>();
  readonly #touches = new FileChanges();
  readonly #settled = this.add(new EventEmitter<readonly FileChange[]>());
  /** Fires after documents were opened, edited or closed, once changes pause. */
  readonly onDidSettle = this.#settled.event;
  readonly #settling = this.add(new Debouncer(TIMES, () => this.#settled.fire([...this.#touches.take().values()])));

  constructor() {
    super();
    for (const document of workspace.textDocuments) {
      this.#documents.set(document.uri.toString(), document);
    }
    this.add(workspace.onDidOpenTextDocument((document) => this.#opened(document)));
    this.add(workspace.onDidCloseTextDocument((document) => this.#closed(document)));
    this.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#touch(document);
        }
      }),
    );
  }

  /** Returns the text of the open document with this URI, or `undefined`. */
  textOf(key: string): string | undefined {
    return this.#documents.get(key)?.getText();
  }

  has(key: string): boolean {
    return this.#documents.has(key);
  }

  /** Reports pending changes immediately. */
  settle(): void {
    this.#settling.flush();
  }

  #opened(document: TextDocument): void {
    this.#documents.set(document.uri.toString(), document);
    this.#touch(document);
  }

  #closed(document: TextDocument): void {
    this.#documents.delete(document.uri.toString());
    this.#touch(document);
  }

  #touch({ uri }: TextDocument): void {
    if (isNoteName(uri)) {
      this.#touches.add({ uri, isNote: true, mayBeNew: false, onDisk: false });
      this.#settling.trigger();
    }
  }
}
