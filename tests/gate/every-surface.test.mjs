// SPDX-License-Identifier: Apache-2.0
// Plugins on, off and inherited on a tree of 1,000 units with 14 plugins (the six of the product and eight of tests/fixtures/plugins-gate), by
// random rules with and without dates: what every surface of the running server shows to a person of each unit is what a small reference
// model says, from the next request on; and when the rules are taken away again, everything is back.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Client, eventually } from '../../packaging/demo/api.mjs';
import { build, TestServer } from '../lib/TestServer.mjs';
import { EventStream } from './EventStream.mjs';
import { randomFrom } from './random.mjs';
import { isOnByReference } from './reference.mjs';

const wantedUnits = 1_000;
const probes = Array.from({ length: 8 }, (_, index) => `probe${index + 1}`);
/** A route of each plugin that every post of the test may call. */
const doors = {
  incoming: '/incoming/documents',
  outgoing: '/outgoing/documents',
  tasks: '/tasks',
  signing: '/signing/requests',
  records: '/records/dossiers',
  statistics: '/statistics/choices',
  ...Object.fromEntries(probes.map((probe) => [probe, `/${probe}/things`])),
};
const plugins = Object.keys(doors);
const password = 'mot-mat-khau-dai-2026';
/** The day of the server: dates of rules are days in Viet Nam. */
const day = (offset) => new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

const random = randomFrom(20_261_123);
let folder;
let server;
let admin;
let person;
/** Somebody for whose unit every plugin is always on: makes things happen for others. */
let maker;
let makerUnitId;
/** Units in the order they were made, each with the post that the person holds in it. */
let units = [];

async function startServer() {
  folder = mkdtempSync(path.join(os.tmpdir(), 'congvu-gate-'));
  for (const id of readdirSync(path.join(build, 'plugins'))) symlinkSync(path.join(build, 'plugins', id), path.join(folder, id));
  for (const id of probes) cpSync(path.join(build, 'plugins-gate', id), path.join(folder, id), { recursive: true });
  server = await TestServer.make(['--plugins', folder]);
  const first = server.makeAdministrator();
  await server.start();
  admin = new Client(server.url);
  await admin.signInFirstTime('quantri', first, password);
}

const postIn = async (unit, personId, role) => (await admin.post(`/people/${personId}/posts`, { unitId: unit.id, title: 'Kiểm thử', roles: [role], main: unit.parentId === null })).id;

const temporary = 'tam-thoi-abc-123';
const makePerson = async (name, username) => (await admin.post('/people', { name, username, email: '', phone: '', temporaryPassword: temporary })).id;

async function signIn(username) {
  const client = new Client(server.url);
  await client.signInFirstTime(username, temporary, password);
  return client;
}

/** A random tree, and one person who holds a post in every unit of it. */
async function makeTree() {
  const permissions = ['incoming.read', 'outgoing.read', 'tasks.read', 'signing.desk', 'records.read', 'statistics.read', ...probes.map((probe) => `${probe}.use`)];
  const role = await admin.post('/roles', { name: { vi: 'Thử cổng', en: 'Gate tester' }, permissions });
  const personId = await makePerson('Phan Thị Kiểm Thử', 'kiemthu');
  const [root] = (await admin.get('/units')).items;
  const parents = [{ id: root.id, parentId: null, kind: 'agency' }];
  while (parents.length < wantedUnits) {
    const parent = random.of(parents);
    const kind = parent.kind === 'agency' && random.below(3) === 0 ? 'agency' : 'division';
    const { id } = await admin.post('/units', { name: `Đơn vị ${parents.length}`, kind, parentId: parent.id });
    parents.push({ id, parentId: parent.id, kind });
  }
  for (let from = 0; from < parents.length; from += 25) {
    units.push(...(await Promise.all(parents.slice(from, from + 25).map(async (unit) => ({ ...unit, postId: await postIn(unit, personId, role.id) })))));
  }
  person = await signIn('kiemthu');
  makerUnitId = (await admin.post('/units', { name: 'Nơi giao việc', kind: 'division', parentId: root.id })).id;
  await postIn({ id: makerUnitId, parentId: null }, await makePerson('Lê Văn Giao Việc', 'giaoviec'), role.id);
  maker = await signIn('giaoviec');
}

const randomRule = (unitId, pluginId) => ({
  unitId,
  pluginId,
  rule: random.of(['on', 'off']),
  ...(random.below(3) === 0 ? { from: day(random.below(9) - 6) } : {}),
  ...(random.below(3) === 0 ? { until: day(random.below(9) + (random.below(2) ? 0 : -8)) } : {}),
});
const isPossible = (rule) => !(rule.from && rule.until && rule.until < rule.from);

