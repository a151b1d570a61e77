import { parseArgs } from 'node:util';

/** The options of `npm run test:properties`, used by scripts and property tests. */
export const propertyOptions = /** @type {const} */ ({ long: { type: 'boolean' }, seed: { type: 'string' } });

const { values } = parseArgs({ strict: false, options: propertyOptions });

/** Whether `--long` requests the full number of random cases. */
export const isLong = values.long === true;

/** Seed of the first random case of each test. `--seed` overrides it, to reproduce a failure. */
export const firstSeed = typeof values.seed === 'string' ? Number(values.seed) : 20_261_130;
