// SPDX-License-Identifier: Apache-2.0
// @signpdf/signpdf as a side of the comparison that tests/bench/signing makes: an invisible signature as an increment in memory. Answers
// each line "signpdf DOCUMENT rsa TIMES" with milliseconds by the clock; its signer knows RSA only.
//
//   node signpdf.mjs FOLDER
import { plainAddPlaceholder } from '@signpdf/placeholder-plain';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const folder = process.argv[2];
const container = readFileSync(path.join(folder, 'rsa-alone.p12'));
// Its signer opens the container for every signature and uses up the buffer.
const signerOnce = () => new P12Signer(Buffer.from(container), { passphrase: process.env.BENCH_PASSPHRASE });
const signOnce = (document) =>
  new SignPdf().sign(
    plainAddPlaceholder({ pdfBuffer: document, reason: 'reason', contactInfo: 'contact', name: 'name', location: 'location', signatureLength: 16384 }),
    signerOnce(),
  );

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [, title, , times] = line.split(' ');
  const document = readFileSync(path.join(folder, `${title}.pdf`));
  writeFileSync(path.join(folder, `signpdf-${title}-rsa.pdf`), await signOnce(document));
  const start = performance.now();
  for (let round = 0; round < Number(times); round += 1) await signOnce(document);
  console.log((performance.now() - start) / Number(times));
}
