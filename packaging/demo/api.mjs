// SPDX-License-Identifier: Apache-2.0
// A signed-in user of the product's REST interface: cookies, CSRF token, problem documents as errors.

export class Client {
  #base;
  #cookies = new Map();

  constructor(base) {
    this.#base = `${base}/api/v1`;
  }

  /** The cookies as one header line. */
  get cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Status and problem code of a request with an empty body, whatever they are. */
  async ask(method, path) {
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}', headers: { 'Content-Type': 'application/json' } };
    try {
      await this.#send(method, path, body);
      return { status: 200, code: '' };
    } catch (error) {
      return { status: Number(/: (\d{3}) /.exec(error.message)?.[1]), code: /"code":"([^"]+)"/.exec(error.message)?.[1] ?? '' };
    }
  }

  async #send(method, path, { body, headers = {} } = {}) {
    const all = { 'Accept-Language': 'vi', ...headers };
    if (this.#cookies.size) all.Cookie = this.cookie;
    if (method !== 'GET' && this.#cookies.has('congvu_csrf')) all['X-CSRF-Token'] = this.#cookies.get('congvu_csrf');
    const answer = await fetch(this.#base + path, { method, headers: all, body });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.#cookies.set(name, value);
    }
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 600)}`);
    const data = text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    return { data, etag: answer.headers.get('etag') };
  }

  async get(path) {
    return (await this.#send('GET', path)).data;
  }

  async getTagged(path) {
    return this.#send('GET', path);
  }

  async #json(method, path, value, etag) {
    const headers = { 'Content-Type': 'application/json', ...(etag ? { 'If-Match': etag } : {}) };
    return (await this.#send(method, path, { body: JSON.stringify(value ?? {}), headers })).data;
  }

  post(path, value) {
    return this.#json('POST', path, value);
  }

  put(path, value, etag) {
    return this.#json('PUT', path, value, etag);
  }

  patch(path, value, etag) {
    return this.#json('PATCH', path, value, etag);
  }

  async remove(path) {
    await this.#send('DELETE', path);
  }

  /** Sends files as multipart/form-data, with an optional JSON part `data`. */
  async upload(path, files, data, method = 'POST') {
    const form = new FormData();
    for (const { name, bytes, type } of files) form.append('file', new Blob([bytes], { type: type ?? 'application/pdf' }), name);
    if (data) form.append('data', JSON.stringify(data));
    return (await this.#send(method, path, { body: form })).data;
  }

  async signIn(username, password) {
    return this.post('/session', { username, password });
  }

  /** Signs in with a password that somebody else has drawn and sets one's own. */
  async signInFirstTime(username, temporary, password) {
    const session = await this.signIn(username, temporary);
    if (session.mustChangePassword) await this.put('/session/password', { current: temporary, next: password });
    return this.signIn(username, password);
  }
}

/** Asks again until the answer is there; for what happens a moment after an act (events between plugins). */
export async function eventually(ask, what, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}
