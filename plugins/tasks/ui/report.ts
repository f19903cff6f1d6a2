// SPDX-License-Identifier: Apache-2.0
/** The four-counter report: its shape, its periods, and the list behind each figure. */
import { addDays, today } from '@congvu/sdk';
import type { Filters } from './filters';
import type { FourCounters } from './model';

export type ReportGroup = 'unit' | 'leader' | 'field' | 'origin' | 'period';
export const reportGroups: ReportGroup[] = ['unit', 'leader', 'field', 'origin', 'period'];

export interface TaskReport {
  by: ReportGroup;
  basis: 'current' | 'original';
  from: string;
  until: string;
  total: FourCounters;
  rows: { key: string; label: string; counters: FourCounters }[];
}

/** What a column of the report shows: a counter, or a sum of some. */
export type ReportFigure =
  | 'total'
  | 'done'
  | 'doneOnTime'
  | 'doneLate'
  | 'open'
  | 'inTerm'
  | 'overdue'
  | 'noDeadline'
  | 'suspended';

export function figureOf(counters: FourCounters, figure: ReportFigure): number {
  const done = counters.doneOnTime + counters.doneLate;
  const open = counters.inTerm + counters.overdue;
  const noDeadline = counters.noDeadlineOpen + counters.noDeadlineDone;
  const sums = { done, open, noDeadline, total: done + open };
  return figure in sums ? sums[figure as keyof typeof sums] : counters[figure as keyof FourCounters];
}

/** A row by its name: month and origin from their key, the rest as the server names it. */
export function nameOfRow(
  t: (key: string) => string,
  by: ReportGroup,
  row: TaskReport['rows'][number],
): string {
  if (by === 'origin') return t(`tasks.origin.${row.key}`);
  if (by === 'period') return `${row.key.slice(5)}/${row.key.slice(0, 4)}`;
  return row.label || t('tasks.report.without');
}

/** The last day of a month "YYYY-MM". */
export function endOfMonth(month: string): string {
  const [year, number] = month.split('-').map(Number);
  const next =
    number === 12 ? `${(year ?? 0) + 1}-01-01` : `${year}-${String((number ?? 0) + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
}

/** Periods people ask for; from and until, the last day included. */
export function periodOf(name: string, day = today()): { givenFrom: string; givenUntil: string } {
  const year = day.slice(0, 4);
  if (name === 'month')
    return { givenFrom: `${day.slice(0, 7)}-01`, givenUntil: endOfMonth(day.slice(0, 7)) };
  if (name === 'quarter') {
    const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
    const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
    return { givenFrom: `${month(first)}-01`, givenUntil: endOfMonth(month(first + 2)) };
  }
  if (name === 'lastYear') {
    const last = String(Number(year) - 1);
    return { givenFrom: `${last}-01-01`, givenUntil: `${last}-12-31` };
  }
  return { givenFrom: `${year}-01-01`, givenUntil: `${year}-12-31` };
}

/** The filter that lists the tasks of a row; those of the whole report for null. */
export function rowFilter(report: TaskReport, key: string | null): Partial<Filters> {
  const period = { givenFrom: report.from, givenUntil: report.until };
  if (key === null) return period;
  switch (report.by) {
    case 'unit':
      return { ...period, unitId: key };
    case 'leader':
      return { ...period, leader: key };
    case 'field':
      return { ...period, field: key || '-' };
    case 'origin':
      return { ...period, origin: key };
    case 'period':
      return {
        givenFrom: [`${key}-01`, report.from].sort()[1],
        givenUntil: [endOfMonth(key), report.until].sort()[0],
      };
  }
}
