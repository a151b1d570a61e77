import assert from 'assert/build/assert.js';

/** `node:assert/strict` where there is no Node: the build puts this in its place in the browser's extension host. */
export default assert.strict;
