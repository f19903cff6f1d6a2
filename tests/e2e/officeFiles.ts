// SPDX-License-Identifier: Apache-2.0
import { crc32 } from 'node:zlib';

/** Text documents as drafters bring them, put together by hand. */

/** A ZIP package whose parts are stored as they are. */
export function packageOf(parts: [name: string, content: string | Buffer][]): Buffer {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content);
    const title = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, title, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, tail, title]));
    files.push(local);
    at += local.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, list, Buffer.from('PK\x05\x06'), end]);
}

const spaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"';
const head = '<?xml version="1.0" encoding="UTF-8"?>';
const odtType = 'application/vnd.oasis.opendocument.text';

interface Letter {
  symbol: string;
  place: string;
  signer: string;
  paragraphs: string[];
  leftMargin?: string;
}

/** A letter with blanks for number, day and month, on A4 with the margins of Decree 30/2020. */
export function odtLetter({ symbol, place, signer, paragraphs, leftMargin = '3cm' }: Letter): Buffer {
  const blank = '<text:s text:c="14"/>';
  const year = new Date().getFullYear();
  const lines = [
    `Số:${blank}/${symbol}`,
    `${place}, ngày${blank}tháng${blank}năm ${year}`,
    ...paragraphs,
    'CHỦ TỊCH',
    ...['', '', '', '', '', ''],
    signer,
  ];
  const body = lines.map((line) => `<text:p>${line}</text:p>`).join('');
  const styles = `${head}<office:document-styles ${spaces}><office:font-face-decls><style:font-face style:name="Times New Roman" svg:font-family="'Times New Roman'"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Times New Roman" fo:font-size="14pt"/></style:default-style></office:styles><office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="${leftMargin}" fo:margin-right="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>`;
  return packageOf([
    ['mimetype', odtType],
    ['content.xml', `${head}<office:document-content ${spaces}><office:body><office:text>${body}</office:text></office:body></office:document-content>`],
    ['styles.xml', styles],
    ['META-INF/manifest.xml', manifest('')],
  ]);
}

const manifest = (more: string) =>
  `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${odtType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>${more}</manifest:manifest>`;

/** What an ODT with a password looks like from outside. */
export function encryptedOdt(): Buffer {
  return packageOf([
    ['mimetype', odtType],
    ['content.xml', Buffer.alloc(300, 0x5a)],
    ['META-INF/manifest.xml', manifest('<manifest:encryption-data manifest:checksum-type="SHA256"/>')],
  ]);
}
