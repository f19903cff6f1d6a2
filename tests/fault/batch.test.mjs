// SPDX-License-Identifier: Apache-2.0
// A batch of a thousand documents, fifty of them with damaged files, whose server is killed at random moments. After each kill the signer
// gives the PIN again and the batch goes on where it stood.
//
//   CONGVU_BATCH_KILLS  how many kills, 20 unless said
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../../packaging/demo/api.mjs';
import { checkCutOff, checkSigned, damageFiles, fillDesk, pages } from './batchWork.mjs';
import { chanceFrom, seedOfRun } from './chance.mjs';
import { signInOfficials } from './officials.mjs';
import { Server } from './server.mjs';

const kills = Number(process.env.CONGVU_BATCH_KILLS ?? 20);
const documents = 1_000;
const damagedDocuments = 50;
const seed = seedOfRun();
const chance = chanceFrom(seed);

let server;
let officials;
let requests;
let damaged;
let batchId;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const batch = () => officials.chair.get(`/signing/batches/${batchId}`);
const doneOf = ({ signed, failed }) => signed + failed;

before(async () => {
  console.log(`# CONGVU_FAULT_SEED=${seed}`);
  server = await Server.withDemonstration();
  await server.start();
  officials = await signInOfficials(server.url, server.accounts);
  requests = await fillDesk(officials, documents);
  await server.stop();
  requests = requests.slice(0, documents);
  damaged = damageFiles(server.data, requests, damagedDocuments);
  await server.start();
}, { timeout: 900_000 });

after(() => server?.remove());

test(`After each of ${kills} kills every file of a batch of ${documents} is signed exactly once or untouched, and its result is true`, { timeout: 900_000 }, async () => {
  const key = (await officials.chair.get('/signing/keys')).items.find(({ owner }) => owner === 'person');
  const begun = await officials.chair.post('/signing/batches', { requestIds: requests.map(({ id }) => id), keyId: key.id, pin: officials.pin, places: [] });
  assert.deepEqual([begun.state, begun.total], ['running', documents]);
  batchId = begun.id;
  const progress = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // Somewhere in this kill's part of the batch, and a little later, so that every step of an act is met.
    const moment = Math.floor(((kill + chance()) * documents * 0.95) / kills);
    await eventually(async () => doneOf(await batch()) >= moment, `document ${moment}`, 120);
    await pause(chance() * 60);
    await server.kill();
    progress.push(await checkCutOff(server.data, damaged));
    await server.start();
    assert.equal((await batch()).state, 'paused', 'no key outlives the server');
    await assert.rejects(officials.chair.post(`/signing/batches/${batchId}/resumption`, { pin: `sai-${officials.pin}` }), /signing\.wrong-pin/);
    assert.equal((await officials.chair.post(`/signing/batches/${batchId}/resumption`, { pin: officials.pin })).state, 'running');
  }
  console.log(`# killed at ${progress.join(', ')} of ${documents}`);
  assert.ok(progress.every((done, index) => done >= (progress[index - 1] ?? 0)), 'nothing that was signed is lost');
  assert.ok(progress.at(-1) < documents, 'the last kill met the batch at work');
});

test('The batch goes on to its end, and its list of results is what is on the disk', { timeout: 300_000 }, async () => {
  await eventually(async () => (await batch()).state === 'finished', 'the end of the batch', 120);
  const { signed, failed } = await batch();
  assert.deepEqual([signed, failed], [documents - damagedDocuments, damagedDocuments]);
  const shown = { signed: await pages(officials.chair, `/signing/batches/${batchId}/items?state=signed`), failed: await pages(officials.chair, `/signing/batches/${batchId}/items?state=failed`) };
  assert.deepEqual(await pages(officials.chair, `/signing/batches/${batchId}/items?state=waiting`), []);
  const verification = await officials.administrator.post('/audit/verification', {});
  assert.ok(verification.intact, JSON.stringify(verification));
  await server.stop();
  const onDisk = await checkSigned(server.data, requests, damaged);
  for (const state of ['signed', 'failed']) assert.deepEqual(shown[state].map((item) => item.requestId).toSorted(), onDisk[state].toSorted());
});
