// SPDX-License-Identifier: Apache-2.0
/** The filters of the task pages. They live in the address, so that counters, bookmarks and the back button agree. */
import type { Query } from '@congvu/sdk';
import type { LocationQuery } from 'vue-router';
import type { FourCounters } from './model';

export type TaskView = 'board' | 'table' | 'week' | 'calendar' | 'gantt';

export interface Filters {
  view: TaskView;
  scope: string;
  q: string;
  timeliness: string;
  state: string;
  stage: string;
  open: string;
  kind: string;
  /** One unit, or several with commas between, as figures of the statistics ask for. */
  unitId: string;
  /** Without returned and cancelled tasks. */
  counted: string;
  handler: string;
  leader: string;
  field: string;
  origin: string;
  givenFrom: string;
  givenUntil: string;
  dueFrom: string;
  dueUntil: string;
  /** One of the person's own markers. */
  marker: string;
  /** The day the calendar and the Gantt view stand at; today when empty. */
  at: string;
}

export const noFilters: Filters = {
  view: 'board',
  scope: '',
  q: '',
  timeliness: '',
  state: '',
  stage: '',
  open: '',
  kind: '',
  unitId: '',
  counted: '',
  handler: '',
  leader: '',
  field: '',
  origin: '',
  givenFrom: '',
  givenUntil: '',
  dueFrom: '',
  dueUntil: '',
  marker: '',
  at: '',
};

const views: string[] = ['board', 'table', 'week', 'calendar', 'gantt'];

function textOf(value: LocationQuery[string] | undefined): string {
  const first = Array.isArray(value) ? value[0] : value;
  return first ?? '';
}

export function filtersFrom(query: LocationQuery): Filters {
  const filters: Filters = { ...noFilters };
  for (const name of Object.keys(noFilters) as (keyof Filters)[]) {
    const text = textOf(query[name]);
    if (name === 'view') filters.view = views.includes(text) ? (text as TaskView) : 'board';
    else filters[name] = text;
  }
  return filters;
}

/** The address query: everything that is not the default. */
export function addressOf(filters: Partial<Filters>): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(filters)) {
    if (value !== '' && value !== noFilters[name as keyof Filters]) query[name] = value;
  }
  return query;
}

/** The query of the REST list; the view is the page's own matter. */
export function listQuery(filters: Filters): Query {
  const query: Query = { ...filters };
  delete query.view;
  delete query.at;
  return query;
}

/** The address of a saved search: the day at which calendar and Gantt view stand is no part of it. */
export const searchAddress = (filters: Filters): Record<string, string> => addressOf({ ...filters, at: '' });

/** How many filters beside view, day and scope are set; shown on the filter button. */
export function activeCount(filters: Filters): number {
  return Object.keys(addressOf({ ...filters, view: 'board', at: '', scope: '' })).length;
}

/** Each counter and the filter that lists exactly the tasks it counts. */
export const counterFilters: { key: keyof FourCounters; timeliness: string; open?: string }[] = [
  { key: 'doneOnTime', timeliness: 'done_on_time' },
  { key: 'doneLate', timeliness: 'done_late' },
  { key: 'inTerm', timeliness: 'in_term' },
  { key: 'overdue', timeliness: 'overdue' },
];

/** The page behind a counter. */
export function counterLink(timeliness: string, extra: Partial<Filters> = {}) {
  return { path: '/tasks', query: addressOf({ view: 'table', timeliness, ...extra }) };
}
