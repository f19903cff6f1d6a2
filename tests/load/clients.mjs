// SPDX-License-Identifier: Apache-2.0
// Sessions of many people, measured requests, and what the server's process uses.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const build = process.env.BENCH_BUILD ?? path.join(root, 'build/release');
const streamsOfSession = 6; // what the server allows by default

/** Signs in and gives the value of the Cookie header. */
export async function signIn(url, username, password) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]).join('; ');
}

/** As many sessions of the demonstration's people as so many event streams need. */
export async function signInForStreams(url, { users, password }, streams) {
  const cookies = [];
  for (let index = 0; index < Math.ceil(streams / streamsOfSession); index += 1) {
    cookies.push(await signIn(url, users[index % users.length].username, password));
  }
  return cookies;
}

/**
 * Loads the server for a while from another process, with a new connection for every request or (isKept) one connection a client.
 * @returns {Promise<{answered: number, failed: number, perSecond: number, p50Ms: number, p99Ms: number, maxMs: number}>}
 */
export async function requests({ port, path: target, cookie = '', clients = 16, seconds = 5, isKept = false }) {
  const parameters = ['--port', port, '--path', target, '--cookie', cookie, '--clients', clients, '--seconds', seconds].map(String);
  const { stdout } = await promisify(execFile)(path.join(build, 'bin/bench-requests'), isKept ? [...parameters, '--keep'] : parameters);
  return JSON.parse(stdout);
}

/** Forgets the highest resident size so far; from now on peakMegabytes() counts. */
export function forgetPeak(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

const statusMegabytes = (pid, field) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

/** The highest resident size of a process, in MB. */
export const peakMegabytes = (pid) => statusMegabytes(pid, 'VmHWM');

/** The resident size of a process now, in MB. */
export const residentMegabytes = (pid) => statusMegabytes(pid, 'VmRSS');
