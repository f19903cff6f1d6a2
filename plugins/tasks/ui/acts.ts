// SPDX-License-Identifier: Apache-2.0
/** What each act asks for and where it goes. */
import type { Tone } from '@congvu/ui';
import type { TaskAct } from './model';

export type ActField =
  | 'reason'
  | 'note'
  | 'requiredNote'
  | 'percent'
  | 'files'
  | 'dueOn'
  | 'requiredDueOn'
  | 'granted'
  | 'handlers'
  | 'target'
  | 'documentLabel'
  | 'endCooperation';

export interface ActForm {
  /** Below /tasks/{id}. */
  path: string;
  fields: ActField[];
  icon: string;
  danger?: boolean;
}

/** Acts with a form of their own (edit, add-subtask) are not here. */
export const actForms: Partial<Record<TaskAct, ActForm>> = {
  accept: { path: 'acceptance', fields: [], icon: 'check' },
  assign: { path: 'handlers', fields: ['handlers', 'note'], icon: 'user-plus' },
  return: { path: 'return', fields: ['reason'], icon: 'undo-2', danger: true },
  reassign: { path: 'reassignment', fields: ['target', 'dueOn', 'note'], icon: 'forward' },
  report: { path: 'reports', fields: ['percent', 'requiredNote', 'files'], icon: 'message-square-text' },
  'ask-extension': { path: 'extension-request', fields: ['requiredDueOn', 'reason'], icon: 'calendar-plus' },
  'decide-extension': {
    path: 'extension-decision',
    fields: ['granted', 'dueOn', 'note'],
    icon: 'calendar-check',
  },
  submit: { path: 'result', fields: ['requiredNote', 'documentLabel', 'files'], icon: 'send' },
  'accept-result': { path: 'result-acceptance', fields: ['note', 'endCooperation'], icon: 'circle-check' },
  'send-back': { path: 'send-back', fields: ['reason'], icon: 'corner-up-left' },
  suspend: { path: 'suspension', fields: ['reason'], icon: 'pause' },
  resume: { path: 'resumption', fields: ['dueOn', 'note'], icon: 'play' },
  cancel: { path: 'cancellation', fields: ['reason'], icon: 'ban', danger: true },
  urge: { path: 'urging', fields: ['note'], icon: 'bell-ring' },
};

/** Most telling first: the page shows the first ones as buttons and the rest in a menu. */
const importance: TaskAct[] = [
  'accept-result',
  'decide-extension',
  'accept',
  'submit',
  'assign',
  'reassign',
  'resume',
  'send-back',
  'report',
  'return',
  'urge',
  'ask-extension',
  'add-subtask',
  'edit',
  'suspend',
  'cancel',
];

export function byImportance(acts: TaskAct[]): TaskAct[] {
  return importance.filter((act) => acts.includes(act));
}

export function iconOf(act: TaskAct): string {
  if (act === 'edit') return 'pencil';
  return act === 'add-subtask' ? 'list-plus' : (actForms[act]?.icon ?? 'circle-dot');
}

export interface ActValues {
  reason: string;
  note: string;
  percent: string;
  dueOn: string | null;
  granted: string;
  handlerPostIds: string[];
  target: { kind: 'unit' | 'post'; id: string } | null;
  documentId: string | null;
  documentLabel: string;
  endCooperation: boolean;
}

export function emptyValues(): ActValues {
  return {
    reason: '',
    note: '',
    percent: '0',
    dueOn: null,
    granted: 'true',
    handlerPostIds: [],
    target: null,
    documentId: null,
    documentLabel: '',
    endCooperation: true,
  };
}

/** The request body of an act: only the members its form asks for. */
export function bodyOf(form: ActForm, values: ActValues): Record<string, unknown> {
  const members: Record<ActField, Record<string, unknown>> = {
    reason: { reason: values.reason },
    note: { note: values.note },
    requiredNote: { note: values.note },
    percent: { percent: Number.parseInt(values.percent, 10) || 0 },
    files: {},
    dueOn: { dueOn: values.dueOn },
    requiredDueOn: { dueOn: values.dueOn },
    granted: { granted: values.granted === 'true' },
    handlers: { handlerPostIds: values.handlerPostIds },
    target: {
      unitId: values.target?.kind === 'unit' ? values.target.id : null,
      postId: values.target?.kind === 'post' ? values.target.id : null,
    },
    documentLabel: { documentId: values.documentId, documentLabel: values.documentLabel },
    endCooperation: { endCooperation: values.endCooperation },
  };
  const body = Object.assign({}, ...form.fields.map((name) => members[name]));
  // A refusal keeps the old deadline; another date would say two things at once.
  if (form.fields.includes('granted') && values.granted !== 'true') delete body.dueOn;
  return body;
}

/** Colour and icon of a timeline entry. */
export function timelineLook(act: string): { icon: string; tone: Tone } {
  const name = act.replace('tasks.act.', '');
  const green = ['accept', 'accept-result', 'grant-extension', 'resume'];
  const red = ['return', 'cancel', 'refuse-extension', 'send-back'];
  const tone: Tone = green.includes(name) ? 'green' : red.includes(name) ? 'red' : 'blue';
  if (name === 'transfer') return { icon: 'forward', tone };
  if (name === 'create') return { icon: 'list-plus', tone };
  if (name === 'grant-extension' || name === 'refuse-extension') return { icon: 'calendar-check', tone };
  return { icon: iconOf(name as TaskAct), tone };
}
