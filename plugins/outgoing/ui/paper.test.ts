// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { editedItems, itemsByEnvelope, placesOf } from './paper';
import type { PaperItem, PaperList } from './types';

const item = (id: string, envelope: number, recipientName: string) =>
  ({
    id,
    envelope,
    recipientName,
    postalAddress: `${recipientName}, Suối Mẫu`,
    copies: 1,
    note: '',
  }) as PaperItem;
const items = [item('P1', 2, 'Sở Y tế'), item('P2', 1, 'Sở Nội vụ'), item('P3', 2, 'Sở Y tế')];

describe('a list of paper', () => {
  it('shows its envelopes by number, with all that lies in each', () => {
    const envelopes = itemsByEnvelope(items);
    expect(envelopes.map((one) => [one.number, one.recipientName, one.items.map(({ id }) => id)])).toEqual([
      [1, 'Sở Nội vụ', ['P2']],
      [2, 'Sở Y tế', ['P1', 'P3']],
    ]);
  });
  it('is kept with what stands on it; what was taken off is not sent', () => {
    const list = { id: 'L1', way: 'post', carrier: 'Bưu điện', note: '', version: 3 } as PaperList;
    const kept = editedItems(items).filter((one) => one.itemId !== 'P2');
    expect(placesOf(list, kept)).toEqual({
      way: 'post',
      carrier: 'Bưu điện',
      note: '',
      items: [
        { itemId: 'P1', envelope: 2, copies: 1, note: '' },
        { itemId: 'P3', envelope: 2, copies: 1, note: '' },
      ],
    });
  });
});
