// SPDX-License-Identifier: Apache-2.0
// Prints the results of the lines as a table and says which goals are missed.
//
//   node table.mjs RESULTS.jsonl
import { readFileSync } from 'node:fs';

const rows = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line));

const figure = (value) => {
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'number') return String(value);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 1 ? 2 : 4;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
};

const columns = [
  ['', (row) => (row.isMet ? '✓' : '✗')],
  ['goal', (row) => row.goal],
  ['ours', (row) => figure(row.ours)],
  ['limit', (row) => figure(row.limit)],
  ['peer', (row) => figure(row.peer)],
  ['unit', (row) => row.unit],
  ['ratio', (row) => figure(row.ratio)],
];
const cells = [columns.map(([title]) => title), ...rows.map((row) => columns.map(([, show]) => show(row)))];
const widths = columns.map((_, column) => Math.max(...cells.map((line) => [...line[column]].length)));
for (const line of cells) console.log(line.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length)).join('  ').trimEnd());

const missed = rows.filter((row) => !row.isMet);
console.log(`\n${rows.length - missed.length} of ${rows.length} goals are met.`);
for (const row of missed) console.log(`  missed: ${row.goal}`);
