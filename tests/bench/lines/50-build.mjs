#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// How long building everything in C++ takes (programs, plugins, tests): with an empty compiler cache, with a full one, and after a change in one file.
import { execFileSync } from 'node:child_process';
import { rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { printRow, root, temporaryFolder } from '../lib/line.mjs';

const folder = path.join(temporaryFolder, 'build');
const cache = path.join(temporaryFolder, 'ccache');
const changed = 'plugins/incoming/src/http/DocumentHandlers.cpp';

function ninja(env = {}) {
  const started = process.hrtime.bigint();
  execFileSync('ninja', ['-C', folder, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CCACHE_DIR: cache, ...env } });
  return Number(process.hrtime.bigint() - started) / 1e9;
}

function configure() {
  rmSync(folder, { recursive: true, force: true });
  const options = ['-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release', '-DCONGVU_TESTS=ON', '-DCONGVU_BENCH=ON', '-DCONGVU_UI=OFF'];
  execFileSync('cmake', ['-S', root, '-B', folder, ...options], { stdio: 'ignore' });
}

function row(what, seconds, limit) {
  printRow({ goal: `${what}: ≤ ${limit >= 60 ? `${limit / 60} min` : `${limit} s`}`, ours: seconds, limit, ratio: seconds / limit, unit: 's', isMet: seconds <= limit });
}

configure();
row('clean build of everything C++', ninja(), 300);
configure();
row('build with a warm compiler cache', ninja(), 15);
const now = new Date();
utimesSync(path.join(root, changed), now, now);
row('build after a change in one file', ninja({ CCACHE_DISABLE: '1' }), 5);
