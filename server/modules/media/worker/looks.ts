const side = 32;
const kept = 8;

// cos((2x + 1) u π / 64) for the eight lowest frequencies above the even ground.
const waves = Array.from({ length: kept }, (_, u) =>
  Array.from({ length: side }, (__, x) => Math.cos(((2 * x + 1) * (u + 1) * Math.PI) / (2 * side))),
);

/** How a picture looks, as 64 bits (DCT perceptual hash): from its brightness at 32 × 32 pixels, which of the lowest frequencies are stronger than the middle one. Null for an even ground, which looks like every other. */
export function looksOf(grey: Uint8Array): bigint | null {
  const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;
  const spread = grey.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grey.length;
  if (spread < 9) return null;
  const strengths = waves.flatMap((down) => waves.map((across) => strength(grey, across, down)));
  const middle = strengths.toSorted((a, b) => a - b)[strengths.length / 2] ?? 0;
  const bits = strengths.reduce((sum, value) => (sum << 1n) | (value > middle ? 1n : 0n), 0n);
  return BigInt.asIntN(64, bits);
}

function strength(grey: Uint8Array, across: readonly number[], down: readonly number[]): number {
  let sum = 0;
  for (let y = 0; y < side; y += 1) {
    let row = 0;
    for (let x = 0; x < side; x += 1) row += (grey[y * side + x] ?? 0) * (across[x] ?? 0);
    sum += row * (down[y] ?? 0);
  }
  return sum;
}
