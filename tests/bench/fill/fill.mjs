// SPDX-License-Identifier: Apache-2.0
// Makes the filled data folder BENCH_DATA, unless it is there and neither the schema nor the filler has changed:
// the product starts and is seeded, writes one document of every kind into a scratch copy, and these rows are repeated in bulk.
import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, dataFolder, documentCount, root, temporaryFolder } from '../lib/line.mjs';
import { freePort } from '../../lib/freePort.mjs';
import { accounts, startCongvu } from '../lib/server.mjs';
import { clonerOf } from './clone.mjs';
import { documentsOf } from './documents.mjs';
import { countEverything, dropIndexes, makeRegisters, recreateIndexes } from './finish.mjs';
import { makeTemplates, tablesOf } from './templates.mjs';

const say = (text) => console.error(`fill: ${text}`);

/** Changes when a migration, the demonstration data or the filler itself does. */
function stampOf() {
  const folders = ['tests/bench/fill', 'packaging/demo', 'server/core/migrations', 'server/host/migrations',
    ...readdirSync(path.join(root, 'plugins')).map((id) => `plugins/${id}/migrations`)];
  const hash = createHash('sha256').update(String(documentCount));
  for (const folder of folders.map((one) => path.join(root, one)).filter(existsSync)) {
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest('hex');
}

const stampFile = `${dataFolder}.stamp`;

async function seed(data) {
  const congvu = path.join(build, 'bin/congvu');
  const first = execFileSync(congvu, ['user', 'first-administrator', '--data', data, '--username', 'quantri'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  const server = await startCongvu({ data, port: await freePort() });
  execFileSync('node', [path.join(root, 'packaging/demo/seed.mjs'), '--url', server.url, '--data', data, '--build', build], { env: { ...process.env, CONGVU_FIRST_PASSWORD: first }, stdio: 'ignore' });
  await server.stop();
}

async function templatesOf(data) {
  const scratch = path.join(temporaryFolder, 'templates');
  cpSync(data, scratch, { recursive: true });
  const server = await startCongvu({ data: scratch });
  const made = await makeTemplates({ url: server.url, data: scratch, ...accounts(scratch) });
  await server.stop();
  cpSync(path.join(scratch, 'files'), path.join(data, 'files'), { recursive: true }); // the repeated rows name the same content
  rmSync(scratch, { recursive: true });
  return made;
}

function repeat(db, templates, agencyIds) {
  const registerRow = makeRegisters(db, agencyIds, templates);
  let order = db.prepare('SELECT last_order FROM core_search_engine').pluck().get();
  const takeOrder = () => (order += 1); // a document with tasks stands in the search index several times
  const cloners = new Map([...templates].map(([name, template]) => [name, clonerOf(db, template)]));
  let made = 0;
  db.exec('BEGIN');
  for (const document of documentsOf(documentCount)) {
    Object.assign(document, registerRow(document), { takeOrder });
    cloners.get(`${document.agency}/${document.kind}`)(document);
    made += 1;
    if (made % 100_000 === 0) say(`${made} documents`);
  }
  db.prepare('UPDATE core_search_engine SET last_order = ?').run(order);
  db.exec('COMMIT');
}

function fillDatabase(data, { templates, agencyIds, taskCounters }) {
  const db = new Database(path.join(data, 'congvu.db'));
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  db.pragma('cache_size = -1500000');
  db.pragma('locking_mode = EXCLUSIVE');
  const indexes = dropIndexes(db, tablesOf(db));
  repeat(db, templates, agencyIds);
  say('indexes');
  recreateIndexes(db, indexes);
  say('counters');
  countEverything(db, taskCounters);
  say('search index');
  db.exec("INSERT INTO core_search_index (core_search_index) VALUES ('rebuild')");
  db.pragma('locking_mode = NORMAL');
  db.pragma('journal_mode = WAL');
  db.close();
}

async function make() {
  const started = Date.now();
  rmSync(dataFolder, { recursive: true, force: true });
  rmSync(stampFile, { force: true });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  mkdirSync(temporaryFolder, { recursive: true });
  say(`${documentCount} documents into ${dataFolder}`);
  await seed(dataFolder);
  const templates = await templatesOf(dataFolder);
  fillDatabase(dataFolder, templates);
  writeFileSync(stampFile, stampOf());
  say(`done in ${Math.round((Date.now() - started) / 1000)} s`);
}

if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf()) say(`${dataFolder} is there already`);
else await make();
