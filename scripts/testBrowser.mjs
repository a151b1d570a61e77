// Runs test/browser: `npm run test:browser -- [files…] [--grep "words"]`. Screenshots go to test/browser/screenshots.
import path from 'node:path';
import { browserHost, closeBrowserHost } from './hosts/browserHost.mjs';
import { root } from './root.mjs';
import { runMocha } from './runMocha.mjs';
import { main } from './terminal.mjs';

await main(async () => {
  await browserHost();
  try {
    await runMocha({
      folders: ['test/browser'],
      args: process.argv.slice(2),
      // Each step has its own limit. This one ends a test that hangs.
      timeout: 5 * 60_000,
      // VS Code loses a click or a key now and then, and the step that waits for its effect times out. A failed assertion
      // never gets a second run.
      mayRunAgain: (error) => error instanceof Error && error.name === 'TimeoutError',
      rootHooks: { afterEach: keepPictureOfFailure },
    });
  } finally {
    await closeBrowserHost();
  }
});

/** @this {Mocha.Context} */
async function keepPictureOfFailure() {
  if (this.currentTest?.state !== 'failed') return;
  const { browser } = await browserHost();
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const name = `failed ${this.currentTest.fullTitle()} ${index}`.replace(/[^\p{L}\d]+/gu, '-');
    await page.screenshot({ path: path.join(root, 'test/browser/screenshots', `${name}.png`) });
  }
}
