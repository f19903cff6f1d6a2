// SPDX-License-Identifier: Apache-2.0
// The whole product on PostgreSQL: the demonstration province is made, a directive becomes tasks, a signed answer goes back to the province,
// and everything closes, with the same end states as on SQLite.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Client, eventually } from '../../packaging/demo/api.mjs';
import { issueDocument } from '../../packaging/demo/journey.mjs';
import { people as staff } from '../../packaging/demo/province.mjs';
import { build, TestServer } from '../lib/TestServer.mjs';
import { Cluster } from './cluster.mjs';

const answerSubject = 'kết quả kiểm tra 5 hồ chứa';

let cluster;
let database;
let server;
let accounts;
let people;
const story = {};

const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const of = (role, agency = 'doithu') => people.find((person) => person.role === role && person.agency === agency).client;
const postIdOf = async (client) => (await client.get('/session')).post.id;

before(async () => {
  cluster = new Cluster();
  database = cluster.create('congvu');
  server = await TestServer.make(['--database', database]);
  await server.startWithDemonstration();
  accounts = server.accounts;
  people = [];
  for (const person of staff) {
    const client = new Client(server.url);
    await client.signIn(person.username, accounts.password);
    people.push({ ...person, client });
  }
});

after(async () => {
  await server?.remove();
  cluster?.stop();
});

test('A delivery is registered, directed and becomes tasks', async () => {
  const clerk = of('vanthu');
  const [delivery] = (await clerk.get('/incoming/deliveries?state=arrived')).items;
  const { symbol, typeId, subject, documentDate, urgency, signerName } = delivery;
  const facts = { symbol, issuerName: delivery.senderName, typeId, subject, documentDate, urgency, signerName, signerPosition: delivery.signerTitle };
  const chair = of('chutich');
  const registered = await clerk.post(`/incoming/deliveries/${delivery.id}/registration`, { facts, submitToPostId: await postIdOf(chair), submissionNote: 'Kính trình.' });
  assert.equal(registered.arrivalNumber, 1);
  Object.assign(story, { documentId: registered.id, symbol, subject });
  const units = (await clerk.get('/directory')).items.filter((item) => item.kind === 'unit');
  const unitId = (name) => units.find((unit) => unit.name === name).id;
  await chair.post(`/incoming/documents/${registered.id}/direction`, {
    opinion: 'Giao Phòng Kinh tế chủ trì.',
    assignments: [
      { kind: 'lead', unitId: unitId('Phòng Kinh tế'), dueOn: dayIn(9) },
      { kind: 'coop', unitId: unitId('Phòng Văn hóa - Xã hội'), dueOn: dayIn(6) },
    ],
  });
  const tasks = await eventually(async () => {
    const { items } = await chair.get(`/tasks/of/incoming/document/${registered.id}`);
    return items.length === 2 ? items : null;
  }, 'the tasks');
  story.taskId = tasks.find((task) => task.kind === 'lead').id;
  story.coopTaskId = tasks.find((task) => task.kind === 'coop').id;
});

test('The lead division takes the task on, names a handler, and the handler reports', async () => {
  const head = of('truongphong');
  await head.post(`/tasks/${story.taskId}/acceptance`, {});
  const handler = of('chuyenvien');
  await head.post(`/tasks/${story.taskId}/handlers`, { handlerPostIds: [await postIdOf(handler)], note: 'Đề nghị thực hiện.' });
  const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
  await handler.upload(`/tasks/${story.taskId}/reports`, [{ name: 'bien-ban.pdf', bytes: pdf }], { percent: 60, note: 'Đã kiểm tra 3 trong 5 hồ chứa.' });
  const { task } = await handler.get(`/tasks/${story.taskId}`);
  assert.deepEqual([task.percent, task.timeliness], [60, 'in_term']);
});

test('The answer is drafted, reviewed, signed, numbered, sealed and issued', async () => {
  const handler = of('chuyenvien');
  const defaults = await handler.get(`/outgoing/draft-defaults?formId=cong-van&sourceDocumentId=${story.documentId}&sourceTaskId=${story.taskId}`);
  assert.deepEqual(defaults.fields.signer.authority, [{ prefix: 'TM.', of: 'Ủy ban nhân dân' }]);
  const province = (await handler.get('/agencies')).items.find((agency) => agency.name.includes('tỉnh'));
  const draft = {
    formId: 'cong-van',
    fields: { ...defaults.fields, subject: answerSubject, body: '5 hồ chứa vận hành an toàn.' },
    urgency: 'normal',
    recipientAgencyIds: [province.id],
    sourceDocumentId: story.documentId,
    sourceTaskId: story.taskId,
  };
  story.answerId = await issueDocument({ people, agency: 'doithu', draft, pin: accounts.pin });
  const answer = await handler.get(`/outgoing/documents/${story.answerId}`);
  assert.equal(answer.state, 'issued');
  assert.match(answer.numberAndSymbol, /^01\/UBND-/);
});

