// SPDX-License-Identifier: Apache-2.0
// What docs/developer-guide.md promises: a newcomer copies the folder of the plugin "hello" to plugins/hello, builds, and has a route, a page, a
// permission, a table and a work item, without a change outside that folder.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from '../../packaging/demo/api.mjs';
import { build as built, root, TestServer } from '../lib/TestServer.mjs';

let work;
let server;
let first;

const run = (program, args, options = {}) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });

/** A copy of the tree as git has it, with the plugin's folder added. */
function copyTree() {
  const tree = path.join(work, 'tree');
  mkdirSync(tree);
  for (const file of run('git', ['ls-files', '-z'], { cwd: root }).split('\0').filter(Boolean)) cpSync(path.join(root, file), path.join(tree, file), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
  cpSync(path.join(root, 'tests/fixtures/hello'), path.join(tree, 'plugins/hello'), { recursive: true });
  return tree;
}

before(async () => {
  work = mkdtempSync(path.join(os.tmpdir(), 'congvu-hello-'));
  const tree = copyTree();
  const build = path.join(work, 'build');
  run('cmake', ['-S', tree, '-B', build, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release', '-DCONGVU_TESTS=OFF', '-DCONGVU_UI=OFF']);
  run('cmake', ['--build', build, '--target', 'plugin-hello', 'plugin-hello-data']);
  run('node', [path.join(tree, 'server/web/build/build-all.mjs'), 'hello'], { cwd: tree, env: { ...process.env, UI_OUT: build } });

  const plugins = path.join(work, 'plugins');
  mkdirSync(plugins);
  for (const id of readdirSync(path.join(built, 'plugins'))) symlinkSync(path.join(built, 'plugins', id), path.join(plugins, id));
  cpSync(path.join(build, 'plugins/hello'), path.join(plugins, 'hello'), { recursive: true });

  server = await TestServer.make(['--plugins', plugins]);
  first = server.makeAdministrator();
  await server.start();
});

after(async () => {
  await server?.remove();
  rmSync(work, { recursive: true, force: true });
});

test('The plugin hello works without a change outside its folder', { timeout: 600_000 }, async () => {
  const admin = new Client(server.url);
  await admin.signInFirstTime('quantri', first, 'mot-mat-khau-dai-2026');
  const agency = (await admin.get('/units')).items[0];
  const temporary = 'tam-thoi-abc-123';
  const clerk = await admin.post('/people', { name: 'Phạm Thị Mẫu', username: 'vanthu', email: '', phone: '', temporaryPassword: temporary });
  await admin.post(`/people/${clerk.id}/posts`, { unitId: agency.id, title: 'Văn thư', roles: ['clerk'], main: true });
  const client = new Client(server.url);
  await client.signInFirstTime('vanthu', temporary, 'mot-mat-khau-khac-2026');

  const entry = (await client.get('/ui/manifest')).plugins.find((plugin) => plugin.id === 'hello');
  assert.ok(entry, 'the menu has the plugin');
  assert.equal((await fetch(server.url + entry.entry, { headers: { Cookie: client.cookie } })).status, 200, 'its page is served');

  const made = await client.post('/hello/greetings', { words: 'Chào đồng nghiệp' });
  assert.equal((await client.get('/hello/greetings')).items[0].id, made.id);
  const work = (await client.get('/work-items?state=open')).items;
  assert.deepEqual(work.map((item) => item.kind), ['hello.answer']);

  await assert.rejects(admin.get('/hello/greetings'), /403/, 'the administrator lacks the permission');
  await assert.rejects(client.post('/hello/greetings', { words: '' }), /"pointer":"\/words"/);
});
