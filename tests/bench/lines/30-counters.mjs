#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Badges and the numbers on the tabs: after random transitions through the interface they equal count(*); and how quickly they are given.
import Database from 'better-sqlite3';
import path from 'node:path';
import { eventually } from '../../../packaging/demo/api.mjs';
import { randomSource } from '../fill/subjects.mjs';
import { isQuick, median, printRow } from '../lib/line.mjs';
import { ask, rounds, signIn, wrk } from '../lib/load.mjs';
import { registrations } from '../lib/registering.mjs';
import { accounts, copyOfData, startCongvu } from '../lib/server.mjs';
import { facts } from '../lib/stage.mjs';

const transitions = isQuick ? 10_000 : 100_000;
const clients = 64;
const data = copyOfData('ours');
const { password } = accounts(data);
const { who, db: directory } = facts(data);
const chairPost = who('chutich.suoimau').postId;
const kt = who('truongphong.suoimau').unitId;
const { agencyId } = who('vanthu.suoimau');
directory.close();

const server = await startCongvu({ data });
const [clerk, chair] = await signIn(server.url, ['vanthu.suoimau', 'chutich.suoimau'], password, 2);
const random = randomSource(99);
const bodies = registrations(500);
let done = 0;

async function act(session, where, body, expected) {
  const answer = await ask(server.url, { path: where, body }, session);
  if (answer.status !== expected) throw new Error(`${where}: ${answer.status} ${JSON.stringify(answer.data)}`);
  done += 1;
  return answer.data;
}

const direction = (lead) => ({ opinion: 'Giao xử lý.', assignments: [{ kind: 'lead', unitId: lead, dueOn: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) }] });

/** The life of one document: every step is drawn, so lives of all lengths stand in the database at the end. */
async function live(number) {
  const body = JSON.parse(JSON.stringify(random.pick(bodies).body).replace('@', `9${number}`));
  const { id } = await act(clerk, '/api/v1/incoming/documents', random.next() < 0.5 ? body : { ...body, submitToPostId: chairPost }, 201);
  let isSubmitted = (await ask(server.url, { path: `/api/v1/incoming/documents/${id}` }, clerk)).data.document.state === 'submitted';
  const base = `/api/v1/incoming/documents/${id}`;
  for (;;) {
    const drawn = random.next();
    if (drawn < 0.15) return;
    if (!isSubmitted && drawn < 0.3) return act(clerk, `${base}/cancellation`, { reason: 'Đăng ký nhầm.' }, 200);
    if (!isSubmitted) await act(clerk, `${base}/submission`, { postId: chairPost, note: '' }, 200);
    else if (drawn < 0.6) await act(chair, `${base}/return`, { reason: 'Bổ sung.' }, 200);
    else if (drawn < 0.75) return act(chair, `${base}/direction`, direction(kt), 201);
    else return act(chair, `${base}/closing`, { note: 'Đã xem.' }, 200);
    isSubmitted = !isSubmitted;
  }
}

let number = 0;
async function client() {
  while (done < transitions) await live((number += 1));
}
await Promise.all(Array.from({ length: clients }, client));
console.error(`${done} transitions of ${number} documents`);

/** What the database holds, counted, beside what the interface says. */
async function differences() {
  const db = new Database(path.join(data, 'congvu.db'), { readonly: true });
  const differ = [];
  const compare = (what, counted, said) => counted !== said && differ.push(`${what}: counted ${counted}, said ${said}`);
  const tab = (name) => db.prepare('SELECT count(*) FROM incoming_document WHERE agency_id = ? AND tab = ?').pluck().get(agencyId, name);
  const { data: tabs } = await ask(server.url, { path: '/api/v1/incoming/documents/counters' }, clerk);
  compare('all', db.prepare('SELECT count(*) FROM incoming_document WHERE agency_id = ?').pluck().get(agencyId), tabs.all);
  for (const [key, name] of [['waiting', 'waiting'], ['inWork', 'in_work'], ['done', 'done']]) compare(name, tab(name), tabs[key]);
  const { data: badges } = await ask(server.url, { path: '/api/v1/work-items/counters' }, chair);
  compare('open', db.prepare("SELECT count(*) FROM core_work_item WHERE assignee_key = ? AND done_at IS NULL").pluck().get(`post:${chairPost}`), badges.open);
  const wrong = db.prepare(`
    SELECT count(*) FROM (
      SELECT assignee_key, plugin, kind, coalesce(due_on, '') AS due, count(*) AS n FROM core_work_item WHERE done_at IS NULL GROUP BY 1, 2, 3, 4
      EXCEPT SELECT assignee_key, plugin, kind, due_on, open_count FROM core_work_counter)`).pluck().get();
  const left = db.prepare(`
    SELECT count(*) FROM (
      SELECT assignee_key, plugin, kind, due_on, open_count FROM core_work_counter WHERE open_count <> 0
      EXCEPT SELECT assignee_key, plugin, kind, coalesce(due_on, ''), count(*) FROM core_work_item WHERE done_at IS NULL GROUP BY 1, 2, 3, 4)`).pluck().get();
  compare('rows of core_work_counter that differ', 0, wrong + left);
  db.close();
  return differ;
}

// Tasks are made by an event a moment later; until then the two counts are taken at different times.
let differ = [];
await eventually(async () => (differ = await differences()).length === 0, 'the counters', 60).catch(() => differ.forEach((line) => console.error(line)));
printRow({ goal: `counters equal count(*) after ${done.toLocaleString('en-GB')} random transitions`, ours: differ.length, limit: 0, ratio: null, unit: 'differences', isMet: differ.length === 0 });

const sessions = await signIn(server.url, ['vanthu.suoimau', 'chutich.suoimau', 'truongphong.suoimau', 'chuyenvien.suoimau'], password, 64);
for (const where of ['/api/v1/work-items/counters', '/api/v1/incoming/documents/counters']) {
  const measured = [];
  for (let round = 0; round < rounds; round += 1) measured.push((await wrk(server.url, [{ path: where }], { sessions, connections: 64 })).p99);
  const p99 = median(measured);
  printRow({ goal: `counters, 64 connections, ${where.slice('/api/v1/'.length)}: p99 ≤ 2 ms`, ours: p99, limit: 2, ratio: p99 / 2, unit: 'ms', isMet: p99 <= 2 });
}
await server.stop();