test('The answer arrives at the province with both signatures valid, and statuses flow back', async () => {
  const clerk = of('vanthu', 'tinh');
  const delivery = await eventually(async () => (await clerk.get('/incoming/deliveries?state=arrived')).items.find((one) => one.subject.includes(answerSubject)), 'the delivery');
  const report = await clerk.get(`/incoming/deliveries/${delivery.id}/verification`);
  assert.equal(report.verdict, 'valid');
  assert.deepEqual(report.signatures.map((signature) => signature.integrity), ['intact', 'intact']);
  const { symbol, typeId, subject, documentDate, urgency } = delivery;
  await clerk.post(`/incoming/deliveries/${delivery.id}/registration`, { facts: { symbol, issuerName: delivery.senderName, typeId, subject, documentDate, urgency }, submitToPostId: await postIdOf(of('chutich', 'tinh')) });
  const status = async () => (await of('vanthu').get(`/outgoing/documents/${story.answerId}`)).recipients[0].status;
  await eventually(async () => ['03', '04'].includes(await status()), 'the status of the recipient');
});

test('Accepting the results closes the tasks, the document and every work item', async () => {
  const handler = of('chuyenvien');
  await handler.upload(`/tasks/${story.taskId}/result`, [], { note: 'Đã phát hành văn bản trả lời.', documentId: story.answerId });
  const chair = of('chutich');
  await chair.post(`/tasks/${story.taskId}/result-acceptance`, {});
  assert.equal((await chair.get(`/tasks/${story.taskId}`)).task.state, 'done');
  await eventually(async () => (await chair.get(`/incoming/documents/${story.documentId}`)).document.state === 'completed', 'the closing of the document');
  for (const role of ['vanthu', 'chutich', 'truongphong', 'truongphongvhxh', 'chuyenvien', 'chanhvanphong']) {
    const open = await eventually(async () => {
      const { items } = await of(role).get('/work-items?state=open&limit=200');
      return items.some((item) => item.title.includes(story.subject) || item.title.includes(answerSubject)) ? null : items;
    }, `the empty desk of ${role}`);
    const counters = await of(role).get('/work-items/counters');
    assert.equal(counters.open, open.length, `the counter of ${role} is the number of his items`);
  }
});

test('Search finds words with and without accents, symbols and phrases, and only for those who may see the document', async () => {
  const search = async (client, typed) => (await client.get(`/search?q=${encodeURIComponent(typed)}`)).items.map((item) => item.id);
  const clerk = of('vanthu');
  const words = story.subject.split(' ').slice(0, 3).join(' ');
  const unaccented = words.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
  for (const typed of [words, unaccented, `"${words}"`, story.symbol, unaccented.slice(0, -1)]) {
    await eventually(async () => (await search(clerk, typed)).includes(story.documentId), `the hit for ${typed}`);
  }
  assert.ok(!(await search(of('vanthu', 'suoimau'), story.symbol)).includes(story.documentId));
});

test('Lists, counters and registers say what happened', async () => {
  const clerk = of('vanthu');
  const counters = await clerk.get('/incoming/documents/counters');
  assert.deepEqual([counters.all, counters.done, counters.overdue], [1, 1, 0]);
  const filtered = await clerk.get(`/incoming/documents?q=${encodeURIComponent(story.subject.split(' ')[0])}&limit=10`);
  assert.deepEqual(filtered.items.map((item) => item.id), [story.documentId]);
  const registers = (await clerk.get('/registers')).items.map(({ register, last }) => [register, last]).sort();
  assert.deepEqual(registers, [['incoming', 1], ['outgoing', 1]]);
  const rows = cluster.query(database, 'SELECT count(*), count(DISTINCT (agency_id, arrival_number)) FROM incoming_document');
  assert.equal(rows[0][0], rows[0][1], 'no arrival number twice');
});

