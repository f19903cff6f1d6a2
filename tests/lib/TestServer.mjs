// SPDX-License-Identifier: Apache-2.0
// A data folder of a test's own and the built server that runs on it, ended and started as often as the test wants.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eventually } from '../../packaging/demo/api.mjs';
import { freePort } from './freePort.mjs';

export const root = path.resolve(import.meta.dirname, '../..');
export const build = path.join(root, 'build/release');

export class TestServer {
  #process = null;
  #options;

  /** `options` stand in every command line after `--data`: `--plugins`, `--database`. */
  constructor(port, options = []) {
    this.folder = mkdtempSync(path.join(os.tmpdir(), 'congvu-test-'));
    this.data = path.join(this.folder, 'data');
    this.logFile = path.join(this.folder, 'log');
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.#options = options;
  }

  /** A new folder on a free port; nothing runs yet. */
  static async make(options) {
    return new this(await freePort(), options);
  }

  /** Makes the first administrator "quantri" of a stopped server; gives the password drawn for the first sign-in. */
  makeAdministrator() {
    return this.command('user', 'first-administrator', '--username', 'quantri').trim();
  }

  /** Starts on a new folder and fills it with the demonstration province. */
  async startWithDemonstration() {
    const first = this.makeAdministrator();
    await this.start();
    execFileSync('node', [path.join(root, 'packaging/demo/seed.mjs'), '--url', this.url, '--data', this.data, '--build', build], {
      env: { ...process.env, CONGVU_FIRST_PASSWORD: first },
      stdio: 'ignore',
    });
  }

  /** The accounts of the demonstration province. */
  get accounts() {
    return JSON.parse(readFileSync(path.join(this.data, 'demo-accounts.json'), 'utf8'));
  }

  get pid() {
    return this.#process.pid;
  }

  /** Starts `program` on the data and waits until it answers; throws with its log when it does not. */
  async start({ program = 'congvu', options = [], environment = {} } = {}) {
    assert.equal(this.#process, null, 'a server still runs');
    const log = openSync(this.logFile, 'w');
    this.#process = spawn(path.join(build, 'bin', program), ['serve', ...this.#everyOption, '--port', String(this.port), ...options], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'ignore', log],
    });
    closeSync(log);
    const started = this.#process;
    await eventually(async () => {
      if (started.exitCode !== null) throw new Error(`the server does not start: ${readFileSync(this.logFile, 'utf8').slice(-2000)}`);
      return (await fetch(`${this.url}/readyz`).catch(() => null))?.ok;
    }, 'the server', 60);
  }

  get #everyOption() {
    return ['--data', this.data, ...this.#options];
  }

  #ended() {
    const running = this.#process;
    return new Promise((resolve) => {
      if (running === null || running.exitCode !== null || running.signalCode !== null) resolve();
      else running.once('exit', resolve);
    });
  }

  /** Waits for the end that `how` brings about. */
  async end(how) {
    const ended = this.#ended();
    how(this.#process);
    await ended;
    this.#process = null;
  }

  kill() {
    return this.end((running) => running.kill('SIGKILL'));
  }

  stop() {
    return this.end((running) => running.kill('SIGTERM'));
  }

  /** Runs a command of `congvu` on the data of the stopped server; throws when it fails. */
  command(...words) {
    return execFileSync(path.join(build, 'bin/congvu'), [...words, ...this.#everyOption], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  }

  /** Ends the server and removes everything. */
  async remove() {
    if (this.#process !== null) await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
