// SPDX-License-Identifier: Apache-2.0
// Lets the product itself write one document of every kind into a scratch copy of the data folder, and keeps the rows that it wrote: the
// filler repeats exactly these rows. Words that are found nowhere else mark the places where a repeated row differs.
import Database from 'better-sqlite3';
import path from 'node:path';
import { Client, eventually } from '../../../packaging/demo/api.mjs';
import { issueDocument } from '../../../packaging/demo/journey.mjs';
import { agencies, people as province } from '../../../packaging/demo/province.mjs';

export const marker = {
  subject: 'Xqsubjectqx',
  issuer: 'Xqissuerqx',
  notation: 'XQX-ZZ',
  dueOn: '2037-11-17',
  arrivalNumber: 8765431, // the numbers that the registers of the scratch copy go on from
};

export const kinds = ['waiting', 'submitted', 'directed', 'closed', 'issued'];
const firstSymbolNumber = 7654321; // another one for each, or the product takes it for a document that is registered already

/** Tables that are no part of a document: machinery, sums, and the log whose rows are chained to each other. */
const leftOut = /^(sqlite_|host_|core_search_(index|queue|engine)|core_(session|revision|sign_in_counter|audit|notification|setting)|core_register$|core_work_permission|incoming_issuer|statistics_|.*_(counter|figure_day)$)/;

export const tablesOf = (db) =>
  db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all().filter((name) => !leftOut.test(name));

const lastRows = (db) => new Map(tablesOf(db).map((table) => [table, db.prepare(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get()]));

function isSettled(db) {
  const waiting = db.prepare('SELECT count(*) FROM core_search_queue').pluck().get();
  const last = db.prepare('SELECT coalesce(max(sequence), 0) FROM host_outbox').pluck().get();
  const behind = db.prepare('SELECT count(*) FROM host_event_cursor WHERE sequence < ?').pluck().get(last);
  return waiting === 0 && behind === 0;
}

/** The rows that `act` makes the product write, with the time it took: `{rows: [{table, row}], from, until}`. */
async function capture(db, symbolNumber, act) {
  const before = lastRows(db);
  const from = Date.now();
  await act();
  await eventually(() => isSettled(db), 'events and search to be settled');
  const rows = [...before].flatMap(([table, last]) =>
    db.prepare(`SELECT * FROM ${table} WHERE rowid > ? ORDER BY rowid`).all(last).map((row) => ({ table, row })));
  const { row: given } = rows.find(({ table }) => table === 'core_register_number');
  const register = db.prepare('SELECT id, register_id, group_key FROM core_register WHERE id = ?').get(given.register_row_id);
  return { rows, from, until: Date.now(), symbolNumber, number: given.number, register };
}

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10); // the day in Viet Nam

function registration(symbolNumber, dueOn) {
  return {
    symbol: `${symbolNumber}/${marker.notation}`, issuerName: marker.issuer, typeId: 'cong-van', subject: marker.subject,
    documentDate: today(), urgency: 'normal', ...(dueOn ? { dueOn } : {}),
  };
}

async function signedIn(url, password) {
  return Promise.all(province.map(async (person) => {
    const client = new Client(url);
    await client.signIn(person.username, password);
    return { ...person, client };
  }));
}

async function outgoingDraft(drafter, agency, chairName) {
  const { fields } = await drafter.get('/outgoing/draft-defaults?formId=cong-van');
  return {
    formId: 'cong-van', urgency: 'normal', recipientAgencyIds: [],
    fields: {
      ...fields, agency: agencies.find((one) => one.key === agency).name, subject: marker.subject, body: 'Nội dung văn bản mẫu.',
      recipients: ['Như trên'], addressees: ['Các đơn vị trực thuộc'],
      signer: { authority: [{ prefix: 'TM.', of: 'Ủy ban nhân dân' }], position: 'Chủ tịch', name: chairName },
    },
  };
}

/** What one agency's people do for each kind of document; every act starts from nothing. */
function acts({ people, unitIds, pin, symbolNumber }, agency) {
  const of = (role) => people.find((person) => person.role === role && person.agency === agency);
  const clerk = of('vanthu').client;
  const chair = of('chutich').client;
  const register = async (submits, dueOn) => {
    const { post } = await chair.get('/session');
    return clerk.post('/incoming/documents', { facts: registration(symbolNumber, dueOn), ...(submits ? { submitToPostId: post.id } : {}) });
  };
  return {
    waiting: () => register(false, marker.dueOn),
    submitted: () => register(true, marker.dueOn),
    directed: async () => {
      const document = await register(true, marker.dueOn);
      await chair.post(`/incoming/documents/${document.id}/direction`, {
        opinion: 'Giao Phòng chủ trì tham mưu.',
        assignments: [{ kind: 'lead', unitId: unitIds[`kt-${agency}`], dueOn: marker.dueOn }, { kind: 'coop', unitId: unitIds[`vh-${agency}`], dueOn: marker.dueOn }],
      });
    },
    closed: async () => {
      const document = await register(true);
      await chair.post(`/incoming/documents/${document.id}/closing`, { note: 'Đã xem.' });
    },
    issued: async () => issueDocument({ people, agency, draft: await outgoingDraft(of('chuyenvien').client, agency, of('chutich').name), pin }),
  };
}

/**
 * @returns `templates`: what `capture` gives, by "agency/kind"; `taskCounters`: what one directed document adds to the counters of tasks
 */
export async function makeTemplates({ url, data, password, pin }) {
  const db = new Database(path.join(data, 'congvu.db'));
  const people = await signedIn(url, password);
  const units = (await people[0].client.get('/units')).items;
  const idOf = (name, parentId) => units.find((unit) => unit.name === name && (!parentId || unit.parentId === parentId)).id;
  const agencyIds = Object.fromEntries(agencies.map((agency) => [agency.key, idOf(agency.name)]));
  const divisions = { kt: ['Phòng Kinh tế', 'Phòng Tổng hợp'], vh: ['Phòng Văn hóa - Xã hội', 'Phòng Nội chính'] };
  const unitIds = {};
  for (const [short, names] of Object.entries(divisions)) {
    for (const { key, parent } of agencies) unitIds[`${short}-${key}`] = idOf(names[parent === null ? 1 : 0], agencyIds[key]);
  }
  const actsOf = (agency, symbolNumber) => acts({ people, unitIds, pin, symbolNumber }, agency);
  for (const { key } of agencies) for (const kind of ['closed', 'issued']) await actsOf(key, `1${kind.length}`)[kind](); // opens every register
  await eventually(() => isSettled(db), 'the registers to be open');
  db.prepare('UPDATE core_register SET last_number = ?').run(marker.arrivalNumber);
  const templates = new Map();
  for (const { key } of agencies) {
    for (const kind of kinds) {
      const symbolNumber = String(firstSymbolNumber + templates.size);
      templates.set(`${key}/${kind}`, await capture(db, symbolNumber, actsOf(key, symbolNumber)[kind]));
    }
  }
  const taskCounters = db.prepare('SELECT * FROM tasks_counter WHERE day = ?').all(marker.dueOn);
  db.close();
  return { templates, agencyIds, taskCounters };
}
