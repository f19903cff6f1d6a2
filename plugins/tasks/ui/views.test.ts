// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { barOf, ganttMondays, monthAfter, weeksBetween } from './calendar';
import { filtersFrom, listQuery } from './filters';
import type { FourCounters, TaskCard } from './model';
import { daysOf, monthsOf } from './plans';
import { endOfMonth, figureOf, periodOf, rowFilter, type TaskReport } from './report';

const card = (createdAt: string, dueOn: string | null) => ({ createdAt, dueOn }) as TaskCard;

describe('the month', () => {
  it('is made of whole weeks', () => {
    const weeks = weeksBetween('2026-02-23', '2026-04-05');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([
      '2026-02-23',
      '2026-02-24',
      '2026-02-25',
      '2026-02-26',
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
  });
  it('goes over the turn of the year both ways', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(endOfMonth('2028-02')).toBe('2028-02-29');
    expect(endOfMonth('2026-12')).toBe('2026-12-31');
  });
});

describe('bars', () => {
  const mondays = ganttMondays('2026-03-04');
  it('reach from the day given to the deadline, both included', () => {
    expect(mondays[0]).toBe('2026-03-02');
    const bar = barOf(card('2026-03-02T03:00:00Z', '2026-03-08'), mondays);
    expect(bar).toEqual({ left: 0, width: 12.5, beginsBefore: false, endsAfter: false });
  });
  it('begin on the day it was in Viet Nam: six in the morning there is still yesterday in UTC', () => {
    expect(barOf(card('2026-03-02T23:00:00Z', '2026-03-08'), mondays)?.left).toBeCloseTo(100 / 56);
  });
  it('are cut where the weeks end', () => {
    const bar = barOf(card('2026-01-01T03:00:00Z', '2026-12-31'), mondays);
    expect(bar).toEqual({ left: 0, width: 100, beginsBefore: true, endsAfter: true });
  });
  it('are missing without a deadline and outside the weeks', () => {
    expect(barOf(card('2026-03-02T03:00:00Z', null), mondays)).toBeNull();
    expect(barOf(card('2026-01-01T03:00:00Z', '2026-02-01'), mondays)).toBeNull();
    expect(barOf(card('2026-12-01T03:00:00Z', '2026-12-31'), mondays)).toBeNull();
  });
});

describe('the report', () => {
  const report = (by: TaskReport['by']): TaskReport => ({
    by,
    basis: 'current',
    from: '2026-01-15',
    until: '2026-03-10',
    total: {} as FourCounters,
    rows: [],
  });
  it('asks for whole months, quarters and years', () => {
    expect(periodOf('month', '2026-02-10')).toEqual({ givenFrom: '2026-02-01', givenUntil: '2026-02-28' });
    expect(periodOf('quarter', '2026-11-30')).toEqual({ givenFrom: '2026-10-01', givenUntil: '2026-12-31' });
    expect(periodOf('lastYear', '2026-11-30')).toEqual({ givenFrom: '2025-01-01', givenUntil: '2025-12-31' });
  });
  it('sums the counters as the working group of the Prime Minister did in 2017', () => {
    const counters = {
      doneOnTime: 14068,
      doneLate: 1983,
      inTerm: 5640,
      overdue: 223,
      noDeadlineOpen: 2,
      noDeadlineDone: 3,
    };
    const of = (figure: Parameters<typeof figureOf>[1]) => figureOf(counters as FourCounters, figure);
    expect([of('total'), of('done'), of('open')]).toEqual([21914, 16051, 5863]);
    expect([of('overdue'), of('noDeadline')]).toEqual([223, 5]);
  });
  it('leads from a figure to the tasks of its row within its period', () => {
    const period = { givenFrom: '2026-01-15', givenUntil: '2026-03-10' };
    expect(rowFilter(report('unit'), 'u')).toEqual({ ...period, unitId: 'u' });
    expect(rowFilter(report('field'), '')).toEqual({ ...period, field: '-' });
    expect(rowFilter(report('leader'), null)).toEqual(period);
    expect(rowFilter(report('period'), '2026-01')).toEqual({
      givenFrom: '2026-01-15',
      givenUntil: '2026-01-31',
    });
    expect(rowFilter(report('period'), '2026-03')).toEqual({
      givenFrom: '2026-03-01',
      givenUntil: '2026-03-10',
    });
  });
});

describe('views', () => {
  it('share their filters; the day they stand at is not asked of the server', () => {
    const filters = filtersFrom({ view: 'calendar', at: '2026-03-01', unitId: 'u' });
    expect(filters.view).toBe('calendar');
    expect(listQuery(filters)).toMatchObject({ unitId: 'u' });
    expect(Object.keys(listQuery(filters))).not.toContain('at');
  });
});

describe('rhythms', () => {
  it('offer the months and days they have', () => {
    expect([monthsOf('weekly'), monthsOf('quarterly'), monthsOf('yearly')]).toEqual([0, 3, 12]);
    expect([daysOf('weekly'), daysOf('monthly')]).toEqual([7, 31]);
  });
});