test('A dossier keeps the directive and its answer in the order of time, is closed, handed over, received and exported', async () => {
  const handler = of('chuyenvien');
  const { id } = await handler.post('/records/dossiers', { title: 'Hồ sơ an toàn hồ chứa', retention: '20 năm', startedOn: dayIn(-30) });
  for (const [plugin, document] of [['outgoing', story.answerId], ['incoming', story.documentId]]) {
    await handler.post(`/records/dossiers/${id}/documents`, { plugin, type: 'document', id: document });
  }
  assert.deepEqual((await handler.get('/records/dossiers?q=an%20toan%20ho%20chua')).items.map((item) => item.id), [id]);
  const kept = (await handler.get(`/records/dossiers/${id}/documents?limit=1`));
  const rest = await handler.get(`/records/dossiers/${id}/documents?limit=1&cursor=${kept.next}`);
  assert.deepEqual([...kept.items, ...rest.items].map((item) => item.ordinal), [1, 2]);
  await handler.post(`/records/dossiers/${id}/closing`, { endedOn: dayIn(0), despiteGaps: true, note: 'Đã kiểm tra' });
  const transfer = await handler.post('/records/transfers', { dossierIds: [id], title: 'Hồ sơ Phòng Kinh tế' });
  await of('vanthu').post(`/records/transfers/${transfer.id}/acceptance`, {});
  assert.equal((await handler.get(`/records/dossiers/${id}`)).dossier.state, 'archived');
  const asked = await handler.post(`/records/dossiers/${id}/exports`, { kind: 'package' });
  await eventually(async () => (await handler.get(`/records/exports/${asked.id}`)).state === 'done', 'the export');
});

/** Every number of a report that leads to a list, with the list. */
function figuresOf(value) {
  if (Array.isArray(value)) return value.flatMap(figuresOf);
  if (value === null || typeof value !== 'object') return [];
  return [...(value.link ? [{ amount: value.amount, link: value.link }] : []), ...Object.values(value).flatMap(figuresOf)];
}
const listOf = (link) => `${link.replace(/^\/(incoming|outgoing)\?/, '/$1/documents?').replace('tab=issued', 'state=issued,recalling,recalled')}&limit=1`;

test('Figures are as many as the rows they lead to, and the same before and after the sums are kept', async () => {
  const chair = of('chutich');
  const admin = new Client(server.url);
  await admin.signIn('quantri', accounts.password);
  const report = async () => (await chair.get('/statistics/report')).sources;
  const counted = await report();
  const figures = figuresOf(counted);
  assert.ok(figures.length > 10);
  const wrong = [];
  for (const { amount, link } of figures) {
    const { total } = await chair.get(listOf(link));
    if (total !== amount) wrong.push(`${link}: ${total}, not ${amount}`);
  }
  assert.deepEqual(wrong, []);
  await admin.post('/jobs/statistics/figures/run', {});
  await eventually(() => cluster.query(database, 'SELECT count(*) FROM statistics_day')[0][0] > 0, 'the sums');
  assert.deepEqual(await report(), counted);
});

test('The audit chain verifies, every job ran, no event is parked and no statement was refused', async () => {
  const admin = new Client(server.url);
  await admin.signIn('quantri', accounts.password);
  assert.equal((await admin.post('/audit/verification')).intact, true);
  assert.deepEqual((await admin.get('/parked-events')).items, []);
  for (const { plugin, id } of (await admin.get('/jobs')).items) await admin.post(`/jobs/${plugin}/${id}/run`, {});
  const ran = await eventually(async () => {
    const { items } = await admin.get('/jobs');
    return items.every((job) => job.lastRunAt !== null && !job.isRunning) ? items : null;
  }, 'the jobs');
  assert.deepEqual(ran.filter((job) => job.lastResult !== 'ok'), []);
  const refused = readFileSync(cluster.logFile, 'utf8').split('\n').filter((line) => /\b(ERROR|FATAL|PANIC):/.test(line));
  assert.deepEqual(refused, []);
});

test('Neither PIN nor password stands in the database, the files or the log', () => {
  const secrets = [accounts.pin, accounts.password];
  const places = new Map([['database', cluster.dump(database)], ['log', readFileSync(server.logFile, 'utf8')]]);
  assert.ok(places.get('database').includes(story.answerId) && places.get('log').includes('POST'), 'the search looks where the server writes');
  for (const entry of readdirSync(server.data, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name !== 'demo-accounts.json') places.set(entry.name, readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), 'latin1'));
  }
  // A PIN of six figures may be part of a longer number; it must not stand alone.
  for (const [place, text] of places) for (const secret of secrets) assert.ok(!new RegExp(`(?<![0-9A-Za-z.])${secret}(?![0-9A-Za-z.])`).test(text), `a secret stands in ${place}`);
  assert.ok(!existsSync(path.join(server.data, 'congvu.db')), 'nothing was written to SQLite');
});
