// SPDX-License-Identifier: Apache-2.0
// kill -9 at twenty random moments while documents are registered and directed: after each restart every acknowledged act is there, none is
// half done, arrival numbers have no gap and no double, no row names a missing file, and the audit chain verifies.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Client, eventually } from '../../packaging/demo/api.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const build = path.join(root, 'build/release');
const congvu = path.join(build, 'bin/congvu');
const kills = 20;

let data;
let url;
let port;
let server;

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const free = probe.address().port;
      probe.close(() => resolve(free));
    });
  });
}

async function start() {
  server = spawn(congvu, ['serve', '--data', data, '--port', String(port)], { stdio: 'ignore' });
  await eventually(async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok, 'the server');
}

async function kill() {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}

before(async () => {
  data = mkdtempSync(path.join(os.tmpdir(), 'congvu-fault-'));
  port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const first = execFileSync(congvu, ['user', 'first-administrator', '--data', data, '--username', 'quantri'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  await start();
  execFileSync('node', [path.join(root, 'packaging/demo/seed.mjs'), '--url', url, '--data', data, '--build', build], {
    env: { ...process.env, CONGVU_FIRST_PASSWORD: first },
    stdio: 'ignore',
  });
});

after(async () => {
  if (server.exitCode === null) await kill();
  rmSync(data, { recursive: true, force: true });
});

const day = new Date().toISOString().slice(0, 10);
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('Every acknowledged act survives kill -9 at twenty random moments', { timeout: 400_000 }, async () => {
  const { password } = JSON.parse(readFileSync(path.join(data, 'demo-accounts.json'), 'utf8'));
  const clerk = new Client(url);
  await clerk.signIn('vanthu.suoimau', password);
  const chair = new Client(url);
  const chairPost = (await chair.signIn('chutich.suoimau', password)).post.id;
  const leadUnit = (await clerk.get('/units')).items.find((unit) => unit.name === 'Phòng Kinh tế').id;

  const registered = new Map();
  const directed = new Set();
  let counter = 0;
  let isRunning = true;

  // What is not answered may or may not have happened; only answers are promises.
  async function work() {
    while (isRunning) {
      counter += 1;
      const facts = { symbol: `${counter}/UBND-VX`, issuerName: 'Cơ quan thử nghiệm', typeId: 'cong-van', subject: `Văn bản thử số ${counter}`, documentDate: day, urgency: 'normal' };
      try {
        const document = await clerk.post('/incoming/documents', { facts, submitToPostId: chairPost });
        registered.set(document.id, document.arrivalNumber);
        if (counter % 3 === 0) {
          await chair.post(`/incoming/documents/${document.id}/direction`, { opinion: 'Xử lý.', assignments: [{ kind: 'lead', unitId: leadUnit, dueOn: inDays(9) }] });
          directed.add(document.id);
        }
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // a dropped connection is a TypeError of fetch
        return;
      }
    }
  }

  for (let round = 0; round < kills; round += 1) {
    isRunning = true;
    const workers = Array.from({ length: 6 }, work);
    await new Promise((resolve) => setTimeout(resolve, 80 + Math.random() * 500));
    await kill();
    isRunning = false;
    await Promise.all(workers);
    await start();
  }

  assert.ok(registered.size > kills, `only ${registered.size} documents were registered`);
  for (const [id, arrivalNumber] of registered) {
    const { document } = await clerk.get(`/incoming/documents/${id}`).then((found) => ({ document: found.document ?? found }));
    assert.equal(document.arrivalNumber, arrivalNumber);
  }
  for (const id of directed) {
    const tasks = await eventually(async () => {
      const found = (await chair.get(`/tasks/of/incoming/document/${id}`)).items;
      return found.length > 0 ? found : null;
    }, `the task of ${id}`);
    assert.equal(tasks.length, 1);
  }
  console.log(`# ${registered.size} registrations and ${directed.size} directions were acknowledged over ${kills} kills`);
});

test('Arrival numbers have no gap and no double after the kills', async () => {
  const numbers = JSON.parse(
    execFileSync('sqlite3', ['-json', path.join(data, 'congvu.db'), "SELECT agency_id, arrival_number AS number FROM incoming_document ORDER BY 1, 2"], { encoding: 'utf8' }) || '[]',
  );
  const byAgency = Map.groupBy ? Map.groupBy(numbers, (row) => row.agency_id) : new Map([...new Set(numbers.map((row) => row.agency_id))].map((agency) => [agency, numbers.filter((row) => row.agency_id === agency)]));
  assert.ok(byAgency.size > 0);
  for (const rows of byAgency.values()) assert.deepEqual(rows.map((row) => row.number), rows.map((_, index) => index + 1));
});

test('No row names a missing or altered file after the kills', () => {
  const rows = execFileSync('sqlite3', [path.join(data, 'congvu.db'), 'SELECT DISTINCT sha256 FROM core_file'], { encoding: 'utf8' }).split('\n').filter(Boolean);
  assert.ok(rows.length > 0);
  for (const sha256 of rows) {
    const file = [path.join(data, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256), path.join(data, 'files', sha256.slice(0, 2), sha256)].find(existsSync);
    assert.ok(file, `content ${sha256} is missing`);
    assert.equal(createHash('sha256').update(readFileSync(file)).digest('hex'), sha256);
  }
});

test('The audit chain verifies after the kills', async () => {
  await kill();
  execFileSync(congvu, ['audit', 'verify', '--data', data], { stdio: 'ignore' });
});
