import { commands, env, type Event, l10n, Range, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { escapeHtml } from '../core/noteEdit/escape';
import type { Page } from '../core/reports/page';
import { DisposableStore } from './disposables';

/** A button of a page, which runs a command. */
interface PageAction {
  readonly label: string;
  readonly command: string;
  readonly argument: unknown;
}

/** A page composed from notes, to show in a tab. */
interface ReportPage {
  /** Identifies the page: a page that is open already is shown again. */
  readonly key: string;
  readonly title: string;
  readonly actions: readonly PageAction[];
  /** Returns the current content. */
  compose(): Promise<Page>;
  /** The events after which the content may have changed. */
  readonly changes: readonly Event<unknown>[];
}

const open = new Map<string, WebviewPanel>();

/** Shows a page in a tab and keeps it up to date. Its links open lines of notes. */
export async function showReportPage(page: ReportPage): Promise<void> {
  const there = open.get(page.key);
  if (there) {
    there.reveal();
    return;
  }
  const panel = window.createWebviewPanel('oneOnOne.report', page.title, ViewColumn.Active, { enableScripts: true });
  const owned = new DisposableStore();
  open.set(page.key, panel);
  let shown: Page = { html: '', lines: [] };
  const draw = async (): Promise<void> => {
    const next = await page.compose();
    if (owned.isDisposed || next.html === shown.html) return;
    shown = next;
    panel.webview.html = documentOf(page, next);
  };
  owned.add(
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const { line, action } = message as { readonly line?: number; readonly action?: number };
      const at = line === undefined ? undefined : shown.lines[line];
      const run = action === undefined ? undefined : page.actions[action];
      if (at) {
        const selection = new Range(at.line, 0, at.line, 0);
        void commands.executeCommand('vscode.open', Uri.parse(at.uri), { selection });
      }
      if (run) void commands.executeCommand(run.command, run.argument);
    }),
  );
  for (const onChange of page.changes) owned.add(onChange(() => void draw()));
  panel.onDidDispose(() => {
    open.delete(page.key);
    owned.dispose();
  });
  await draw();
}

const STYLE = `
  body { max-width: 46em; margin: 0 auto; padding: 0.5em 2em; line-height: 1.45; color: var(--vscode-foreground); }
  h1 { font-size: 1.6em; margin: 0.4em 0 0.1em; }
  h2 { font-size: 1.1em; margin: 0.9em 0 0.1em; }
  .headline { font-size: 1.1em; margin: 0.2em 0 0.6em; }
  ul { margin: 0; padding-left: 1.3em; }
  a { color: var(--vscode-textLink-foreground); }
  .facts { color: var(--vscode-foreground); }
  .facts::before { content: '· '; }
  li.facts::before { content: ''; }
  table { border-collapse: collapse; margin: 0.3em 0; }
  th, td { text-align: left; font-weight: normal; padding: 0.15em 1.2em 0.15em 0; vertical-align: top; }
  thead th { font-weight: 600; border-bottom: 1px solid var(--vscode-widget-border, currentcolor); }
  .picture { display: flex; flex-wrap: wrap; gap: 1em 2.5em; align-items: flex-start; }
  svg { max-width: 100%; height: auto; }
  svg text { font-size: 12px; fill: var(--vscode-foreground); }
  svg text.small { font-size: 10px; }
  svg .filled, svg .series0 { fill: var(--vscode-charts-blue, currentcolor); stroke: var(--vscode-contrastBorder, none); }
  svg .series1 { fill: var(--vscode-charts-orange, currentcolor); stroke: var(--vscode-contrastBorder, none); }
  svg .series2 { fill: var(--vscode-charts-foreground, currentcolor); stroke: var(--vscode-contrastBorder, none); }
  svg .series3 { fill: var(--vscode-charts-green, currentcolor); stroke: var(--vscode-contrastBorder, none); }
  svg .empty { fill: none; stroke: var(--vscode-foreground); stroke-opacity: 0.4; }
  button { font: inherit; padding: 0.3em 0.9em; margin-right: 0.5em; cursor: pointer; border-radius: 2px;
    color: var(--vscode-button-foreground); background: var(--vscode-button-background);
    border: 1px solid var(--vscode-button-border, transparent); }
  :focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }`;

const SCRIPT = `
  const host = acquireVsCodeApi();
  document.addEventListener('click', (event) => {
    const target = event.target.closest('[data-line], [data-action]');
    if (!target) return;
    event.preventDefault();
    const { line, action } = target.dataset;
    host.postMessage({ ...(line && { line: Number(line) }), ...(action && { action: Number(action) }) });
  });`;

/** Returns the HTML document of a page. Everything in it that comes from notes is escaped text. */
function documentOf({ title, actions }: Pick<ReportPage, 'title' | 'actions'>, { html }: Page): string {
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join('');
  const buttons = actions.map(({ label }, at) => `<button data-action="${at}">${escapeHtml(label)}</button>`).join('');
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
${html}
</main>
<nav aria-label="${escapeHtml(l10n.t('Next steps'))}"><p>${buttons}</p></nav>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`;
}
