// SPDX-License-Identifier: Apache-2.0
import type { RouteLocationRaw } from 'vue-router';

export type Tone = 'gray' | 'blue' | 'green' | 'amber' | 'red' | 'violet' | 'cyan';

/** A choice in VSelect, VCombobox, VRadio, VSegmented. */
export interface Option {
  value: string;
  label: string;
  subtitle?: string;
  icon?: string;
  disabled?: boolean;
}

export interface TabItem {
  value: string;
  label: string;
  count?: number | string;
  tone?: Tone;
  icon?: string;
}

export interface MenuItem {
  label?: string;
  icon?: string;
  tone?: 'danger';
  disabled?: boolean;
  /** Draws a line instead of an entry. */
  separator?: boolean;
  /** A check mark before the label, for choices inside a menu. */
  checked?: boolean;
  shortcut?: string;
  to?: RouteLocationRaw;
  onSelect?: () => void;
}

export interface Column {
  key: string;
  title: string;
  /** CSS width, for example "120px" or "30%". */
  width?: string;
  sortable?: boolean;
  align?: 'right' | 'center';
  /** Tabular figures: numbers, dates. */
  numeric?: boolean;
  /** Not shown while the table is narrower than this many pixels. */
  hideBelow?: number;
  /** Not shown unless the person chooses it. */
  optional?: boolean;
  /** Cannot be hidden: it tells what a row is about. */
  fixed?: boolean;
}

export interface Sort {
  key: string;
  descending: boolean;
}

export interface TimelineItem {
  id: string;
  title: string;
  text?: string;
  /** An instant (RFC 3339). */
  at?: string;
  icon?: string;
  tone?: Tone;
}

export interface TreeNode {
  id: string;
  label: string;
  icon?: string;
  children?: TreeNode[];
}

export interface Step {
  value: string;
  label: string;
  description?: string;
}

export interface Series {
  name: string;
  values: number[];
}

export interface Slice {
  name: string;
  value: number;
}

export interface DetailItem {
  key: string;
  label: string;
  value?: string | number | null;
  numeric?: boolean;
}

export interface UploadItem<T = unknown> {
  id: string;
  file: File;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** From 0 to 1. */
  progress: number;
  error?: string;
  /** What the upload function resolved to. */
  result?: T;
}

export type UploadFunction<T = unknown> = (
  file: File,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
) => Promise<T>;

export interface SummaryError {
  message: string;
  /** Id of the control to go to. */
  fieldId?: string;
  /** JSON pointer; the control is found by `data-pointer` or `name`. */
  pointer?: string;
}

export interface CommandItem {
  id: string;
  label: string;
  subtitle?: string;
  icon?: string;
  hint?: string;
  run: () => void;
}

export interface CommandGroup {
  id: string;
  label: string;
  items: CommandItem[];
}
