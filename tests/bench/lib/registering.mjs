// SPDX-License-Identifier: Apache-2.0
// Registering documents: what clerks send, and the rows that one registration leaves, as statements for the raw limit.
import Database from 'better-sqlite3';
import path from 'node:path';
import { eventually } from '../../../packaging/demo/api.mjs';
import { issuers, notations, randomSource, subjectOf, typeIds } from '../fill/subjects.mjs';

export const clerks = ['vanthu.suoimau', 'vanthu.tinh', 'vanthu.doithu'];
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Requests of clerks; wrk puts a number of its own for "@", so no two symbols are the same. */
export function registrations(count) {
  const random = randomSource(4711);
  return Array.from({ length: count }, () => ({
    path: '/api/v1/incoming/documents',
    body: { facts: { symbol: `@/${random.pick(notations)}`, issuerName: random.pick(issuers), typeId: random.pick(typeIds), subject: subjectOf(random, 2026), documentDate: today(), urgency: 'normal' } },
  }));
}

const machinery = /^(sqlite_|core_search_(document|index)|core_session|host_event|host_job|statistics_|.*_figure_day$)/;
const tablesOf = (db) => db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all().filter((name) => !machinery.test(name));

function quoted(value, { id, number, ownIds, year }) {
  if (value === null) return 'NULL';
  if (value === number) return ':n';
  if (value === year * 10_000_000 + number) return `${year * 10_000_000} + :n`;
  if (typeof value === 'number') return String(value);
  if (ownIds.has(value) && value !== id) return `:id || '-${ownIds.get(value)}'`;
  return `'${value.replaceAll("'", "''")}'`.replaceAll(id, "' || :id || '");
}

function insertOf({ table, row }, about) {
  const cells = Object.entries(row).map(([column, value]) => {
    if (table === 'host_outbox' && column === 'sequence') return 'NULL';
    // Below zero, out of the way of the peer's rows, which go on from the highest.
    if (table === 'core_audit' && column === 'seq') return '-:n';
    return quoted(value, about);
  });
  return `INSERT INTO ${table} VALUES (${cells.join(', ')})`;
}

/** The sums that a registration raises, with the keys that they have here. */
function sumsOf(db, { agencyId, assigneeKey, register, arrivedOn }) {
  return [
    `UPDATE incoming_figure_day SET change = (SELECT max(change) FROM incoming_figure_day) + 1 WHERE agency_id = '${agencyId}' AND day = '${arrivedOn}'`,
    `UPDATE core_register SET last_number = last_number + 1 WHERE id = '${register}'`,
    `UPDATE incoming_counter SET value = value + 1 WHERE agency_id = '${agencyId}' AND name = 'all'`,
    `UPDATE incoming_counter SET value = value + 1 WHERE agency_id = '${agencyId}' AND name = 'waiting'`,
    `UPDATE incoming_issuer SET used = used + 1 WHERE agency_id = '${agencyId}' AND issuer_key = (SELECT min(issuer_key) FROM incoming_issuer WHERE agency_id = '${agencyId}')`,
    `UPDATE core_work_counter SET open_count = open_count + 1 WHERE assignee_key = '${assigneeKey}'`,
  ];
}

/** Lets `register()` (which gives the answer of the product) write one document, and gives the statements that write the same rows again. */
export async function writesOfOneRegistration(data, register) {
  const db = new Database(path.join(data, 'congvu.db'), { readonly: true });
  const last = new Map(tablesOf(db).map((table) => [table, db.prepare(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get()]));
  const { id, arrivalNumber: number, arrivedOn } = await register();
  await eventually(() => db.prepare('SELECT 1 FROM incoming_document WHERE id = ?').get(id), 'the document');
  const rows = [...last].flatMap(([table, before]) => db.prepare(`SELECT * FROM ${table} WHERE rowid > ? ORDER BY rowid`).all(before).map((row) => ({ table, row })));
  const ownIds = new Map(rows.map(({ row }, index) => [row.id, index]));
  const about = { id, number, ownIds, year: Number(arrivedOn.slice(0, 4)) };
  const item = rows.find(({ table }) => table === 'core_work_item').row;
  const given = rows.find(({ table }) => table === 'core_register_number').row;
  const sums = sumsOf(db, { agencyId: item.agency_id, assigneeKey: item.assignee_key, register: given.register_row_id, arrivedOn });
  db.close();
  return [...rows.map((one) => insertOf(one, about)), ...sums].map((sql) => sql.replace(/\s+/g, ' '));
}
