// SPDX-License-Identifier: Apache-2.0
/** Words that every plugin shows alike: urgency and due state, with their tones. */
import type { DueState, Urgency } from '@congvu/sdk';
import type { Tone } from './types';

/** Tone of VTag; the text is `t('kit.urgency.' + urgency)`. "normal" is usually not shown. */
export const urgencyTone: Record<Urgency, Tone> = {
  normal: 'gray',
  urgent: 'red',
  very_urgent: 'red',
  flash: 'red',
};

/** Tone of VTag; the text is `t('kit.due.' + state)`. */
export const dueTone: Record<DueState, Tone> = {
  none: 'gray',
  in_term: 'blue',
  soon: 'amber',
  overdue: 'red',
};
