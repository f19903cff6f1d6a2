#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// One page of the inbox as JSON, beside a memcpy of the same bytes.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { build, printRow } from '../lib/line.mjs';

const { bytes, writeNs, copyNs } = JSON.parse(execFileSync(path.join(build, 'bin/bench-json'), { encoding: 'utf8' }));
const ratio = writeNs / copyNs;
printRow({ goal: `one page of 50 rows as JSON (${bytes} bytes): ≤ 30 × memcpy of its bytes`, ours: writeNs / 1000, limit: copyNs / 1000, ratio, unit: 'µs', isMet: ratio <= 30 });
