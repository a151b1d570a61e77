// Runs the tests of the build scripts and checks: `npm run test:scripts -- [files…] [--grep "words"]`.
import { runMocha } from './runMocha.mjs';
import { main } from './terminal.mjs';

await main(() => runMocha({ folders: ['test/scripts'], args: process.argv.slice(2) }));
