// SPDX-License-Identifier: Apache-2.0
// 10,000 idle keep-alive connections, 500 clients that drip one byte a second and 500 event streams at once take nothing away from others.
import assert from 'node:assert/strict';
import os from 'node:os';
import { after, before, test } from 'node:test';
import { Client, eventually } from '../../packaging/demo/api.mjs';
import { Crowd } from './Crowd.mjs';
import { forgetPeak, peakMegabytes, requests, signInForStreams } from './clients.mjs';
import { TestServer } from '../lib/TestServer.mjs';

const size = { idle: 10_000, drips: 500, streams: 500 };
const maximumMegabytes = 120;

let server;
let crowd;
let administrator;
let chair; // the session of somebody with an inbox

before(async () => {
  server = await TestServer.make();
  await server.startWithDemonstration();
  const { accounts, url, port } = server;
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
  await server?.remove();
});

function print(what, { answered, perSecond, p50Ms, p99Ms, maxMs }) {
  const load = os.loadavg()[0].toFixed(1);
  console.log(`# ${what}: ${answered} answered, ${perSecond.toFixed(0)}/s, median ${p50Ms} ms, p99 ${p99Ms} ms, longest ${maxMs} ms, load average ${load}`);
}

test('Every fresh request is answered beside 10,000 idle, 500 slow clients and 500 event streams', { timeout: 120_000 }, async () => {
  const inbox = await requests({ port: server.port, path: '/api/v1/work-items', cookie: chair });
  print('inbox, a new connection each', inbox);
  const kept = await requests({ port: server.port, path: '/api/v1/work-items', cookie: chair, isKept: true });
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
