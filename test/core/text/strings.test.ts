import assert from 'node:assert/strict';
import { hashBytes } from '../../../src/core/text/strings';

describe('The hash of bytes', () => {
  const bytes = Uint8Array.from({ length: 103 }, (_, at) => (at * 37) % 256);

  it('differs after a change of any bit, and for any beginning', () => {
    const hashes = new Set([hashBytes(bytes)]);
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      hashes.add(hashBytes(changed));
    }
    for (let length = 0; length < bytes.length; length++) hashes.add(hashBytes(bytes.subarray(0, length)));
    assert.equal(hashes.size, 1 + 9 * bytes.length);
  });

  it('is the same wherever the bytes are', () => {
    const elsewhere = new Uint8Array(bytes.length + 3);
    elsewhere.set(bytes, 3);
    assert.equal(hashBytes(elsewhere.subarray(3)), hashBytes(bytes));
  });
});
