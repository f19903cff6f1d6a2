// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiUrl, http, onSessionExpired, queryString } from './http';
import { isProblem, type Problem } from './problem';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(body === null ? null : typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers,
  });

function setToken(value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the server sets it this way, and the client must read it.
  document.cookie = `congvu_csrf=${value}`;
}
const fetched = vi.fn<typeof fetch>();
beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  setToken('token%201');
});
afterEach(() => {
  onSessionExpired(null);
  vi.unstubAllGlobals();
});
const sentHeaders = (call = 0) => fetched.mock.calls[call]?.[1]?.headers as Record<string, string>;

describe('http', () => {
  it('asks below /api/v1 and leaves out empty query values', async () => {
    fetched.mockResolvedValue(answer(200, { items: [] }));
    await http.get('/incoming/documents', {
      query: { state: 'open', q: '', cursor: null, kinds: ['a', 'b'] },
    });
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/incoming/documents?state=open&kinds=a&kinds=b');
  });

  it('sends the CSRF token with everything that changes something, and only with that', async () => {
    fetched.mockImplementation(async () => answer(204, null));
    await http.get('/units');
    await http.post('/units', { name: 'A' });
    expect(sentHeaders(0)['X-CSRF-Token']).toBeUndefined();
    expect(sentHeaders(1)['X-CSRF-Token']).toBe('token 1');
  });

  it('carries the tag of an entity from reading to writing', async () => {
    fetched
      .mockResolvedValueOnce(answer(200, { id: '1' }, { ETag: '"7"' }))
      .mockResolvedValueOnce(answer(204, null));
    const { etag } = await http.getTagged('/units/1');
    await http.patch('/units/1', {}, { ifMatch: etag });
    expect(sentHeaders(1)['If-Match']).toBe('"7"');
  });

  it('throws the problem with the message of each field', async () => {
    fetched.mockResolvedValue(
      answer(422, {
        code: 'invalid',
        title: 'Sai',
        errors: [{ pointer: '/subject', code: 'required', message: 'Nhập trích yếu' }],
      }),
    );
    const error = await http.post('/x', {}).catch((caught: unknown) => caught);
    expect(isProblem(error, 'invalid')).toBe(true);
    expect((error as Problem).fieldMessage('subject')).toBe('Nhập trích yếu');
    expect((error as Problem).fieldMessage('/other')).toBe('');
  });

  it("survives a proxy's HTML page and a dead network", async () => {
    fetched.mockResolvedValueOnce(answer(502, '<html>Bad gateway</html>'));
    await expect(http.get('/x')).rejects.toMatchObject({ status: 502, code: 'http-502' });
    fetched.mockRejectedValueOnce(new TypeError('failed'));
    await expect(http.get('/x')).rejects.toMatchObject({ status: 0, code: 'network' });
  });

  it('repeats a request once the user has signed in again', async () => {
    fetched
      .mockResolvedValueOnce(answer(401, { code: 'unauthenticated' }))
      .mockResolvedValueOnce(answer(200, { saved: true }));
    const handler = vi.fn(async () => {
      setToken('fresh');
      return true;
    });
    onSessionExpired(handler);
    expect(await http.put('/x', { text: 'typed' })).toEqual({ saved: true });
    expect(handler).toHaveBeenCalledOnce();
    expect(sentHeaders(1)['X-CSRF-Token']).toBe('fresh');
    expect(fetched.mock.calls[1]?.[1]?.body).toBe('{"text":"typed"}');
  });

  it('gives the refusal back when the user does not sign in again', async () => {
    fetched.mockImplementation(async () => answer(401, { code: 'unauthenticated' }));
    onSessionExpired(async () => false);
    await expect(http.get('/x')).rejects.toMatchObject({ status: 401 });
    expect(fetched).toHaveBeenCalledOnce();
  });

  it('does not ask for a sign-in because signing in was refused', async () => {
    fetched.mockResolvedValue(answer(401, { code: 'sign-in-failed' }));
    const handler = vi.fn(async () => true);
    onSessionExpired(handler);
    await expect(http.post('/session', {}, { handleExpiry: false })).rejects.toMatchObject({
      code: 'sign-in-failed',
    });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('addresses', () => {
  it('join queries to paths that already have one', () => {
    expect(apiUrl('/a?x=1', { y: 'đ' })).toBe('/api/v1/a?x=1&y=%C4%91');
    expect(queryString({ zero: 0, no: false })).toBe('zero=0&no=false');
  });
});
