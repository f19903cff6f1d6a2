// SPDX-License-Identifier: Apache-2.0
/** Room around the marks of a chart, in pixels: the figures of the grid, and the names below. */
export const chartMargin = { left: 44, top: 10, bottom: 26 };

/** A round number at or above the largest value, and how far apart the grid lines stand. */
export function axisScale(values: number[], lines = 4): { top: number; step: number } {
  const largest = Math.max(1, ...values);
  const rough = largest / lines;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * magnitude >= rough) ?? 10;
  const step = Math.max(1, factor * magnitude);
  return { top: Math.ceil(largest / step) * step, step };
}

/** Start and length of each slice of a ring, as fractions of its circumference. */
export function ringParts(values: number[]): { start: number; length: number }[] {
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  let start = 0;
  return values.map((value) => {
    const length = total === 0 ? 0 : Math.max(0, value) / total;
    const part = { start, length };
    start += length;
    return part;
  });
}

/** Every how manieth of `count` labels is written, so that they do not run into each other. */
export function shownEvery(count: number, width: number, widthOfLabel: number): number {
  const room = Math.max(1, Math.floor(width / widthOfLabel));
  return Math.max(1, Math.ceil(count / room));
}
