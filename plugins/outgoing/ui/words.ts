// SPDX-License-Identifier: Apache-2.0
import type { Tone } from '@congvu/ui';
import type {
  Act,
  Carriage,
  DocumentState,
  MailState,
  PaperState,
  Recipient,
  ReviewStep,
  Standing,
} from './types';

/** Tones and icons of what stands in words in vi.json and en.json. */
export const stateTone: Record<DocumentState | 'returned', Tone> = {
  draft: 'gray',
  returned: 'red',
  in_review: 'amber',
  to_sign: 'violet',
  signed: 'blue',
  numbered: 'blue',
  sealed: 'cyan',
  issued: 'green',
  recalling: 'amber',
  recalled: 'gray',
  cancelled: 'gray',
};

/** A draft that came back is told apart from a new one. */
export function stateWord(state: DocumentState, isReturned: boolean): DocumentState | 'returned' {
  return state === 'draft' && isReturned ? 'returned' : state;
}

const statusTones: Record<string, Tone> = {
  '00': 'gray',
  sent: 'blue',
  '01': 'blue',
  '02': 'red',
  '03': 'cyan',
  '04': 'amber',
  '05': 'amber',
  '06': 'green',
  '13': 'amber',
  '15': 'gray',
  '16': 'red',
  queued: 'amber',
  failed: 'red',
  uncertain: 'red',
  received: 'green',
};

export interface StatusTag {
  /** Key below outgoing.status. */
  word: string;
  tone: Tone;
}

/** Key below outgoing.status for a status of the exchange. */
export const statusWord = (status: string): string => (status in statusTones ? status : 'unknown');

/** What a recipient has said: the status of the delivery and, when a recall was asked, the answer to it. */
export function statusTags(recipient: Pick<Recipient, 'status' | 'recall'>): StatusTag[] {
  const words = recipient.recall ? [recipient.recall, recipient.status] : [recipient.status];
  return words.map((word) =>
    word in statusTones
      ? { word, tone: statusTones[word] as Tone }
      : { word: 'unknown', tone: 'gray' as const },
  );
}

export const carriageLook: Record<Carriage, { icon: string }> = {
  electronic: { icon: 'network' },
  email: { icon: 'mail' },
  paper: { icon: 'mailbox' },
};

export const standingTone: Record<Standing, Tone> = { open: 'green', future: 'blue', closed: 'gray' };

export const mailTone: Record<MailState, Tone> = {
  queued: 'amber',
  sending: 'blue',
  sent: 'green',
  failed: 'red',
  dropped: 'gray',
};
export const paperTone: Record<PaperState, Tone> = {
  waiting: 'amber',
  listed: 'blue',
  handed: 'green',
  returned: 'red',
  dropped: 'gray',
};

export const stepLook: Record<ReviewStep['state'], { icon: string; tone: Tone }> = {
  waiting: { icon: 'clock', tone: 'gray' },
  current: { icon: 'circle-dot', tone: 'amber' },
  passed: { icon: 'check', tone: 'green' },
  returned: { icon: 'undo-2', tone: 'red' },
};

export const actLook: Record<Act, { icon: string }> = {
  submit: { icon: 'send' },
  pass: { icon: 'check' },
  sign: { icon: 'pen-line' },
  'take-signature': { icon: 'user-check' },
  number: { icon: 'hash' },
  seal: { icon: 'stamp' },
  issue: { icon: 'send' },
  dispatch: { icon: 'route' },
  edit: { icon: 'pencil' },
  return: { icon: 'undo-2' },
  withdraw: { icon: 'rotate-ccw' },
  recall: { icon: 'undo-2' },
  'cancel-number': { icon: 'ban' },
  cancel: { icon: 'trash-2' },
};

const forward: Act[] = ['submit', 'pass', 'sign', 'take-signature', 'number', 'seal', 'issue'];

/** The one act that moves the document on, and all others in the order the server offers them. */
export function splitActs(acts: Act[]): { primary: Act | null; others: Act[] } {
  const primary = acts.find((act) => forward.includes(act)) ?? null;
  return { primary, others: acts.filter((act) => act !== primary) };
}

const timelineLooks: Record<string, { icon: string; tone: Tone }> = {
  drafted: { icon: 'file-plus', tone: 'gray' },
  edited: { icon: 'pencil', tone: 'gray' },
  attached: { icon: 'paperclip', tone: 'gray' },
  detached: { icon: 'paperclip', tone: 'gray' },
  'appendix-described': { icon: 'paperclip', tone: 'gray' },
  'appendix-sealed': { icon: 'stamp', tone: 'violet' },
  'own-file-put': { icon: 'file-up', tone: 'gray' },
  'own-file-removed': { icon: 'file-text', tone: 'gray' },
  'own-file-placed': { icon: 'map-pin', tone: 'gray' },
  'own-file-again': { icon: 'refresh-cw', tone: 'gray' },
  submitted: { icon: 'send', tone: 'blue' },
  passed: { icon: 'check', tone: 'green' },
  returned: { icon: 'undo-2', tone: 'red' },
  withdrawn: { icon: 'rotate-ccw', tone: 'amber' },
  signed: { icon: 'pen-line', tone: 'violet' },
  'signature-taken': { icon: 'user-check', tone: 'violet' },
  numbered: { icon: 'hash', tone: 'blue' },
  'number-cancelled': { icon: 'ban', tone: 'red' },
  'seal-asked': { icon: 'stamp', tone: 'blue' },
  sealed: { icon: 'stamp', tone: 'violet' },
  issued: { icon: 'send', tone: 'green' },
  addressed: { icon: 'route', tone: 'blue' },
  'mail-failed': { icon: 'mail-x', tone: 'red' },
  'mail-retried': { icon: 'rotate-ccw', tone: 'amber' },
  received: { icon: 'mail-check', tone: 'green' },
  'receipt-entered': { icon: 'mail-check', tone: 'green' },
  'recall-answer-entered': { icon: 'pencil', tone: 'gray' },
  'handed-over': { icon: 'mailbox', tone: 'green' },
  'came-back': { icon: 'corner-up-left', tone: 'red' },
  'sent-again': { icon: 'rotate-ccw', tone: 'amber' },
  'recall-requested': { icon: 'undo-2', tone: 'amber' },
  refused: { icon: 'circle-alert', tone: 'red' },
  'recall-agreed': { icon: 'check', tone: 'green' },
  'recall-refused': { icon: 'circle-alert', tone: 'red' },
  cancelled: { icon: 'trash-2', tone: 'gray' },
  'corrects-it': { icon: 'file-plus', tone: 'amber' },
  'amends-it': { icon: 'file-plus', tone: 'amber' },
  'replaces-it': { icon: 'file-plus', tone: 'amber' },
};

/**
 * "outgoing.passed", "signing.signed" → the word after the plugin's name and how it looks; acts of other
 * plugins on the document look plain.
 */
export function timelineLook(act: string): { word: string; icon: string; tone: Tone } {
  const word = act.replace(/^(?:outgoing|signing)\./, '');
  const look = timelineLooks[word];
  return look ? { word, ...look } : { word: 'other', icon: 'circle-dot', tone: 'gray' };
}
