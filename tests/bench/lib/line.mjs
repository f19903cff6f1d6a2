// SPDX-License-Identifier: Apache-2.0
// What every line script needs: the environment that run.sh gives it, and the one way of printing a result.
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');
export const build = process.env.BENCH_BUILD ?? path.join(root, 'build/release');
export const isQuick = process.env.BENCH_QUICK !== '0';
export const documentCount = Number(process.env.BENCH_DOCUMENTS ?? 100_000);
export const dataFolder = process.env.BENCH_DATA ?? path.join(root, 'build/bench-data/quick');
export const temporaryFolder = process.env.BENCH_TEMP ?? path.join(root, 'build/bench-temp');

/**
 * Prints one row of the table.
 * @param {object} row
 * @param {string} row.goal what is demanded, in words, with the number of the goal
 * @param {number|null} row.ours what the product reached, in `unit`
 * @param {number|null} [row.limit] what the bare machine reached in the same run (raw SQL, nginx `return`), or the fixed bound of the goal
 * @param {number|null} [row.peer] what the usual solution reached in the same run
 * @param {number|null} row.ratio the number that the goal compares
 * @param {string} row.unit unit of ours, limit and peer
 * @param {boolean} row.isMet
 */
export function printRow({ goal, ours, limit = null, peer = null, ratio, unit, isMet }) {
  console.log(JSON.stringify({ goal, ours, limit, peer, ratio, unit, isMet }));
}

/** The value in the middle: what is taken of several interleaved rounds. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The value that `share` (0.99) of all values do not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}
