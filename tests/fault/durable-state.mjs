// SPDX-License-Identifier: Apache-2.0
// What lies on the disk while no server runs: the database is read from a copy, because opening it would change it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const filesBelow = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.path, entry.name)) : [];

/** Rows of a SELECT as objects. On a database that a server has open only while it is the plain `congvu`. */
export function rowsOf(database, sql) {
  const json = execFileSync('sqlite3', ['-json', database, sql], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return json.trim() === '' ? [] : JSON.parse(json);
}

export class DurableState {
  #data;
  #copy;

  constructor(data) {
    this.#data = data;
    this.#copy = mkdtempSync(path.join(os.tmpdir(), 'congvu-state-'));
    for (const name of ['congvu.db', 'congvu.db-wal']) {
      if (existsSync(path.join(data, name))) copyFileSync(path.join(data, name), path.join(this.#copy, name));
    }
  }

  rows(sql) {
    return rowsOf(path.join(this.#copy, 'congvu.db'), sql);
  }

  /** The first column of each row. */
  column(sql) {
    return this.rows(sql).map((row) => Object.values(row)[0]);
  }

  contentPath(sha256) {
    return path.join(this.#data, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** Digests of stored contents that are missing or altered; `seen` keeps what was read already by path, time and size. */
  brokenContents(seen = new Map()) {
    return this.column('SELECT DISTINCT sha256 FROM core_file').filter((sha256) => {
      const file = this.contentPath(sha256);
      if (!existsSync(file)) return true;
      const { mtimeMs, size, ino } = statSync(file);
      const mark = `${mtimeMs} ${size} ${ino}`;
      if (seen.get(sha256) === mark) return false;
      seen.set(sha256, mark);
      return createHash('sha256').update(readFileSync(file)).digest('hex') !== sha256;
    });
  }

  /** Files that no row names, left-over temporary ones and uploads. */
  orphans() {
    const named = new Set(this.column('SELECT DISTINCT sha256 FROM core_file').map((sha256) => this.contentPath(sha256)));
    return [...filesBelow(path.join(this.#data, 'files')).filter((file) => !named.has(file)), ...filesBelow(path.join(this.#data, 'uploads'))];
  }

  remove() {
    rmSync(this.#copy, { recursive: true, force: true });
  }
}
