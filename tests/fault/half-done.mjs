// SPDX-License-Identifier: Apache-2.0
// What must never be found in the database, whenever the server was ended: acts of which one half is there and the other is not.

/** Each sentence with the SELECT that lists what breaks it. */
export const halfDone = {
  'a page of the database is damaged': "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
  'a row refers to a row that is not there': 'SELECT "table", rowid FROM pragma_foreign_key_check',
  'a register has a gap, a double or another last number than it gave': `
    SELECT r.id FROM core_register r LEFT JOIN core_register_number n ON n.register_row_id = r.id
    GROUP BY r.id HAVING count(DISTINCT n.number) <> r.last_number OR count(n.number) <> r.last_number OR max(n.number) <> r.last_number`,
  'a number was given to a document that does not bear it': `
    SELECT n.entity_id, n.number FROM core_register_number n
    LEFT JOIN incoming_document i ON n.plugin = 'incoming' AND i.id = n.entity_id
    LEFT JOIN outgoing_document o ON n.plugin = 'outgoing' AND o.id = n.entity_id
    WHERE coalesce(i.arrival_number, o.number, -1) <> n.number`,
  'a document bears a number that no register gave': `
    SELECT id FROM incoming_document WHERE id NOT IN (SELECT entity_id FROM core_register_number WHERE plugin = 'incoming')
    UNION ALL SELECT id FROM outgoing_document WHERE number IS NOT NULL AND id NOT IN (SELECT entity_id FROM core_register_number WHERE plugin = 'outgoing')`,
  'an incoming document was not registered exactly once in the audit log': `
    SELECT d.id FROM incoming_document d LEFT JOIN core_audit a ON a.entity_id = d.id AND a.act = 'incoming.registered'
    GROUP BY d.id HAVING count(a.seq) <> 1`,
  'a direction without its document in work, its assignment or its audit row': `
    SELECT g.id FROM incoming_direction g JOIN incoming_document d ON d.id = g.document_id
    WHERE d.state NOT IN ('directed', 'in_work', 'completed') OR NOT EXISTS (SELECT 1 FROM incoming_assignment a WHERE a.direction_id = g.id)
      OR (SELECT count(*) FROM core_audit a WHERE a.entity_id = d.id AND a.act = 'incoming.directed') <> 1`,
  'a document is directed without a direction': `
    SELECT id FROM incoming_document WHERE state IN ('directed', 'in_work') AND id NOT IN (SELECT document_id FROM incoming_direction)`,
  'a leader still has to direct what is directed': `
    SELECT w.id FROM core_work_item w JOIN incoming_document d ON d.id = w.entity_id
    WHERE w.kind = 'incoming.direct' AND w.done_at IS NULL AND d.state <> 'submitted'`,
  'a registered or discarded proposal disagrees with its document or files': `
    SELECT id FROM incoming_proposal
    WHERE (state = 'registered' AND document_id NOT IN (SELECT id FROM incoming_document))
      OR (state = 'discarded') = (id IN (SELECT owner_id FROM incoming_file WHERE owner_type = 'proposal'))`,
  'a request is signed without its file, or has one without being signed': `
    SELECT id FROM signing_request WHERE (state = 'signed') <> (signed_file_id IS NOT NULL AND signed_file_id IN (SELECT id FROM core_file))`,
  'a signature is not exactly once in the audit log': `
    SELECT r.id FROM signing_request r LEFT JOIN core_audit a ON a.entity_id = r.id AND a.act IN ('signing.signed', 'signing.sealed')
    GROUP BY r.id HAVING count(a.seq) <> (r.state = 'signed')`,
  'an open request without its work item, or a decided one with it': `
    SELECT r.id FROM signing_request r LEFT JOIN core_work_item w ON w.entity_id = r.id AND w.plugin = 'signing' AND w.done_at IS NULL
    GROUP BY r.id HAVING count(w.id) <> (r.state = 'open')`,
  'a document waits for a signature without an open request or a signed one on its way': `
    SELECT id FROM outgoing_document WHERE state IN ('to_sign', 'numbered')
      AND coalesce(request_id, '') NOT IN (SELECT id FROM signing_request WHERE state IN ('open', 'signed'))`,
  'a document is signed or sealed without that revision, or has it without being so': `
    SELECT d.id FROM outgoing_document d LEFT JOIN outgoing_revision v ON v.document_id = d.id AND v.kind IN ('signed', 'sealed')
    GROUP BY d.id HAVING count(v.file_id) <> CASE WHEN d.state IN ('sealed', 'issued') THEN 2 WHEN d.state IN ('signed', 'numbered') THEN 1 ELSE 0 END`,
  'an issued document lacks number, date, file, recipient, or its one audit row': `
    SELECT d.id FROM outgoing_document d WHERE d.state = 'issued' AND (d.number IS NULL OR d.document_date IS NULL OR d.issued_at IS NULL
      OR d.file_id IS NULL OR d.file_id NOT IN (SELECT id FROM core_file)
      OR NOT EXISTS (SELECT 1 FROM outgoing_recipient r WHERE r.document_id = d.id)
      OR EXISTS (SELECT 1 FROM outgoing_recipient r WHERE r.document_id = d.id AND r.status = '00')
      OR (SELECT count(*) FROM core_audit a WHERE a.entity_id = d.id AND a.act = 'outgoing.issued') <> 1)`,
  'somebody still has to do something with an issued document': `
    SELECT w.id FROM core_work_item w JOIN outgoing_document d ON d.id = w.entity_id
    WHERE w.plugin = 'outgoing' AND w.done_at IS NULL AND d.state = 'issued'`,
  'a reviewer has work that is not the present step': `
    SELECT w.id FROM core_work_item w JOIN outgoing_document d ON d.id = w.entity_id
    WHERE w.kind = 'outgoing.review' AND w.done_at IS NULL AND d.state <> 'in_review'`,
  'a document under review is not before exactly one reviewer': `
    SELECT d.id FROM outgoing_document d LEFT JOIN core_work_item w ON w.entity_id = d.id AND w.kind = 'outgoing.review' AND w.done_at IS NULL
    WHERE d.state = 'in_review' GROUP BY d.id HAVING count(w.id) <> 1`,
  'a recipient has a document twice': `
    SELECT outgoing_document_id FROM incoming_delivery GROUP BY outgoing_document_id, agency_id HAVING count(*) > 1`,
  'an assignment has made more than one task': 'SELECT assignment_id FROM tasks_task WHERE assignment_id IS NOT NULL GROUP BY assignment_id HAVING count(*) > 1',
  'a file row belongs to nothing': `
    SELECT id FROM core_file WHERE id NOT IN (
      SELECT id FROM incoming_file UNION SELECT file_id FROM outgoing_revision UNION SELECT file_id FROM outgoing_attachment
      UNION SELECT file_id FROM outgoing_document WHERE file_id IS NOT NULL UNION SELECT file_id FROM signing_request
      UNION SELECT signed_file_id FROM signing_request WHERE signed_file_id IS NOT NULL
      UNION SELECT file_id FROM signing_check
      UNION SELECT image_file_id FROM signing_key WHERE image_file_id IS NOT NULL UNION SELECT file_id FROM tasks_file)`,
  'a row names a file that has no row': `
    SELECT id FROM incoming_file WHERE id NOT IN (SELECT id FROM core_file)
    UNION ALL SELECT file_id FROM outgoing_attachment WHERE file_id NOT IN (SELECT id FROM core_file)
    UNION ALL SELECT file_id FROM outgoing_revision WHERE file_id NOT IN (SELECT id FROM core_file)`,
  'a counter of work differs from the open work': `
    SELECT key FROM (
      SELECT assignee_key || ' ' || plugin || ' ' || kind || ' ' || due_on AS key, open_count AS amount FROM core_work_counter
      UNION ALL
      SELECT assignee_key || ' ' || plugin || ' ' || kind || ' ' || coalesce(due_on, ''), -count(*) FROM core_work_item WHERE done_at IS NULL
      GROUP BY 1) GROUP BY key HAVING sum(amount) <> 0`,
  'a counter of incoming documents differs from what it counts': `
    SELECT key FROM (
      SELECT agency_id || ' ' || name AS key, value AS amount FROM incoming_counter WHERE name IN ('all', 'arrived', 'queue')
      UNION ALL SELECT agency_id || ' all', -count(*) FROM incoming_document GROUP BY 1
      UNION ALL SELECT agency_id || ' arrived', -count(*) FROM incoming_delivery WHERE state = 'arrived' GROUP BY 1
      UNION ALL SELECT agency_id || ' queue', -count(*) FROM incoming_proposal WHERE state IN ('waiting', 'ready', 'failed') GROUP BY 1
    ) GROUP BY key HAVING sum(amount) <> 0`,
  'a counter of outgoing documents differs from what it counts': `
    SELECT key FROM (
      SELECT agency_id || ' ' || state AS key, documents AS amount FROM outgoing_counter
      UNION ALL SELECT agency_id || ' ' || state, -count(*) FROM outgoing_document GROUP BY 1) GROUP BY key HAVING sum(amount) <> 0`,
};

/** What must not be found any more once every event has been delivered and every document on its way was finished. */
export const leftOver = {
  'an event waits, failed or is parked': `
    SELECT subscriber FROM host_event_retry
    UNION ALL SELECT subscriber FROM host_event_cursor WHERE sequence < (SELECT max(sequence) FROM host_outbox)`,
  'a recipient of an issued document has not got it': `
    SELECT r.delivery_id FROM outgoing_recipient r JOIN outgoing_document d ON d.id = r.document_id AND d.state = 'issued'
    LEFT JOIN incoming_delivery i ON i.outgoing_document_id = d.id AND i.agency_id = r.agency_id
    GROUP BY r.delivery_id HAVING count(i.id) <> 1`,
  'an assignment has made no task': 'SELECT id FROM incoming_assignment WHERE id NOT IN (SELECT assignment_id FROM tasks_task WHERE assignment_id IS NOT NULL)',
  'a document has not got a signature that was made': `
    SELECT r.id FROM signing_request r JOIN outgoing_document d ON d.id = r.entity_id WHERE r.state = 'signed' AND d.state IN ('to_sign', 'numbered') AND d.request_id = r.id`,
};
