// SPDX-License-Identifier: Apache-2.0
// The statements that the peer and the raw limit run: what the product's repositories say for the same requests.
import { createHash } from 'node:crypto';

export const documentColumns = `id, agency_id, version, state, arrival_number, arrived_on, symbol, issuer_name, superior_name, type_id, subject,
  document_date, place, urgency, signer_name, signer_position, signer_authority, due_on, pages, note, verdict, duplicate_of, duplicate_reason,
  delivery_id, registered_by_post_id, registered_by_name, registered_at, submitted_to_post_id, submitted_to_name, direction_id, tasks_total,
  tasks_done, closed_at, closing_note, frozen_reason`;

const fold = (text) => text.normalize('NFD').replace(/\p{Mn}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

const tabs = { waiting: "d.tab = 'waiting'", in_work: "d.tab = 'in_work'", done: "d.tab = 'done'" };

/** The page of incoming documents (newest first) with its number of hits up to 1,000, as `[sql, values]` pairs. */
export function listStatements({ agencyId, personId }, query) {
  const conditions = ['d.agency_id = ?'];
  const values = [agencyId];
  const add = (condition, value) => {
    conditions.push(condition);
    values.push(value);
  };
  if (tabs[query.tab]) conditions.push(tabs[query.tab]);
  if (query.issuer) add('d.issuer_key = ?', fold(query.issuer));
  if (query.type) add('d.type_id = ?', query.type);
  if (query.urgency) add('d.urgency = ?', query.urgency);
  if (query.arrivedFrom) add('+d.arrived_on >= ?', query.arrivedFrom);
  if (query.arrivedTo) add('+d.arrived_on <= ?', query.arrivedTo);
  const where = conditions.join(' AND ');
  const before = Number(query.before ?? 999_999_999_999_999);
  const page = [`SELECT d.id, d.state, d.arrival_number, d.arrived_on, d.symbol, d.issuer_name, d.type_id, d.subject, d.document_date, d.urgency,
    d.due_on, d.verdict, d.submitted_to_name, d.arrival_key, m.read_at
    FROM incoming_document d LEFT JOIN incoming_read_mark m ON m.document_id = d.id AND m.person_id = ?
    WHERE ${where} AND d.arrival_key < ? ORDER BY d.arrival_key DESC LIMIT 51`, [personId, ...values, before]];
  const count = [`SELECT count(*) AS total FROM (SELECT 1 FROM incoming_document d WHERE ${where} LIMIT 1000)`, values];
  const isFiltered = Boolean(query.issuer || query.type || query.urgency || query.arrivedFrom || query.arrivedTo);
  return isFiltered && query.before === undefined ? [page, count] : [page];
}

/** The page of a post's work items; `before` is the time and id after which it begins. */
export function workItemStatement(assigneeKey, { state, before }) {
  const isDone = state === 'done';
  const condition = isDone ? 'done_at IS NOT NULL' : 'done_at IS NULL';
  const cursor = before ? (isDone ? ' AND (done_at, id) < (?, ?)' : ' AND id < ?') : '';
  const values = before ? (isDone ? [Number(before.split(',')[0]), before.split(',')[1]] : [before.split(',')[1]]) : [];
  return [`SELECT id, plugin, entity_type, entity_id, kind, assignee_key, agency_id, title, subtitle, from_name, urgency, due_on, link, created_at,
    done_at, reminded_of FROM core_work_item WHERE assignee_key = ? AND ${condition}${cursor}
    ORDER BY ${isDone ? 'done_at DESC, id DESC' : 'id DESC'} LIMIT 51`, [assigneeKey, ...values]];
}

/** The page of what a post has signed. */
export function signedStatement(postId, { before }) {
  const [time, id] = before?.split(',') ?? [Number.MAX_SAFE_INTEGER, ''];
  return [`SELECT id, entity_plugin, entity_type, entity_id, agency_id, signer_kind, signer_post_id, file_id, field_name, placement_json,
    fields_json, title, subtitle, urgency, submitted_by_name, link, state, level, note, signed_file_id, created_at, decided_at FROM signing_request
    WHERE signer_post_id = ? AND signer_kind = 'person' AND state = 'signed' AND (created_at, id) < (?, ?)
    ORDER BY created_at DESC, id DESC LIMIT 51`, [postId, Number(time), id]];
}

/** A statement with its values written into it, for the program that runs raw SQL. */
export function writtenOut([sql, values]) {
  let index = 0;
  const quoted = (value) => (typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`);
  return sql.replace(/\?/g, () => quoted(values[index++])).replace(/\s+/g, ' ');
}

const registrations = new WeakMap();

function prepareRegistration(db) {
  const insert = (table, columns) => db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`);
  const columns = db.prepare("SELECT name FROM pragma_table_info('incoming_document')").pluck().all();
  const statements = {
    number: db.prepare(`INSERT INTO core_register (id, agency_id, register_id, year, group_key, last_number) VALUES (?, ?, 'incoming', ?, '', 1)
      ON CONFLICT (agency_id, register_id, year, group_key) DO UPDATE SET last_number = last_number + 1 RETURNING id, last_number`),
    numberRow: db.prepare("INSERT INTO core_register_number VALUES (?, ?, 'used', 'incoming', 'document', ?, ?, '')"),
    document: insert('incoming_document', columns),
    head: db.prepare('SELECT seq, hash FROM core_audit ORDER BY seq DESC LIMIT 1'),
    audit: db.prepare(`INSERT INTO core_audit VALUES (@seq, @at, @person, '', @post, '', '', @agency, 'registered', 'incoming', 'document', @id, '', '',
      '{}', @previous, @hash)`),
    outbox: db.prepare(`INSERT INTO host_outbox (name, entity_plugin, entity_type, entity_id, agency_id, actor_post_id, at, payload)
      VALUES ('incoming.document-registered.v1', 'incoming', 'document', ?, ?, ?, ?, ?)`),
  };
  registrations.set(db, { statements, columns });
  return registrations.get(db);
}

/** Registers a document: number, document, audit row with its hash, outbox, in one durable transaction. */
export function insertRegistration(db, caller, facts, id) {
  const { statements, columns } = registrations.get(db) ?? prepareRegistration(db);
  return db.transaction(() => {
    const now = Date.now();
    const day = new Date(now).toISOString().slice(0, 10);
    const year = Number(day.slice(0, 4));
    const { id: row, last_number: number } = statements.number.get(id, caller.agencyId, year);
    statements.numberRow.run(row, number, id, now);
    const known = { id, agency_id: caller.agencyId, version: 1, state: 'registered', tab: 'waiting', arrival_number: number, arrival_year: year,
      arrival_key: year * 10_000_000 + number, arrived_on: day, symbol: facts.symbol, symbol_key: fold(facts.symbol), issuer_name: facts.issuerName,
      issuer_key: fold(facts.issuerName), type_id: facts.typeId, subject: facts.subject, document_date: facts.documentDate,
      document_key: facts.documentDate, urgency: facts.urgency, due_key: '9999-12-31', pages: 0, folded: fold(`${number} ${facts.symbol} ${facts.subject}`),
      registered_by_post_id: caller.post_id, registered_at: now, tasks_total: 0, tasks_done: 0 };
    const nullable = new Set(['document_date', 'due_on', 'duplicate_of', 'delivery_id', 'submitted_to_post_id', 'direction_id', 'closed_at']);
    statements.document.run(Object.fromEntries(columns.map((name) => [name, known[name] ?? (nullable.has(name) ? null : '')])));
    const head = statements.head.get();
    const hash = createHash('sha256').update(`${head.seq + 1}${now}${caller.person_id}${id}${head.hash}`).digest('hex');
    statements.audit.run({ seq: head.seq + 1, at: now, person: caller.person_id, post: caller.post_id, agency: caller.agencyId, id, previous: head.hash, hash });
    statements.outbox.run(id, caller.agencyId, caller.post_id, now, JSON.stringify({ id, number, subject: facts.subject, symbol: facts.symbol }));
    return { id, arrivalNumber: number };
  }).immediate();
}
