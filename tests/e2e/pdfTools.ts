// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What independent programs say about a PDF; each runs as a child process. */
function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

export function saved(pdf: Buffer): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'congvu-e2e-pdf-')), 'document.pdf');
  writeFileSync(file, pdf);
  return file;
}

export const pdfsig = (file: string) => run('pdfsig', '-nocert', file);
export const mutoolVerify = (file: string) => run('mutool', 'sign', '-v', file);
export const pdfText = (file: string) => run('pdftotext', '-layout', file, '-');
export const qpdfCheck = (file: string) => run('qpdf', '--check', file);

/** The bytes that each signature covers up to: the end of the revision it signed. */
export function revisionEnds(pdf: Buffer): number[] {
  const ranges = [...pdf.toString('latin1').matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)];
  return ranges.map(([, , offset, length]) => Number(offset) + Number(length)).sort((a, b) => a - b);
}
