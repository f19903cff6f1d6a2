// SPDX-License-Identifier: Apache-2.0
// The usual solution: fastify + better-sqlite3 on the same database file, doing what the product does for the same requests: session by
// cookie, permissions of the post, is the plugin on for the unit, the row-level policy in SQL. One process, as one usually runs it.
//
//   node fastify.mjs PORT DATABASE
import Database from 'better-sqlite3';
import { createHash, randomBytes } from 'node:crypto';
import fastify from 'fastify';
import { documentColumns, insertRegistration, listStatements, signedStatement, workItemStatement } from './queries.mjs';

const [, , port, file] = process.argv;
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.pragma('foreign_keys = ON');

const select = {
  session: db.prepare('SELECT s.person_id, s.post_id, s.csrf_token, p.unit_id FROM core_session s JOIN core_post p ON p.id = s.post_id WHERE s.token_hash = ?'),
  permissions: db.prepare('SELECT DISTINCT rp.permission FROM core_post_role pr JOIN core_role_permission rp ON rp.role_id = pr.role_id WHERE pr.post_id = ?').pluck(),
  unit: db.prepare('SELECT id, parent_id, kind FROM core_unit WHERE id = ?'),
  rule: db.prepare('SELECT rule FROM core_plugin_rule WHERE plugin_id = ? AND unit_id = ?'),
  document: db.prepare(`SELECT ${documentColumns} FROM incoming_document WHERE id = ? AND agency_id = ?`),
  files: db.prepare("SELECT id, name, media_type, size_bytes, kind, verdict FROM incoming_file WHERE owner_type = 'document' AND owner_id = ? ORDER BY position, id LIMIT 100"),
  directions: db.prepare('SELECT id, post_id, post_title, person_name, opinion, given_at FROM incoming_direction WHERE document_id = ? ORDER BY given_at, id LIMIT 100'),
  assignments: db.prepare('SELECT direction_id, id, kind, unit_id, post_id, name, due_on FROM incoming_assignment WHERE document_id = ? ORDER BY direction_id, position LIMIT 5000'),
};

const prepared = new Map();

/** Each statement is prepared once. */
function rowsOf([sql, values]) {
  if (!prepared.has(sql)) prepared.set(sql, db.prepare(sql));
  return prepared.get(sql).all(...values);
}

/** Nearest rule on the way from the unit to the root; on where there is none. */
function isPluginOn(plugin, unitId) {
  for (let unit = select.unit.get(unitId); unit; unit = unit.parent_id && select.unit.get(unit.parent_id)) {
    const rule = select.rule.get(plugin, unit.id);
    if (rule && rule.rule !== 'inherit') return rule.rule !== 'off';
  }
  return true;
}

function agencyOf(unitId) {
  let unit = select.unit.get(unitId);
  while (unit.kind !== 'agency') unit = select.unit.get(unit.parent_id);
  return unit.id;
}

const app = fastify();
const fail = (status) => Object.assign(new Error('refused'), { statusCode: status });

/** The caller, who holds the permission and whose unit has the plugin; else 401 or 403. */
function admit(request, plugin, permission) {
  const token = /congvu_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const session = token && select.session.get(createHash('sha256').update(token).digest('hex'));
  if (!session) throw fail(401);
  if (request.method !== 'GET' && request.headers['x-csrf-token'] !== session.csrf_token) throw fail(403);
  if (!isPluginOn(plugin, session.unit_id)) throw fail(403);
  const permissions = new Set(select.permissions.all(session.post_id));
  if (!permissions.has(permission)) throw fail(403);
  return { ...session, permissions, agencyId: agencyOf(session.unit_id) };
}

app.get('/api/v1/incoming/documents/:id', async (request) => {
  const caller = admit(request, 'incoming', 'incoming.read');
  const document = select.document.get(request.params.id, caller.agencyId);
  if (!document) throw fail(404);
  const { id } = document;
  return { ...document, files: select.files.all(id), directions: select.directions.all(id), assignments: select.assignments.all(id) };
});
app.get('/api/v1/incoming/documents', async (request) => {
  const caller = admit(request, 'incoming', 'incoming.read');
  const [page, count] = listStatements({ agencyId: caller.agencyId, personId: caller.person_id }, request.query);
  return { items: rowsOf(page), ...(count ? { total: rowsOf(count)[0].total } : {}) };
});
app.get('/api/v1/work-items', async (request) => {
  const caller = admit(request, 'core', 'incoming.read');
  return { items: rowsOf(workItemStatement(`post:${caller.post_id}`, request.query)) };
});
app.get('/api/v1/signing/requests', async (request) => {
  const caller = admit(request, 'signing', 'signing.desk');
  return { items: rowsOf(signedStatement(caller.post_id, request.query)) };
});
app.post('/api/v1/incoming/documents', async (request, reply) => {
  const caller = admit(request, 'incoming', 'incoming.register');
  reply.code(201);
  return insertRegistration(db, caller, request.body.facts, randomBytes(13).toString('hex').toUpperCase());
});
app.get('/', async () => ({}));
await app.listen({ port: Number(port), host: '127.0.0.1' });
