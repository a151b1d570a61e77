import type { Services } from '../services';

/**
 * What a command does. Its arguments come from whoever calls it (a menu, a tree row, another extension) and may be of
 * any kind; what it returns goes back to a caller of `executeCommand`.
 */
export type Command = (services: Services, ...args: readonly unknown[]) => unknown;
