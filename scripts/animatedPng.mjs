import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Joins PNG pictures of one size and format into an animated PNG, which repeats forever.
 * @param {readonly Buffer[]} pictures
 * @param {number} delay time for which each of them is shown, in milliseconds; twice as long for the last one
 * @returns {Buffer}
 */
export function animate(pictures, delay) {
  const [first] = pictures;
  if (!first) throw new Error('There are no pictures to animate.');
  const header = chunksOf(first).find(({ type }) => type === 'IHDR');
  if (!header) throw new Error('The first picture is no PNG.');
  let sequence = 0;
  const frames = pictures.flatMap((picture, at) => {
    const chunks = chunksOf(picture);
    const isAlike = chunks.some(({ type, data }) => type === 'IHDR' && data.equals(header.data));
    if (!isAlike) throw new Error(`Picture ${at + 1} has another size or format than the first one.`);
    const control = Buffer.alloc(26);
    control.writeUInt32BE(sequence++, 0);
    header.data.copy(control, 4, 0, 8);
    control.writeUInt16BE(at === pictures.length - 1 ? 2 * delay : delay, 20);
    control.writeUInt16BE(1000, 22);
    const data = Buffer.concat(chunks.flatMap((chunk) => (chunk.type === 'IDAT' ? [chunk.data] : [])));
    const content = at === 0 ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([uint32(sequence++), data]));
    return [chunk('fcTL', control), content];
  });
  const animation = chunk('acTL', Buffer.concat([uint32(pictures.length), uint32(0)]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header.data), animation, ...frames, chunk('IEND', Buffer.alloc(0))]);
}

/** @param {Buffer} png */
function chunksOf(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), content, uint32(crc32(content))]);
}

/** @param {number} value */
function uint32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}
