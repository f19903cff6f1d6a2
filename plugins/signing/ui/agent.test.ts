// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AgentError, agentCertificates, agentSign, refusalText } from './agent';
import { chunksOf } from './useTokenAct';

const address = 'http://127.0.0.1:14127';
const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const answers = (...responses: (Response | Error)[]) => {
  const calls: { url: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    calls.push({ url, body: init.body ? JSON.parse(String(init.body)) : undefined });
    const next = responses.shift();
    if (!next || next instanceof Error) throw next ?? new Error('nothing more was expected');
    return next;
  });
  return calls;
};
afterEach(() => vi.unstubAllGlobals());

describe('the agent of the desk', () => {
  it('is absent when nobody listens or something else answers there', async () => {
    answers(new TypeError('Failed to fetch'), new Response('<html>', { status: 200 }));
    await expect(agentCertificates(address)).rejects.toMatchObject({ code: 'absent' });
    await expect(agentCertificates(address)).rejects.toMatchObject({ code: 'absent' });
  });

  it('signs under a challenge of its own, and gets titles no longer than it takes', async () => {
    const calls = answers(
      answer(200, { challenge: 'c0', expiresIn: 120 }),
      answer(200, { results: [{ signature: 'AAA=' }] }),
    );
    const documents = [{ title: 'Đ'.repeat(1000), attributes: 'MQ==' }];
    const results = await agentSign(address, { certificate: 'f', algorithm: 'RSA-SHA256', documents });
    expect(results).toEqual([{ signature: 'AAA=' }]);
    expect(calls.map(({ url }) => url)).toEqual([`${address}/v1/challenges`, `${address}/v1/signatures`]);
    expect(calls[1]?.body).toMatchObject({ challenge: 'c0', certificate: 'f', algorithm: 'RSA-SHA256' });
    expect(new TextEncoder().encode('Đ'.repeat(300)).length).toBeLessThan(2000);
    expect(calls[1]?.body).toMatchObject({ documents: [{ title: 'Đ'.repeat(300), attributes: 'MQ==' }] });
  });

  it('tells what it refused in the language of the page', async () => {
    const error = { code: 'refusedByPerson', vi: 'Không đồng ý.', en: 'Not allowed.' };
    answers(answer(200, { challenge: 'c0' }), answer(403, { error }));
    const refused = await agentSign(address, {
      certificate: 'f',
      algorithm: 'RSA-SHA256',
      documents: [],
    }).catch((failure: unknown) => failure);
    expect(refused).toBeInstanceOf(AgentError);
    expect(refusalText((refused as AgentError).refusal, 'vi')).toBe('Không đồng ý.');
    expect(refusalText((refused as AgentError).refusal, 'en')).toBe('Not allowed.');
  });
});

describe('a large act', () => {
  it('goes to the server in parts of fifty, in order', () => {
    const items = Array.from({ length: 120 }, (_, index) => index);
    expect(chunksOf(items).map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(chunksOf(items).flat()).toEqual(items);
    expect(chunksOf([])).toEqual([]);
  });
});
