// SPDX-License-Identifier: Apache-2.0
import type { Problem, Urgency } from '@congvu/sdk';
import type { AppendixValue, FieldValue, FieldValues, FormField, PersonValue } from './types';

/** Pure rules of the form's values: starting values, what is sent, what differs. */

/** Fields of the letterhead and the foot: filled in by the server, seldom changed. */
const letterhead = ['superiorAgency', 'agency', 'symbol', 'place', 'circulation', 'archive', 'contact'];
/** The urgency is chosen once, beside the deadline; the form prints it. */
const drawnElsewhere = ['urgency'];

export function contentFields(fields: FormField[]): FormField[] {
  return fields.filter((field) => !letterhead.includes(field.key) && !drawnElsewhere.includes(field.key));
}
export function letterheadFields(fields: FormField[]): FormField[] {
  return fields.filter((field) => letterhead.includes(field.key));
}

export function emptyPerson(): PersonValue {
  return { authority: [], position: '', name: '' };
}
function emptyValue(field: FormField): FieldValue {
  if (field.kind === 'list' || field.kind === 'appendices') return [];
  return field.kind === 'person' ? emptyPerson() : '';
}
function fits(field: FormField, value: FieldValue | undefined | null): value is FieldValue {
  if (value === undefined || value === null) return false;
  if (field.kind === 'list' || field.kind === 'appendices') return Array.isArray(value);
  if (field.kind === 'person') return typeof value === 'object' && !Array.isArray(value);
  return typeof value === 'string';
}

/** A value for every field of the form: the known one, the form's default, or an empty one of the right kind. */
export function startValues(fields: FormField[], known: FieldValues): FieldValues {
  return Object.fromEntries(
    fields.map((field) => {
      const value = [known[field.key], field.default].find((one) => fits(field, one));
      // Answers of the server are read-only proxies, which structuredClone refuses.
      const chosen = JSON.parse(JSON.stringify(value ?? emptyValue(field))) as FieldValue;
      const person = field.kind === 'person' ? { ...emptyPerson(), ...(chosen as PersonValue) } : chosen;
      return [field.key, person];
    }),
  );
}

/** The form's word for an urgency (Decree 30/2020, App. I). */
export function urgencyOption(urgency: Urgency): string {
  return { normal: '', urgent: 'khan', very_urgent: 'thuong-khan', flash: 'hoa-toc' }[urgency];
}

/** A line of a list, or an appendix, that holds nothing yet. */
function isBlank(item: string | AppendixValue): boolean {
  return (typeof item === 'string' ? item : item.title + item.text).trim() === '';
}

/** The values as they are sent: what is empty in lists left out, the urgency as the form says it if it prints one. */
export function sentValues(values: FieldValues, urgency: Urgency): FieldValues {
  const sent = Object.entries(values).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.filter((item: string | AppendixValue) => !isBlank(item)) : value,
  ]);
  const printed = 'urgency' in values ? { urgency: urgencyOption(urgency) } : {};
  return { ...Object.fromEntries(sent), ...printed };
}

/** One item a line; what is typed stays as it is, blank lines too. */
export function listText(items: string[]): string {
  return items.join('\n');
}
export function listItems(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** A value as text that people can compare. */
export function valueText(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    return listText(value.map((item) => (typeof item === 'string' ? item : `${item.title}\n${item.text}`)));
  }
  const lines = (value.authority ?? []).map((line) => `${line.prefix} ${line.of}`);
  return [...lines, value.position, value.name].filter((line) => line).join('\n');
}

export interface Change {
  key: string;
  before: string;
  after: string;
}

/** The fields whose values differ, in the form's order; fields the form no longer has come last. */
export function changesBetween(before: FieldValues, after: FieldValues, order: string[]): Change[] {
  const keys = [...order, ...Object.keys({ ...before, ...after }).filter((key) => !order.includes(key))];
  return keys
    .map((key) => ({ key, before: valueText(before[key]), after: valueText(after[key]) }))
    .filter((change) => change.before !== change.after);
}

export type Side = 'mine' | 'theirs';
export interface Conflict {
  key: string;
  mine: string;
  theirs: string;
  side: Side;
}

/**
 * Where my text and the other's differ, each with the side that was changed since the version I began
 * with; where both were changed, mine, because nothing typed may get lost unasked.
 */
export function conflictsOf(
  base: FieldValues,
  mine: FieldValues,
  theirs: FieldValues,
  order: string[],
): Conflict[] {
  return changesBetween(mine, theirs, order).map(({ key, before, after }) => ({
    key,
    mine: before,
    theirs: after,
    side: before === valueText(base[key]) ? 'theirs' : 'mine',
  }));
}

/** My values with the other's where that side was chosen. */
export function merged(mine: FieldValues, theirs: FieldValues, conflicts: Conflict[]): FieldValues {
  const taken = conflicts.filter((one) => one.side === 'theirs' && theirs[one.key] !== undefined);
  return { ...mine, ...Object.fromEntries(taken.map((one) => [one.key, theirs[one.key] as FieldValue])) };
}

const romanDigits: [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** 1 → "I": two and more appendices have Roman numbers (Decree 30/2020, App. I). */
export function romanNumber(number: number): string {
  const found = romanDigits.find(([value]) => number >= value);
  return found ? found[1] + romanNumber(number - found[0]) : '';
}

/** The first message about the field or about anything inside it ("/fields/addressees/2"). */
export function fieldMessage(problems: (Problem | null)[], key: string): string {
  const pointer = `/fields/${key}`;
  for (const problem of problems) {
    const found = problem?.errors.find(
      (error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`),
    );
    if (!found) continue;
    const line = new RegExp(`^${pointer}/(\\d+)$`).exec(found.pointer);
    return line ? `${Number(line[1]) + 1}: ${found.message}` : found.message;
  }
  return '';
}
