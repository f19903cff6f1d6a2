#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// 10,000 idle keep-alive connections, 500 clients that drip one byte a second and 500 event streams at once: what fresh requests for the
// inbox take beside them and without them, each with a new connection, and what the server's process holds.
import { Crowd } from '../../load/Crowd.mjs';
import { forgetPeak, peakMegabytes, requests, signInForStreams } from '../../load/clients.mjs';
import { isQuick, median, printRow } from '../lib/line.mjs';
import { accounts, startCongvu } from '../lib/server.mjs';

const rounds = isQuick ? 3 : 5;
const size = { idle: 10_000, drips: 500, streams: 500 };
const reader = 'chutich.suoimau';

const server = await startCongvu();
const people = accounts();
const cookies = await signInForStreams(server.url, people, size.streams);
const load = { port: server.port, path: '/api/v1/work-items', cookie: cookies[people.users.findIndex(({ username }) => username === reader)] };
await requests({ ...load, seconds: 2 });
forgetPeak(server.pid); // hashing a password takes 64 MB for a moment

const without = [];
const beside = [];
for (let round = 0; round < rounds; round += 1) {
  without.push(await requests(load));
  const crowd = new Crowd(server.port);
  await crowd.open({ ...size, cookies });
  beside.push(await requests(load));
  const { idle, streams } = crowd.counts;
  if (idle < size.idle || streams < size.streams) throw new Error(`only ${idle} idle connections and ${streams} streams were left`);
  crowd.close();
}
const megabytes = peakMegabytes(server.pid);
await server.stop();

const failed = beside.reduce((sum, result) => sum + result.failed, 0);
const p99 = median(beside.map(({ p99Ms }) => p99Ms));
const p99Alone = median(without.map(({ p99Ms }) => p99Ms));
const perSecond = median(beside.map((result) => result.perSecond));
const perSecondAlone = median(without.map((result) => result.perSecond));
const crowdWords = 'beside 10,000 idle + 500 slow clients + 500 event streams';
printRow({ goal: `fresh requests ${crowdWords}: p99 ≤ 20 ms (peer: without them), every one answered`, ours: p99, limit: 20, peer: p99Alone, ratio: p99 / 20, unit: 'ms', isMet: p99 <= 20 && failed === 0 });
printRow({ goal: `fresh requests ${crowdWords}: throughput ≥ 0.9 × without them`, ours: perSecond, limit: perSecondAlone, ratio: perSecond / perSecondAlone, unit: 'requests/s', isMet: perSecond >= 0.9 * perSecondAlone });
printRow({ goal: `resident ${crowdWords}: ≤ 120 MB`, ours: megabytes, limit: 120, ratio: megabytes / 120, unit: 'MB', isMet: megabytes <= 120 });
