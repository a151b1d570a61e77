import { createServer } from 'node:net';
import { Stop } from '../terminal.mjs';

/**
 * Rejects with a `Stop` if the port is in use.
 * @param {number} port 1 to 65535
 * @returns {Promise<void>}
 */
export function assertFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new Stop(`Port ${port} is in use. Choose another one with --port.`)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
