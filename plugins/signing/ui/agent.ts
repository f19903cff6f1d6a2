// SPDX-License-Identifier: Apache-2.0
/** The signing agent on this computer, as docs/signing-agent.md describes it. It alone asks for consent and PIN. */

export interface AgentCertificate {
  /** SHA-256 in lower-case hexadecimal; names the certificate in requests. */
  fingerprint: string;
  commonName: string;
  organization: string;
  issuer: string;
  notBefore: string;
  notAfter: string;
  /** Base64 of DER. */
  certificate: string;
  chain: string[];
  token: { label: string; manufacturer: string; isPinLocked: boolean };
}

export interface AgentRefusal {
  code: string;
  vi: string;
  en: string;
}

export interface AgentAct {
  /** Fingerprint. */
  certificate: string;
  algorithm: string;
  documents: { title: string; attributes: string }[];
}

export type AgentResult =
  | { signature: string; error?: undefined }
  | { signature?: undefined; error: AgentRefusal };

/** What the agent refused, with its sentence in both languages; "absent" when nobody answers at its address. */
export class AgentError extends Error {
  readonly refusal: AgentRefusal;

  constructor(refusal: AgentRefusal) {
    super(refusal.en);
    this.name = 'AgentError';
    this.refusal = refusal;
  }
  get code(): string {
    return this.refusal.code;
  }
}

export const refusalText = (refusal: AgentRefusal, locale: string): string =>
  locale === 'vi' ? refusal.vi : refusal.en;

const absent: AgentRefusal = {
  code: 'absent',
  vi: 'Không gặp được trình ký trên máy này.',
  en: 'The signing agent of this computer does not answer.',
};

async function ask<T>(address: string, path: string, init: RequestInit): Promise<T> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`${address}/v1${path}`, {
      ...init,
      mode: 'cors',
      credentials: 'omit',
      cache: 'no-store',
    });
    body = await response.json();
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    // Nobody listens there, it is no agent, or it was not started for this page's origin: a browser tells them not apart.
    throw new AgentError(absent);
  }
  if (!response.ok) throw new AgentError((body as { error?: AgentRefusal }).error ?? absent);
  return body as T;
}

const post = <T>(address: string, path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  ask<T>(address, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });

/** The certificates on all tokens that may sign documents. */
export async function agentCertificates(address: string, signal?: AbortSignal): Promise<AgentCertificate[]> {
  const { certificates } = await ask<{ certificates: AgentCertificate[] }>(address, '/certificates', {
    method: 'GET',
    signal: signal ?? null,
  });
  return certificates;
}

/** As long as the agent takes a title; it shows 150 characters of it. */
const longestTitle = 300;

/**
 * One act: the agent asks the person, then for the PIN. The answer may take minutes. A result for each document, in order; after the token
 * was taken out the rest has its error.
 */
export async function agentSign(
  address: string,
  act: AgentAct,
  signal?: AbortSignal,
): Promise<AgentResult[]> {
  const { challenge } = await post<{ challenge: string }>(address, '/challenges', {}, signal);
  const documents = act.documents.map(({ title, attributes }) => ({
    title: title.slice(0, longestTitle),
    attributes,
  }));
  const { results } = await post<{ results: AgentResult[] }>(
    address,
    '/signatures',
    { ...act, documents, challenge },
    signal,
  );
  return results;
}
