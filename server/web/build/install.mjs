// SPDX-License-Identifier: Apache-2.0
/**
 * Installs the npm packages of package-lock.json, unless node_modules already holds exactly them.
 * Several build folders share one node_modules: without this check each would delete it in turn.
 *   node server/web/build/install.mjs <npm program>
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './paths.mjs';

const marker = path.join(repository, 'node_modules/.congvu-lock');
const lock = readFileSync(path.join(repository, 'package-lock.json'));
const wanted = createHash('sha256').update(lock).digest('hex');

if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) process.exit(0);

const npm = process.argv[2] ?? 'npm';
const options = ['ci', '--no-audit', '--no-fund', '--ignore-scripts'];
const result = spawnSync(npm, options, { cwd: repository, stdio: 'inherit' });
if (result.status !== 0) process.exit(result.status ?? 1);
writeFileSync(marker, wanted);
