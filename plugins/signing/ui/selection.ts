// SPDX-License-Identifier: Apache-2.0
import type { DeskRequest, KeyOwner } from './types';

/** The state of the box that ticks everything. */
export type Mark = boolean | 'indeterminate';

export const ofKind = (requests: DeskRequest[], kind: KeyOwner): DeskRequest[] =>
  requests.filter((request) => request.signer === kind);

/** The selection after a request was ticked or unticked; ticking one of another kind starts anew, for one act has one key. */
export function toggled(selected: ReadonlySet<string>, request: DeskRequest, kind: KeyOwner): Set<string> {
  const next = request.signer === kind ? new Set(selected) : new Set<string>();
  if (!next.delete(request.id)) next.add(request.id);
  return next;
}

export function markOfAll(selected: ReadonlySet<string>, sameKind: DeskRequest[]): Mark {
  if (selected.size === 0) return false;
  return selected.size === sameKind.length ? true : 'indeterminate';
}

/** The ticked requests, or the one that is shown when none is ticked. */
export const batchOf = (
  requests: DeskRequest[],
  selected: ReadonlySet<string>,
  currentId: string,
): DeskRequest[] =>
  requests.filter((request) => (selected.size ? selected.has(request.id) : request.id === currentId));

/** The message of a result's code: "signing.error.notAPdf" → "signing.code.error-notAPdf". */
export const codeMessage = (code: string): string =>
  `signing.code.${code.replace(/^signing\./, '').replaceAll('.', '-')}`;
