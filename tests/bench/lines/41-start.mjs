#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// From starting the process, with all plugins, to its first answered request; and what the process holds, idle and after load.
import { spawn } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { peakMegabytes, requests, residentMegabytes, signIn } from '../../load/clients.mjs';
import { build, dataFolder, isQuick, median, printRow } from '../lib/line.mjs';
import { freePort } from '../../lib/freePort.mjs';
import { accounts, startCongvu } from '../lib/server.mjs';

const rounds = isQuick ? 7 : 15;
const reader = 'chutich.suoimau';

function answers(port) {
  return new Promise((resolve) => {
    const request = http.get({ port, host: '127.0.0.1', path: '/readyz', agent: false }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode === 200));
    });
    request.once('error', () => resolve(false));
  });
}

/** Milliseconds from the start of the process to its first answer; asked every two milliseconds, because nothing says when it listens. */
async function startOnce() {
  const port = await freePort();
  const begin = performance.now();
  const program = spawn(path.join(build, 'bin/congvu'), ['serve', '--data', dataFolder, '--port', String(port)], { stdio: 'ignore' });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  while (!(await answers(port))) {
    if (program.exitCode !== null) throw new Error(`congvu ended with ${program.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const milliseconds = performance.now() - begin;
  const idleMegabytes = residentMegabytes(program.pid);
  program.kill('SIGTERM');
  await ended;
  return { milliseconds, idleMegabytes };
}

await startOnce(); // the page cache
const starts = [];
for (let round = 0; round < rounds; round += 1) starts.push(await startOnce());
const milliseconds = median(starts.map((one) => one.milliseconds));
const idle = median(starts.map((one) => one.idleMegabytes));

const server = await startCongvu();
const cookie = await signIn(server.url, reader, accounts().password);
for (const target of ['/api/v1/work-items', '/api/v1/work-items/counters', '/api/v1/incoming/documents', '/api/v1/outgoing/documents', '/api/v1/tasks']) {
  const result = await requests({ port: server.port, path: target, cookie, clients: 64, seconds: isQuick ? 3 : 10, isKept: true });
  if (result.failed > 0) throw new Error(`${target}: ${result.failed} requests failed`);
}
const loaded = peakMegabytes(server.pid);
await server.stop();

printRow({ goal: 'start with all plugins to the first answered request: ≤ 500 ms', ours: milliseconds, limit: 500, ratio: milliseconds / 500, unit: 'ms', isMet: milliseconds <= 500 });
printRow({ goal: 'resident idle: ≤ 60 MB', ours: idle, limit: 60, ratio: idle / 60, unit: 'MB', isMet: idle <= 60 });
printRow({ goal: 'resident under the load of 64 clients on every list: ≤ 200 MB', ours: loaded, limit: 200, ratio: loaded / 200, unit: 'MB', isMet: loaded <= 200 });
