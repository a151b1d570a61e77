// Runs test/core in plain Node: `npm run test:core -- [test/core/note …] [--grep "words"]`.
import { runMocha } from './runMocha.mjs';

const { failed } = await runMocha({ folder: 'test/core', args: process.argv.slice(2) });
process.exitCode = failed > 0 ? 1 : 0;
