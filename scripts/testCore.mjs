// Runs what needs no VS Code: `npm run test:core -- [test/core/note …] [--grep "words"]`.
import { runMocha } from './runMocha.mjs';
import { main } from './terminal.mjs';

await main(() => runMocha({ folders: ['test/core', 'test/scripts'], args: process.argv.slice(2) }));
