// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { axisScale, ringParts, shownEvery } from './chart';
import { diffWords } from './diff';
import { foldText } from './fold';
import { boxToPdf, clampBox, pdfToBox } from './pdf/coords';

describe('foldText', () => {
  it('makes marks, case and đ equal', () => {
    expect(foldText('  Đề Nghị ')).toBe('de nghi');
    expect(foldText('Đề nghị'.normalize('NFD'))).toBe(foldText('đề nghị'));
  });
});

describe('diffWords', () => {
  it('gives back both texts from its parts', () => {
    const before = 'Kính gửi: Sở Nội vụ,\nSở Tài chính';
    const after = 'Kính gửi: Sở Tài chính và Văn phòng';
    const parts = diffWords(before, after);
    const text = (dropped: string) =>
      parts
        .filter((part) => part.kind !== dropped)
        .map((part) => part.text)
        .join('');
    expect(text('added')).toBe(before);
    expect(text('removed')).toBe(after);
  });
  it('shows neighbouring changed words as one change', () => {
    expect(diffWords('gửi Sở Nội vụ', 'gửi Sở Tài chính').map((part) => part.text)).toEqual([
      'gửi Sở ',
      'Nội vụ',
      'Tài chính',
    ]);
  });
  it('finds no difference between two spellings of the same letters', () => {
    expect(diffWords('nghị', 'nghị'.normalize('NFD')).every((part) => part.kind === 'same')).toBe(true);
  });
  it('stays bounded on very long texts', () => {
    const long = (word: string) =>
      Array.from({ length: 6000 }, (_unused, index) => `${word}${index}`).join(' ');
    expect(diffWords(long('a'), long('b')).length).toBeGreaterThan(0);
  });
});

describe('axisScale', () => {
  it('ends above the largest value on a round step', () => {
    expect(axisScale([12, 501, 268])).toEqual({ top: 600, step: 200 });
    expect(axisScale([])).toEqual({ top: 1, step: 1 });
  });
});

describe('shownEvery', () => {
  it('leaves out labels when there is no room for all', () => {
    expect(shownEvery(12, 700, 60)).toBe(2);
    expect(shownEvery(31, 700, 60)).toBe(3);
    expect(shownEvery(3, 700, 60)).toBe(1);
    expect(shownEvery(3, 10, 60)).toBe(3);
  });
});

describe('ringParts', () => {
  it('fills the ring exactly, and nothing when all is zero', () => {
    expect(ringParts([1, 3]).reduce((sum, part) => sum + part.length, 0)).toBe(1);
    expect(ringParts([0, 0]).every((part) => part.length === 0)).toBe(true);
  });
});

describe('signature coordinates', () => {
  const scale = 1.5;
  const upright = {
    width: 595 * scale,
    height: 842 * scale,
    scale,
    convertToPdfPoint: (x: number, y: number) => [x / scale, 842 - y / scale],
    convertToViewportPoint: (x: number, y: number) => [x * scale, (842 - y) * scale],
  };
  const turned = {
    width: 842 * scale,
    height: 595 * scale,
    scale,
    convertToPdfPoint: (x: number, y: number) => [y / scale, x / scale],
    convertToViewportPoint: (x: number, y: number) => [y * scale, x * scale],
  };

  it.each([upright, turned])('survive the way to pixels and back', (viewport) => {
    const rect = { page: 2, x1: 352, y1: 196, x2: 512, y2: 254 };
    expect(boxToPdf(viewport, 2, pdfToBox(viewport, rect))).toEqual(rect);
  });
  it('never leave the page and never become too small', () => {
    const box = clampBox(upright, { x: -50, y: 99_999, width: 1, height: 1 }, { width: 60, height: 24 });
    expect(box).toEqual({ x: 0, y: upright.height - 36, width: 90, height: 36 });
  });
});
