#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// One incoming document of all, as the document page asks for it: session, unit gate, permission, row-level policy, the row with its files and directions.
import path from 'node:path';
import { median, printRow, temporaryFolder } from '../lib/line.mjs';
import { rounds, signIn, wrk } from '../lib/load.mjs';
import { facts, spread, startBoth, startNginx } from '../lib/stage.mjs';

const { db, who } = facts();
const { agencyId } = who('vanthu.suoimau');
const ids = spread(db, 'SELECT id FROM incoming_document WHERE agency_id = ?', [agencyId], 5000);
db.close();
const requests = ids.map((id) => ({ path: `/api/v1/incoming/documents/${id}` }));

const both = await startBoth();
const sessions = await signIn(both.ours.url, ['vanthu.suoimau', 'chutich.suoimau', 'chanhvanphong.suoimau'], both.password, 64);
const body = await (await fetch(both.ours.url + requests[0].path, { headers: { Cookie: sessions[0].cookie } })).text();
const nginx = await startNginx(path.join(temporaryFolder, 'nginx'), body);

const measured = { ours: [], nginx: [], fastify: [] };
for (let round = 0; round < rounds; round += 1) {
  measured.ours.push((await wrk(both.ours.url, requests, { sessions })).perSecond);
  measured.nginx.push((await wrk(nginx.url, requests, { sessions })).perSecond);
  measured.fastify.push((await wrk(both.peer.url, requests, { sessions })).perSecond);
}
await Promise.all([both.stop(), nginx.stop()]);

const ours = median(measured.ours);
const limit = median(measured.nginx);
const peer = median(measured.fastify);
const row = { ours, unit: 'requests/s' };
printRow({ ...row, goal: 'small authenticated GET, 64 connections: ≥ 0.5 × nginx return', limit, ratio: ours / limit, isMet: ours >= 0.5 * limit });
printRow({ ...row, goal: 'small authenticated GET, 64 connections: ≥ 2 × fastify + better-sqlite3', peer, ratio: ours / peer, isMet: ours >= 2 * peer });
