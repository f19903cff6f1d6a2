// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { differencesOf, type PagePicture } from './difference';

const [width, height] = [400, 560];
interface Ink {
  x: number;
  y: number;
  width: number;
  height: number;
  level?: number;
}
function page(...inks: Ink[]): PagePicture {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const ink of inks) {
    for (let y = ink.y; y < ink.y + ink.height; y += 1) {
      const from = (y * width + ink.x) * 4;
      data.fill(ink.level ?? 0, from, from + ink.width * 4);
    }
  }
  return { width, height, data };
}
const word = (x: number, y: number): Ink => ({ x, y, width: 40, height: 12 });

describe('differences of two pages', () => {
  it('are none between two equal pictures', () => {
    expect(differencesOf(page(word(40, 40)), page(word(40, 40)))).toEqual([]);
  });
  it('surround what was added, from top to bottom', () => {
    const boxes = differencesOf(page(word(40, 40)), page(word(40, 40), word(40, 200), word(240, 400)));
    expect(boxes).toHaveLength(2);
    const [first, second] = boxes;
    expect((first?.y ?? 1) * height).toBeLessThanOrEqual(200);
    expect(((first?.y ?? 0) + (first?.height ?? 0)) * height).toBeGreaterThanOrEqual(212);
    expect(second?.y).toBeGreaterThan(first?.y ?? 1);
  });
  it('join what stands close together', () => {
    expect(differencesOf(page(), page(word(40, 40), word(90, 40)))).toHaveLength(1);
  });
  it('are not seen in smoothed edges and single pixels', () => {
    expect(differencesOf(page(), page({ ...word(40, 40), level: 220 }))).toEqual([]);
    expect(differencesOf(page(), page({ x: 40, y: 40, width: 1, height: 2 }))).toEqual([]);
  });
  it('are the whole page where one side has none, and where everything differs', () => {
    const whole = [{ x: 0, y: 0, width: 1, height: 1 }];
    expect(differencesOf(null, page())).toEqual(whole);
    expect(differencesOf(page(), null)).toEqual(whole);
    expect(differencesOf(null, null)).toEqual([]);
    expect(differencesOf(page(), page({ x: 0, y: 0, width, height }))).toEqual(whole);
  });
  it('count what stands beyond the edge of a smaller page', () => {
    const small: PagePicture = { width, height: 280, data: new Uint8ClampedArray(width * 280 * 4).fill(255) };
    expect(differencesOf(small, page(word(40, 400)))).toHaveLength(1);
  });
});
