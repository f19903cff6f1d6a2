// SPDX-License-Identifier: Apache-2.0
// The product and the fastify peer side by side on the filled folder, and facts about what the folder holds.
import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, dataFolder } from './line.mjs';
import { freePort } from '../../lib/freePort.mjs';
import { accounts, startCongvu, startProgram } from './server.mjs';

export async function startFastify(data = dataFolder) {
  const port = await freePort();
  const script = path.join(import.meta.dirname, '../peers/fastify.mjs');
  return startProgram('node', [script, String(port), path.join(data, 'congvu.db')], { port, env: { NODE_ENV: 'production' } });
}

export async function startBoth(data = dataFolder) {
  const ours = await startCongvu({ data });
  const peer = await startFastify(data);
  return { ours, peer, password: accounts(data).password, stop: async () => Promise.all([ours.stop(), peer.stop()]) };
}

/** Opens the folder's database to look facts up (who is who, ids to ask for). */
export function facts(data = dataFolder) {
  const db = new Database(path.join(data, 'congvu.db'), { readonly: true });
  const who = (username) => db.prepare(`
    SELECT p.id AS personId, po.id AS postId, po.unit_id AS unitId, coalesce(a.id, u.id) AS agencyId
    FROM core_person p JOIN core_post po ON po.person_id = p.id JOIN core_unit u ON u.id = po.unit_id
    LEFT JOIN core_unit a ON a.id = CASE WHEN u.kind = 'agency' THEN u.id ELSE u.parent_id END WHERE p.username = ?`).get(username);
  return { db, who };
}

/** Ids of `count` rows spread evenly over the table. */
export function spread(db, sql, values, count) {
  const all = db.prepare(sql).pluck().all(...values);
  return Array.from({ length: Math.min(count, all.length) }, (_, index) => all[Math.floor((index * all.length) / count)]);
}

/** How long the SELECTs take on SQLite alone: `{perSecond, p50, p99}`. */
export function rawQueries(statements, seconds, data = dataFolder) {
  const input = `${statements.join('\n')}\n`;
  return JSON.parse(execFileSync(path.join(build, 'bin/bench-raw-query'), [path.join(data, 'congvu.db'), String(seconds)], { input, encoding: 'utf8' }));
}

/** The cursor that the product would give after a row with these sort values. */
export const cursorAfter = (...sortValues) => Buffer.from(JSON.stringify(sortValues.map(String))).toString('base64url');

/** nginx that answers every request with a short fixed text: what the bare machine can do over HTTP. */
export async function startNginx(folder, body) {
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'nginx.conf');
  writeFileSync(file, `daemon off; worker_processes auto; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 4096; }
http { access_log off; keepalive_requests 100000000;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port} reuseport; location / { default_type application/json; return 200 '${body.replaceAll("'", '')}'; } } }
`);
  return startProgram('nginx', ['-c', file, '-p', folder, '-e', `${folder}/error.log`], { port });
}
