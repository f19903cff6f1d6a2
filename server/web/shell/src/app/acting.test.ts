// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { millisecondsUntilOver } from './acting';

describe('a mandate', () => {
  it('is over at midnight in Viet Nam after its last day', () => {
    expect(millisecondsUntilOver('2026-03-06', Date.parse('2026-03-06T16:59:59.999Z'))).toBe(1);
    expect(millisecondsUntilOver('2026-03-06', Date.parse('2026-03-06T17:00:00.000Z'))).toBe(0);
    expect(millisecondsUntilOver('2026-03-06', Date.parse('2026-03-08T00:00:00.000Z'))).toBe(0);
  });
});
