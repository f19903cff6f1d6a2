// SPDX-License-Identifier: Apache-2.0
// What the architecture tests read: the files git knows, their includes and the folder they belong to.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file && existsSync(path.join(root, file)));

/** Paths relative to the root that match the pattern. */
export const filesLike = (pattern) => listed.filter((file) => pattern.test(file));

export const read = (file) => readFileSync(path.join(root, file), 'utf8');

export const readJson = (file) => JSON.parse(read(file));

/** Every #include of a C++ file: { target, isSystem, line }. */
export function includesOf(file) {
  return read(file)
    .split('\n')
    .map((text, index) => ({ match: /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(text), line: index + 1 }))
    .filter((found) => found.match)
    .map(({ match, line }) => ({ target: match[2], isSystem: match[1] === '<', line }));
}
