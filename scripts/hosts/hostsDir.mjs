import path from 'node:path';
import { root } from '../root.mjs';

/** The folder of VS Code servers, the browser and all logs. Other checkouts may share it through a symbolic link. */
export const hostsDir = path.join(root, '.hosts');
