// SPDX-License-Identifier: Apache-2.0
// Makes the demonstration province through the product's own interface at the first start, and prints the accounts at every start.
//
//   node seed.mjs --url http://127.0.0.1:8080 --data DIR --build DIR
//
// The first administrator's temporary password comes in the environment variable CONGVU_FIRST_PASSWORD (empty at later starts).
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Client, eventually } from './api.mjs';
import { draftInCommune, issueDirectives, workInCommune } from './journey.mjs';
import { DemoAuthority } from './keys.mjs';
import { agencies, people, units } from './province.mjs';

const { values: options } = parseArgs({
  options: { url: { type: 'string' }, data: { type: 'string' }, build: { type: 'string' } },
});
const accountsFile = path.join(options.data, 'demo-accounts.json');

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const draw = (length) => Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
const drawPin = () => String(randomInt(100_000, 1_000_000));

async function answers() {
  try {
    return (await fetch(`${options.url}/readyz`)).ok;
  } catch {
    return false;
  }
}

/** The agency that the first administrator was made with becomes the province; the others are made below it. */
async function makeUnits(admin) {
  const ids = {};
  const existing = (await admin.get('/units')).items;
  const first = existing.find((unit) => unit.parentId === null);
  const fields = ({ name, shortName, abbreviation, organId, place, code }) => ({ name, shortName, abbreviation, code, ...(organId ? { organId, place } : {}) });
  for (const agency of agencies) {
    if (agency.parent === null) {
      await admin.patch(`/units/${first.id}`, fields(agency), `"${first.version}"`);
      ids[agency.key] = first.id;
    } else {
      ids[agency.key] = (await admin.post('/units', { ...fields(agency), kind: 'agency', parentId: ids[agency.parent] })).id;
    }
  }
  for (const unit of units) ids[unit.key] = (await admin.post('/units', { ...fields(unit), kind: 'division', parentId: ids[unit.parent] })).id;
  return ids;
}

async function makePeople(admin, unitIds, password) {
  for (const person of people) {
    const temporary = `${draw(6)}-${draw(6)}`;
    const made = await admin.post('/people', { name: person.name, username: person.username, email: '', phone: '', temporaryPassword: temporary });
    await admin.post(`/people/${made.id}/posts`, { unitId: unitIds[person.unit], title: person.title, roles: person.roles, main: true });
    const client = new Client(options.url);
    await client.signInFirstTime(person.username, temporary, password);
    person.client = client;
  }
}

async function makeKeys(admin, pin) {
  const authority = new DemoAuthority();
  const pictures = mkdtempSync(path.join(os.tmpdir(), 'congvu-pictures-'));
  try {
    await admin.upload('/signing/roots', [{ name: 'root.pem', bytes: authority.root, type: 'application/x-pem-file' }], { world: 'demonstration' });
    for (const person of people.filter((one) => one.key)) {
      const agency = agencies.find((one) => one.key === person.agency);
      const isSeal = person.key === 'agency';
      const owner = isSeal ? agency.name : person.name;
      const passphrase = draw(16);
      const container = authority.issue(owner, agency.name, passphrase);
      const key = await person.client.upload('/signing/keys', [{ name: 'key.p12', bytes: container, type: 'application/x-pkcs12' }],
        { owner: person.key, label: isSeal ? 'Con dấu cơ quan' : 'Chữ ký cá nhân', passphrase, pin });
      const picture = path.join(pictures, `${key.id}.png`);
      execFileSync(path.join(options.build, 'bin/congvu-picture'), [isSeal ? 'seal' : 'signature', owner, picture]);
      await person.client.upload(`/signing/keys/${key.id}/image`, [{ name: 'picture.png', bytes: readFileSync(picture), type: 'image/png' }], null, 'PUT');
    }
  } finally {
    authority.close();
    rmSync(pictures, { recursive: true, force: true });
  }
}

async function seed(firstPassword) {
  const accounts = { password: `${draw(5)}-${draw(5)}-${draw(4)}`, pin: drawPin(), users: [] };
  const admin = new Client(options.url);
  await admin.signInFirstTime('quantri', firstPassword, accounts.password);
  console.log('Making the demonstration province …');
  const unitIds = await makeUnits(admin);
  await makePeople(admin, unitIds, accounts.password);
  await makeKeys(admin, accounts.pin);
  await issueDirectives({ people, unitIds, pin: accounts.pin });
  await workInCommune({ people, unitIds });
  await draftInCommune({ people, unitIds });
  accounts.users = [{ username: 'quantri', name: 'Quản trị hệ thống', title: 'Quản trị viên', agency: 'tinh' },
    ...people.map(({ username, name, title, agency }) => ({ username, name, title, agency }))];
  writeFileSync(accountsFile, JSON.stringify(accounts, null, 2), { mode: 0o600 });
}

function print(accounts) {
  const agencyName = (key) => agencies.find((agency) => agency.key === key)?.shortName ?? key;
  console.log(`\nCongvu is running: ${options.url}\n`);
  console.log(`Password of every demonstration account: ${accounts.password}`);
  console.log(`PIN of every demonstration signing key:  ${accounts.pin}\n`);
  for (const user of accounts.users) console.log(`  ${user.username.padEnd(26)} ${user.name.padEnd(24)} ${user.title}, ${agencyName(user.agency)}`);
  console.log('\nPress Ctrl-C to stop.');
}

await eventually(answers, 'the server');
const firstPassword = process.env.CONGVU_FIRST_PASSWORD ?? '';
if (firstPassword) await seed(firstPassword);
if (existsSync(accountsFile)) print(JSON.parse(readFileSync(accountsFile, 'utf8')));
else console.log(`\nCongvu is running: ${options.url}\nThis data directory holds no demonstration accounts. Press Ctrl-C to stop.`);
