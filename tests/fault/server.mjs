// SPDX-License-Identifier: Apache-2.0
// A data folder and the server that runs on it, ended and started again and again.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { eventually } from '../../packaging/demo/api.mjs';

const root = path.resolve(import.meta.dirname, '../..');
export const build = path.join(root, 'build/release');

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export class Server {
  #process = null;
  #log;

  constructor(port) {
    this.folder = mkdtempSync(path.join(os.tmpdir(), 'congvu-fault-'));
    this.data = path.join(this.folder, 'data');
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.#log = path.join(this.folder, 'log');
  }

  /** A new data folder with the demonstration province, and no server on it. */
  static async withDemonstration() {
    const server = new Server(await freePort());
    const first = server.command('user', 'first-administrator', '--username', 'quantri').trim();
    await server.start();
    execFileSync('node', [path.join(root, 'packaging/demo/seed.mjs'), '--url', server.url, '--data', server.data, '--build', build], {
      env: { ...process.env, CONGVU_FIRST_PASSWORD: first },
      stdio: 'ignore',
    });
    await server.stop();
    return server;
  }

  /** Another server, on a copy of the data of this stopped one. */
  async copy() {
    const other = new Server(await freePort());
    cpSync(this.data, other.data, { recursive: true });
    return other;
  }

  get accounts() {
    return JSON.parse(readFileSync(path.join(this.data, 'demo-accounts.json'), 'utf8'));
  }

  /** Starts `program` on the data and waits until it answers; throws with its log when it does not. */
  async start({ program = 'congvu', options = [], environment = {} } = {}) {
    assert.equal(this.#process, null, 'a server still runs');
    const log = openSync(this.#log, 'w');
    this.#process = spawn(path.join(build, 'bin', program), ['serve', '--data', this.data, '--port', String(this.port), ...options], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'ignore', log],
    });
    closeSync(log);
    const started = this.#process;
    await eventually(async () => {
      if (started.exitCode !== null) throw new Error(`the server does not start: ${readFileSync(this.#log, 'utf8').slice(-2000)}`);
      return (await fetch(`${this.url}/readyz`).catch(() => null))?.ok;
    }, 'the server', 60);
  }

  #ended() {
    const running = this.#process;
    return new Promise((resolve) => {
      if (running === null || running.exitCode !== null || running.signalCode !== null) resolve();
      else running.once('exit', resolve);
    });
  }

  async #end(how) {
    const ended = this.#ended();
    how(this.#process);
    await ended;
    this.#process = null;
  }

  kill() {
    return this.#end((running) => running.kill('SIGKILL'));
  }

  stop() {
    return this.#end((running) => running.kill('SIGTERM'));
  }

  /** Only for congvu-powercut: throws away what was not synced; the seed decides what of it has reached the disk. */
  cutPower(seed) {
    return this.#end((running) => running.stdin.write(`cut ${seed}\n`));
  }

  /** Runs a command of `congvu` on the data of the stopped server; throws when it fails. */
  command(...words) {
    return execFileSync(path.join(build, 'bin/congvu'), [...words, '--data', this.data], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  }

  /** Ends the server and removes everything. */
  async remove() {
    if (this.#process !== null) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
