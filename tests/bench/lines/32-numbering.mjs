#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Arrival numbers without a gap and without a double: 64 clients register while the server is killed again and again. Counted in the database.
import Database from 'better-sqlite3';
import path from 'node:path';
import { isQuick, printRow } from '../lib/line.mjs';
import { signIn, wrk } from '../lib/load.mjs';
import { clerks, registrations } from '../lib/registering.mjs';
import { accounts, copyOfData, startCongvu } from '../lib/server.mjs';

const wanted = isQuick ? 20_000 : 1_000_000;
const longest = (isQuick ? 120 : 900) * 1000;
const data = copyOfData('ours');
const { password } = accounts(data);
const requests = registrations(1000);

function look(sql) {
  const db = new Database(path.join(data, 'congvu.db'), { readonly: true });
  const found = db.prepare(sql).pluck().get();
  db.close();
  return found;
}

const before = look('SELECT count(*) FROM incoming_document');
const started = Date.now();
let kills = 0;
let sessions = [];
while (look('SELECT count(*) FROM incoming_document') - before < wanted && Date.now() - started < longest) {
  const server = await startCongvu({ data });
  sessions = sessions.length ? sessions : await signIn(server.url, clerks, password, 63);
  const duration = isQuick ? 3 : 20;
  const load = wrk(server.url, requests, { sessions, method: 'POST', duration, mayFail: true });
  await new Promise((resolve) => setTimeout(resolve, duration * 1000 * (0.6 + 0.35 * Math.random())));
  await server.kill();
  kills += 1;
  await load;
  console.error(`${look('SELECT count(*) FROM incoming_document') - before} registered, ${kills} kills`);
}

const registered = look('SELECT count(*) FROM incoming_document') - before;
const gaps = look('SELECT sum(last_number - (SELECT count(*) FROM core_register_number n WHERE n.register_row_id = r.id)) FROM core_register r');
const doubles = look('SELECT count(*) - count(DISTINCT agency_id || arrival_key) FROM incoming_document');
const unnamed = look("SELECT count(*) FROM core_register_number n WHERE plugin = 'incoming' AND NOT EXISTS (SELECT 1 FROM incoming_document d WHERE d.id = n.entity_id AND d.arrival_number = n.number)");
const faults = gaps + doubles + unnamed;
printRow({ goal: `numbering, 64 clients, ${kills} kills, ${registered.toLocaleString('en-GB')} numbers: 0 gaps and 0 doubles`, ours: faults, limit: 0, ratio: null, unit: 'faults', isMet: faults === 0 && registered > 0 });