/** About a fifth of all cells have a rule. */
const randomRules = () => units.flatMap((unit) => plugins.filter(() => random.below(5) === 0).map((plugin) => randomRule(unit.id, plugin)).filter(isPossible));

async function apply(rules) {
  for (let from = 0; from < rules.length; from += 2_000) {
    await admin.put('/plugin-rules', { changes: rules.slice(from, from + 2_000).map((rule) => ({ ...rule, reason: 'thử' })) });
  }
}

before(async () => {
  await startServer();
  await makeTree();
  for (const probe of probes) await person.post(doors[probe], { postIds: units.map((unit) => unit.postId) });
}, { timeout: 600_000 });

after(async () => {
  await server?.remove();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** True, or the code of the problem that a plugin's own route answers. */
async function doorOf(plugin) {
  try {
    await person.get(doors[plugin]);
    return true;
  } catch (error) {
    return /"code":"([^"]+)"/.exec(error.message)?.[1] ?? error.message;
  }
}

/** The code that one's page is loaded with, by plugin. */
const entries = {};

/** The status of a plugin's page code, and the code of the problem when it is refused. */
async function fileOf(plugin, cookie) {
  const answer = await fetch(server.url + entries[plugin], { headers: cookie ? { Cookie: cookie } : {} });
  const text = await answer.text();
  if (answer.status === 200) assert.match(answer.headers.get('cache-control'), /^private/);
  else assert.equal(answer.headers.get('cache-control'), 'no-store');
  return answer.status === 200 ? 200 : `${answer.status} ${JSON.parse(text).code}`;
}

/** What a person of the unit finds on each surface, as the set of plugins that show there. */
async function surfacesOf(unit) {
  await person.put('/session/post', { postId: unit.postId });
  const [manifest, items, counters, notifications, hits] = await Promise.all([
    person.get('/ui/manifest'),
    person.get('/work-items?state=open&limit=50'),
    person.get('/work-items/counters'),
    person.get('/notifications?limit=50'),
    person.get(`/search?q=${encodeURIComponent('mốc')}&limit=50`),
  ]);
  const answers = Object.fromEntries(await Promise.all(plugins.map(async (plugin) => [plugin, await doorOf(plugin)])));
  const files = Object.fromEntries(await Promise.all(plugins.map(async (plugin) => [plugin, await fileOf(plugin, person.cookie)])));
  return {
    menu: manifest.plugins.map((plugin) => plugin.id),
    slots: manifest.plugins.filter((plugin) => plugin.slots.length).map((plugin) => plugin.id),
    badges: Object.entries(manifest.badges).filter(([, count]) => count > 0).map(([key]) => key.split('.')[0]),
    unread: manifest.unread,
    work: items.items.map((item) => item.plugin),
    counted: Object.entries(counters.byPlugin).filter(([, count]) => count > 0).map(([plugin]) => plugin),
    open: counters.open,
    notifications: notifications.items.map((item) => item.link.slice(1)),
    hits: hits.items.map((hit) => hit.plugin),
    api: plugins.filter((plugin) => answers[plugin] === true),
    refused: plugins.filter((plugin) => answers[plugin] === 'plugin-off-for-unit'),
    files: plugins.filter((plugin) => files[plugin] === 200),
    refusedFiles: plugins.filter((plugin) => files[plugin] === '403 plugin-off-for-unit'),
  };
}

const sorted = (surfaces) => Object.fromEntries(Object.entries(surfaces).map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]));

/** What the reference model says that the unit's surfaces must be. */
function wantedOf(unit, rules) {
  const on = plugins.filter((plugin) => isOnByReference(units, rules, plugin, unit.id, day(0)));
  const withThings = on.filter((plugin) => probes.includes(plugin));
  return sorted({
    menu: on,
    slots: on.filter((plugin) => probes.includes(plugin) || pluginsWithSlots.has(plugin)),
    badges: withThings,
    unread: 2 * withThings.length,
    work: withThings,
    counted: withThings,
    open: withThings.length,
    // One of the work item, one of the plugin itself.
    notifications: withThings.flatMap((plugin) => [plugin, plugin]),
    hits: withThings,
    api: on,
    refused: plugins.filter((plugin) => !on.includes(plugin)),
    files: on,
    refusedFiles: plugins.filter((plugin) => !on.includes(plugin)),
  });
}
const pluginsWithSlots = new Set();

async function differences(rules, looked) {
  const wrong = [];
  for (const unit of looked) {
    const found = sorted(await surfacesOf(unit));
    const wanted = wantedOf(unit, rules);
    for (const name of Object.keys(wanted)) {
      if (JSON.stringify(found[name]) !== JSON.stringify(wanted[name])) wrong.push(`${unit.id} ${name}: ${JSON.stringify(found[name])}, not ${JSON.stringify(wanted[name])}`);
    }
  }
  return wrong.slice(0, 20);
}

