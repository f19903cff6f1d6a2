// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, it } from 'vitest';
import {
  addDays,
  formatAgo,
  formatBytes,
  formatDate,
  formatDateTime,
  formatLongDate,
  formatMonth,
  formatTotal,
  today,
} from './format';
import { queryKeyOf } from './list';

beforeEach(() => {
  document.documentElement.lang = 'vi';
});

describe('dates', () => {
  it('are shown in Vietnamese time wherever the browser is', () => {
    expect(formatDateTime('2026-11-22T17:30:00.000Z')).toBe('00:30 23/11/2026');
    expect(formatDate('2026-11-22T17:30:00.000Z')).toBe('23/11/2026');
    expect(today(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
  });
  it('without a time are not moved by any time zone', () => {
    expect(formatDate('2026-01-01')).toBe('01/01/2026');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });
  it('are empty for nothing and for nonsense', () => {
    expect([formatDate(null), formatDate('soon'), formatDateTime(undefined)]).toEqual(['', '', '']);
  });
  it('name the weekday in the language of the page', () => {
    expect(formatLongDate('2026-11-23')).toBe('Thứ Hai, 23/11/2026');
    document.documentElement.lang = 'en';
    expect(formatLongDate('2026-11-23')).toBe('Monday, 23/11/2026');
  });
  it('become a distance for a week and a date after it', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(formatAgo('2026-11-22T11:59:40Z', now)).toBe('bây giờ');
    expect(formatAgo('2026-11-22T11:55:00Z', now)).toBe('5 phút trước');
    expect(formatAgo('2026-11-01T11:55:00Z', now)).toBe('01/11/2026');
  });
});

describe('months', () => {
  it('have a name that begins like a heading', () => {
    expect([formatMonth(1), formatMonth(12)]).toEqual(['Tháng 1', 'Tháng 12']);
  });
});

describe('numbers', () => {
  it('say when a list was not counted to its end', () => {
    expect([formatTotal(312), formatTotal(1001), formatTotal(null)]).toEqual(['312', '1.000+', '']);
  });
  it('shorten sizes of files', () => {
    expect([formatBytes(900), formatBytes(319_488), formatBytes(4_718_592)]).toEqual([
      '900 B',
      '312 KB',
      '4,5 MB',
    ]);
  });
});

describe('queryKeyOf', () => {
  it('turns the key of an event into the key of a query', () => {
    expect(queryKeyOf('incoming/documents/7')).toEqual(['incoming', 'documents', '7']);
  });
});
