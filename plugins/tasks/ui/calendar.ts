// SPDX-License-Identifier: Apache-2.0
/** Days of the month view and weeks of the Gantt view. Days are "YYYY-MM-DD". */
import { addDays, today } from '@congvu/sdk';
import type { TaskCard } from './model';
import { mondayOf } from './weeks';

export interface CalendarDay {
  day: string;
  count: number;
  open: number;
  items: TaskCard[];
}

export interface CalendarMonth {
  from: string;
  until: string;
  days: CalendarDay[];
}

/** All days from the first to the last, in weeks of seven. */
export function weeksBetween(from: string, until: string): string[][] {
  const weeks: string[][] = [];
  for (let monday = from; monday <= until; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  }
  return weeks;
}

/** "YYYY-MM" so many months later. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const total = year * 12 + number - 1 + months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}

export const ganttWeeks = 8;

/** The Mondays the Gantt view shows, from the week of `day` on. */
export function ganttMondays(day: string): string[] {
  const first = mondayOf(day);
  return Array.from({ length: ganttWeeks }, (_, index) => addDays(first, index * 7));
}

function daysFrom(first: string, day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);
}

export interface Bar {
  /** Of the width that is shown, in per cent. */
  left: number;
  width: number;
  beginsBefore: boolean;
  endsAfter: boolean;
}

/** The bar of a task from the day it was given to its deadline; null when it has none or lies outside. */
export function barOf(task: TaskCard, mondays: string[]): Bar | null {
  const first = mondays[0];
  if (!first || !task.dueOn) return null;
  const days = mondays.length * 7;
  const given = daysFrom(first, today(new Date(task.createdAt)));
  const due = daysFrom(first, task.dueOn);
  const start = Math.max(Math.min(given, due), 0);
  const end = Math.min(due, days - 1);
  if (end < 0 || start >= days || end < start) return null;
  return {
    left: (start / days) * 100,
    width: ((end - start + 1) / days) * 100,
    beginsBefore: given < 0,
    endsAfter: due >= days,
  };
}
