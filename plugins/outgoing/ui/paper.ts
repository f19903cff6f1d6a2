// SPDX-License-Identifier: Apache-2.0
import type { PaperItem, PaperList } from './types';

/** Pure rules of a list of paper. */

/** What may be changed of an item while its list is not handed over. */
export interface EditedItem {
  itemId: string;
  envelope: number;
  copies: number;
  note: string;
}
export interface Envelope {
  number: number;
  recipientName: string;
  postalAddress: string;
  items: PaperItem[];
}

export function editedItems(items: PaperItem[]): EditedItem[] {
  return items.map(({ id, envelope, copies, note }) => ({ itemId: id, envelope, copies, note }));
}

/** The request that keeps a list; what is not among the items goes back to those that wait. */
export function placesOf(list: PaperList, items: EditedItem[]) {
  return { way: list.way, carrier: list.carrier, note: list.note, items };
}

/** Items in their envelopes, by number. */
export function itemsByEnvelope(items: PaperItem[]): Envelope[] {
  const envelopes = new Map<number, Envelope>();
  for (const item of items) {
    const found = envelopes.get(item.envelope);
    if (found) {
      found.items.push(item);
      continue;
    }
    envelopes.set(item.envelope, {
      number: item.envelope,
      recipientName: item.recipientName,
      postalAddress: item.postalAddress,
      items: [item],
    });
  }
  return [...envelopes.values()].sort((one, other) => one.number - other.number);
}
