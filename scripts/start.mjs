// Opens a VS Code with the extension and sample notes in the browser: `npm start [-- --port N] [-- --no-open]`.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './dependencies.mjs';
import { assertFree } from './hosts/port.mjs';
import { temporaryDir } from './hosts/temporaryDir.mjs';
import { installExtension, installHost, startServer } from './hosts/vscodeServer.mjs';
import { pack, packDemo } from './pack.mjs';
import { copySample, takeSettings } from './sampleWorkspace.mjs';
import { main, step, Stop } from './terminal.mjs';
import { today } from './today.mjs';

await main(async () => {
  const { port, open } = readArgs();
  if (port !== 0) await assertFree(port);
  await ensureDependencies();
  const host = await installHost('newest');
  const dataDir = temporaryDir('server');
  const vsix = await pack(dataDir);
  await step('Installing the extension', async () => {
    await installExtension(host, { vsix, dataDir });
    await installExtension(host, { vsix: await packDemo(dataDir), dataDir });
  });
  const folder = path.join(temporaryDir('demo'), 'notes');
  await copySample(folder, today());
  // The notes say who the reader is. A setting of the user would sign notes in other folders too.
  await takeSettings(folder);

  const server = await step('Starting VS Code', () => startServer(host, { dataDir, port }));
  const url = `http://${server.origin}/?${new URLSearchParams({ folder, tkn: server.token })}`;
  console.log(`\nOpen ${url}\n\nThen press F1 and type "New 1:1 Note". Your changes go to a copy of the sample notes;`);
  console.log('Ctrl+C ends VS Code and removes the copy.');
  if (open) openInBrowser(url);

  await server.ended;
  throw new Stop('The VS Code server ended by itself.');
});

function readArgs() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
    const port = Number(values.port ?? 0);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Stop(`Not a port: ${values.port}`);
    return { port, open: !values['no-open'] };
  } catch (error) {
    throw error instanceof Error ? new Stop(error.message) : error;
  }
}

/**
 * Opens the address on machines with a screen. Errors are ignored, because the address is also printed.
 * @param {string} url
 */
function openInBrowser(url) {
  const hasScreen = process.platform === 'darwin' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (!hasScreen || process.env['CI']) return;
  const opener = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], { detached: true, stdio: 'ignore' });
  opener.once('error', () => undefined);
  opener.unref();
}
