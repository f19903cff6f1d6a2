// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../lib/freePort.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const build = path.join(root, 'build/release');

/**
 * Starts the built server on a free port with a new data directory and the demonstration province, or uses the one that
 * CONGVU_E2E_URL and CONGVU_E2E_DATA name. Gives back the function that stops it.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.CONGVU_E2E_URL) return async () => {};
  const data = mkdtempSync(path.join(os.tmpdir(), 'congvu-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const congvu = path.join(build, 'bin/congvu');
  const first = execFileSync(congvu, ['user', 'first-administrator', '--data', data, '--username', 'quantri'], { encoding: 'utf8' }).trim();
  const server: ChildProcess = spawn(congvu, ['serve', '--data', data, '--port', String(port)], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    execFileSync('node', [path.join(root, 'packaging/demo/seed.mjs'), '--url', url, '--data', data, '--build', build], {
      env: { ...process.env, CONGVU_FIRST_PASSWORD: first },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch (error) {
    server.kill('SIGTERM');
    throw error;
  }
  process.env.CONGVU_E2E_URL = url;
  process.env.CONGVU_E2E_PID = String(server.pid);
  process.env.CONGVU_E2E_DATA = data;
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}

/** Address, password and PIN of the demonstration province that runs. */
export function province(): { url: string; password: string; pin: string } {
  const url = process.env.CONGVU_E2E_URL ?? '';
  const file = path.join(process.env.CONGVU_E2E_DATA ?? '', 'demo-accounts.json');
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  const { password, pin } = JSON.parse(readFileSync(file, 'utf8'));
  return { url, password, pin };
}
