// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import en from './en.json';
import { amountOf, type Report, type Source, sharesOf, unitRows, workingDays } from './model';
import { addressOf, daysOf, labelOf, moved, periodFrom, quarterOf } from './period';
import vi from './vi.json';

const figure = (value: string, amount: number) => ({
  value,
  name: '',
  amount,
  link: amount ? `/x?${value}` : '',
});
function source(id: Source['id'], part: Partial<Source> = {}): Source {
  return {
    id,
    pendingDays: 0,
    total: figure('', 0),
    measures: [],
    times: [],
    units: [],
    course: [],
    ...part,
  };
}
const report = (sources: Source[]): Report => ({
  from: '2026-03-01',
  until: '2026-03-31',
  grain: 'day',
  unitId: 'a',
  unitName: 'A',
  includesBelow: false,
  register: '',
  registerName: '',
  officeHours: '07:30-11:30, 13:30-17:00',
  minutesPerDay: 450,
  sources,
});

describe('a period', () => {
  it('is the month, quarter or year of a day, last day included', () => {
    expect(daysOf('month', '2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOf('quarter', '2026-12-31')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(daysOf('year', '2026-06-15')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(quarterOf('2026-04-01')).toBe(2);
  });
  it('moves by its own length, over the end of a year', () => {
    expect(moved('month', '2026-01-31', -1)).toBe('2025-12-01');
    expect(moved('month', '2026-12-01', 1)).toBe('2027-01-01');
    expect(moved('quarter', '2026-02-01', -1)).toBe('2025-10-01');
    expect(moved('year', '2026-02-01', 1)).toBe('2027-01-01');
  });
  it('stands in the address and is read from it', () => {
    const now = '2026-03-02';
    expect(periodFrom({}, now)).toEqual({ kind: 'month', days: { from: '2026-03-01', to: '2026-03-31' } });
    for (const query of [
      {},
      { from: '2026-01-01' },
      { period: 'quarter' },
      { period: 'year', from: '2025-01-01' },
      { period: 'range', from: '2026-01-15', to: '2026-02-14' },
    ])
      expect(addressOf(periodFrom(query, now), now)).toEqual(query);
    expect(periodFrom({ period: 'decade', from: 'x' }, now).kind).toBe('month');
    expect(periodFrom({ period: 'range', from: '2026-05-01' }, now).days.to).toBe('2026-05-01');
  });
  it('has short labels', () => {
    expect(labelOf('2026-03')).toBe('03/2026');
    expect(labelOf('2026-03-05')).toBe('05/03');
  });
});

describe('shares', () => {
  const incoming = source('incoming', {
    measures: [
      { id: 'channel', total: 4, figures: [figure('electronic', 3), figure('paper', 1)] },
      { id: 'entry', total: 0, figures: [figure('on_time', 0), figure('late', 0)] },
    ],
  });
  it('are parts of what they are parts of, and lead to the part', () => {
    const received = sharesOf(report([incoming])).find((one) => one.key === 'received');
    expect(received?.share).toEqual({ part: 3, whole: 4, link: '/x?electronic' });
    expect(sharesOf(report([incoming])).find((one) => one.key === 'entry')?.share.whole).toBe(0);
  });
  it('are shown of sources that are there', () => {
    expect(sharesOf(report([incoming])).map((one) => one.key)).toEqual(['received', 'entry']);
    expect(sharesOf(report([]))).toEqual([]);
    expect(amountOf(undefined, 'channel', 'paper').amount).toBe(0);
  });
});

describe('the table of units', () => {
  const unit = (unitId: string, name: string, amount: number) => ({
    unitId,
    name,
    mayOpen: true,
    amount,
    onTime: 0,
    late: 0,
    link: '',
  });
  it('has every unit once, and what no unit has at the end', () => {
    const rows = unitRows([
      source('incoming', { units: [unit('', '', 4), unit('b', 'Phòng Văn hoá', 1)] }),
      source('tasks', { units: [unit('a', 'Phòng Kinh tế', 2), unit('b', 'Phòng Văn hoá', 3)] }),
    ]);
    expect(rows.map((row) => row.unitId)).toEqual(['a', 'b', '']);
    expect(rows[1]?.bySource.tasks?.amount).toBe(3);
    expect(rows[0]?.bySource.incoming).toBeUndefined();
  });
});

describe('working hours', () => {
  it('are working days of the office', () => {
    expect(workingDays(7.5, 450)).toBe(1);
    expect(workingDays(12.5, 450)).toBe(1.7);
    expect(workingDays(3, 0)).toBe(0);
  });
});

describe('texts', () => {
  const keysOf = (value: object, prefix = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' && inner !== null ? keysOf(inner, `${prefix}${key}.`) : [`${prefix}${key}`],
    );
  it('have the same keys in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(vi).sort());
  });
});
