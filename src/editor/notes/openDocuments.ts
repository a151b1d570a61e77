import { EventEmitter, workspace, type TextDocument } from 'vscode';
import { DisposableStore } from '../disposables';
import { Debouncer } from './debouncer';
import { isNoteName, FileChanges, type FileChange } from './fileChanges';

/** How long typing must rest before what was typed counts, and how long it counts at the latest, in ms. */
const TIMES = { delay: 150, maxDelay: 1000 };

/**
 * Markdown files that are open as documents, whose text counts instead of the file's. Git's old versions and the like
 * are among them: which of them are notes is not known here.
 */
export class OpenNotes extends DisposableStore {
  readonly #documents = new Map<string, TextDocument>();
  readonly #touches = new FileChanges();
  readonly #settled = this.add(new EventEmitter<readonly FileChange[]>());
  /** Documents were opened, edited or closed, and then left alone for a moment. */
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

  /** The text of the document with this URI, or `undefined` when none is open. */
  textOf(key: string): string | undefined {
    return this.#documents.get(key)?.getText();
  }

  has(key: string): boolean {
    return this.#documents.has(key);
  }

  /** Lets what was typed count now. */
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
