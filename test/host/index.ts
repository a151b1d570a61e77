import { grep, testFiles } from 'host-tests';
import Mocha from 'mocha';
import { workspace } from 'vscode';
import { HostReporter, say } from './hostReporter';

/**
 * Limit for a test, in milliseconds. Only a test that waits for what never comes reaches it, on a busy machine too; it is
 * shorter than the silence after which the launcher gives up, so that the test is named.
 */
const TIMEOUT = 4 * 60_000;

/** What VS Code calls to run the tests. Rejects when one failed or none ran, which VS Code turns into its exit code. */
export async function run(): Promise<void> {
  await workspaceIsOpen();
  const mocha = new Mocha({ ui: 'bdd', timeout: TIMEOUT, reporter: HostReporter, ...(grep ? { grep } : {}) });
  // Puts `describe` and `it` in place for the files, which are part of this bundle.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const [file, load] of Object.entries(testFiles)) {
    await load().catch((error: unknown) => {
      it(`loads ${file}`, () => {
        throw error;
      });
    });
  }
  const { passed, failed } = await new Promise<{ passed: number; failed: number }>((resolve) => {
    const runner = mocha.run((failures) => resolve({ passed: runner.stats?.passes ?? 0, failed: failures }));
  });
  say(`${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) {
    throw new Error('Some tests failed, or none ran.');
  }
}

/** Waits for the folders: a workspace file on a server may be read after the extension host has started. */
function workspaceIsOpen(): Promise<void> {
  if (workspace.workspaceFolders?.length) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const subscription = workspace.onDidChangeWorkspaceFolders(() => {
      subscription.dispose();
      resolve();
    });
  });
}
