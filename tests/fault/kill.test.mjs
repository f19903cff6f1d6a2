// SPDX-License-Identifier: Apache-2.0
// kill -9 at twenty random moments while documents are registered, directed, signed and issued.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seedOfRun } from './chance.mjs';
import { Ordeal, summaryOf } from './ordeal.mjs';
import { Server } from './server.mjs';

const kills = 20;
const seed = seedOfRun();

let server;
let ordeal;

before(async () => {
  console.log(`# CONGVU_FAULT_SEED=${seed}`);
  server = await Server.withDemonstration();
  ordeal = new Ordeal(server, seed);
  await ordeal.begin();
});

after(() => server?.remove());

test(`After each of ${kills} kills every acknowledged act is there and none is half done`, { timeout: 600_000 }, async () => {
  for (let kill = 0; kill < kills; kill += 1) await ordeal.round(() => server.kill());
  assert.ok(ordeal.promises.count > kills);
});

test('What was on its way when the server was killed is finished afterwards, exactly once', { timeout: 300_000 }, async () => {
  const issued = await ordeal.end();
  console.log(`# ${kills} kills, ${summaryOf(ordeal.promises)}, ${issued} signed files verified`);
});

test('The clean-up job leaves no file without a row', { timeout: 120_000 }, async () => {
  console.log(`# ${await ordeal.cleanUp()} orphans removed`);
});
