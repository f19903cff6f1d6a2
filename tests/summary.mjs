// SPDX-License-Identifier: Apache-2.0
// Adds up what every suite left in the results folder and prints "N passed, N failed" as its last line. Exit status 1 when anything failed
// or nothing ran.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.argv[2];
const read = (name) => readFileSync(path.join(folder, name), 'utf8');

function ofGoogleTest(name) {
  const root = /<testsuites tests="(\d+)" failures="(\d+)" disabled="(\d+)" errors="(\d+)"/.exec(read(name));
  if (!root) return { passed: 0, failed: 1 };
  const [, tests, failures, disabled, errors] = root.map(Number);
  const failed = failures + errors;
  const skipped = (read(name).match(/<skipped/g) ?? []).length;
  return { passed: tests - failed - disabled - skipped, failed: failed + disabled };
}

function ofTap(name) {
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(read(name))?.[1] ?? 0);
  return { passed: number('pass'), failed: number('fail') + number('cancelled') };
}

const ofVitest = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests + (report.numFailedTestSuites && !report.numFailedTests ? 1 : 0) });
const ofPlaywright = (report) => ({ passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected + report.errors.length });

const readers = [
  [/\.xml$/, ofGoogleTest],
  [/\.tap$/, ofTap],
  [/\.count\.json$/, (name) => JSON.parse(read(name))],
  [/^vitest\.json$/, (name) => ofVitest(JSON.parse(read(name)))],
  [/^playwright\.json$/, (name) => ofPlaywright(JSON.parse(read(name)))],
];

let passed = 0;
let failed = 0;
const names = readdirSync(folder).sort();
for (const name of names) {
  const reader = readers.find(([pattern]) => pattern.test(name));
  if (!reader) continue;
  const count = reader[1](name);
  // A suite that ran nothing has died before its first test.
  if (count.passed + count.failed === 0) count.failed = 1;
  passed += count.passed;
  failed += count.failed;
  console.log(`${name.padEnd(44)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed`);
}
const suites = ['architecture', 'newcomer', 'gate', 'fault', 'load', 'postgres'].map((suite) => `${suite}.tap`);
for (const expected of [...suites, 'vitest.json', 'playwright.json']) {
  if (names.includes(expected)) continue;
  console.log(`${expected.padEnd(44)} left no report`);
  failed += 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
