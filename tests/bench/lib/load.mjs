// SPDX-License-Identifier: Apache-2.0
// Load by wrk (Debian), with real sessions, and by one client of our own where single answers are timed.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { isQuick, temporaryFolder } from './line.mjs';

/** How long one measurement takes; rounds are interleaved, so several short ones say more than a long one. */
export const seconds = isQuick ? 3 : 6;
export const rounds = isQuick ? 3 : 4;

let planCount = 0;

function writePlan(requests, sessions) {
  mkdirSync(temporaryFolder, { recursive: true });
  const file = path.join(temporaryFolder, `plan-${process.pid}-${planCount++}.tsv`);
  const count = Math.max(requests.length, sessions.length);
  const lines = Array.from({ length: count }, (_, index) => {
    const { path: where, body } = requests[index % requests.length];
    const session = sessions[index % sessions.length] ?? { cookie: '', csrf: '' };
    return [where, session.cookie, session.csrf, body === undefined ? '' : JSON.stringify(body)].join('\t');
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/**
 * Runs wrk over the requests (`{path, body?}`), each with one of the sessions.
 * Failed requests end the measurement, unless `mayFail`.
 * @returns {Promise<{perSecond: number, answered: number, p50: number, p99: number, failed: number}>} percentiles in milliseconds
 */
export async function wrk(url, requests, { sessions = [], connections = 64, method = 'GET', duration = seconds, mayFail = false } = {}) {
  const plan = writePlan(requests, sessions);
  const threads = connections === 1 ? 1 : 2;
  const script = path.join(import.meta.dirname, 'load.lua');
  const program = spawn('wrk', [`-t${threads}`, `-c${connections}`, `-d${duration}s`, '--timeout', '10s', '-s', script, url, '--', plan, method], { stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  program.stderr.on('data', (chunk) => (printed += chunk));
  const code = await new Promise((resolve) => program.once('close', resolve));
  const line = printed.split('\n').find((one) => one.startsWith('{'));
  if (code !== 0 || !line) throw new Error(`wrk failed: ${printed}`);
  const { requests: answered, seconds: took, ...rest } = JSON.parse(line);
  if (rest.failed > 0 && !mayFail) throw new Error(`${rest.failed} of ${answered} requests to ${url}${requests[0].path} failed`);
  return { perSecond: answered / took, answered, ...rest };
}

/** Signs in `count` times, the usernames in turn: real sessions with cookie and CSRF token. */
export async function signIn(url, usernames, password, count) {
  const sessions = [];
  for (let index = 0; index < count; index += 1) {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: usernames[index % usernames.length], password }),
    });
    if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    sessions.push({ cookie: cookies.join('; '), csrf: cookies.find((one) => one.startsWith('congvu_csrf=')).slice('congvu_csrf='.length) });
  }
  return sessions;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** One request on a kept connection; gives status, parsed body and the time from sending to the last byte in milliseconds. */
export function ask(url, { path: where, body, method = body === undefined ? 'GET' : 'POST' }, session) {
  const headers = { ...(session ? { Cookie: session.cookie, 'X-CSRF-Token': session.csrf } : {}), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  const started = process.hrtime.bigint();
  return new Promise((resolve, reject) => {
    const request = http.request(url + where, { method, headers, agent }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
        const text = Buffer.concat(chunks).toString();
        resolve({ status: answer.statusCode, milliseconds, data: text.startsWith('{') ? JSON.parse(text) : text });
      });
    });
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
