#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Clerks register documents, each answer durable (synchronous=FULL): number, document, work item, counters, timeline, audit, outbox. Against
// the same rows written by SQLite alone with group commit, and against fastify + better-sqlite3, which writes number, document, audit and outbox only.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { build, median, printRow } from '../lib/line.mjs';
import { ask, rounds, seconds, signIn, wrk } from '../lib/load.mjs';
import { clerks, registrations, writesOfOneRegistration } from '../lib/registering.mjs';
import { accounts, copyOfData, startCongvu } from '../lib/server.mjs';
import { startFastify } from '../lib/stage.mjs';

// Rows of the rivals go into a copy of their own: the product would deliver their events.
const oursData = copyOfData('ours');
const rivalsData = copyOfData('rivals');
const ours = await startCongvu({ data: oursData });
const { password } = accounts(oursData);
const sessions = await signIn(ours.url, clerks, password, 63);
const signedInAtRival = await startCongvu({ data: rivalsData });
const rivalSessions = await signIn(signedInAtRival.url, clerks, password, 63);
await signedInAtRival.stop();
const peer = await startFastify(rivalsData);

const requests = registrations(500);
const first = { ...requests[0], body: JSON.parse(JSON.stringify(requests[0].body).replace('@', '1')) };
const statements = await writesOfOneRegistration(oursData, async () => {
  const answer = await ask(ours.url, first, sessions[0]);
  if (answer.status !== 201) throw new Error(`registration: ${answer.status} ${JSON.stringify(answer.data)}`);
  return answer.data;
});

let firstNumber = 3_000_000;
function rawCommits(clients) {
  firstNumber += 500_000;
  const parameters = [path.join(rivalsData, 'congvu.db'), String(clients), String(seconds), String(firstNumber)];
  return JSON.parse(execFileSync(path.join(build, 'bin/bench-raw-commit'), parameters, { input: `${statements.join('\n')}\n`, encoding: 'utf8' }));
}

for (const connections of [64, 256]) {
  const found = { ours: [], p99: [], raw: [], peer: [] };
  for (let round = 0; round < rounds; round += 1) {
    const own = await wrk(ours.url, requests, { sessions, connections, method: 'POST' });
    found.ours.push(own.perSecond);
    found.p99.push(own.p99);
    found.raw.push(rawCommits(connections).perSecond);
    found.peer.push((await wrk(peer.url, requests, { sessions: rivalSessions, connections, method: 'POST' })).perSecond);
  }
  const [mine, p99, raw, rival] = [found.ours, found.p99, found.raw, found.peer].map(median);
  const goal = `register a document durably, ${connections} clerks`;
  printRow({ goal: `${goal}: ≥ 0.5 × raw group commit of the same rows`, ours: mine, limit: raw, ratio: mine / raw, unit: 'documents/s', isMet: mine >= 0.5 * raw });
  printRow({ goal: `${goal}: ≥ 8 × fastify + better-sqlite3`, ours: mine, peer: rival, ratio: mine / rival, unit: 'documents/s', isMet: mine >= 8 * rival });
  printRow({ goal: `${goal}: p99 ≤ 20 ms`, ours: p99, limit: 20, ratio: p99 / 20, unit: 'ms', isMet: p99 <= 20 });
}
await Promise.all([ours.stop(), peer.stop()]);
