// Runs test/properties: `npm run test:properties -- [--long] [--seed N] [files…] [--grep "words"]`.
import { firstSeed, propertyOptions } from './propertyRun.mjs';
import { runMocha } from './runMocha.mjs';
import { main, Stop } from './terminal.mjs';

await main(async () => {
  if (!Number.isInteger(firstSeed)) throw new Stop('A seed is a whole number.');
  // Long runs have no time limit.
  await runMocha({ folders: ['test/properties'], args: process.argv.slice(2), options: propertyOptions, timeout: 0 });
});
