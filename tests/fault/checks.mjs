// SPDX-License-Identifier: Apache-2.0
// What must be true of the disk after the server was ended: every promise is kept, nothing is half done, no file is missing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { eventually } from '../../packaging/demo/api.mjs';
import { DurableState, rowsOf } from './durable-state.mjs';
import { halfDone, leftOver } from './half-done.mjs';
import { stages } from './promises.mjs';

const stageOf = { draft: 0, in_review: 1, to_sign: 3, signed: 4, numbered: 5, sealed: 6, issued: 7 };

function requireNone(state, sentences) {
  for (const [sentence, sql] of Object.entries(sentences)) assert.deepEqual(state.rows(sql), [], sentence);
}

/** Every element of a set or key of a map is in the column. */
function requireAll(promised, column, what) {
  const present = new Set(column);
  assert.deepEqual([...promised].filter((one) => !present.has(one)), [], what);
}

function requireIssuingKept(state, issuing) {
  const documents = new Map(state.rows('SELECT id, state, current_step, number_and_symbol AS number FROM outgoing_document').map((row) => [row.id, row]));
  const passed = new Map(state.rows("SELECT document_id AS id, count(*) AS steps FROM outgoing_step WHERE state = 'passed' GROUP BY 1").map((row) => [row.id, row.steps]));
  const signed = new Set(state.column("SELECT id FROM signing_request WHERE state = 'signed'"));
  for (const [id, promise] of issuing) {
    const document = documents.get(id);
    assert.ok(document, `${id} was acknowledged as ${promise.stage} and is not there`);
    // The signature reaches its document by an event, a moment later; the request itself is checked below.
    const promised = stages.indexOf(promise.stage) - (['signed', 'sealed'].includes(promise.stage) ? 1 : 0);
    const reached = document.state === 'in_review' ? 1 + (passed.get(id) ?? 0) : stageOf[document.state];
    assert.ok(reached >= promised, `${id} is ${document.state} after ${promise.stage} was acknowledged`);
    if (promise.number) assert.equal(document.number, promise.number);
    for (const request of promise.signed ?? []) assert.ok(signed.has(request), `the acknowledged signature ${request} of ${id} is not there`);
  }
}

function requirePromisesKept(state, promises) {
  const numbers = new Map(state.rows('SELECT id, arrival_number AS number FROM incoming_document').map((row) => [row.id, row.number]));
  for (const [id, number] of promises.registered) assert.equal(numbers.get(id), number, `the registration of ${id}`);
  requireAll(promises.directed, state.column('SELECT document_id FROM incoming_direction'), 'acknowledged directions');
  requireAll(promises.uploaded, state.column('SELECT id FROM incoming_proposal'), 'acknowledged uploads');
  requireAll(promises.discarded, state.column("SELECT id FROM incoming_proposal WHERE state = 'discarded'"), 'acknowledged discarding');
  requireAll(promises.attached.keys(), state.column('SELECT file_id FROM outgoing_attachment'), 'acknowledged annexes');
  const files = new Set(state.column('SELECT id FROM core_file'));
  assert.deepEqual([...promises.detached].filter((id) => files.has(id)), [], 'annexes that were taken away');
  requireIssuingKept(state, promises.issuing);
}

/** How many valid signatures pdfsig (poppler) finds in a file; certificates are not its business here. */
function validSignatures(file) {
  const found = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
  return found.split('\n').filter((line) => line.includes('Signature is Valid')).length;
}

/** The file of each signed document holds exactly the signatures that its state says. */
function requireSignatures(state, isChecked) {
  const rows = state.rows(`SELECT d.id, f.sha256, d.state FROM outgoing_document d JOIN core_file f ON f.id = d.file_id
                           WHERE d.state IN ('signed', 'numbered', 'sealed', 'issued') ORDER BY d.updated_at DESC`);
  const chosen = rows.filter(isChecked);
  for (const { id, sha256, state: stage } of chosen) {
    assert.equal(validSignatures(state.contentPath(sha256)), ['sealed', 'issued'].includes(stage) ? 2 : 1, `signatures of ${id}, which is ${stage}`);
  }
  return chosen.length;
}

/** All that must be true whenever the server was ended; of the signed files the one that changed last. */
export function checkDisk(data, promises, seen) {
  const state = new DurableState(data);
  try {
    requireNone(state, halfDone);
    requirePromisesKept(state, promises);
    assert.deepEqual(state.brokenContents(seen), [], 'stored files that are missing or altered');
    requireSignatures(state, (_, index) => index === 0);
  } finally {
    state.remove();
  }
}

/** After all work was finished and the server stopped: also nothing is left to be done. How many documents were issued. */
export function checkEnd(data, promises) {
  const state = new DurableState(data);
  try {
    requireNone(state, { ...halfDone, ...leftOver });
    requirePromisesKept(state, promises);
    for (const [id, { stage }] of promises.issuing) assert.equal(stage, 'issued', id);
    assert.deepEqual(state.brokenContents(), [], 'stored files that are missing or altered');
    return requireSignatures(state, () => true);
  } finally {
    state.remove();
  }
}

/** Waits until every event is delivered: each issued document has come to its recipients, each direction has its task. */
export async function requireDelivered(data, administrator) {
  for (const [sentence, sql] of Object.entries(leftOver)) {
    await eventually(() => rowsOf(path.join(data, 'congvu.db'), sql).length === 0, `the end of this: ${sentence}`, 60);
  }
  assert.deepEqual((await administrator.get('/parked-events')).items, []);
}

export async function requireIntactAudit(officials) {
  const verification = await officials.administrator.post('/audit/verification', {});
  assert.ok(verification.intact, JSON.stringify(verification));
}

/** Runs the clean-up job and waits for its end. */
export async function cleanUpFiles(administrator) {
  const job = async () => (await administrator.get('/jobs')).items.find(({ plugin, id }) => plugin === 'core' && id === 'file-clean-up');
  const before = (await job()).lastRunAt;
  await administrator.post('/jobs/core/file-clean-up/run', {});
  const ran = await eventually(async () => {
    const now = await job();
    return !now.isRunning && now.lastRunAt !== before && now;
  }, 'the clean-up job');
  assert.equal(ran.lastResult, 'ok');
}

export function orphansOf(data) {
  const state = new DurableState(data);
  try {
    return state.orphans();
  } finally {
    state.remove();
  }
}
