#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Pages of 50: the list of incoming documents with five filters, the inbox, and what a chair with a fifth of all documents has signed, at the
// beginning and deep inside. Against fastify + better-sqlite3 with 64 connections, and against the statements alone with one.
import { median, printRow } from '../lib/line.mjs';
import { ask, rounds, seconds, signIn, wrk } from '../lib/load.mjs';
import { cursorAfter, facts, rawQueries, spread, startBoth } from '../lib/stage.mjs';
import { listStatements, signedStatement, workItemStatement, writtenOut } from '../peers/queries.mjs';

const { db, who } = facts();
const clerk = who('vanthu.suoimau');
const chair = who('chutich.suoimau');
const chairKey = `post:${chair.postId}`;
const text = (query) => new URLSearchParams(query).toString();

/** Each place holds both ways of saying the same page: the product's request, the peer's request, the raw statements. */
function place(route, query, cursor, before, statements) {
  return {
    ours: `/api/v1/${route}?${text({ ...query, limit: 50, ...(cursor ? { cursor } : {}) })}`,
    peer: `/api/v1/${route}?${text({ ...query, limit: 50, ...(before ? { before } : {}) })}`,
    raw: statements.map(writtenOut),
  };
}

const issuers = spread(db, 'SELECT name FROM incoming_issuer WHERE agency_id = ? ORDER BY name', [clerk.agencyId], 40).filter((name) => name.startsWith('Sở'));
const filtered = issuers.flatMap((issuer, index) => ['cong-van', 'bao-cao'].map((type) => {
  const query = { tab: 'done', issuer, type, urgency: 'normal', arrivedFrom: `2024-0${1 + (index % 9)}-01` };
  return place('incoming/documents', query, '', '', listStatements(clerk, query));
}));
const deepKeys = spread(db, 'SELECT arrival_key FROM incoming_document WHERE agency_id = ? ORDER BY arrival_key', [clerk.agencyId], 50).slice(1);
const deep = deepKeys.map((key) => {
  const query = { tab: 'done', urgency: 'normal' };
  return place('incoming/documents', { ...query, sort: '-arrival' }, cursorAfter('2026-01-01', key), String(key), listStatements(clerk, { ...query, before: key }));
});
const doneItems = db.prepare('SELECT done_at, id FROM core_work_item WHERE assignee_key = ? AND done_at IS NOT NULL ORDER BY done_at').all(chairKey);
const inbox = Array.from({ length: 50 }, (_, index) => doneItems[Math.floor(((index + 1) * (doneItems.length - 1)) / 50)]).map(({ done_at: at, id }) =>
  place('work-items', { state: 'done' }, cursorAfter(id, at), `${at},${id}`, [workItemStatement(chairKey, { state: 'done', before: `${at},${id}` })]));
const openInbox = [place('work-items', { state: 'open' }, '', '', [workItemStatement(chairKey, { state: 'open' })])];
const signed = db.prepare("SELECT created_at, id FROM signing_request WHERE signer_post_id = ? AND state = 'signed' ORDER BY created_at").all(chair.postId);
const signedPages = Array.from({ length: 50 }, (_, index) => signed[Math.floor(((index + 1) * (signed.length - 1)) / 50)]).map(({ created_at: at, id }) =>
  place('signing/requests', { state: 'signed' }, cursorAfter(at, id), `${at},${id}`, [signedStatement(chair.postId, { before: `${at},${id}` })]));
db.close();

const lists = [
  { name: 'list of 50 with 5 filters', username: 'vanthu.suoimau', places: filtered },
  { name: 'list of 50, any depth', username: 'vanthu.suoimau', places: deep },
  { name: 'inbox page', username: 'chutich.suoimau', places: openInbox },
  { name: `inbox page of ${doneItems.length.toLocaleString('en-GB')} done, any depth`, username: 'chutich.suoimau', places: inbox },
  { name: `${signed.length.toLocaleString('en-GB')} signed documents, any depth`, username: 'chutich.suoimau', places: signedPages },
];

/** Every page is the same as the peer's before anything is timed. */
async function compare(both, session, { name, places }) {
  for (const one of places.slice(0, 10)) {
    const [ours, peer] = await Promise.all([ask(both.ours.url, { path: one.ours }, session), ask(both.peer.url, { path: one.peer }, session)]);
    const ids = (answer) => answer.data.items.slice(0, 50).map((item) => item.id).join();
    if (ours.status !== 200 || ids(ours) !== ids(peer) || ours.data.items.length === 0) throw new Error(`${name}: ${one.ours} differs from ${one.peer}: ${ours.status} ${ours.data.items?.length} ${peer.data.items?.length}`);
  }
}

async function measure(both, list) {
  const sessions = await signIn(both.ours.url, [list.username], both.password, 16);
  await compare(both, sessions[0], list);
  const ours = list.places.map((one) => ({ path: one.ours }));
  const peers = list.places.map((one) => ({ path: one.peer }));
  const statements = list.places.flatMap((one) => one.raw);
  const perPage = statements.length / list.places.length;
  const found = { ours: [], peer: [], alone: [], raw: [] };
  for (let round = 0; round < rounds; round += 1) {
    found.ours.push((await wrk(both.ours.url, ours, { sessions })).perSecond);
    found.peer.push((await wrk(both.peer.url, peers, { sessions })).perSecond);
    found.alone.push(1000 / (await wrk(both.ours.url, ours, { sessions, connections: 1 })).perSecond);
    found.raw.push((1000 * perPage) / rawQueries(statements, seconds).perSecond);
  }
  return Object.fromEntries(Object.entries(found).map(([name, values]) => [name, median(values)]));
}

const both = await startBoth();
for (const list of lists) {
  const { ours, peer, alone, raw } = await measure(both, list);
  printRow({ goal: `${list.name}: ≥ 3 × fastify + better-sqlite3`, ours, peer, ratio: ours / peer, unit: 'requests/s', isMet: ours >= 3 * peer });
  printRow({ goal: `${list.name}: ≤ 2 × raw SQL, one connection`, ours: alone, limit: raw, ratio: alone / raw, unit: 'ms', isMet: alone <= 2 * raw });
}
await both.stop();
