import {
  EventEmitter,
  window,
  type CancellationToken,
  type Disposable,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  type TreeViewOptions,
} from 'vscode';

/** A tree view registered at activation. Its data provider is loaded when the view is first shown. */
export class LazyTree<Row> implements TreeDataProvider<Row>, Disposable {
  readonly view: TreeView<Row>;
  readonly #changed = new EventEmitter<Row[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #load: () => Promise<TreeDataProvider<Row>>;

  /** `load` is called for each request and must cache its result. */
  constructor(
    id: string,
    load: () => Promise<TreeDataProvider<Row>>,
    options?: Omit<TreeViewOptions<Row>, 'treeDataProvider'>,
  ) {
    this.#load = load;
    this.view = window.createTreeView(id, { ...options, treeDataProvider: this });
  }

  /** Redraws rows with their children, or the whole tree. */
  refresh(rows?: readonly Row[]): void {
    this.#changed.fire(rows && [...rows]);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    const source = await this.#load();
    return (await source.getChildren(row)) ?? [];
  }

  async getTreeItem(row: Row): Promise<TreeItem> {
    const source = await this.#load();
    return source.getTreeItem(row);
  }

  async getParent(row: Row): Promise<Row | undefined> {
    const source = await this.#load();
    return (await source.getParent?.(row)) ?? undefined;
  }

  async resolveTreeItem(item: TreeItem, row: Row, token: CancellationToken): Promise<TreeItem> {
    const source = await this.#load();
    return (await source.resolveTreeItem?.(item, row, token)) ?? item;
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}
