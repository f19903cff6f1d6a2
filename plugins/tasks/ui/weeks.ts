// SPDX-License-Identifier: Apache-2.0
import { addDays } from '@congvu/sdk';
import type { TaskCard } from './model';

/** Tasks whose deadline lies in one week. `monday` is "" for those without a deadline, "overdue" for late ones. */
export interface Week {
  monday: string;
  tasks: TaskCard[];
}

/** The Monday of the week a day lies in. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** Open tasks by week: late ones first, then week after week, those without a deadline last. */
export function groupByWeek(tasks: TaskCard[]): Week[] {
  const weeks = new Map<string, TaskCard[]>();
  for (const task of tasks) {
    const key = task.timeliness === 'overdue' ? 'overdue' : task.dueOn ? mondayOf(task.dueOn) : '';
    weeks.set(key, [...(weeks.get(key) ?? []), task]);
  }
  const place = (monday: string) => (monday === 'overdue' ? '0' : monday === '' ? '9' : `1${monday}`);
  return [...weeks]
    .map(([monday, entries]) => ({ monday, tasks: entries }))
    .sort((a, b) => place(a.monday).localeCompare(place(b.monday)));
}