/** The administrator's matrix of all units and plugins. */
async function matrixDifferences(rules) {
  const { effective } = await admin.get('/plugin-matrix');
  return units.flatMap((unit) => plugins.filter((plugin) => effective[unit.id][plugin] !== isOnByReference(units, rules, plugin, unit.id, day(0))).map((plugin) => `${unit.id} ${plugin}`)).slice(0, 20);
}

test('without rules every plugin is on everywhere, with all that it has', { timeout: 300_000 }, async () => {
  assert.equal(plugins.length, 14);
  assert.equal(units.length, wantedUnits);
  await person.put('/session/post', { postId: units.at(-1).postId });
  const found = async () => (await person.get(`/search?q=${encodeURIComponent('mốc')}&limit=50`)).items.length === probes.length;
  await eventually(found, 'the search index', 120);
  for (const plugin of (await person.get('/ui/manifest')).plugins) {
    entries[plugin.id] = plugin.entry;
    if (plugin.slots.length) pluginsWithSlots.add(plugin.id);
  }
  assert.deepEqual(await differences([], units.filter((_, index) => index % 50 === 0)), []);
  assert.deepEqual(await matrixDifferences([]), []);
});

let rules = [];

test('random rules with dates on 1,000 units × 14 plugins: every surface of every unit is what the reference model says', { timeout: 900_000 }, async () => {
  rules = randomRules();
  assert.ok(rules.length > 1_500 && rules.some((rule) => rule.from) && rules.some((rule) => rule.until));
  await apply(rules);
  assert.deepEqual(await matrixDifferences(rules), []);
  assert.deepEqual(await differences(rules, units), []);
});

