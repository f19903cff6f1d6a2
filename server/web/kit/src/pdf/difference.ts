// SPDX-License-Identifier: Apache-2.0

/** A drawn page: four bytes a pixel, as ImageData has them. */
export interface PagePicture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A part of a page where two pictures differ, in parts of the page's width and height (0 to 1). */
export interface DifferenceBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

const tile = 8;
/** Of 255; smoothed edges of the same letter differ by less. */
const contrast = 60;
const fewestPixels = 4;
/** Marks that are so many tiles apart are one. */
const reach = 3;
const mostBoxes = 60;
const wholePage: DifferenceBox = { x: 0, y: 0, width: 1, height: 1 };

function brightness(picture: PagePicture, x: number, y: number): number {
  if (x >= picture.width || y >= picture.height) return 255;
  const at = (y * picture.width + x) * 4;
  const { data } = picture;
  return ((data[at] ?? 255) * 3 + (data[at + 1] ?? 255) * 6 + (data[at + 2] ?? 255)) / 10;
}

interface Mask {
  columns: number;
  rows: number;
  marked: Uint8Array;
}

function maskOf(before: PagePicture, after: PagePicture): Mask {
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const counts = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (Math.abs(brightness(before, x, y) - brightness(after, x, y)) < contrast) continue;
      const at = Math.floor(y / tile) * columns + Math.floor(x / tile);
      counts[at] = Math.min(255, (counts[at] ?? 0) + 1);
    }
  }
  return { columns, rows, marked: counts.map((count) => (count >= fewestPixels ? 1 : 0)) };
}

/** The marked tiles that hang together with this one, as the corners of their box; they are unmarked. */
function takeGroup({ columns, rows, marked }: Mask, start: number) {
  const box = { left: columns, top: rows, right: 0, bottom: 0 };
  const waiting = [start];
  marked[start] = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const column = at % columns;
    const row = Math.floor(at / columns);
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column + 1);
    box.top = Math.min(box.top, row);
    box.bottom = Math.max(box.bottom, row + 1);
    for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y += 1) {
      for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x += 1) {
        const next = y * columns + x;
        if (!marked[next]) continue;
        marked[next] = 0;
        waiting.push(next);
      }
    }
  }
  return box;
}

/**
 * Where two pictures of the same page differ, from top to bottom. A page that only one side has differs
 * as a whole; so does one with more marks than anybody would look at.
 */
export function differencesOf(before: PagePicture | null, after: PagePicture | null): DifferenceBox[] {
  if (!before || !after) return before || after ? [wholePage] : [];
  const mask = maskOf(before, after);
  const boxes: DifferenceBox[] = [];
  for (let at = mask.marked.indexOf(1); at !== -1; at = mask.marked.indexOf(1, at)) {
    const { left, top, right, bottom } = takeGroup(mask, at);
    boxes.push({
      x: left / mask.columns,
      y: top / mask.rows,
      width: (right - left) / mask.columns,
      height: (bottom - top) / mask.rows,
    });
    if (boxes.length > mostBoxes) return [wholePage];
  }
  return boxes;
}
