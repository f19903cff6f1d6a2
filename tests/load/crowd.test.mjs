// SPDX-License-Identifier: Apache-2.0
// 10,000 idle keep-alive connections, 500 clients that drip one byte a second and 500 event streams at once take nothing away from others.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Client, eventually } from '../../packaging/demo/api.mjs';
import { Crowd } from './Crowd.mjs';
import { forgetPeak, peakMegabytes, requests, signInForStreams } from './clients.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const build = path.join(root, 'build/release');
const congvu = path.join(build, 'bin/congvu');
const size = { idle: 10_000, drips: 500, streams: 500 };
const maximumMegabytes = 120;

let data;
let url;
let port;
let server;
let crowd;
let administrator;
let chair; // the session of somebody with an inbox

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const free = probe.address().port;
      probe.close(() => resolve(free));
    });
  });
}

before(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), 'congvu-load-'));
  port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const first = execFileSync(congvu, ['user', 'first-administrator', '--data', data, '--username', 'quantri'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  server = spawn(congvu, ['serve', '--data', data, '--port', String(port)], { stdio: 'ignore' });
  await eventually(async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok, 'the server');
  execFileSync('node', [path.join(root, 'packaging/demo/seed.mjs'), '--url', url, '--data', data, '--build', build], {
    env: { ...process.env, CONGVU_FIRST_PASSWORD: first },
    stdio: 'ignore',
  });
  const accounts = JSON.parse(readFileSync(path.join(data, 'demo-accounts.json'), 'utf8'));
  const cookies = await signInForStreams(url, accounts, size.streams);
  chair = cookies[accounts.users.findIndex(({ username }) => username === 'chutich.suoimau')];
  administrator = new Client(url);
  await administrator.signIn('quantri', accounts.password);
  forgetPeak(server.pid); // hashing a password takes 64 MB for a moment
  crowd = new Crowd(port);
  await crowd.open({ ...size, cookies });
});

after(async () => {
  crowd?.close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
});

function print(what, { answered, perSecond, p50Ms, p99Ms, maxMs }) {
  const load = os.loadavg()[0].toFixed(1);
  console.log(`# ${what}: ${answered} answered, ${perSecond.toFixed(0)}/s, median ${p50Ms} ms, p99 ${p99Ms} ms, longest ${maxMs} ms, load average ${load}`);
}

test('Every fresh request is answered beside 10,000 idle, 500 slow clients and 500 event streams', { timeout: 120_000 }, async () => {
  const inbox = await requests({ port, path: '/api/v1/work-items', cookie: chair });
  print('inbox, a new connection each', inbox);
  const kept = await requests({ port, path: '/api/v1/work-items', cookie: chair, isKept: true });
  print('inbox, kept connections', kept);
  for (const { answered, failed } of [inbox, kept]) {
    assert.ok(answered > 500, `only ${answered} requests were answered in 5 s`);
    assert.equal(failed, 0);
  }
});

test('Idle connections and event streams are still there, and slow clients are ended by their deadlines only', async () => {
  await eventually(() => crowd.reopened.drips > 0, 'the end of somebody who drips his head for ten seconds');
  const { idle, streams } = crowd.counts;
  assert.deepEqual({ idle, streams, reopened: crowd.reopened.idle }, { idle: size.idle, streams: size.streams, reopened: 0 });
});

test('All 500 event streams receive a live event in the crowd', { timeout: 60_000 }, async () => {
  const day = `${new Date().getFullYear() + 1}-08-17`;
  await administrator.put(`/calendar/${day}`, { kind: 'holiday', name: { vi: 'Ngày nghỉ thử nghiệm', en: 'Test holiday' } });
  await eventually(() => crowd.streamsThatHave('"keys":["calendar"') === size.streams, 'the event at every stream');
});

test('The server stays under 120 MB with the crowd', () => {
  const peak = peakMegabytes(server.pid);
  console.log(`# highest resident size with the crowd: ${peak.toFixed(1)} MB`);
  assert.ok(peak < maximumMegabytes, `${peak} MB`);
});
