import path from 'node:path';
import { root } from '../root.mjs';

/** Where VS Code servers, the browser and all logs are kept; other checkouts may share it through a symbolic link. */
export const hostsDir = path.join(root, '.hosts');
