// SPDX-License-Identifier: Apache-2.0
// A desk with many documents, some of whose files are damaged, and what must be true of a batch that signs them whenever it was cut off.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { eventually } from '../../packaging/demo/api.mjs';
import { DurableState } from './durable-state.mjs';
import { halfDone } from './half-done.mjs';

const run = promisify(execFile);
const atOnce = 8;

/** Does `act` with every element, a few at a time, and gives the answers in order. */
async function each(elements, act) {
  const answers = [];
  let next = 0;
  const worker = async () => {
    while (next < elements.length) {
      const index = next;
      next += 1;
      answers[index] = await act(elements[index], index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}

/** Letters that wait for the signature of the chair; the requests on the desk. */
export async function fillDesk({ drafter, chair, chairPost }, documents) {
  const { fields } = await drafter.get('/outgoing/draft-defaults?formId=cong-van');
  const common = { ...fields, body: 'Nội dung để thử đợt ký.', recipients: ['Như trên'], addressees: ['Ủy ban nhân dân tỉnh Sông Mẫu'] };
  await each(Array.from({ length: documents }), async (_, index) => {
    const draft = { formId: 'cong-van', fields: { ...common, subject: `đợt ký, văn bản ${index}` }, urgency: 'normal', recipientAgencyIds: [] };
    const { id } = await drafter.post('/outgoing/documents', draft);
    await drafter.post(`/outgoing/documents/${id}/submit`, { reviewerPostIds: [chairPost], note: '' });
  });
  return eventually(async () => {
    const all = await pages(chair, '/signing/requests');
    return all.length >= documents && all;
  }, 'the requests on the desk');
}

/** Every element of a list of the interface. */
export async function pages(client, path) {
  const all = [];
  let cursor = '';
  do {
    const page = await client.get(`${path}${path.includes('?') ? '&' : '?'}limit=200&cursor=${encodeURIComponent(cursor)}`);
    all.push(...page.items);
    cursor = page.next ?? '';
  } while (cursor);
  return all;
}

/** Ways in which a stored PDF may be damaged: cut short, emptied, without its table, with another beginning, with rubbish in the middle. */
const damages = [
  (bytes) => bytes.subarray(0, bytes.length / 2),
  () => Buffer.alloc(0),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll('startxref', 'startxxxx'), 'latin1'),
  (bytes) => Buffer.concat([Buffer.from('no PDF at all\n'), Buffer.alloc(bytes.length, 7)]),
  (bytes) => Buffer.from(bytes.toString('latin1').replaceAll(' 0 obj', ' 0 xxx'), 'latin1'),
];

/** Damages the stored files of so many requests, spread over all of them, on the disk of the stopped server; the ids of those requests. */
export function damageFiles(data, requests, count) {
  const state = new DurableState(data);
  try {
    const step = Math.floor(requests.length / count);
    const chosen = requests.filter((_, index) => index % step === 0).slice(0, count);
    const contents = new Map(state.rows('SELECT r.id, f.sha256 FROM signing_request r JOIN core_file f ON f.id = r.file_id').map((row) => [row.id, row.sha256]));
    chosen.forEach(({ id }, index) => {
      const file = state.contentPath(contents.get(id));
      writeFileSync(file, damages[index % damages.length](readFileSync(file)));
    });
    return new Set(chosen.map(({ id }) => id));
  } finally {
    state.remove();
  }
}

const itemsOf = (state) =>
  state.rows(`SELECT i.request_id AS id, i.state, i.code, r.state AS request, f.sha256 AS signed, o.sha256 AS original
              FROM signing_batch_item i JOIN signing_request r ON r.id = i.request_id
              JOIN core_file o ON o.id = r.file_id LEFT JOIN core_file f ON f.id = r.signed_file_id ORDER BY i.position`);

/** A result and its document never disagree, whenever one looks. */
function requireTrueResults(items, damaged) {
  for (const item of items) {
    const isSigned = item.state === 'signed';
    assert.equal(item.request, isSigned ? 'signed' : 'open', `${item.id}: ${item.state}, and its request is ${item.request}`);
    assert.equal(item.signed !== null, isSigned, `${item.id}: ${item.state}, and its signed file`);
    if (item.state === 'failed') assert.ok(damaged.has(item.id), `${item.id} failed: ${item.code}`);
    if (isSigned) assert.ok(!damaged.has(item.id), `${item.id} is damaged and signed`);
  }
}

/** The signed file is the original and one signature that pdfsig (poppler) finds valid. */
async function requireOneSignature(state, item) {
  const bytes = readFileSync(state.contentPath(item.signed));
  const original = readFileSync(state.contentPath(item.original));
  assert.equal(createHash('sha256').update(bytes).digest('hex'), item.signed, `the content of ${item.id}`);
  assert.ok(bytes.subarray(0, original.length).equals(original), `${item.id}: the original is the beginning`);
  const { stdout } = await run('pdfsig', ['-nocert', state.contentPath(item.signed)]);
  assert.equal(stdout.split('\n').filter((line) => line.includes('Signature is Valid')).length, 1, `signatures of ${item.id}`);
}

/** After a kill: nothing is half done, no result is untrue, and the file signed last is whole. How many have a result. */
export async function checkCutOff(data, damaged) {
  const state = new DurableState(data);
  try {
    for (const [sentence, sql] of Object.entries(halfDone)) assert.deepEqual(state.rows(sql), [], sentence);
    const items = itemsOf(state);
    requireTrueResults(items, damaged);
    const last = items.filter((item) => item.state === 'signed').at(-1);
    if (last) await requireOneSignature(state, last);
    return items.filter((item) => item.state !== 'waiting').length;
  } finally {
    state.remove();
  }
}

/** At the end: each sound file is signed exactly once and by one event, each damaged one is untouched, each has its result. */
export async function checkSigned(data, requests, damaged) {
  const state = new DurableState(data);
  try {
    const items = itemsOf(state);
    requireTrueResults(items, damaged);
    assert.deepEqual(items.map((item) => item.id).toSorted(), requests.map(({ id }) => id).toSorted());
    const signed = items.filter((item) => item.state === 'signed');
    const failed = items.filter((item) => item.state === 'failed');
    assert.deepEqual([signed.length, failed.length], [requests.length - damaged.size, damaged.size]);
    assert.ok(failed.every((item) => item.code.startsWith('signing.error.')), JSON.stringify(failed));
    const events = state.column("SELECT json_extract(payload, '$.requestId') FROM host_outbox WHERE name = 'signing.request-signed.v1'");
    const told = events.filter((id) => items.some((item) => item.id === id));
    assert.deepEqual(told.toSorted(), signed.map((item) => item.id).toSorted(), 'one event for each signature');
    await each(signed, (item) => requireOneSignature(state, item));
    return { signed: signed.map((item) => item.id), failed: failed.map((item) => item.id) };
  } finally {
    state.remove();
  }
}
