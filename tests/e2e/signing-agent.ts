// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../lib/freePort.mjs';

const bin = path.resolve(import.meta.dirname, '../../build/release/bin');
const softHsm = '/usr/lib/softhsm/libsofthsm2.so';

/** SoftHSM tokens in a folder of their own: what is plugged into the computer of the test. */
export class TokenReader {
  readonly pin = '246810';
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'congvu-e2e-token-'));
  readonly environment: NodeJS.ProcessEnv;

  constructor() {
    mkdirSync(path.join(this.#folder, 'tokens'));
    const settings = path.join(this.#folder, 'softhsm2.conf');
    writeFileSync(settings, `directories.tokendir = ${this.#folder}/tokens\nlog.level = ERROR\n`);
    this.environment = { ...process.env, SOFTHSM2_CONF: settings };
  }

  #run(program: string, ...args: string[]): void {
    execFileSync(program, args, { env: this.environment, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** A new token with the key and the certificate of that PKCS#12 file's neighbours. */
  plugIn(label: string, container: string): void {
    const base = container.replace(/\.p12$/, '');
    this.#run('softhsm2-util', '--init-token', '--free', '--label', label, '--pin', this.pin, '--so-pin', '13579000');
    this.#run('softhsm2-util', '--import', `${base}.key`, '--token', label, '--label', 'key', '--id', '01', '--pin', this.pin);
    this.#run(path.join(bin, 'signing-token-writer'), label, '01', `${base}.pem`);
  }

  takeOut(label: string): void {
    this.#run('softhsm2-util', '--delete-token', '--token', label);
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** `congvu-sign agent` on a terminal, at which the test is the person. */
export class AgentAtDesk {
  readonly address: string;
  readonly #origin: string;
  readonly #reader: TokenReader;
  #process: ChildProcess | undefined;
  #printed = '';

  private constructor(reader: TokenReader, origin: string, port: number) {
    this.#reader = reader;
    this.#origin = origin;
    this.address = `http://127.0.0.1:${port}`;
  }

  /** An agent that is not started yet. */
  static async for(reader: TokenReader, origin: string): Promise<AgentAtDesk> {
    return new AgentAtDesk(reader, origin, await freePort());
  }

  async start(): Promise<void> {
    const port = this.address.slice(this.address.lastIndexOf(':') + 1);
    const command = `${path.join(bin, 'congvu-sign')} agent --origin ${this.#origin} --module ${softHsm} --port ${port}`;
    // script(1) is the terminal: the agent asks there, and nowhere else.
    this.#process = spawn('script', ['--quiet', '--flush', '--return', '--command', command, '/dev/null'], { env: this.#reader.environment, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process.stdout?.on('data', (part: Buffer) => {
      this.#printed += part.toString('utf8');
    });
    await this.#asked('127.0.0.1');
  }

  /** Waits until the agent has printed the words; what came before them is read. */
  async #asked(words: string): Promise<string> {
    const deadline = Date.now() + 30_000;
    while (Date.now() < deadline) {
      const at = this.#printed.indexOf(words);
      if (at >= 0) {
        const read = this.#printed.slice(0, at);
        this.#printed = this.#printed.slice(at + words.length);
        return read;
      }
      await pause(20);
    }
    throw new Error(`the agent did not print “${words}” but: ${this.#printed}`);
  }
  #type(line: string): void {
    this.#process?.stdin?.write(`${line}\n`);
  }

  /** Says yes and types the PIN; gives the question, with its list of titles. */
  async allow(pin = this.#reader.pin): Promise<string> {
    const question = await this.#asked('Sign? ');
    this.#type('yes');
    await this.#asked('PIN of this token:');
    this.#type(pin);
    return question;
  }

  async refuse(): Promise<void> {
    await this.#asked('Sign? ');
    this.#type('no');
  }

  async stop(): Promise<void> {
    const running = this.#process;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.stdin?.write('\u0003');
    const lastResort = setTimeout(() => running.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(lastResort);
    this.#process = undefined;
  }
}
