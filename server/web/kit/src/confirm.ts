// SPDX-License-Identifier: Apache-2.0
import { shallowRef } from 'vue';

export interface ConfirmOptions {
  title: string;
  text?: string;
  confirmLabel?: string;
  cancelLabel?: string;
  /** "danger" for what cannot be taken back. */
  tone?: 'primary' | 'danger';
}

export interface PendingConfirm extends ConfirmOptions {
  answer: (agreed: boolean) => void;
}

/** The question on the screen now; VConfirmHost (in the shell) shows it. */
export const pendingConfirm = shallowRef<PendingConfirm | null>(null);

/** Asks the user; resolves to true if he agrees. A new question answers the old one with "no". */
export function confirm(options: ConfirmOptions): Promise<boolean> {
  pendingConfirm.value?.answer(false);
  return new Promise((resolve) => {
    const question: PendingConfirm = {
      ...options,
      answer: (agreed) => {
        if (pendingConfirm.value === question) pendingConfirm.value = null;
        resolve(agreed);
      },
    };
    pendingConfirm.value = question;
  });
}
