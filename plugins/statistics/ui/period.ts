// SPDX-License-Identifier: Apache-2.0
/** Periods that people ask for: a month, a quarter, a year, or any days. Days are "YYYY-MM-DD". */
import { addDays, today } from '@congvu/sdk';

export type PeriodKind = 'month' | 'quarter' | 'year' | 'range';
export const periodKinds: PeriodKind[] = ['month', 'quarter', 'year', 'range'];

export interface Days {
  from: string;
  to: string;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const yearOf = (day: string) => Number(day.slice(0, 4));
const monthOf = (day: string) => Number(day.slice(5, 7));
/** The first day of a month counted from January of that year; 13 is January of the next one. */
function firstOf(year: number, month: number): string {
  const months = year * 12 + month - 1;
  return `${Math.floor(months / 12)}-${twoDigits((months % 12) + 1)}-01`;
}

/** How many months a period of that kind lasts. */
const lengths: Record<Exclude<PeriodKind, 'range'>, number> = { month: 1, quarter: 3, year: 12 };

/** The first day of the period of that kind in which a day lies. */
function startOf(kind: Exclude<PeriodKind, 'range'>, day: string): string {
  const length = lengths[kind];
  return firstOf(yearOf(day), Math.floor((monthOf(day) - 1) / length) * length + 1);
}

/** The days of the period in which `day` lies, both included. */
export function daysOf(kind: Exclude<PeriodKind, 'range'>, day: string): Days {
  const from = startOf(kind, day);
  return { from, to: addDays(firstOf(yearOf(from), monthOf(from) + lengths[kind]), -1) };
}

/** The first day of the period so many periods later, or earlier. */
export function moved(kind: Exclude<PeriodKind, 'range'>, day: string, periods: number): string {
  const from = startOf(kind, day);
  return firstOf(yearOf(from), monthOf(from) + lengths[kind] * periods);
}

/** What the address says of the period; the month of today where it says nothing of use. */
export interface PeriodAsked {
  kind: PeriodKind;
  days: Days;
}
const dayPattern = /^\d{4}-\d\d-\d\d$/;

export function periodFrom(query: Record<string, unknown>, now = today()): PeriodAsked {
  const kind = periodKinds.find((one) => one === query.period) ?? 'month';
  const day = (value: unknown) => (typeof value === 'string' && dayPattern.test(value) ? value : null);
  if (kind !== 'range') return { kind, days: daysOf(kind, day(query.from) ?? now) };
  const month = daysOf('month', now);
  const from = day(query.from) ?? month.from;
  const isAhead = from > now;
  return { kind, days: { from, to: day(query.to) ?? (isAhead ? from : now) } };
}

/** What is put into the address for a period; the month of today needs nothing. */
export function addressOf(asked: PeriodAsked, now = today()): Record<string, string> {
  if (asked.kind === 'range') return { period: 'range', from: asked.days.from, to: asked.days.to };
  const isNow = asked.days.from === daysOf(asked.kind, now).from;
  return {
    ...(asked.kind === 'month' ? {} : { period: asked.kind }),
    ...(isNow ? {} : { from: asked.days.from }),
  };
}

/** "T3/2026" for a month, "05/03" for a day: labels of a course. */
export function labelOf(period: string): string {
  const [year = '', month = '', day] = period.split('-');
  return day === undefined ? `${month}/${year}` : `${day}/${month}`;
}

/** The number of the quarter, 1 to 4. */
export const quarterOf = (day: string) => Math.floor((monthOf(day) - 1) / 3) + 1;
