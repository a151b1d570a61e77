import { readOwners } from './owner';

/** The name as an owner in front of a sentence: `@jane.doe`, or a field where a name cannot be written that way. */
export function writeOwner(name: string): string {
  const handle = `@${name.trim().replace(/\s+/g, '.')}`;
  const [read, ...others] = readOwners(handle).spans;
  const isReadBack = read?.end === handle.length && others.length === 0;
  return isReadBack ? handle : `[owner:: ${name.trim().replace(/[[\]\s]+/g, ' ')}]`;
}
