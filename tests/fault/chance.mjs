// SPDX-License-Identifier: Apache-2.0
// Random numbers that a printed seed repeats.

/** Mulberry32: a function that gives a number in [0, 1). */
export function chanceFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The seed of this run: CONGVU_FAULT_SEED, else one by the clock. */
export const seedOfRun = () => Number(process.env.CONGVU_FAULT_SEED ?? Date.now() % 1_000_000);