test('every route of a plugin that is off answers 403 plugin-off-for-unit, and of one that is on never', { timeout: 300_000 }, async () => {
  const { paths } = await admin.get('/openapi.json');
  const routes = Object.entries(paths).flatMap(([full, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({ method: method.toUpperCase(), path: full.replace('/api/v1', '').replaceAll(/\{[^}]+\}/g, '0'), plugin: full.split('/')[3], isPublic: security?.length === 0 })),
  );
  const ofPlugins = routes.filter((route) => plugins.includes(route.plugin) && !route.isPublic);
  assert.ok(ofPlugins.length > 100);
  const wrong = [];
  // What needs no session belongs to no unit: the root decides.
  const top = units.find((unit) => !unit.parentId);
  for (const route of routes.filter((one) => plugins.includes(one.plugin) && one.isPublic)) {
    const answer = await person.ask(route.method, route.path);
    const isOff = answer.status === 403 && answer.code === 'plugin-off-for-unit';
    if (isOff === isOnByReference(units, rules, route.plugin, top.id, day(0))) wrong.push(`everyone ${route.method} ${route.path}: ${answer.status} ${answer.code}`);
  }
  for (const unit of units.filter((_, index) => index % 100 === 50)) {
    await person.put('/session/post', { postId: unit.postId });
    for (const route of ofPlugins) {
      const answer = await person.ask(route.method, route.path);
      const isOff = answer.status === 403 && answer.code === 'plugin-off-for-unit';
      if (isOff === isOnByReference(units, rules, route.plugin, unit.id, day(0))) wrong.push(`${unit.id} ${route.method} ${route.path}: ${answer.status} ${answer.code}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('other rules hold from the next request on, and rules taken away are gone', { timeout: 300_000 }, async () => {
  const changed = rules.filter((_, index) => index % 2 === 0).map((rule) => (random.below(2) ? { ...rule, rule: rule.rule === 'on' ? 'off' : 'on' } : { ...rule, rule: 'inherit' }));
  await apply(changed);
  const cell = (rule) => `${rule.unitId} ${rule.pluginId}`;
  const replaced = new Set(changed.map(cell));
  rules = [...rules.filter((rule) => !replaced.has(cell(rule))), ...changed.filter((rule) => rule.rule !== 'inherit')];
  assert.deepEqual(await matrixDifferences(rules), []);
  assert.deepEqual(await differences(rules, units.filter((_, index) => index % 20 === 7)), []);
});

test('what is marked as read while a plugin is off is not what that plugin had to say', { timeout: 60_000 }, async () => {
  const unit = units.at(-1);
  await apply(plugins.map((pluginId) => ({ unitId: unit.id, pluginId, rule: 'on' })));
  rules = [...rules.filter((rule) => rule.unitId !== unit.id), ...plugins.map((pluginId) => ({ unitId: unit.id, pluginId, rule: 'on' }))];
  await person.put('/session/post', { postId: unit.postId });
  const hidden = (await person.get('/work-items?state=open&limit=50')).items.find((item) => item.plugin === 'probe1');
  await apply([{ unitId: unit.id, pluginId: 'probe1', rule: 'off' }]);
  await person.post('/notifications/read', { ids: [] });
  assert.equal((await person.ask('POST', `/work-items/${hidden.id}/read`)).status, 404);
  assert.equal((await person.get('/ui/manifest')).unread, 0);
  await apply([{ unitId: unit.id, pluginId: 'probe1', rule: 'on' }]);
  const after = (await person.get('/notifications?limit=50')).items;
  assert.deepEqual(after.filter((item) => !item.read).map((item) => item.link), ['/probe1', '/probe1']);
  assert.equal((await person.get('/work-items?state=open&limit=50')).items.find((item) => item.id === hidden.id).unread, true);
});

test('what happens while a plugin is off is there when it is on again, and nothing was lost', { timeout: 300_000 }, async () => {
  const unit = units.at(-2);
  const { postId } = unit;
  await apply([{ unitId: unit.id, pluginId: 'probe2', rule: 'off' }]);
  const elsewhere = units.find((one) => isOnByReference(units, rules, 'probe2', one.id, day(0)) && one.id !== unit.id);
  await person.put('/session/post', { postId: elsewhere.postId });
  await person.post(doors.probe2, { postIds: [postId] });
  await person.put('/session/post', { postId });
  assert.ok(!(await person.get('/notifications?limit=50')).items.some((item) => item.link === '/probe2'));
  const all = (await admin.get('/plugin-matrix')).rules;
  await apply(all.map((rule) => ({ unitId: rule.unitId, pluginId: rule.pluginId, rule: 'inherit' })));
  assert.equal((await person.get('/notifications?limit=50')).items.filter((item) => item.link === '/probe2').length, 3);
  const untouched = units.filter((one, index) => index % 25 === 3 && one !== unit && one !== units.at(-1));
  assert.deepEqual(await differences([], untouched), []);
  assert.deepEqual(await matrixDifferences([]), []);
});

test('page code of plugins is for those who are signed in, and for nobody after they have signed out', { timeout: 60_000 }, async () => {
  const guest = await signInAgain();
  for (const plugin of plugins) assert.equal(await fileOf(plugin, guest.cookie), 200);
  await guest.remove('/session');
  for (const plugin of plugins) {
    assert.equal(await fileOf(plugin, guest.cookie), '401 unauthenticated');
    assert.equal(await fileOf(plugin), '401 unauthenticated');
  }
});

async function signInAgain() {
  const client = new Client(server.url);
  await client.signIn('kiemthu', password);
  return client;
}

/** What an open page of the unit is told while every probe has something to say to its post. */
async function toldTo(unit) {
  await person.put('/session/post', { postId: unit.postId });
  const stream = await EventStream.open(server.url, person.cookie);
  try {
    await Promise.all(probes.map((probe) => maker.post(doors[probe], { postIds: [unit.postId], round: 'live' })));
    // Events come in the order of the acts, so this one of core's ends what the probes have to say.
    await person.post('/notifications/read', { ids: ['none'] });
    await eventually(() => stream.events.some(({ event, data }) => event === 'invalidate' && data.keys.includes('notifications')), 'the last event');
  } finally {
    await stream.close();
  }
  const all = (name) => stream.events.filter(({ event }) => event === name).map(({ data }) => data);
  const keys = all('invalidate').flatMap((data) => data.keys);
  return {
    notices: all('notify').map((data) => data.link.slice(1)),
    badges: [...new Set(all('badge').flatMap((counts) => Object.keys(counts).filter((key) => counts[key] > 0 && probes.includes(key.split('.')[0]))))].map((key) => key.split('.')[0]),
    hints: keys.map((key) => key.split('/')[0]).filter((plugin) => plugins.includes(plugin)),
    isToldOfWork: keys.includes('work-items'),
  };
}

test('open pages of every unit are told what plugins that are on have to say, and nothing of those that are off', { timeout: 900_000 }, async () => {
  rules = randomRules();
  await apply([...rules, ...plugins.map((pluginId) => ({ unitId: makerUnitId, pluginId, rule: 'on' }))]);
  const wrong = [];
  for (const unit of units) {
    const on = probes.filter((probe) => isOnByReference(units, rules, probe, unit.id, day(0)));
    // One of the work item, one of the plugin itself.
    const wanted = sorted({ notices: on.flatMap((probe) => [probe, probe]), badges: on, hints: on, isToldOfWork: on.length > 0 });
    const told = sorted(await toldTo(unit));
    if (JSON.stringify(told) !== JSON.stringify(wanted)) wrong.push(`${unit.id}: ${JSON.stringify(told)}, not ${JSON.stringify(wanted)}`);
  }
  assert.deepEqual(wrong.slice(0, 20), []);
});
