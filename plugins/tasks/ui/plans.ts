// SPDX-License-Identifier: Apache-2.0
/** Shapes of /api/v1/tasks/plans and /series. */
import type { DirectoryEntry, Urgency } from '@congvu/sdk';
import type { Tone } from '@congvu/ui';
import type { PostView, TaskState } from './model';

export type PlanState = 'draft' | 'running' | 'closed';
export const planTone: Record<PlanState, Tone> = { draft: 'gray', running: 'blue', closed: 'green' };

export interface Plan {
  id: string;
  unit: { id: string; name: string };
  year: number;
  title: string;
  symbol: string;
  state: PlanState;
  createdByName: string;
  items: number;
  done: number;
  percent: number;
  mayManage: boolean;
  version: number;
}

export interface PlanItem {
  id: string;
  content: string;
  product: string;
  field: string;
  unit: { id: string; name: string };
  post: PostView | null;
  leader: PostView | null;
  dueOn: string | null;
  percent: number;
  note: string;
  taskId: string | null;
  taskState: TaskState | null;
  mayOpenTask: boolean;
  evidence: { fileId: string; name: string; sizeBytes: number; addedByName: string; addedAt: string }[];
  mayReport: boolean;
  version: number;
}

export interface PlanDetail {
  plan: Plan;
  items: PlanItem[];
}

export interface PlanTasks {
  made: number;
  rows: { itemId: string; taskId: string; obstacle: string }[];
}

export type Rhythm = 'weekly' | 'monthly' | 'quarterly' | 'yearly';
export const rhythms: Rhythm[] = ['weekly', 'monthly', 'quarterly', 'yearly'];
export const workingDayRules = ['before', 'after', 'keep'] as const;

export interface Series {
  id: string;
  title: string;
  content: string;
  urgency: Urgency;
  field: string;
  unit: { id: string; name: string };
  post: PostView | null;
  assignerName: string;
  rhythm: Rhythm;
  day: number;
  month: number;
  workingDay: (typeof workingDayRules)[number];
  noticeDays: number;
  startsOn: string;
  endsOn: string | null;
  isActive: boolean;
  nextDueOn: string | null;
  problem: string;
  occurrences: { dueOn: string; taskId: string | null; mayOpenTask: boolean }[];
  mayManage: boolean;
  version: number;
}

/** How many months a turn of the rhythm lets one choose from; 0 where there is none to choose. */
export function monthsOf(rhythm: Rhythm): number {
  if (rhythm === 'quarterly') return 3;
  return rhythm === 'yearly' ? 12 : 0;
}

export function daysOf(rhythm: Rhythm): number {
  return rhythm === 'weekly' ? 7 : 31;
}

/** What a picker chose, as the API names it. */
export function targetOf(entry: DirectoryEntry | null) {
  return {
    unitId: entry?.kind === 'unit' ? entry.id : null,
    postId: entry?.kind === 'post' ? entry.id : null,
  };
}

/** The choice of a picker from what the API named. */
export function entryOf(unit: { id: string; name: string }, post: PostView | null): DirectoryEntry {
  const rest = { unitId: unit.id, agencyId: '' };
  return post
    ? {
        kind: 'post',
        id: post.postId,
        name: post.name,
        subtitle: post.title,
        initials: post.initials,
        ...rest,
      }
    : { kind: 'unit', id: unit.id, name: unit.name, subtitle: '', initials: '', ...rest };
}
