import { l10n, type Uri, window } from 'vscode';
import { summarizePerson } from '../core/peopleView/summary';
import { formatPersonStatus } from '../core/peopleView/format';
import { noteShown } from '../editor/activeNote';
import { DisposableStore } from '../editor/disposables';
import { fallbackCadence } from '../editor/settings';
import { formatMessage, StatusBarEntry } from '../editor/messages';
import type { Services } from '../services';

/** Priority that places the item left of VS Code's own items for the file. */
const PRIORITY = 200;

/** The status bar item of a 1:1 note: the person, the last meeting and open follow-ups. Hidden for other files. */
export class PersonStatus extends DisposableStore {
  readonly #services: Pick<Services, 'notes' | 'clock'>;
  readonly #entry = this.add(new StatusBarEntry('oneOnOne.person', l10n.t('One on One: Person'), 'right', PRIORITY));
  #uri: Uri | undefined;

  constructor(services: Pick<Services, 'notes' | 'clock'>) {
    super();
    this.#services = services;
    const { notes, clock } = services;
    this.add(window.tabGroups.onDidChangeTabs(() => this.#look()));
    this.add(window.tabGroups.onDidChangeTabGroups(() => this.#look()));
    this.add(notes.onDidChange(() => this.#show()));
    this.add(clock.onDidChangeDay(() => this.#show()));
    this.#look();
  }

  #look(): void {
    this.#uri = noteShown(this.#uri);
    this.#show();
  }

  #show(): void {
    const { notes, clock } = this.#services;
    const note = this.#uri && notes.index.note(this.#uri.toString());
    const person = note && note.meetings.length > 0 ? notes.index.personOf(note) : undefined;
    if (!person) {
      this.#entry.hide();
      return;
    }
    const today = clock.today();
    const summary = summarizePerson(notes.index, person, { today, fallbackDays: fallbackCadence });
    const words = formatMessage(formatPersonStatus(summary, today));
    this.#entry.show('person', words, l10n.t('Prep Brief: what matters before a 1:1 with {0}', person.name), {
      command: 'oneOnOne.prepBrief',
      title: l10n.t('Prep Brief'),
      arguments: [{ person: person.key }],
    });
  }
}
