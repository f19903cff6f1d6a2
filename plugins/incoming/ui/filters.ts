// SPDX-License-Identifier: Apache-2.0
/** The list's tab, filters and sort order, and the query they make. */
import { filtersIn, type Query } from '@congvu/sdk';
import type { Sort, TabItem } from '@congvu/ui';
import type { Counters } from './types';

export type Tab = 'all' | 'waiting' | 'in_work' | 'overdue' | 'done' | 'arrived';

export interface Filters {
  text: string;
  issuer: string;
  type: string;
  urgency: string;
  register: string;
  /** A group of senders; "-" for issuers without one. */
  category: string;
  /** Cancelled registrations are left out, as the report by source counts. */
  kept: string;
  arrivedFrom: string | null;
  arrivedTo: string | null;
  dueTo: string | null;
  /** Units that handle the document, with commas between; "-" for none. This and what follows are asked for by figures. */
  unit: string;
  channel: string;
  entry: string;
  signature: string;
  reached: string;
  /** One of the person's own markers. */
  marker: string;
  /** The column that the list is sorted by, with "-" before it when the last comes first. */
  sort: string;
}

/** The filters that only figures of the statistics ask for, each with its chip and no field in the dialog. */
export const figureFilters = ['channel', 'entry', 'signature', 'reached'] as const;

export function noFilters(): Filters {
  return {
    text: '',
    issuer: '',
    type: '',
    urgency: '',
    register: '',
    category: '',
    kept: '',
    arrivedFrom: null,
    arrivedTo: null,
    dueTo: null,
    unit: '',
    channel: '',
    entry: '',
    signature: '',
    reached: '',
    marker: '',
    sort: '',
  };
}

/** Filters that an address asks for: the figures of a report link to the documents that they count. */
export const filtersOf = (query: Record<string, string>): Filters => filtersIn(query, noFilters());

export function sortOf({ sort }: Filters): Sort | null {
  if (sort === '') return null;
  return sort.startsWith('-') ? { key: sort.slice(1), descending: true } : { key: sort, descending: false };
}
export const sortText = (sort: Sort | null): string =>
  sort ? `${sort.descending ? '-' : ''}${sort.key}` : '';

const sortNames: Record<string, string> = { arrivalNumber: 'arrival', documentDate: 'date', dueOn: 'due' };

export function listQuery(tab: Tab, filters: Filters, sort: Sort | null): Query {
  const name = sort ? sortNames[sort.key] : undefined;
  return {
    tab: tab === 'all' || tab === 'arrived' ? undefined : tab,
    q: filters.text.trim(),
    issuer: filters.issuer.trim(),
    type: filters.type,
    urgency: filters.urgency,
    register: filters.register,
    category: filters.category,
    kept: filters.kept,
    arrivedFrom: filters.arrivedFrom,
    arrivedTo: filters.arrivedTo,
    dueTo: filters.dueTo,
    unit: filters.unit,
    channel: filters.channel,
    entry: filters.entry,
    signature: filters.signature,
    reached: filters.reached,
    marker: filters.marker,
    sort: name ? (sort?.descending ? `-${name}` : name) : undefined,
  };
}

/** Filters that stand in the row itself, or in the head of the table. */
const besideTheDialog = ['text', 'marker', 'sort'];

/** How many filters of the dialog are set; the number on its button. */
export function filterCount(filters: Filters): number {
  return Object.entries(filters).filter(
    ([key, value]) => !besideTheDialog.includes(key) && value !== '' && value !== null,
  ).length;
}

/** Nothing of the dialog; what stands beside it stays. */
export const withoutDialog = ({ text, marker, sort }: Filters): Filters => ({
  ...noFilters(),
  text,
  marker,
  sort,
});

const shownUpTo = 1000;
const shown = (value: number | undefined) =>
  value === undefined ? undefined : value > shownUpTo ? `${shownUpTo}+` : value;

export function tabItems(
  counters: Counters | undefined,
  mayRegister: boolean,
  t: (key: string) => string,
): TabItem[] {
  const tabs: TabItem[] = [
    { value: 'all', label: t('incoming.tabs.all'), count: counters?.all },
    { value: 'waiting', label: t('incoming.tabs.waiting'), count: counters?.waiting, tone: 'blue' },
    { value: 'in_work', label: t('incoming.tabs.in_work'), count: counters?.inWork, tone: 'amber' },
    { value: 'overdue', label: t('incoming.tabs.overdue'), count: shown(counters?.overdue), tone: 'red' },
    { value: 'done', label: t('incoming.tabs.done'), count: counters?.done },
  ];
  if (mayRegister)
    tabs.push({
      value: 'arrived',
      label: t('incoming.tabs.arrived'),
      count: counters?.arrived,
      tone: 'violet',
    });
  return tabs;
}
