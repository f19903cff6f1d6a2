// SPDX-License-Identifier: Apache-2.0
import type { Tone } from '@congvu/ui';
import type { Act, Delivery, DocumentState, TimelineEntry, Verdict } from './types';

export const stateTone: Record<DocumentState, Tone> = {
  registered: 'gray',
  submitted: 'blue',
  returned: 'red',
  directed: 'violet',
  transferred: 'cyan',
  in_work: 'amber',
  completed: 'green',
  cancelled: 'gray',
  recalled: 'gray',
};

export const verdictLook: Record<Verdict, { tone: Tone; icon: string }> = {
  valid: { tone: 'green', icon: 'shield-check' },
  indeterminate: { tone: 'amber', icon: 'shield-alert' },
  invalid: { tone: 'red', icon: 'shield-x' },
  unsigned: { tone: 'gray', icon: 'shield-off' },
  unreadable: { tone: 'red', icon: 'shield-x' },
  unknown: { tone: 'gray', icon: 'shield-question-mark' },
};

export const deliveryTone: Record<Delivery['state'], Tone> = {
  arrived: 'blue',
  refused: 'red',
  registered: 'green',
  recalled: 'gray',
};

export const actLook: Record<Act, { icon: string }> = {
  direct: { icon: 'pen-line' },
  return: { icon: 'corner-up-left' },
  withdraw: { icon: 'undo-2' },
  submit: { icon: 'send' },
  transfer: { icon: 'forward' },
  inform: { icon: 'eye' },
  close: { icon: 'circle-check' },
  cancel: { icon: 'ban' },
  correct: { icon: 'pencil' },
};

/** The order in which acts are worth a primary button; the rest goes into the menu. */
const mostWanted: Act[] = ['direct', 'submit', 'close'];

/** The one primary act of a document's page, if there is one. Closing is only suggested once the work is done. */
export function primaryAct(acts: Act[], state: DocumentState): Act | null {
  const wanted = mostWanted.find((act) => acts.includes(act)) ?? null;
  if (wanted === 'submit' && state === 'submitted') return null;
  if (wanted === 'close' && ['registered', 'submitted', 'transferred'].includes(state)) return null;
  return wanted;
}

interface ActLook {
  icon: string;
  tone: Tone;
}
const historyLook: Record<string, ActLook> = {
  uploaded: { icon: 'upload', tone: 'gray' },
  delivered: { icon: 'inbox', tone: 'blue' },
  registered: { icon: 'book-open-check', tone: 'green' },
  corrected: { icon: 'pencil', tone: 'gray' },
  submitted: { icon: 'send', tone: 'blue' },
  returned: { icon: 'corner-up-left', tone: 'red' },
  directed: { icon: 'message-square', tone: 'violet' },
  'direction-withdrawn': { icon: 'undo-2', tone: 'red' },
  transferred: { icon: 'forward', tone: 'cyan' },
  forwarded: { icon: 'forward', tone: 'cyan' },
  informed: { icon: 'eye', tone: 'gray' },
  'transfer-recalled': { icon: 'undo-2', tone: 'red' },
  'transfer-returned': { icon: 'corner-up-left', tone: 'red' },
  started: { icon: 'play', tone: 'amber' },
  resumed: { icon: 'rotate-ccw', tone: 'amber' },
  completed: { icon: 'circle-check', tone: 'green' },
  cancelled: { icon: 'ban', tone: 'red' },
  refused: { icon: 'circle-x', tone: 'red' },
  'recall-asked': { icon: 'undo-2', tone: 'amber' },
  recalled: { icon: 'undo-2', tone: 'gray' },
  'recall-refused': { icon: 'circle-x', tone: 'red' },
  'corrected-by': { icon: 'file-plus', tone: 'amber' },
  'amended-by': { icon: 'file-plus', tone: 'amber' },
  'replaced-by': { icon: 'file-plus', tone: 'amber' },
  'signatures-rechecked': { icon: 'shield-check', tone: 'blue' },
};

/** "incoming.act.registered" → "registered". */
export function actName(entry: TimelineEntry): string {
  return entry.act.replace(/^incoming\.act\./, '');
}
export function historyLookOf(entry: TimelineEntry): ActLook {
  return historyLook[actName(entry)] ?? { icon: 'circle-dot', tone: 'gray' };
}
