// SPDX-License-Identifier: Apache-2.0
// A certification authority for the demonstration, made anew with openssl at the first start. Its keys lie only in a temporary folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const years = (count) => String(count * 365);

export class DemoAuthority {
  #folder = mkdtempSync(path.join(os.tmpdir(), 'congvu-demo-'));
  #count = 0;

  constructor() {
    this.#openssl('req', '-x509', '-newkey', 'rsa:3072', '-noenc', '-keyout', this.#at('root.key'), '-out', this.#at('root.pem'), '-days', years(20),
      '-utf8', '-subj', '/C=VN/O=Trình diễn Congvu/CN=Gốc chứng thực trình diễn', '-addext', 'basicConstraints=critical,CA:TRUE',
      '-addext', 'keyUsage=critical,keyCertSign,cRLSign');
    this.#openssl('req', '-newkey', 'rsa:3072', '-noenc', '-keyout', this.#at('ca.key'), '-out', this.#at('ca.csr'), '-utf8', '-subj',
      '/C=VN/O=Trình diễn Congvu/CN=Chứng thực chữ ký số trình diễn');
    writeFileSync(this.#at('ca.ext'), 'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\n');
    this.#openssl('x509', '-req', '-in', this.#at('ca.csr'), '-CA', this.#at('root.pem'), '-CAkey', this.#at('root.key'), '-CAcreateserial', '-days', years(15),
      '-extfile', this.#at('ca.ext'), '-out', this.#at('ca.pem'));
  }

  #at(name) {
    return path.join(this.#folder, name);
  }

  #openssl(...args) {
    return execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** The root, PEM. */
  get root() {
    return readFileSync(this.#at('root.pem'));
  }

  /** A key with its certificate for a person or an agency, as a PKCS#12 file under a passphrase. */
  issue(commonName, organization, passphrase) {
    const name = `signer-${++this.#count}`;
    this.#openssl('req', '-newkey', 'rsa:2048', '-noenc', '-keyout', this.#at(`${name}.key`), '-out', this.#at(`${name}.csr`), '-utf8', '-subj',
      `/C=VN/O=${organization}/CN=${commonName}`);
    writeFileSync(this.#at('signer.ext'), 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n');
    this.#openssl('x509', '-req', '-in', this.#at(`${name}.csr`), '-CA', this.#at('ca.pem'), '-CAkey', this.#at('ca.key'), '-CAcreateserial', '-days', years(5),
      '-extfile', this.#at('signer.ext'), '-out', this.#at(`${name}.pem`));
    writeFileSync(this.#at('pass'), passphrase, { mode: 0o600 });
    this.#openssl('pkcs12', '-export', '-inkey', this.#at(`${name}.key`), '-in', this.#at(`${name}.pem`), '-certfile', this.#at('ca.pem'), '-out',
      this.#at(`${name}.p12`), '-passout', `file:${this.#at('pass')}`);
    return readFileSync(this.#at(`${name}.p12`));
  }

  /** Wipes every key. */
  close() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
