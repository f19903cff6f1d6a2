// SPDX-License-Identifier: Apache-2.0
import type { Query } from '@congvu/sdk';
import type { Counters, DocumentState } from './types';

/** The tabs of the list: each asks the server one question. */
export type TabName = 'mine' | 'waiting' | 'number' | 'issue' | 'late' | 'issued' | 'all';

const needed: Record<TabName, string[]> = {
  mine: ['outgoing.draft'],
  waiting: ['outgoing.review', 'outgoing.check-form', 'outgoing.sign'],
  number: ['outgoing.issue'],
  issue: ['outgoing.issue'],
  late: ['outgoing.issue'],
  issued: ['outgoing.read'],
  all: ['outgoing.read'],
};
/** What a role looks at first stands first. */
const order: TabName[] = ['number', 'issue', 'late', 'waiting', 'mine', 'issued', 'all'];

export function tabsFor(can: (permission: string) => boolean): TabName[] {
  return order.filter((name) => needed[name].some(can));
}

const states: Partial<Record<TabName, DocumentState[]>> = {
  number: ['signed'],
  issue: ['numbered', 'sealed'],
  issued: ['issued', 'recalling', 'recalled'],
};

export function queryOf(name: TabName): Query {
  if (name === 'mine') return { mine: true };
  if (name === 'waiting') return { waiting: true };
  if (name === 'late') return { late: true };
  return { state: states[name]?.join(',') };
}

/** How many documents stand behind a tab; 0 where it is not counted. */
export function countOf(name: TabName, counters: Counters | undefined): number {
  if (!counters) return 0;
  if (name === 'mine') return counters.mine;
  if (name === 'waiting') return counters.waiting;
  if (name === 'late') return counters.late;
  const wanted = states[name] ?? [];
  return counters.items
    .filter((one) => wanted.includes(one.state))
    .reduce((sum, one) => sum + one.documents, 0);
}
