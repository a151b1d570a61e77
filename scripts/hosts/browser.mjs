import { spawn } from 'node:child_process';
import { accessSync, constants, createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { chmod, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { Stop } from '../terminal.mjs';
import { install } from './install.mjs';

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** Arguments of every browser. `--no-sandbox` is needed for tests that run as root; they only open our own server. */
const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Configures the system's fonts, and those of the package for machines without fonts. */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Returns Playwright's launch options for `CHROME_PATH`, or else an installed Chrome, Chromium or Edge, or else a
 * browser from npm.
 * @returns {Promise<import('playwright-core').LaunchOptions>}
 */
export async function browserLaunchOptions() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const places = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...applications];
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && !isExecutable(chosen)) throw new Stop(`CHROME_PATH is no program: ${chosen}`);
  const executablePath = chosen ?? places.find(isExecutable);
  return executablePath ? { executablePath, args } : bundledBrowser();
}

/** @returns {Promise<import('playwright-core').LaunchOptions>} */
async function bundledBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop('No browser: install Chrome, Chromium or Edge, or name one in CHROME_PATH.');
  }
  const dir = await install({ name: 'browser', title: 'Chromium', finish: unpack });
  return {
    executablePath: path.join(dir, 'chromium'),
    args,
    env: {
      ...process.env,
      // Libraries and fonts that a minimal machine lacks.
      LD_LIBRARY_PATH: path.join(dir, 'lib'),
      FONTCONFIG_PATH: dir,
    },
  };
}

/** @param {string} dir */
async function unpack(dir) {
  const packed = path.join(dir, 'node_modules/@sparticuz/chromium/bin');
  const executable = path.join(dir, 'chromium');
  await decompress(path.join(packed, 'chromium.br'), executable);
  await chmod(executable, 0o755);
  await untar(path.join(packed, 'al2023.tar.br'), dir);
  await untar(path.join(packed, 'fonts.tar.br'), dir);
  await writeFile(path.join(dir, 'fonts.conf'), fontsConf);
  await rm(path.join(dir, 'node_modules'), { recursive: true });
}

/**
 * Unpacks an archive through a file. `tar` exits at the end of the archive, which would break an open pipe.
 * @param {string} archive
 * @param {string} dir
 */
async function untar(archive, dir) {
  const plain = path.join(dir, path.basename(archive, '.br'));
  await decompress(archive, plain);
  const tar = spawn('tar', ['-x', '-f', plain, '-C', dir], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(tar, 'close');
  if (code !== 0) throw new Error(`tar could not unpack ${archive}`);
  await rm(plain);
}

/**
 * @param {string} compressed
 * @param {string} plain
 */
function decompress(compressed, plain) {
  return pipeline(createReadStream(compressed), createBrotliDecompress(), createWriteStream(plain));
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
