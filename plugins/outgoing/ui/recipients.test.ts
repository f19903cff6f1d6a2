// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  type ChosenRecipient,
  chosenAgency,
  chosenOption,
  chosenRecipient,
  followRecipients,
  mergedOptions,
  sentRecipient,
  withRecipients,
} from './recipients';
import type { Recipient, RecipientOption } from './types';

const option = (rest: Partial<RecipientOption>): RecipientOption => ({
  agencyId: null,
  contactId: 'C1',
  name: 'Huyện ủy Suối Mẫu',
  organId: '',
  groupName: '',
  email: 'huyenuy@example.com',
  postalAddress: '',
  carriages: ['email', 'paper'],
  carriage: null,
  copies: 1,
  standing: 'open',
  validFrom: null,
  validUntil: null,
  successorId: null,
  successorName: '',
  ...rest,
});
const agency = (id: string, name: string) => ({ id, name, organId: 'H99.02', place: '', parentId: null });
const paper = (copies: number): ChosenRecipient => ({
  ...chosenOption(option({})),
  carriage: 'paper',
  copies,
});

describe('a chosen recipient', () => {
  it('is reached the best way there is unless the last document went another', () => {
    expect(chosenOption(option({})).carriage).toBe('email');
    expect(chosenOption(option({ carriage: 'paper' })).carriage).toBe('paper');
  });
  it('is not reached by a way it has no longer', () => {
    expect(chosenOption(option({ carriage: 'email', carriages: ['paper'] })).carriage).toBe('paper');
  });
  it('stands in the list once, whether it comes from the address book or from the agencies', () => {
    const book = [
      option({ agencyId: 'A1', contactId: 'C7', carriages: ['electronic', 'paper'] }),
      option({}),
    ];
    const merged = mergedOptions(book, [agency('A1', 'Sở Nội vụ'), agency('A2', 'Sở Y tế')]);
    expect(merged.map((one) => one.agencyId ?? one.contactId)).toEqual(['A1', 'C1', 'A2']);
    expect(withRecipients(merged, merged)).toEqual(merged);
  });
  it('is named by its agency where the exchange reaches it, else by its entry', () => {
    expect(sentRecipient(chosenAgency(agency('A1', 'Sở Nội vụ')))).toEqual({
      agencyId: 'A1',
      carriage: 'electronic',
      copies: 1,
    });
    expect(sentRecipient(paper(3))).toEqual({ contactId: 'C1', carriage: 'paper', copies: 3 });
  });
  it('has more than one copy only on paper', () => {
    expect(sentRecipient({ ...paper(3), carriage: 'email' }).copies).toBe(1);
  });
  it('that was saved before keeps its way, and may go only by ways that reach it', () => {
    const saved = {
      agencyId: 'C1',
      contactId: 'C1',
      name: 'Huyện ủy',
      organId: '',
      email: '',
      postalAddress: 'Tổ 1',
      carriage: 'paper',
      copies: 2,
    };
    const chosen = chosenRecipient(saved as Recipient);
    expect(chosen).toMatchObject({
      agencyId: null,
      contactId: 'C1',
      carriages: ['paper'],
      carriage: 'paper',
      copies: 2,
    });
  });
});

describe('the lines of "Nơi nhận"', () => {
  const addressees = ['Ủy ban nhân dân tỉnh'];
  it('get a line for every recipient that no line and no addressee names', () => {
    const after = ['Sở Nội vụ', 'Sở Y tế', 'Ủy ban nhân dân tỉnh'];
    expect(
      followRecipients(['Như trên', '- Sở Y tế;', 'Thường trực Đảng ủy'], addressees, [], after),
    ).toEqual(['Như trên', '- Sở Y tế;', 'Thường trực Đảng ủy', 'Sở Nội vụ']);
  });
  it('lose the line of a recipient that was given up, and no other', () => {
    const lines = ['Như trên', 'Sở Nội vụ;', 'Thường trực Đảng ủy.'];
    expect(followRecipients(lines, addressees, ['Sở Nội vụ', 'Sở Y tế'], ['Sở Y tế'])).toEqual([
      'Như trên',
      'Thường trực Đảng ủy.',
    ]);
  });
  it('stay as somebody wrote them while the recipients stay', () => {
    expect(followRecipients(['Thường trực Đảng ủy'], [], ['Sở Nội vụ'], ['Sở Nội vụ'])).toEqual([
      'Thường trực Đảng ủy',
    ]);
  });
});
