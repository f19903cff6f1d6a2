// SPDX-License-Identifier: Apache-2.0
/** Shapes of /api/v1/tasks. */
import type { Urgency } from '@congvu/sdk';
import type { Tone } from '@congvu/ui';

export type TaskKind = 'lead' | 'coop' | 'subtask';
export type TaskState =
  | 'assigned'
  | 'in_progress'
  | 'submitted'
  | 'done'
  | 'returned'
  | 'suspended'
  | 'cancelled';
export type TaskStage = 'new' | 'doing' | 'review' | 'done' | 'cancelled';
export type Timeliness =
  | 'none'
  | 'no_deadline'
  | 'in_term'
  | 'due_soon'
  | 'overdue'
  | 'done_on_time'
  | 'done_late';
export type TaskAct =
  | 'accept'
  | 'return'
  | 'reassign'
  | 'assign'
  | 'report'
  | 'ask-extension'
  | 'decide-extension'
  | 'submit'
  | 'accept-result'
  | 'send-back'
  | 'suspend'
  | 'resume'
  | 'cancel'
  | 'urge'
  | 'edit'
  | 'add-subtask';

export type TaskOrigin = 'direction' | 'plan' | 'periodic' | 'external' | 'hand';
export const taskOrigins: TaskOrigin[] = ['direction', 'plan', 'periodic', 'external', 'hand'];

export interface PostView {
  postId: string;
  name: string;
  title: string;
  initials: string;
}

export interface TaskCard {
  id: string;
  kind: TaskKind;
  title: string;
  urgency: Urgency;
  state: TaskState;
  stage: TaskStage;
  timeliness: Timeliness;
  percent: number;
  unit: { id: string; name: string };
  lead: PostView | null;
  handlers: PostView[];
  assignerPostId: string;
  assignerName: string;
  leader: PostView | null;
  field: string;
  origin: TaskOrigin;
  dueOn: string | null;
  originalDueOn: string | null;
  judgedOn: string | null;
  source: { plugin: string; type: string; id: string; symbol: string; issuer: string; link: string } | null;
  externalCode: string | null;
  parentId: string | null;
  hasPendingExtension: boolean;
  extensionCount: number;
  urgeCount: number;
  acts: TaskAct[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface RelatedTask {
  id: string;
  kind: TaskKind;
  title: string;
  unitName: string;
  leadName: string;
  state: TaskState;
  timeliness: Timeliness;
  percent: number;
  dueOn: string | null;
  mayOpen: boolean;
}

export interface ReportFile {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
}

export interface Report {
  id: string;
  kind: 'progress' | 'result';
  percent: number;
  note: string;
  personName: string;
  postTitle: string;
  reportedAt: string;
  files: ReportFile[];
}

export interface Extension {
  id: string;
  number: number;
  oldDueOn: string;
  newDueOn: string;
  reason: string;
  state: 'pending' | 'granted' | 'refused' | 'lapsed';
  requestedByName: string;
  requestedAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
  decisionNote: string;
  grantedDueOn: string | null;
}

export interface Urging {
  id: string;
  urgedAt: string;
  /** Empty when a rule urged. */
  personName: string;
  note: string;
  /** By rule: working days after the deadline, negative before it. */
  daysAfterDue: number | null;
}

export interface TreeNode {
  task: RelatedTask;
  depth: number;
  parentId: string | null;
  below: number;
  doneBelow: number;
  percentFromBelow: number | null;
}

export interface TaskTree {
  nodes: TreeNode[];
  isCut: boolean;
}

export interface Choices {
  fields: string[];
  leaders: PostView[];
}

export interface TransferResult {
  isDryRun: boolean;
  moved: number;
  kept: number;
  hasMore: boolean;
  rows: { taskId: string; title: string; unitName: string; dueOn: string | null; obstacle: string }[];
}

export interface TimelineEntry {
  id: string;
  at: string;
  actorName: string;
  postTitle: string;
  unitName: string;
  act: string;
  note: string;
  detail: Record<string, string | number | null>;
}

export interface TaskDetail {
  task: TaskCard;
  content: string;
  sourceDocument: {
    numberAndSymbol: string;
    issuerName: string;
    subject: string;
    documentDate: string | null;
    link: string;
  } | null;
  resultDocumentId: string | null;
  resultDocumentLabel: string;
  parent: RelatedTask | null;
  children: RelatedTask[];
  reports: Report[];
  extensions: Extension[];
  urgings: Urging[];
  timeline: TimelineEntry[];
  closedAt: string | null;
}

export interface BoardColumn {
  stage: TaskStage;
  count: number;
  items: TaskCard[];
  next: string | null;
}

export interface FourCounters {
  doneOnTime: number;
  doneLate: number;
  inTerm: number;
  overdue: number;
  dueSoon: number;
  noDeadlineOpen: number;
  noDeadlineDone: number;
  suspended: number;
}

export interface Counters {
  basis: 'current' | 'original';
  today: string;
  dueSoonUntil: string;
  mine: FourCounters;
  total: FourCounters;
  units: { unit: { id: string; name: string }; counters: FourCounters }[];
}

export const stateTone: Record<TaskState, Tone> = {
  assigned: 'blue',
  in_progress: 'amber',
  submitted: 'violet',
  done: 'green',
  returned: 'red',
  suspended: 'gray',
  cancelled: 'gray',
};

export const timelinessTone: Record<Timeliness, Tone> = {
  none: 'gray',
  no_deadline: 'gray',
  in_term: 'blue',
  due_soon: 'amber',
  overdue: 'red',
  done_on_time: 'green',
  done_late: 'red',
};

export const openStages: TaskStage[] = ['new', 'doing', 'review'];
export const boardStages: TaskStage[] = [...openStages, 'done'];

/** Who holds the task: the handlers, else whoever accepted it. */
export function holdersOf(task: TaskCard): PostView[] {
  if (task.handlers.length > 0) return task.handlers;
  return task.lead ? [task.lead] : [];
}
