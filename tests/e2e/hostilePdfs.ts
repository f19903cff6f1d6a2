// SPDX-License-Identifier: Apache-2.0
import { deflateSync } from 'node:zlib';

/** PDFs that are small to send and try to be endless to read. Each is a valid file to whoever looks only at its first and last bytes. */

const megabyte = 1024 * 1024;

/** Puts objects together with a cross-reference table; `trailer` is added to the trailer's dictionary. */
function pdfOf(objects: (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    offsets.push(at);
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    parts.push(whole);
    at += whole.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const stream = (dictionary: string, bytes: Buffer) => Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
const pageOf = (contents: string) => ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >> /Contents ${contents} >>`];
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>';

/** 64 MB of text operators, packed twice into a few hundred bytes. */
function packedTwice(): Buffer {
  const operators = Buffer.alloc(64 * megabyte, 'BT /F 9 Tf 9 9 Td (a) Tj ET\n');
  return deflateSync(deflateSync(operators, { level: 9 }), { level: 9 });
}

/** One page whose contents are the same stream 64 times: less than 100 kB to send, four gigabytes to read. */
export function inflatingPages(): Buffer {
  const contents = `[${'4 0 R '.repeat(64)}]`;
  return pdfOf([...pageOf(contents), stream('/Filter [/FlateDecode /FlateDecode]', packedTwice()), font]);
}

/** The cross-reference itself is a stream of gigabytes. */
export function inflatingReferences(): Buffer {
  const body = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n`);
  const packed = deflateSync(deflateSync(Buffer.alloc(128 * megabyte), { level: 9 }), { level: 9 });
  const table = Buffer.concat([Buffer.from('9 0 obj\n'), stream('/Type /XRef /W [1 4 2] /Size 70000000 /Root 1 0 R /Filter [/FlateDecode /FlateDecode]', packed), Buffer.from(`\nendobj\nstartxref\n${body.length}\n%%EOF\n`)]);
  return Buffer.concat([body, table]);
}

/** 100,000 page tree nodes, one below the other. */
export const deepPageTree = () => pageTreeOf(100_000);

function pageTreeOf(depth: number): Buffer {
  const nodes = Array.from({ length: depth }, (_, index) => `<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 ${index ? `/Parent ${index + 1} 0 R` : ''} >>`);
  return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', ...nodes, `<< /Type /Page /Parent ${depth + 1} 0 R /MediaBox [0 0 595 842] >>`]);
}

/** A page tree that is its own child. */
export function circularPageTree(): Buffer {
  return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']);
}

/** A page, and then the whole tree again; its /Count is told smaller than it is, so that a reader who trusts it never goes round. */
export function hiddenPageLoop(): Buffer {
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
  return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>', page, '<< /Type /Pages /Parent 2 0 R /Kids [5 0 R 2 0 R] /Count 1 >>', page]);
}

/** One page below 200 nodes: readers open it, and no document needs it. */
export const pageTreeOf200Levels = () => pageTreeOf(200);

export function hundredThousandPages(): Buffer {
  const pages = 100_000;
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`, ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>')]);
}

/** The previous cross-reference of the cross-reference is itself. */
export function circularReferences(): Buffer {
  const one = pdfOf([...pageOf('4 0 R'), stream('', Buffer.from('BT ET')), font]).toString('latin1');
  const at = Number(/startxref\n(\d+)/.exec(one)?.[1]);
  return Buffer.from(one.replace('/Root 1 0 R', `/Root 1 0 R /Prev ${at}`), 'latin1');
}

/** Arrays in arrays, 200,000 deep, where the catalogue's outlines should be. */
export function deepArrays(): Buffer {
  const depth = 200_000;
  const [, ...rest] = pageOf('4 0 R');
  return pdfOf([`<< /Type /Catalog /Pages 2 0 R /AcroForm ${'['.repeat(depth)}${']'.repeat(depth)} >>`, ...rest, stream('', Buffer.from('BT ET')), font]);
}
