// SPDX-License-Identifier: Apache-2.0
import { request } from 'node:http';
import { province } from './startServer';

/** An answer of the REST interface; problem documents are in `data`, with their `code`. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers have many shapes, each test names the members it reads
  data: any;
  etag: string | null;
}

export interface Sent {
  json?: unknown;
  files?: { name: string; bytes: Uint8Array | Buffer; type?: string }[];
  data?: unknown;
  headers?: Record<string, string>;
  csrf?: string;
}

/** One person of the demonstration province at the REST interface, with an own session. */
export class Caller {
  readonly cookies = new Map<string, string>();

  static async signIn(username: string): Promise<Caller> {
    const { password } = province();
    const caller = new Caller();
    const answer = await caller.send('POST', '/session', { json: { username, password } });
    if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${answer.status} ${answer.data.code}`);
    return caller;
  }

  async send(method: string, path: string, sent: Sent = {}): Promise<Answer> {
    const answer = await fetch(`${province().url}/api/v1${path}`, { method, headers: this.#headers(method, sent), body: bodyOf(sent) });
    for (const line of answer.headers.getSetCookie()) {
      const found = /^([^=]+)=([^;]*)/.exec(line);
      if (found?.[1]) this.cookies.set(found[1], found[2] ?? '');
    }
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, data: isJson ? JSON.parse(bytes.toString('utf8')) : bytes, etag: answer.headers.get('etag') };
  }

  /** The answer to an upload that only says how long it would be: the server need not wait for the bytes. */
  announced(path: string, length: number): Promise<Answer> {
    const headers = { ...this.#headers('POST', {}), 'Content-Type': 'multipart/form-data; boundary=B', 'Content-Length': String(length), Connection: 'close' };
    return new Promise((resolve, reject) => {
      const sent = request(`${province().url}/api/v1${path}`, { method: 'POST', headers }, async (answer) => {
        const bytes = Buffer.concat(await answer.toArray());
        sent.destroy();
        resolve({ status: answer.statusCode ?? 0, data: JSON.parse(bytes.toString('utf8')), etag: null });
      });
      sent.on('error', reject);
      sent.flushHeaders();
    });
  }

  #headers(method: string, sent: Sent): Record<string, string> {
    const headers: Record<string, string> = { 'Accept-Language': 'vi' };
    if (this.cookies.size) headers.Cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const token = sent.csrf ?? this.cookies.get('congvu_csrf');
    if (method !== 'GET' && token) headers['X-CSRF-Token'] = token;
    if (sent.json !== undefined) headers['Content-Type'] = 'application/json';
    return { ...headers, ...sent.headers };
  }

  async #must(method: string, path: string, sent: Sent = {}) {
    const answer = await this.send(method, path, sent);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.data).slice(0, 600)}`);
    return answer.data;
  }

  get(path: string) {
    return this.#must('GET', path);
  }

  post(path: string, json: unknown = {}) {
    return this.#must('POST', path, { json });
  }

  put(path: string, json: unknown) {
    return this.#must('PUT', path, { json });
  }
}

function bodyOf(sent: Sent): BodyInit | undefined {
  if (sent.json !== undefined) return JSON.stringify(sent.json);
  if (!sent.files) return undefined;
  const form = new FormData();
  for (const file of sent.files) form.append('file', new Blob([new Uint8Array(file.bytes)], { type: file.type ?? 'application/pdf' }), file.name);
  if (sent.data !== undefined) form.append('data', JSON.stringify(sent.data));
  return form;
}

const callers = new Map<string, Promise<Caller>>();

/** The caller of that name, signed in once for all tests that only need somebody who may do something. */
export function callerOf(username: string): Promise<Caller> {
  const known = callers.get(username) ?? Caller.signIn(username);
  callers.set(username, known);
  return known;
}
