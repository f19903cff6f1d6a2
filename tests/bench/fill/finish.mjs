// SPDX-License-Identifier: Apache-2.0
// What belongs to all documents together: indexes, registers and sums.

/** Indexes cost less when they are made at the end. Gives their statements back. */
export function dropIndexes(db, tables) {
  const indexes = db.prepare("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").all()
    .filter(({ tbl_name: table }) => tables.includes(table));
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
  return indexes.map(({ sql }) => sql);
}

export function recreateIndexes(db, statements) {
  for (const sql of statements) db.exec(sql);
}

/** A function that gives the next number of a document's register with the register's row, without a gap within agency, register, year and group. */
export function makeRegisters(db, agencyIds, templates) {
  const insert = db.prepare('INSERT INTO core_register (id, agency_id, register_id, year, group_key, last_number) VALUES (?, ?, ?, ?, ?, 0)');
  const find = db.prepare('SELECT id, last_number FROM core_register WHERE agency_id = ? AND register_id = ? AND year = ? AND group_key = ?');
  const rows = new Map();
  return ({ agency, kind, year, time }) => {
    const { register_id: register, group_key: group } = templates.get(`${agency}/${kind}`).register;
    const key = `${agency}/${register}/${year}/${group}`;
    if (!rows.has(key)) {
      const which = [agencyIds[agency], register, year, group];
      const id = `${String(time).padStart(14, '0')}${String(rows.size).padStart(12, '0')}`;
      if (!find.get(...which)) insert.run(id, ...which);
      rows.set(key, find.get(...which));
    }
    const row = rows.get(key);
    row.last_number += 1;
    return { number: row.last_number, registerRowId: row.id };
  };
}

/** Every day with something to count has a change of its own; the job of statistics counts these days when the server runs. */
const changedDays = (plugin, table, day) => `
DELETE FROM ${plugin}_figure_day;
INSERT INTO ${plugin}_figure_day (agency_id, day, change)
  SELECT agency_id, day, row_number() OVER (ORDER BY day, agency_id) FROM (SELECT DISTINCT agency_id, ${day} AS day FROM ${table});`;

const sums = `
UPDATE core_register SET last_number = (SELECT coalesce(max(number), 0) FROM core_register_number WHERE register_row_id = core_register.id);

DELETE FROM core_work_counter;
INSERT INTO core_work_counter (assignee_key, plugin, kind, due_on, open_count)
  SELECT assignee_key, plugin, kind, coalesce(due_on, ''), count(*) FROM core_work_item WHERE done_at IS NULL GROUP BY 1, 2, 3, 4;

DELETE FROM incoming_counter;
INSERT INTO incoming_counter SELECT agency_id, 'all', count(*) FROM incoming_document GROUP BY 1;
INSERT INTO incoming_counter SELECT agency_id, tab, count(*) FROM incoming_document GROUP BY 1, 2;
INSERT INTO incoming_counter SELECT agency_id, 'arrived', count(*) FROM incoming_delivery WHERE state = 'arrived' GROUP BY 1;

INSERT INTO incoming_issuer (agency_id, issuer_key, name, used)
  SELECT agency_id, issuer_key, max(issuer_name), count(*) FROM incoming_document WHERE TRUE GROUP BY 1, 2
  ON CONFLICT (agency_id, issuer_key) DO UPDATE SET used = excluded.used;

DELETE FROM outgoing_counter;
INSERT INTO outgoing_counter SELECT agency_id, state, count(*) FROM outgoing_document GROUP BY 1, 2;
${changedDays('incoming', 'incoming_figure', 'arrived_on')}
${changedDays('outgoing', 'outgoing_figure', '(issued_at + 25200000) / 86400000')}
${changedDays('tasks', 'tasks_task', '(created_at + 25200000) / 86400000')}
`;

/** Adds to the counters of tasks what the directed documents of each agency and deadline add. */
function countTasks(db, taskCounters) {
  const directed = db.prepare("SELECT due_on, count(*) AS documents FROM incoming_document WHERE agency_id = ? AND tab = 'in_work' AND due_on IS NOT NULL GROUP BY 1");
  const add = db.prepare(`
    INSERT INTO tasks_counter (agency_id, scope, scope_id, basis, bucket, day, amount) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (agency_id, scope, basis, scope_id, bucket, day) DO UPDATE SET amount = amount + excluded.amount`);
  for (const cell of taskCounters) {
    for (const { due_on: day, documents } of directed.all(cell.agency_id)) {
      add.run(cell.agency_id, cell.scope, cell.scope_id, cell.basis, cell.bucket, day, cell.amount * documents);
    }
  }
}

export function countEverything(db, taskCounters) {
  countTasks(db, taskCounters);
  db.exec(sums);
}
