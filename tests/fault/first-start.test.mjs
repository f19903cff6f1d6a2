// SPDX-License-Identifier: Apache-2.0
// packaging/run.sh, interrupted while it makes the demonstration: the next start makes it anew and prints accounts that open.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { Client } from '../../packaging/demo/api.mjs';

const root = path.resolve(import.meta.dirname, '../..');

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/** packaging/run.sh until it has printed a text; what it printed so far. */
async function start(data, port, until) {
  const child = spawn(path.join(root, 'packaging/run.sh'), ['--data', data, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let printed = '';
  await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`run.sh ended: ${printed}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => {
        printed += bytes;
        if (printed.includes(until)) resolve();
      });
    }
  });
  child.removeAllListeners('exit');
  return { child, printed };
}

/** As Ctrl-C does: the whole group hears it. */
async function interrupt(child) {
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGINT');
  await ended;
}

test('a first start that was interrupted is made anew, and a finished one is kept', { timeout: 300_000 }, async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'congvu-first-start-'));
  const port = await freePort();
  try {
    const first = await start(data, port, 'Making the demonstration');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await interrupt(first.child);
    assert.ok(readdirSync(data).includes('demo-unfinished'));

    const second = await start(data, port, 'Ctrl-C');
    assert.match(second.printed, /interrupted/);
    const password = /demonstration account: (\S+)/.exec(second.printed)[1];
    const client = new Client(`http://127.0.0.1:${port}`);
    await client.signIn('vanthu.suoimau', password);
    await interrupt(second.child);
    assert.ok(!existsSync(path.join(data, 'demo-unfinished')));

    const third = await start(data, port, 'Ctrl-C');
    assert.ok(third.printed.includes(password));
    await interrupt(third.child);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});
