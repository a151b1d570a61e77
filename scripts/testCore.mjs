// Runs the tests of the core, the preview and the manifest in Node: `npm run test:core -- [test/core/note …] [--grep
// "words"]`.
import { runMocha } from './runMocha.mjs';
import { main } from './terminal.mjs';

const folders = ['test/core', 'test/preview', 'test/manifest.test.ts'];
await main(() => runMocha({ folders, args: process.argv.slice(2) }));
