// SPDX-License-Identifier: Apache-2.0
// Prints how long one document takes each side: milliseconds by the clock, the median of interleaved rounds. Sides in process are warmed up
// before; sides that are programs start anew for every document, and say so.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { build, isQuick, median, root } from './line.mjs';

const run = promisify(execFile);
const rounds = isQuick ? 3 : 7;
const passphrase = randomBytes(12).toString('hex');
const folder = mkdtempSync(path.join(tmpdir(), 'congvu-bench-signing-'));
const passphraseFile = path.join(folder, 'passphrase');
const java = '/usr/share/java';
const jars = ['itext5', 'pdfbox2', 'fontbox2', 'commons-logging', 'bcprov', 'bcpkix', 'bcutil'].map((jar) => `${java}/${jar}.jar`).join(':');
const congvuSign = path.join(build, 'bin/congvu-sign');
const cases = [
  { title: 'one-page', key: 'rsa', words: '1 page, RSA-2048', times: 200 },
  { title: 'one-page', key: 'ec', words: '1 page, P-256', times: 400 },
  { title: 'five-megabytes', key: 'rsa', words: '5 MB, 100 pages, RSA-2048', times: 20 },
  { title: 'five-megabytes', key: 'ec', words: '5 MB, 100 pages, P-256', times: 20 },
];

/** A process that answers a line for each line. */
class Worker {
  constructor(program, parameters) {
    this.child = spawn(program, parameters, { env: { ...process.env, BENCH_PASSPHRASE: passphrase }, stdio: ['pipe', 'pipe', 'ignore'] });
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.name = path.basename(program);
  }

  async line() {
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`${this.name} ended`);
    return value;
  }

  async measure(operation, { title, key, times }, share = 1) {
    this.child.stdin.write(`${operation} ${title} ${key} ${Math.max(2, Math.round(times * share))}\n`);
    const answer = await this.line();
    if (Number.isNaN(Number(answer))) throw new Error(`${this.name} answered ${answer}`);
    return Number(answer);
  }

  stop() {
    this.child.stdin.end();
  }
}

/** Milliseconds of a program from its start to its end; an exit code other than 0 only counts where the program may say no. */
async function timed(program, parameters, mayFail = false) {
  const begin = performance.now();
  await run(program, parameters).catch((problem) => {
    if (!mayFail || typeof problem.code !== 'number') throw problem;
  });
  return performance.now() - begin;
}

const of = (name) => path.join(folder, name);
const ours = new Worker(path.join(build, 'bin/bench-signing-worker'), [folder]);
await ours.line();
// The signer of @signpdf reads no certificates of elliptic-curve authorities, so it gets the same key with a certificate of its own.
const alone = path.join(folder, 'rsa-alone');
await run('openssl', ['req', '-x509', '-key', path.join(folder, 'rsa.pem'), '-subj', '/CN=Bench', '-days', '30', '-out', `${alone}.crt`]);
await run('openssl', ['pkcs12', '-export', '-inkey', path.join(folder, 'rsa.pem'), '-in', `${alone}.crt`, '-out', `${alone}.p12`, '-passout', `pass:${passphrase}`]);
const jvm = new Worker('java', ['-cp', jars, path.join(root, 'tests/bench/peers/signing/JavaPeers.java'), folder]);
const signpdf = new Worker('node', [path.join(root, 'tests/bench/peers/signing/signpdf.mjs'), folder]);
await Promise.all([jvm.line(), signpdf.line()]);
writeFileSync(passphraseFile, passphrase);

const inProcess = (worker, operation, share) => (one) => worker.measure(operation, one, share);
const rsaOnly = (measure) => (one) => (one.key === 'rsa' ? measure(one) : null);
const sides = [
  { words: 'limit: hash + one signature of the key', measure: inProcess(ours, 'limit') },
  { words: 'congvu, invisible', measure: inProcess(ours, 'invisible') },
  { words: 'congvu, visible', measure: inProcess(ours, 'visible') },
  { words: 'congvu, two threads', measure: inProcess(ours, 'two-threads') },
  { words: 'congvu, B-T with a server on loopback', measure: inProcess(ours, 'time-stamped', 0.5) },
  { words: 'iText 5', measure: inProcess(jvm, 'itext'), warmUp: 5 },
  { words: 'PDFBox 2', measure: inProcess(jvm, 'pdfbox'), warmUp: 5 },
  { words: '@signpdf/signpdf', measure: rsaOnly(inProcess(signpdf, 'signpdf', 0.05)), warmUp: 1 },
  {
    words: 'congvu-sign sign (program)',
    measure: ({ title, key }) => timed(congvuSign, ['sign', '--p12', of(`${key}.p12`), '--pin-file', passphraseFile, of(`${title}.pdf`), of('ours.pdf')]),
  },
  {
    words: 'podofosign (program)',
    measure: rsaOnly(({ title, key }) => timed('podofosign', ['-in', of(`${title}.pdf`), '-cert', of(`${key}.crt`), '-pkey', of(`${key}.pem`), '-out', of('podofo.pdf')])),
  },
  { words: 'congvu, validate', measure: inProcess(ours, 'validate') },
  { words: 'congvu-sign verify (program)', measure: ({ title, key }) => timed(congvuSign, ['verify', '--offline', of(`${title}-${key}-signed.pdf`)], true) },
  { words: 'pdfsig, signature only (program)', measure: ({ title, key }) => timed('pdfsig', ['-nocert', of(`${title}-${key}-signed.pdf`)], true) },
];

const results = sides.map(() => cases.map(() => []));
for (let round = -1; round < rounds; round += 1) {
  for (const [row, side] of sides.entries()) {
    for (const [column, one] of cases.entries()) {
      if (round < 0) for (let warm = 0; warm < (side.warmUp ?? 0); warm += 1) await side.measure(one);
      else results[row][column].push(await side.measure(one));
    }
  }
}
for (const worker of [ours, jvm, signpdf]) worker.stop();

// What the peers made must be signatures, or the comparison would say nothing.
for (const name of ['itext-one-page-rsa', 'itext-five-megabytes-ec', 'pdfbox-one-page-ec', 'pdfbox-five-megabytes-rsa', 'signpdf-one-page-rsa', 'ours', 'podofo']) {
  const { stdout } = await run('pdfsig', ['-nocert', of(`${name}.pdf`)]);
  if (!stdout.includes('Signature is Valid')) throw new Error(`${name}.pdf is not signed: ${stdout}`);
}
rmSync(folder, { recursive: true });

const figure = (values, limit) => {
  if (values[0] === null) return '–';
  const value = median(values);
  return `${value.toFixed(value < 10 ? 3 : 1)} (${(value / limit).toFixed(2)} ×)`;
};
const limits = results[0].map(median);
const cells = [
  ['milliseconds a document (× the limit)', ...cases.map(({ words }) => words)],
  ...sides.map(({ words }, row) => [words, ...results[row].map((values, column) => figure(values, limits[column]))]),
];
const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => [...line[column]].length)));
for (const line of cells) console.log(line.map((cell, column) => cell + ' '.repeat(widths[column] - [...cell].length)).join('   ').trimEnd());
