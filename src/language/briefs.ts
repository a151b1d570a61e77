import { DocumentLink, Range, Uri, window, workspace, type EventEmitter, type TextDocument } from 'vscode';
import { briefText, type BriefLink, type BriefText } from '../core/writing/briefText';
import { BRIEF_SCHEME, personOfBrief } from '../editor/briefUri';
import { DisposableStore } from '../editor/disposables';
import { nameOf } from '../editor/noteName';
import { readBrief } from '../editor/readBrief';
import { onDidChangeSettings } from '../editor/settings';
import type { Services } from '../services';

type Needs = Pick<Services, 'notes' | 'frameworks' | 'clock'>;

const NOBODY: BriefText = { text: 'No 1:1 note, page or roster names this person any more.\n', links: [] };

/** The briefs that are open: what they say, and where their lines lead. */
export class Briefs extends DisposableStore {
  readonly #services: Needs;
  readonly #changed: EventEmitter<Uri>;
  /** By URI, what each open one says. */
  readonly #written = new Map<string, BriefText>();

  /** `changed` is told of each brief that may say something else now. */
  constructor(services: Needs, changed: EventEmitter<Uri>) {
    super();
    this.#services = services;
    this.#changed = changed;
    const { notes, clock } = services;
    this.add(notes.onDidChange((change) => this.#refresh((key) => !change || change.people || change.groups.has(key))));
    this.add(clock.onDidChangeDay(() => this.#refresh()));
    this.add(onDidChangeSettings(['cadence'], () => this.#refresh()));
    // Words that change neither follow-ups nor meetings are looked up again when somebody comes back to the brief.
    this.add(
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.uri.scheme === BRIEF_SCHEME) {
          this.#changed.fire(editor.document.uri);
        }
      }),
    );
    this.add(workspace.onDidCloseTextDocument(({ uri }) => this.#written.delete(uri.toString())));
  }

  /** The text of the brief at `uri` as it is now. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const index = await this.#services.notes.ready();
    const person = index.people.get(personOfBrief(uri) ?? '');
    const written = person ? briefText(await readBrief(person, this.#services)) : NOBODY;
    this.#written.set(uri.toString(), written);
    return written.text;
  }

  /** The places that the lines of a brief lead to. */
  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const written = this.#written.get(document.uri.toString());
    // While a newer text is on its way, no line leads where another one should.
    return written?.text === document.getText() ? written.links.map(documentLink) : [];
  }

  #refresh(isMeant: (key: string) => boolean = () => true): void {
    for (const key of this.#written.keys()) {
      const uri = Uri.parse(key);
      if (isMeant(personOfBrief(uri) ?? '')) {
        this.#changed.fire(uri);
      }
    }
  }
}

function documentLink({ line, start, end, at }: BriefLink): DocumentLink {
  const note = Uri.parse(at.uri);
  const link = new DocumentLink(new Range(line, start, line, end), note.with({ fragment: `L${at.line + 1}` }));
  link.tooltip = `${nameOf(note)}, line ${at.line + 1}`;
  return link;
}
