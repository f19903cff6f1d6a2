// SPDX-License-Identifier: Apache-2.0
/** A rectangle on a page in PDF user space: points (1/72 inch), origin at the lower left, unrotated. */
export interface PdfRect {
  /** First page is 1. */
  page: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Where something was read from, to be shown over the page. */
export interface PdfHighlight extends PdfRect {
  id: string;
  label?: string;
  tone?: 'blue' | 'green' | 'amber' | 'red' | 'violet';
  active?: boolean;
}

/** A box over the shown page in CSS pixels, origin at the upper left. */
export interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The two conversions of a pdf.js viewport; they know zoom, rotation and crop box. */
export interface Viewport {
  width: number;
  height: number;
  scale: number;
  convertToPdfPoint(x: number, y: number): number[];
  convertToViewportPoint(x: number, y: number): number[];
}

const toHundredths = (value: number) => Math.round(value * 100) / 100;

export function boxToPdf(viewport: Viewport, page: number, box: PixelBox): PdfRect {
  const [ax = 0, ay = 0] = viewport.convertToPdfPoint(box.x, box.y);
  const [bx = 0, by = 0] = viewport.convertToPdfPoint(box.x + box.width, box.y + box.height);
  return {
    page,
    x1: toHundredths(Math.min(ax, bx)),
    y1: toHundredths(Math.min(ay, by)),
    x2: toHundredths(Math.max(ax, bx)),
    y2: toHundredths(Math.max(ay, by)),
  };
}

export function pdfToBox(viewport: Viewport, rect: PdfRect): PixelBox {
  const [ax = 0, ay = 0] = viewport.convertToViewportPoint(rect.x1, rect.y1);
  const [bx = 0, by = 0] = viewport.convertToViewportPoint(rect.x2, rect.y2);
  return { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(bx - ax), height: Math.abs(by - ay) };
}

/** Keeps a box at least `minimum` large and wholly on the page. */
export function clampBox(
  viewport: Viewport,
  box: PixelBox,
  minimum: { width: number; height: number },
): PixelBox {
  const width = Math.min(viewport.width, Math.max(minimum.width * viewport.scale, box.width));
  const height = Math.min(viewport.height, Math.max(minimum.height * viewport.scale, box.height));
  return {
    width,
    height,
    x: Math.max(0, Math.min(viewport.width - width, box.x)),
    y: Math.max(0, Math.min(viewport.height - height, box.y)),
  };
}

/** Points to millimetres, for people. */
export const pointsToMillimetres = (points: number) => (points * 25.4) / 72;
