// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import en from './en.json';
import { batchOf, codeMessage, markOfAll, ofKind, toggled } from './selection';
import type { DeskRequest } from './types';

const request = (id: string, signer: DeskRequest['signer'] = 'person') => ({ id, signer }) as DeskRequest;
const all = [request('a'), request('b'), request('c', 'agency')];

describe('the selection at the desk', () => {
  it('ticks and unticks one request', () => {
    const once = toggled(new Set(), request('a'), 'person');
    expect([...once]).toEqual(['a']);
    expect([...toggled(once, request('a'), 'person')]).toEqual([]);
  });

  it('starts anew when a request of the other kind is ticked', () => {
    expect([...toggled(new Set(['a', 'b']), request('c', 'agency'), 'person')]).toEqual(['c']);
  });

  it('knows whether all, some or none of one kind are ticked', () => {
    const persons = ofKind(all, 'person');
    expect(markOfAll(new Set(), persons)).toBe(false);
    expect(markOfAll(new Set(['a']), persons)).toBe('indeterminate');
    expect(markOfAll(new Set(['a', 'b']), persons)).toBe(true);
  });

  it('signs the ticked requests, or the one that is shown when none is ticked', () => {
    expect(batchOf(all, new Set(['a', 'b']), 'c').map((one) => one.id)).toEqual(['a', 'b']);
    expect(batchOf(all, new Set(), 'c').map((one) => one.id)).toEqual(['c']);
  });
});

describe('the code of a result', () => {
  it('names a message that exists', () => {
    const codes = [
      'signing.already-decided',
      'signing.busy',
      'signing.error.notAPdf',
      'signing.person-must-sign-first',
      'not-found',
    ];
    const messages: Record<string, string> = en.code;
    for (const code of codes) expect(messages[codeMessage(code).replace('signing.code.', '')]).toBeTruthy();
  });
});
