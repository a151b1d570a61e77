import type { TreeDataProvider } from 'vscode';
import { DisposableStore } from '../editor/disposables';
import type { Services } from '../services';
import type { FollowUpsRow } from './followUps/followUpsItems';
import type { PeopleRow } from './people/peopleTree';
import { LazyTree } from './shared/lazyTree';
import type { ReportRow } from './shared/reportRows';

/** The data providers of the trees. */
interface Sources {
  readonly followUps: TreeDataProvider<FollowUpsRow>;
  readonly people: TreeDataProvider<PeopleRow>;
  readonly themes: TreeDataProvider<ReportRow>;
}

/** All views. The trees are registered at activation; their data providers are loaded on first use. */
export class Views extends DisposableStore {
  readonly #load: () => Promise<unknown>;
  #sources: Sources | undefined;

  readonly #followUps = this.add(
    new LazyTree<FollowUpsRow>('oneOnOne.followUps', async () => (await this.#filled()).followUps, {
      showCollapseAll: true,
      canSelectMany: true,
      manageCheckboxStateManually: true,
    }),
  );
  readonly #people = this.add(new LazyTree<PeopleRow>('oneOnOne.people', async () => (await this.#filled()).people));
  readonly #themes = this.add(new LazyTree<ReportRow>('oneOnOne.themes', async () => (await this.#filled()).themes));

  /** `load` must call `fill` before it resolves. */
  constructor(load: () => Promise<unknown>) {
    super();
    this.#load = load;
  }

  /** Loads the data providers of the views. */
  async fill(services: Services): Promise<void> {
    const [{ FollowUpsTree }, { PeopleTree }, { ThemesTree }, { PersonStatus }] = await Promise.all([
      import('./followUps/followUpsTree'),
      import('./people/peopleTree'),
      import('./themes/themesTree'),
      import('./personStatus'),
    ]);
    this.#sources = {
      followUps: this.add(new FollowUpsTree(this.#followUps, services)),
      people: this.add(new PeopleTree(this.#people, services)),
      themes: this.add(new ThemesTree(this.#themes, services)),
    };
    this.add(new PersonStatus(services));
  }

  async #filled(): Promise<Sources> {
    await this.#load();
    if (!this.#sources) {
      throw new Error('What fills the views is missing after loading.');
    }
    return this.#sources;
  }
}
