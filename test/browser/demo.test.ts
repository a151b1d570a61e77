import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { browserHost } from '../../scripts/hosts/browserHost.mjs';
import { SILENCE_LIMIT } from './eventually';

describe('npm start', () => {
  let demo: ChildProcess;
  let page: Page;

  before(async function () {
    demo = spawn(process.execPath, ['scripts/start.mjs', '--no-open'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await addressIn(demo);
    const { browser } = await browserHost();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(2 * SILENCE_LIMIT);
    page = await context.newPage();
    await page.goto(address);
  });

  after(async () => {
    await page.context().close();
    demo.kill();
  });

  it('opens the views of One on One and a brief', async () => {
    await page.locator('.sidebar').getByText('Next: Ravi').first().waitFor();
    const brief = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await brief.getByRole('heading', { name: 'Brief: Ravi Menon' }).waitFor();
    await brief.getByRole('heading', { name: 'Open with' }).waitFor();
    await page.screenshot({ path: path.resolve('test/browser/screenshots/demo.png') });
  });
});

/** The address that `npm start` prints. */
async function addressIn({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('npm start prints nothing.');
  for await (const line of createInterface(stdout)) {
    const address = /^Open (http:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('npm start ended without an address.');
}
