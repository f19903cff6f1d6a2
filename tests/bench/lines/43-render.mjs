#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Laying out forms as PDF in a process that has its fonts loaded: a letter of one page, and a report of at least eighty.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, isQuick, median, printRow, root, temporaryFolder } from '../lib/line.mjs';

const rounds = isQuick ? 3 : 7;
const demandedPages = 80;
const folder = path.join(temporaryFolder, 'render');
const sampleOf = (form) => JSON.parse(readFileSync(path.join(root, 'templates', form, 'sample.json'), 'utf8'));
mkdirSync(folder, { recursive: true });

/** Renders with these values so many times. */
function render(form, values, times) {
  const file = path.join(folder, `${form}.json`);
  writeFileSync(file, JSON.stringify(values));
  const said = execFileSync(path.join(build, 'bin/congvu-render'), [path.join(root, 'templates', form), file, path.join(folder, `${form}.pdf`), '--repeat', String(times)], { encoding: 'utf8' });
  return { milliseconds: Number(/^([\d.]+) ms a document/m.exec(said)[1]), pages: Number(/^(\d+) page/m.exec(said)[1]) };
}

/** The report of the samples, its body repeated until it has the pages. */
function longReport() {
  const sample = sampleOf('bao-cao');
  const values = { ...sample };
  while (render('bao-cao', values, 2).pages < demandedPages) values.body += `\n${sample.body}`.repeat(8);
  return values;
}

const letter = sampleOf('cong-van');
const report = longReport();
const letters = [];
const reports = [];
for (let round = 0; round < rounds; round += 1) {
  letters.push(render('cong-van', letter, 50));
  reports.push(render('bao-cao', report, 3));
}
const middle = (measured) => median(measured.map(({ milliseconds }) => milliseconds));
printRow({ goal: 'render a letter of one page: ≤ 20 ms', ours: middle(letters), limit: 20, ratio: middle(letters) / 20, unit: 'ms', isMet: letters[0].pages === 1 && middle(letters) <= 20 });
printRow({ goal: `render a report of ${reports[0].pages} pages: ≤ 1 s for 80`, ours: middle(reports), limit: 1000, ratio: middle(reports) / 1000, unit: 'ms', isMet: middle(reports) <= 1000 });
