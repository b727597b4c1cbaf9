/**
 * Joins CRC-32 checksums without reading the bytes again: a page of 300 kB would be read whole for each of its answers.
 * The bits of a checksum are coefficients of a polynomial modulo CRC-32's own, the highest bit that of x⁰ (as in zlib's
 * `crc32_combine`).
 */

const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

/** The product of two polynomials; `a` is not zero. */
function product(a: number, b: number): number {
  let [sum, times, bit] = [0, b, ONE];
  while (bit !== 0) {
    if ((a & bit) !== 0) sum ^= times;
    times = (times & 1) !== 0 ? (times >>> 1) ^ POLYNOMIAL : times >>> 1;
    bit >>>= 1;
  }
  return sum >>> 0;
}

/** x to the power of 8 bits for each of so many bytes: what a checksum is multiplied by when they follow. */
export function crcShift(bytes: number): number {
  let shift = ONE;
  // x⁸, squared for each binary digit of the length.
  let power = ONE >>> 8;
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) shift = product(power, shift);
    power = product(power, power);
  }
  return shift;
}

/** The checksum of what has the checksum `before`, followed by bytes with this checksum and shift. */
export const crcAfter = (before: number, { sum, shift }: { sum: number; shift: number }): number =>
  (product(shift, before) ^ sum) >>> 0;
