// SPDX-License-Identifier: Apache-2.0
// Starts the product on a data folder, and copies of the filled folder for lines that write.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from '../../../packaging/demo/api.mjs';
import { freePort } from '../../lib/freePort.mjs';
import { build, dataFolder, temporaryFolder } from './line.mjs';

/** Starts a program that serves HTTP and waits until `readyPath` answers. `kill()` ends it; `stop()` ends it in peace. */
export async function startProgram(command, parameters, { port, readyPath = '/', env = {} }) {
  mkdirSync(temporaryFolder, { recursive: true });
  const log = openSync(path.join(temporaryFolder, `${path.basename(command)}-${port}.log`), 'a');
  const program = spawn(command, parameters, { stdio: ['ignore', log, log], env: { ...process.env, ...env } });
  const ended = new Promise((resolve) => program.once('exit', resolve));
  const end = async (signal) => {
    program.kill(signal);
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  process.once('exit', () => program.kill('SIGKILL'));
  await eventually(async () => (await fetch(url + readyPath).catch(() => null))?.ok, command, 60);
  return { url, port, pid: program.pid, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** `congvu serve` on `data`, by default the filled folder (which a line may read only). */
export async function startCongvu({ data = dataFolder, port } = {}) {
  const chosen = port ?? (await freePort());
  return startProgram(path.join(build, 'bin/congvu'), ['serve', '--data', data, '--port', String(chosen)], { port: chosen, readyPath: '/readyz' });
}

/** A copy of the filled folder for lines that write; lines that ask for the same name get the same copy. run.sh removes it at the end. */
export function copyOfData(name) {
  const copy = path.join(temporaryFolder, name);
  mkdirSync(temporaryFolder, { recursive: true });
  if (!existsSync(copy)) execFileSync('cp', ['-a', '--reflink=auto', dataFolder, copy]);
  return copy;
}

/** Password and PIN of the accounts in a data folder, as `packaging/demo/seed.mjs` wrote them. */
export function accounts(data = dataFolder) {
  return JSON.parse(readFileSync(path.join(data, 'demo-accounts.json'), 'utf8'));
}
