// SPDX-License-Identifier: Apache-2.0
import type { Tone } from '@congvu/ui';
import type { VerificationReport } from './types';

/** How a verdict over a document looks. */
export const verdictTones: Record<VerificationReport['verdict'], Tone> = {
  valid: 'green',
  indeterminate: 'amber',
  invalid: 'red',
  unsigned: 'gray',
  unreadable: 'red',
};

export const verdictIcons: Record<VerificationReport['verdict'], string> = {
  valid: 'shield-check',
  indeterminate: 'circle-alert',
  invalid: 'circle-alert',
  unsigned: 'file-text',
  unreadable: 'circle-alert',
};
