// SPDX-License-Identifier: Apache-2.0
// Runs the Biome binary of this machine. The `@biomejs/biome` wrapper package is not used because
// its lock entry cannot be completed where only some platform binaries are published.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const platformPackage = `@biomejs/cli-${process.platform}-${process.arch}`;
const binary = createRequire(import.meta.url).resolve(`${platformPackage}/biome`);
const [command = 'check', ...rest] = process.argv.slice(2);
const result = spawnSync(binary, [command, '--error-on-warnings', ...rest, '.'], { stdio: 'inherit' });
process.exit(result.status ?? 1);
