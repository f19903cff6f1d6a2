// SPDX-License-Identifier: Apache-2.0
/** Which columns of a table are shown, and in what order. */
import type { Column } from '../types';

/** A column in the dialog that chooses them. */
export interface ColumnChoice {
  key: string;
  title: string;
  shown: boolean;
  /** Always shown: without it nobody would know what a row is about. */
  fixed: boolean;
}

const isDefault = (column: Column) => !column.optional;

/**
 * The columns that a table shows. `chosen` are keys in the order that the person wants, empty for the table's own choice; keys that the table
 * does not have (any more) are left out, and columns that cannot be hidden come first where they are missing. A chosen column stays
 * in a narrow table too: it scrolls sideways.
 */
export function arranged(all: Column[], chosen: string[]): Column[] {
  if (chosen.length === 0) return all.filter(isDefault);
  const known = new Map(all.map((column) => [column.key, column]));
  const wanted = chosen.flatMap((key) => known.get(key) ?? []);
  const missing = all.filter((column) => column.fixed && !chosen.includes(column.key));
  return [...missing, ...wanted].map((column) => ({ ...column, hideBelow: undefined }));
}

/** Every column for the dialog: those shown first, in their order. */
export function choicesOf(all: Column[], chosen: string[]): ColumnChoice[] {
  const shown = arranged(all, chosen);
  const hidden = all.filter((column) => !shown.some((one) => one.key === column.key));
  const choice = (isShown: boolean) => (column: Column) => ({
    key: column.key,
    title: column.title,
    shown: isShown,
    fixed: column.fixed ?? false,
  });
  return [...shown.map(choice(true)), ...hidden.map(choice(false))];
}

/** What is kept of the dialog: nothing when it says what the table shows by itself. */
export function keysOf(all: Column[], choices: ColumnChoice[]): string[] {
  const keys = choices.filter((choice) => choice.shown || choice.fixed).map((choice) => choice.key);
  const own = all.filter(isDefault).map((column) => column.key);
  return keys.join() === own.join() ? [] : keys;
}

/** The list with one element moved by so many places; unchanged at its ends. */
export function moved<T>(list: T[], index: number, by: number): T[] {
  const target = index + by;
  const element = list[index];
  if (element === undefined || target < 0 || target >= list.length) return list;
  const next = list.filter((_element, at) => at !== index);
  next.splice(target, 0, element);
  return next;
}
