// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const settings = `[ca]
default_ca = authority
[authority]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
unique_subject = no
policy = names
[names]
countryName = optional
organizationName = optional
commonName = supplied
`;

/** 20260301120000Z, as openssl wants it. */
const asn1Time = (at: Date) => `${at.toISOString().replaceAll(/[-:T]|\.\d+/g, '')}`;

/** A certification authority of the test, whose certificates are valid from and to any second. */
export class TestAuthority {
  readonly #folder = mkdtempSync(path.join(os.tmpdir(), 'congvu-e2e-ca-'));
  #count = 0;

  constructor() {
    writeFileSync(this.at('ca.cnf'), settings);
    writeFileSync(this.at('index.txt'), '');
    writeFileSync(this.at('signer.ext'), 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n');
    this.#openssl('req', '-x509', '-newkey', 'rsa:2048', '-noenc', '-keyout', 'root.key', '-out', 'root.pem', '-days', '3650', '-utf8', '-subj', '/C=VN/O=Kiểm thử/CN=Gốc kiểm thử hiệu lực', '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign');
  }

  at(name: string): string {
    return path.join(this.#folder, name);
  }

  #openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.#folder, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  get root(): Buffer {
    return readFileSync(this.at('root.pem'));
  }

  /** The path of a PKCS#12 file for that person, whose certificate is valid from one moment to the other. */
  issue(commonName: string, from: Date, until: Date, passphrase: string): string {
    this.#count += 1;
    const name = `signer-${this.#count}`;
    this.#openssl('req', '-newkey', 'rsa:2048', '-noenc', '-keyout', `${name}.key`, '-out', `${name}.csr`, '-utf8', '-subj', `/C=VN/O=Kiểm thử/CN=${commonName}`);
    this.#openssl('ca', '-batch', '-config', 'ca.cnf', '-cert', 'root.pem', '-keyfile', 'root.key', '-in', `${name}.csr`, '-out', `${name}.pem`, '-notext', '-utf8', '-startdate', asn1Time(from), '-enddate', asn1Time(until), '-extfile', 'signer.ext');
    writeFileSync(this.at('pass'), passphrase, { mode: 0o600 });
    this.#openssl('pkcs12', '-export', '-inkey', `${name}.key`, '-in', `${name}.pem`, '-certfile', 'root.pem', '-out', `${name}.p12`, '-passout', 'file:pass');
    return this.at(`${name}.p12`);
  }

  /** Wipes every key. */
  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
