// SPDX-License-Identifier: Apache-2.0
import { reactive } from 'vue';
import type { Tone } from './types';

export interface ToastOptions {
  text?: string;
  tone?: Tone;
  icon?: string;
  /** How long it stays, in milliseconds; 0 keeps it until it is closed. */
  duration?: number;
  action?: { label: string; run: () => void };
}

export interface ToastMessage extends ToastOptions {
  id: number;
  title: string;
}

export const toasts = reactive<ToastMessage[]>([]);
const mostAtOnce = 4;
let lastId = 0;

const defaultIcons: Partial<Record<Tone, string>> = {
  green: 'circle-check',
  red: 'circle-alert',
  amber: 'triangle-alert',
};

/** Shows a short message in the corner. Errors stay until they are closed, others for six seconds. */
export function toast(title: string, options: ToastOptions = {}): number {
  const id = ++lastId;
  const tone = options.tone ?? 'green';
  toasts.push({ ...options, id, title, tone, icon: options.icon ?? defaultIcons[tone] ?? 'info' });
  if (toasts.length > mostAtOnce) toasts.splice(0, toasts.length - mostAtOnce);
  const duration = options.duration ?? (tone === 'red' ? 0 : 6000);
  if (duration > 0) setTimeout(() => closeToast(id), duration);
  return id;
}

export function closeToast(id: number): void {
  const index = toasts.findIndex((message) => message.id === id);
  if (index >= 0) toasts.splice(index, 1);
}
