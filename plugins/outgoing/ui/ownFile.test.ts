// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  appendixNumber,
  completed,
  dateModeOf,
  fieldsBesideFile,
  neededFields,
  placedAt,
  rectOf,
  sortedFindings,
  startPlace,
} from './ownFile';
import type { FieldPlace, FormField, OwnFileView } from './types';

const place = (field: string): FieldPlace => ({ ...startPlace(field, 3), x: 7 });
const view = { pages: 3, printedYear: 2026 } as OwnFileView;

describe('the places of an own file', () => {
  it('are number, blanks of the date and signature, with the year only where it is not printed', () => {
    expect(neededFields('parts', 2026)).toEqual([
      'SoKyHieu',
      'NgayBanHanhNgay',
      'NgayBanHanhThang',
      'NguoiKy',
    ]);
    expect(neededFields('parts', 0)).toContain('NgayBanHanhNam');
    expect(neededFields('line', 0)).toEqual(['SoKyHieu', 'NgayBanHanh', 'NguoiKy']);
  });
  it('keep what was found and begin where the law has the rest', () => {
    const places = completed([place('SoKyHieu')], 'parts', view);
    expect(places.map((one) => one.field)).toEqual(neededFields('parts', 2026));
    expect(places[0]?.x).toBe(7);
    expect(places.at(-1)?.page).toBe(3);
  });
  it('change between the whole line of the date and its blanks', () => {
    const line = completed([place('SoKyHieu'), place('NgayBanHanhNgay')], 'line', view);
    expect(dateModeOf(line)).toBe('line');
    expect(line.some((one) => one.field === 'NgayBanHanhNgay')).toBe(false);
  });
  it('survive the way to a rectangle and back', () => {
    const before = place('NguoiKy');
    expect(placedAt(before, rectOf(before))).toEqual(before);
  });
});

describe('what is asked beside an own file', () => {
  it('is what the register needs and the file does not say', () => {
    const field = (key: string) => ({ key, kind: 'text' }) as FormField;
    const keys = fieldsBesideFile([field('subject'), field('body'), field('recipients'), field('signer')]);
    expect(keys.map((one) => one.key)).toEqual(['subject', 'signer']);
  });
});

describe('findings', () => {
  it('that keep a draft back come first', () => {
    const codes = ['margin-left', 'date-place', 'font-family'].map((code) => ({ code, value: '', page: 0 }));
    expect(sortedFindings(codes)[0]?.code).toBe('date-place');
  });
});

describe('appendices in files of their own', () => {
  it('have Roman numbers when there are several', () => {
    expect(appendixNumber({ position: 1 }, 1)).toBe('');
    expect(appendixNumber({ position: 4 }, 5)).toBe('IV');
  });
});
