// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL server of a test's own, in a temporary folder, reachable by a socket in that folder only.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The programs of the newest installed version, as Debian lays them out. */
function findPrograms() {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(a) - Number(b)) : [];
  const found = versions.map((version) => path.join(home, version, 'bin')).filter((folder) => existsSync(path.join(folder, 'initdb')));
  if (found.length === 0) throw new Error('PostgreSQL is not installed: packaging/install-deps.sh --tests');
  return found.at(-1);
}

/** PostgreSQL refuses to run as root; then it runs as its own system user. */
function serverUser() {
  if (process.geteuid() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

export class Cluster {
  #programs = findPrograms();
  #user = serverUser();
  #folder = mkdtempSync(path.join(os.tmpdir(), 'congvu-postgres-'));

  constructor() {
    if (this.#user.uid !== undefined) chownSync(this.#folder, this.#user.uid, this.#user.gid);
    this.#run('initdb', ['-D', this.#data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N']);
    const options = `-c listen_addresses='' -c fsync=off -c unix_socket_directories='${this.#folder}'`;
    this.#run('pg_ctl', ['-D', this.#data, '-o', options, '-l', this.logFile, '-w', 'start']);
  }

  get #data() {
    return path.join(this.#folder, 'data');
  }

  /** What the server writes, every refused statement among it. */
  get logFile() {
    return path.join(this.#folder, 'log');
  }

  /** Makes an empty database and gives its address. */
  create(database) {
    this.#run('createdb', ['-h', this.#folder, '-U', 'postgres', database]);
    return `postgresql://postgres@/${database}?host=${this.#folder}`;
  }

  /** The rows of a statement, each an array of texts. */
  query(address, sql) {
    const rows = this.#run('psql', ['-X', '-A', '-t', '-F', '\t', '-v', 'ON_ERROR_STOP=1', '-c', sql, address]);
    return rows.split('\n').filter(Boolean).map((row) => row.split('\t'));
  }

  /** Everything a database holds, as one text. */
  dump(address) {
    return this.#run('pg_dump', ['--data-only', address]);
  }

  stop() {
    this.#run('pg_ctl', ['-D', this.#data, '-m', 'immediate', '-w', 'stop']);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #run(program, args) {
    return execFileSync(path.join(this.#programs, program), args, {
      ...this.#user,
      cwd: this.#folder,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  }
}
