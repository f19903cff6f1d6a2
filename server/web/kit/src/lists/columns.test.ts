// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Column } from '../types';
import { arranged, choicesOf, keysOf, moved } from './columns';

const all: Column[] = [
  { key: 'symbol', title: 'Ký hiệu' },
  { key: 'subject', title: 'Trích yếu', fixed: true },
  { key: 'dueOn', title: 'Hạn', hideBelow: 900 },
  { key: 'type', title: 'Loại', optional: true },
];
const keys = (columns: { key: string }[]) => columns.map((column) => column.key);

describe('the columns of a table', () => {
  it('are its own until the person chooses', () => {
    expect(keys(arranged(all, []))).toEqual(['symbol', 'subject', 'dueOn']);
    expect(arranged(all, [])[2]?.hideBelow).toBe(900);
  });
  it('are the chosen ones in the chosen order, at every width', () => {
    const shown = arranged(all, ['dueOn', 'type', 'subject']);
    expect(keys(shown)).toEqual(['dueOn', 'type', 'subject']);
    expect(shown[0]?.hideBelow).toBeUndefined();
  });
  it('keep the one that tells what a row is about, and forget what the table has no more', () => {
    expect(keys(arranged(all, ['dueOn', 'gone']))).toEqual(['subject', 'dueOn']);
  });
});

describe('the dialog of columns', () => {
  it('lists the shown ones first and then the others', () => {
    expect(choicesOf(all, ['type', 'subject']).map((one) => `${one.key} ${one.shown}`)).toEqual([
      'type true',
      'subject true',
      'symbol false',
      'dueOn false',
    ]);
  });
  it('keeps nothing when it says what the table shows anyway', () => {
    expect(keysOf(all, choicesOf(all, []))).toEqual([]);
    const swapped = moved(choicesOf(all, []), 0, 1);
    expect(keysOf(all, swapped)).toEqual(['subject', 'symbol', 'dueOn']);
  });
  it('never hides what cannot be hidden', () => {
    const choices = choicesOf(all, []).map((one) => ({ ...one, shown: one.key === 'dueOn' }));
    expect(keysOf(all, choices)).toEqual(['subject', 'dueOn']);
  });
});

describe('moving', () => {
  it('goes by one place and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});
