// SPDX-License-Identifier: Apache-2.0
// Power cuts of the whole server at random moments while documents are registered, directed, signed and issued. congvu-powercut is the
// server on a database and stored files that lose what was not synced, and of that a random part.
//
//   CONGVU_POWER_CUTS  how many, 100 unless said
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seedOfRun } from './chance.mjs';
import { Ordeal, summaryOf } from './ordeal.mjs';
import { Server } from './server.mjs';

const cuts = Number(process.env.CONGVU_POWER_CUTS ?? 100);
const cutsOfALyingDisk = 10;
const seed = seedOfRun();
const program = 'congvu-powercut';

let demonstration;
let server;
let ordeal;

/** A promise was broken, or there is no usable database any more. */
const isFoundOut = (error) => error instanceof assert.AssertionError || /does not start|malformed|not a database/.test(error.message);

before(async () => {
  console.log(`# CONGVU_FAULT_SEED=${seed}`);
  demonstration = await Server.withDemonstration();
  server = await demonstration.copy();
  ordeal = new Ordeal(server, seed, { program });
  await ordeal.begin();
});

after(async () => {
  await server?.remove();
  await demonstration?.remove();
});

test(`After each of ${cuts} power cuts every acknowledged act is there and none is half done`, { timeout: 1_800_000 }, async () => {
  for (let cut = 0; cut < cuts; cut += 1) await ordeal.round((seedOfCut) => server.cutPower(seedOfCut));
  assert.ok(ordeal.promises.count > cuts);
});

test('What was on its way when the power went is finished afterwards, exactly once', { timeout: 300_000 }, async () => {
  const issued = await ordeal.end();
  console.log(`# ${cuts} power cuts, ${summaryOf(ordeal.promises)}, ${issued} signed files verified`);
});

test('The clean-up job leaves no file without a row', { timeout: 120_000 }, async () => {
  console.log(`# ${await ordeal.cleanUp()} orphans removed`);
});

// Shows that the tests above can fail: the same work on a disk that says "synced" and is not.
for (const part of ['files', 'database']) {
  test(`A disk that lies about syncing the ${part} is found out`, { timeout: 300_000 }, async () => {
    const other = await demonstration.copy();
    try {
      const lied = new Ordeal(other, seed, { program, environment: { CONGVU_LYING_DISK: part } });
      await lied.begin();
      await assert.rejects(async () => {
        for (let cut = 0; cut < cutsOfALyingDisk; cut += 1) await lied.round((seedOfCut) => other.cutPower(seedOfCut));
      }, isFoundOut);
    } finally {
      await other.remove();
    }
  });
}
