// SPDX-License-Identifier: Apache-2.0
import { http, Problem, type Session } from '@congvu/sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceName } from './device';
import { safeNext } from './router';
import { expired, session, watchExpiry } from './session';
import { signInMessage } from './signInMessage';

const reply = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

beforeEach(() => {
  session.value = { personId: 'p1', username: 'hanh' } as Session;
  watchExpiry();
});
afterEach(() => vi.unstubAllGlobals());

describe('an expired session', () => {
  it('asks once for all requests that wait, and repeats each of them', async () => {
    let signedIn = false;
    vi.stubGlobal('fetch', async (url: string) =>
      signedIn ? reply(200, { url }) : reply(401, { code: 'unauthenticated' }),
    );
    const both = Promise.all([http.get('/a'), http.post('/b', {})]);
    await vi.waitFor(() => expect(expired.value?.username).toBe('hanh'));
    signedIn = true;
    expired.value?.done(true);
    expect(await both).toEqual([{ url: '/api/v1/a' }, { url: '/api/v1/b' }]);
    expect(expired.value).toBeNull();
  });
});

describe('safeNext', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in', undefined])(
    'refuses %s',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );
  it('keeps a path of this site', () => {
    expect(safeNext('/incoming/documents/7?tab=1')).toBe('/incoming/documents/7?tab=1');
  });
});

describe('signInMessage', () => {
  const t = (key: string, values: Record<string, unknown>) => `${key} ${JSON.stringify(values)}`;
  it('says until when an account is locked', () => {
    const locked = new Problem(423, { code: 'account-locked', params: { until: '2026-11-22T03:15:00Z' } });
    expect(signInMessage(locked, t)).toBe('signIn.locked {"until":"10:15 22/11/2026"}');
  });
  it("prefers the server's own words for a refusal", () => {
    expect(signInMessage(new Problem(401, { detail: 'Sai mật khẩu' }), t)).toBe('Sai mật khẩu');
  });
});

it('names a browser and its system', () => {
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/140 Safari/537 Edg/140')).toBe(
    'Edge · Windows',
  );
  expect(deviceName('curl/8')).toBe('');
});
