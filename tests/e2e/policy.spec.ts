// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { Caller, callerOf } from './caller';
import { draftBody } from './papers';
import { isAllowed, type PolicyRule, policyRules, rowsFor } from './policyTable';
import { type Account, type Entity, makeWorld, type World } from './policyWorld';
import { province } from './startServer';

/**
 * Every route of the interface × the account of every role × an entity of the own agency, of one below, above, beside and elsewhere. What
 * must be answered is not written here: it follows from the tables of docs/row-level-policy.md.
 */

/** Acts on the caller's own session would end it; streams never end. */
const apart = ['/session', '/events', '/openapi.json', '/healthz', '/readyz'];
const unknownId = '01ZZZZZZZZZZZZZZZZZZZZZZZZ';
const isApart = (rule: PolicyRule) => apart.some((prefix) => rule.path === prefix || rule.path.startsWith(`${prefix}/`)) || rule.path === '/sessions' || rule.rows === 'public';
const hasId = (rule: PolicyRule) => rule.path.includes('{');
const guarded = policyRules.filter((rule) => !isApart(rule));

let world: World;
/** "POST /api/v1/tasks/{id}/return" → kinds of bodies it takes. */
const bodies = new Map<string, string[]>();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  world = await makeWorld();
  const { paths } = await (await callerOf('quantri')).get('/openapi.json');
  for (const [path, methods] of Object.entries(paths as Record<string, Record<string, { requestBody?: { content: object } }>>)) {
    for (const [method, about] of Object.entries(methods)) {
      bodies.set(`${method.toUpperCase()} ${path.replace('/api/v1', '')}`, Object.keys(about.requestBody?.content ?? {}));
    }
  }
});

const takesJson = (rule: PolicyRule) => bodies.get(`${rule.method} ${rule.path}`)?.includes('application/json') ?? false;
/** The first id of the path is the entity's; parts and files follow. */
const filled = (rule: PolicyRule, id: string, parts: { itemId?: string; fileId?: string } = {}) =>
  rule.path
    .replace(/\{[^}]+\}/, id)
    .replace('{itemId}', parts.itemId ?? parts.fileId ?? unknownId)
    .replace('{draftNumber}', '1')
    .replaceAll(/\{[^}]+\}/g, parts.fileId ?? unknownId);

/** A request that would be refused for its body too: whoever may not see the entity must not learn that. */
const badBodies = [{}, { khongCoTruongNay: 1 }];
async function statuses(caller: Caller, rule: PolicyRule, path: string): Promise<number[]> {
  if (rule.method === 'GET' || rule.method === 'DELETE') return [(await caller.send(rule.method, path, { headers: { 'If-Match': '"1"' } })).status];
  return Promise.all(badBodies.map(async (json) => (await caller.send(rule.method, path, { json })).status));
}

test('the table of the documentation names exactly the routes of the interface, with the permission that each needs', async () => {
  const { paths } = await (await callerOf('quantri')).get('/openapi.json');
  const offered = Object.entries(paths as Record<string, Record<string, Record<string, string>>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, about]) => `${method.toUpperCase()} ${path.replace('/api/v1', '')} ${about['x-permission'] ?? ''}`.trim()),
  );
  expect(policyRules.map((rule) => `${rule.method} ${rule.path} ${rule.permission}`.trim()).toSorted()).toEqual([...new Set(offered)].toSorted());
});

test('without a session every route but the public ones answers 401', async () => {
  const nobody = new Caller();
  const answers = await Promise.all(guarded.map(async (rule) => ({ rule, found: await statuses(nobody, rule, filled(rule, unknownId)) })));
  expect(answers.filter(({ found }) => found.some((status) => status !== 401)).map(({ rule, found }) => `${rule.method} ${rule.path}: ${found}`)).toEqual([]);
});

test('whoever lacks the permission of a route gets 403, whatever is sent', async () => {
  const wrong: string[] = [];
  for (const who of world.accounts) {
    const forbidden = guarded.filter((rule) => rule.permission !== '' && !who.permissions.includes(rule.permission));
    for (const rule of forbidden) {
      const found = await statuses(who.caller, rule, filled(rule, unknownId));
      if (found.some((status) => status !== 403)) wrong.push(`${who.username} ${rule.method} ${rule.path}: ${found}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('an id that does not exist is 404 for everybody who has the permission, before anything else is looked at', async () => {
  const wrong: string[] = [];
  const rules = guarded.filter((rule) => hasId(rule) && !/^\/(tasks|records)\/of\//.test(rule.path) && !rule.path.startsWith('/calendar/'));
  for (const who of world.accounts) {
    for (const rule of rules.filter((one) => one.permission === '' || who.permissions.includes(one.permission))) {
      const found = await statuses(who.caller, rule, filled(rule, unknownId));
      const isOutside = rule.rows === 'root' && who.agencyId !== rootAgency();
      if (found.some((status) => status !== (isOutside ? 403 : 404))) wrong.push(`${who.username} ${rule.method} ${rule.path}: ${found}`);
    }
  }
  expect(wrong).toEqual([]);
});

const rootAgency = () => world.units.find((unit) => unit.parentId === null)?.id ?? '';

type Expected = 'seen' | 'hidden' | 'forbidden';

/** The reference: what the tables say of this caller, route and entity. */
function expected(who: Account, rule: PolicyRule, entity: Entity): Expected {
  if (rule.permission !== '' && !who.permissions.includes(rule.permission)) return 'forbidden';
  const rows = rowsFor(rule, who.permissions);
  const relation = world.relation(who, entity.agencyId);
  if (rows === 'root') return who.agencyId === rootAgency() ? 'seen' : 'forbidden';
  if (rows === 'self') return entity.owner === who.username ? 'seen' : 'hidden';
  if (rows.includes(':') || rows === 'desk' || rows === 'own-key') return relation === 'own' && entity.isSeenBy(who) ? 'seen' : 'hidden';
  return isAllowed(rows, relation) ? 'seen' : 'hidden';
}

/** Of an entity that the caller sees an act may still be refused: not his (403), not now (409), badly asked (412, 422, 428). */
const seenStatuses = [403, 409, 412, 422, 428];
const fits = (answer: Expected, status: number, isRead: boolean) => {
  if (answer === 'forbidden') return status === 403;
  if (answer === 'hidden') return status === 404;
  return isRead ? status === 200 : seenStatuses.includes(status);
};

/** What would change or end something cannot be tried on an entity that the caller sees; the use cases' own tests do that. */
const isTried = (rule: PolicyRule, answer: Expected) => answer !== 'seen' || rule.method === 'GET' || (takesJson(rule) && !rule.path.match(/(pass|withdraw|number|urging|resumption|result-acceptance|closing)$/));

for (const agency of ['suoimau', 'tinh'] as const) {
  test(`every entity of ${agency} is for every account what the policy table says: found, 404 or 403`, async () => {
    test.setTimeout(300_000);
    const agencyId = (await callerOf(`vanthu.${agency}`).then((clerk) => clerk.get('/session'))).post.agencyId;
    const wrong: string[] = [];
    let asked = 0;
    for (const entity of world.entities.filter((one) => one.agencyId === agencyId)) {
      const rules = guarded.filter((rule) => rule.path.startsWith(`${entity.prefix}{`) || (entity.prefix === '/sessions/' && rule.path === '/sessions/{id}'));
      expect(rules.length, entity.prefix).toBeGreaterThan(0);
      for (const who of world.accounts) {
        for (const rule of rules) {
          const answer = expected(who, rule, entity);
          if (!isTried(rule, answer)) continue;
          const path = filled(rule, entity.id, entity);
          const found = answer === 'seen' && rule.method !== 'GET' ? [(await who.caller.send(rule.method, path, { json: badBodies[1], headers: { 'If-Match': '"1"' } })).status] : await statuses(who.caller, rule, path);
          asked += found.length;
          if (!found.every((status) => fits(answer, status, rule.method === 'GET'))) wrong.push(`${who.username} ${rule.method} ${entity.prefix} ${rule.path}: ${found}, the table says ${answer}`);
        }
      }
    }
    test.info().annotations.push({ type: 'requests', description: String(asked) });
    expect(asked).toBeGreaterThan(1_000);
    expect(wrong).toEqual([]);
  });
}

test('a file of somebody else is not found below an own entity', async () => {
  const wrong: string[] = [];
  const holders = world.entities.filter((one) => one.fileId);
  for (const entity of holders) {
    const strangers = holders.filter((one) => one.agencyId !== entity.agencyId).map((one) => one.fileId ?? '');
    const rules = guarded.filter((rule) => rule.path.startsWith(`${entity.prefix}{`) && rule.path.includes('{fileId}'));
    for (const who of world.accounts.filter((one) => one.agencyId === entity.agencyId)) {
      for (const rule of rules.filter((one) => expected(who, one, entity) === 'seen')) {
        for (const stranger of strangers) {
          const { status } = await who.caller.send(rule.method, filled(rule, entity.id, { itemId: entity.itemId, fileId: stranger }));
          if (![404, 409].includes(status) || (status === 409 && rule.method === 'GET')) wrong.push(`${who.username} ${rule.method} ${rule.path}: ${status}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

/** Lists, boards, counters, reports and searches: with the word that stands in every title of one agency, and without. */
const lists = guarded.filter((rule) => rule.method === 'GET' && !hasId(rule));
const queriesOf = (word: string) => ['?limit=200', `?limit=200&q=${word}`, `?limit=200&scope=all&state=open&q=${word}`];

test('no list, search, board or counter tells anybody of an entity that the policy hides from him', async () => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  for (const who of world.accounts) {
    for (const rule of lists.filter((one) => one.permission === '' || who.permissions.includes(one.permission))) {
      for (const [agencyId, word] of world.words) {
        const texts = await Promise.all(queriesOf(word).map(async (query) => JSON.stringify((await who.caller.send('GET', rule.path + query)).data)));
        const text = texts.join('\n');
        const hidden = world.entities.filter((one) => one.agencyId === agencyId && isHiddenInLists(who, rule, one));
        for (const entity of hidden) if (text.includes(entity.id)) wrong.push(`${who.username} GET ${rule.path}: ${entity.prefix}${entity.id}`);
        // What was asked for stands in no answer, so a title there is one of the agency.
        const isStranger = agencyId !== who.agencyId && !['/audit'].includes(rule.path);
        if (isStranger && text.includes(word)) wrong.push(`${who.username} GET ${rule.path}: a title of another agency`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

/** Units, people and posts are named in directories by rules of their own; the audit tells of the own subtree. */
function isHiddenInLists(who: Account, rule: PolicyRule, entity: Entity): boolean {
  if (['/units/', '/people/', '/posts/', '/registers/'].includes(entity.prefix)) return rule.rows === 'agency' && world.relation(who, entity.agencyId) !== 'own';
  if (rule.path === '/audit') return !isAllowed('subtree', world.relation(who, entity.agencyId));
  // The sequences of numbers stand by their code in the list of whoever administers registers.
  if (rule.path === '/registers' && entity.prefix === '/incoming/registers/') return !isAllowed(rowsFor(rule, who.permissions), world.relation(who, entity.agencyId));
  // A key stands in the list of its owner and in the list of whoever administers keys.
  const faces = world.entities.filter((one) => one.id === entity.id);
  return world.relation(who, entity.agencyId) !== 'own' || !faces.some((one) => one.isSeenBy(who));
}

test('what an account sees stands in its lists', async () => {
  const clerk = world.accounts.find((who) => who.username === 'vanthu.suoimau');
  if (!clerk) throw new Error('no clerk');
  const word = world.words.get(clerk.agencyId) ?? '';
  const places: [string, string][] = [
    ['/incoming/documents/', `/incoming/documents?q=${word}`],
    ['/incoming/proposals/', '/incoming/proposals?limit=200'],
    ['/incoming/deliveries/', '/incoming/deliveries?limit=200'],
    ['/tasks/', `/tasks?q=${word}`],
    ['/outgoing/documents/', `/outgoing/documents?q=${word}`],
    ['/records/dossiers/', `/records/dossiers?q=${word}`],
    ['/records/transfers/', '/records/transfers'],
    ['/records/plans/', '/records/plans'],
    ['/signing/keys/', '/signing/keys'],
    ['/registers/', '/registers'],
  ];
  for (const [prefix, list] of places) {
    const seen = world.entities.filter((one) => one.prefix === prefix && one.agencyId === clerk.agencyId && one.isSeenBy(clerk));
    const text = JSON.stringify(await clerk.caller.get(list));
    for (const entity of seen) expect(text, list).toContain(entity.id);
  }
  await expect.poll(async () => (await clerk.caller.get(`/search?q=${word}`)).items.length).toBeGreaterThan(1);
});

const account = (username: string): Account => {
  const found = world.accounts.find((who) => who.username === username);
  if (!found) throw new Error(`nobody is called ${username}`);
  return found;
};
const entityOf = (agency: string, prefix: string) => {
  const found = world.entities.filter((one) => one.prefix === prefix && one.agencyId === account(`vanthu.${agency}`).agencyId).at(-1);
  if (!found) throw new Error(`${agency} has no ${prefix}`);
  return found.id;
};

test('an id of somebody else in what is sent is refused with the name of its field', async () => {
  const strange = (await account('chutich.tinh').caller.get('/session')).post;
  const own = { document: entityOf('suoimau', '/incoming/documents/'), task: entityOf('suoimau', '/tasks/'), draft: entityOf('suoimau', '/outgoing/documents/') };
  const foreign = { document: entityOf('tinh', '/incoming/documents/'), task: entityOf('tinh', '/tasks/'), issued: entityOf('tinh', '/outgoing/documents/') };
  const division = (await account('truongphong.tinh').caller.get('/session')).post.unitId;
  const mine = (await account('truongphong.suoimau').caller.get('/session')).post.unitId;
  const facts = { symbol: '99/UBND', issuerName: 'Ủy ban nhân dân xã Đồi Thử', typeId: 'cong-van', subject: 'thử' };
  const draft = { formId: 'cong-van', fields: {}, urgency: 'normal', recipientAgencyIds: [] };
  const cases: [string, string, string, object, string][] = [
    ['vanthu', 'POST', '/incoming/documents', { facts, submitToPostId: strange.id }, '/submitToPostId'],
    ['vanthu', 'POST', `/incoming/documents/${own.document}/submission`, { postId: strange.id, note: '' }, '/postId'],
    ['chutich', 'POST', `/incoming/documents/${own.document}/direction`, { opinion: 'x', assignments: [{ kind: 'lead', unitId: division }] }, '/assignments/0/unitId'],
    ['chutich', 'POST', `/incoming/documents/${own.document}/direction`, { opinion: 'x', assignments: [{ kind: 'lead', postId: strange.id }] }, '/assignments/0/postId'],
    ['chutich', 'POST', '/tasks', { title: 'x', unitId: division }, '/unitId'],
    ['chutich', 'POST', '/tasks', { title: 'x', postId: strange.id }, '/postId'],
    ['chutich', 'POST', '/tasks', { title: 'x', unitId: mine, cooperation: [{ unitId: division }] }, '/cooperation/0/unitId'],
    ['chutich', 'POST', '/tasks', { title: 'x', unitId: mine, sourceDocumentId: foreign.document }, '/sourceDocumentId'],
    ['chutich', 'POST', `/tasks/${own.task}/reassignment`, { unitId: division, note: '' }, '/unitId'],
    ['truongphong', 'POST', `/tasks/${own.task}/handlers`, { handlerPostIds: [strange.id], note: '' }, '/handlerPostIds/0'],
    ['truongphong', 'POST', `/tasks/${own.task}/subtasks`, { title: 'x', postId: strange.id }, '/postId'],
    ['chuyenvien', 'POST', '/outgoing/documents', { ...draft, sourceDocumentId: foreign.document }, '/sourceDocumentId'],
    ['chuyenvien', 'POST', '/outgoing/documents', { ...draft, sourceTaskId: foreign.task }, '/sourceTaskId'],
    ['chuyenvien', 'POST', '/outgoing/documents', { ...draft, recipientAgencyIds: [division] }, '/recipientAgencyIds/0'],
    ['chuyenvien', 'POST', `/outgoing/documents/${own.draft}/submit`, { reviewerPostIds: [strange.id], note: '' }, '/reviewerPostIds/0'],
    ['chuyenvien', 'POST', `/records/dossiers/${entityOf('suoimau', '/records/dossiers/')}/documents`, { plugin: 'incoming', type: 'document', id: foreign.document }, '/id'],
    ['chuyenvien', 'POST', '/records/transfers', { title: 'x', dossierIds: [entityOf('tinh', '/records/dossiers/')] }, '/dossierIds/0'],
    ['vanthu', 'POST', `/records/plans/${entityOf('suoimau', '/records/plans/')}/entries`, { headingId: entityOf('tinh', '/records/headings/'), title: 'x', retention: '5 năm' }, '/headingId'],
  ];
  const wrong: string[] = [];
  for (const [role, method, path, json, pointer] of cases) {
    const { status, data } = await account(`${role}.suoimau`).caller.send(method, path, { json });
    if (status !== 422 || !data.errors.some((error: { pointer: string }) => error.pointer === pointer)) wrong.push(`${method} ${path} ${pointer}: ${status} ${JSON.stringify(data.errors)}`);
  }
  expect(wrong).toEqual([]);

  const handler = account('chuyenvien.suoimau').caller;
  const result = await handler.send('POST', `/tasks/${own.task}/result`, { files: [{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }], data: { note: 'x', documentId: foreign.issued } });
  expect([result.status, result.data.errors?.[0]?.pointer]).toEqual([422, '/documentId']);
  const defaults = await handler.get(`/outgoing/draft-defaults?formId=cong-van&sourceDocumentId=${foreign.document}&sourceTaskId=${foreign.task}`);
  expect([defaults.sourceDocument, defaults.sourceTask, defaults.sourceDocumentId]).toEqual([null, null, null]);
  expect((await handler.get(`/tasks/of/incoming/document/${foreign.document}`)).items).toEqual([]);
});

/** The rule statistics:unit: the own unit and what lies below it, all of the own agency, the agencies below. */
function figuresStatus(who: Account, ownUnitId: string, unitId: string, isBelow: boolean): number {
  const parentOf = (id: string) => world.units.find((unit) => unit.id === id)?.parentId ?? null;
  const agencyOf = (id: string): string => (world.units.find((unit) => unit.id === id)?.kind === 'agency' ? id : agencyOf(parentOf(id) ?? ''));
  const isWithin = (id: string | null): boolean => id !== null && (id === ownUnitId || isWithin(parentOf(id)));
  const may = (permission: string) => who.permissions.includes(permission);
  if (!may('statistics.read') || (isBelow && !may('statistics.read-below'))) return 403;
  const relation = world.relation(who, agencyOf(unitId));
  if (relation === 'own') return may('statistics.read-all') || isWithin(unitId) ? 200 : 404;
  return relation === 'below' && may('statistics.read-below') ? 200 : 404;
}

test('figures are told of the own unit, of the own agency and of the agencies below, as the permissions say', async () => {
  const wrong: string[] = [];
  for (const who of world.accounts) {
    const { unitId } = (await who.caller.get('/session')).post;
    for (const unit of world.units) {
      for (const isBelow of [false, true]) {
        const wanted = figuresStatus(who, unitId, unit.id, isBelow);
        const { status } = await who.caller.send('GET', `/statistics/report?unit=${unit.id}&below=${isBelow}`);
        if (status !== wanted) wrong.push(`${who.username} ${unit.id} below=${isBelow}: ${status}, not ${wanted}`);
      }
      const offered = await who.caller.send('GET', `/statistics/choices?unit=${unit.id}`);
      if (offered.status !== figuresStatus(who, unitId, unit.id, false)) wrong.push(`${who.username} choices of ${unit.id}: ${offered.status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('nobody signs a request of somebody else, nor with a key of somebody else', async () => {
  const signer = account('phochutich.suoimau').caller;
  const [key] = (await signer.get('/signing/keys')).items;
  const request = entityOf('tinh', '/signing/requests/');
  const { pin } = province();
  const strangeRequest = await signer.post('/signing/sign', { requestIds: [request], keyId: key.id, pin, places: [] });
  expect(strangeRequest.results).toEqual([expect.objectContaining({ isSigned: false, code: 'not-found' })]);
  const strangeKey = await signer.send('POST', '/signing/sign', { json: { requestIds: [entityOf('suoimau', '/signing/requests/')], keyId: entityOf('tinh', '/signing/agency-keys/'), pin, places: [] } });
  expect(strangeKey.status).toBe(404);
  expect((await account('phochutich.tinh').caller.get(`/signing/requests/${request}`)).state).toBe('open');
});

test('notifications of others are not marked as read', async () => {
  const reader = account('chutich.tinh').caller;
  const task = await account('phochutich.tinh').caller.post('/tasks', { title: 'báo tin', unitId: (await account('truongphong.tinh').caller.get('/session')).post.unitId, dueOn: null });
  await account('chutich.tinh').caller.post(`/tasks/${task.id}/urging`, { note: 'nhắc' });
  const head = account('truongphong.tinh').caller;
  await expect.poll(async () => (await head.get('/notifications?limit=50')).items.some((one: { link: string }) => one.link.endsWith(task.id))).toBe(true);
  const [newest] = (await head.get('/notifications?limit=50')).items.filter((one: { link: string }) => one.link.endsWith(task.id));
  await reader.post('/notifications/read', { ids: [newest.id] });
  const after = (await head.get('/notifications?limit=50')).items.find((one: { id: string }) => one.id === newest.id);
  expect(after.read).toBe(false);
});

test("an administrator below the root acts on the own subtree only, and on nothing that holds for everybody", async () => {
  const { caller } = account('quantri.suoimau');
  const sibling = account('vanthu.doithu').agencyId;
  const own = (await account('truongphong.suoimau').caller.get('/session')).post;
  const etag = async (path: string) => ({ 'If-Match': (await caller.send('GET', path)).etag ?? '' });
  const { id: person } = await caller.post('/people', { name: 'Người Mới Mẫu', username: `moi${Date.now() % 1_000_000}`, email: '', phone: '', temporaryPassword: 'mot-mat-khau-tam-1' });
  const cases: [number, string, string, object][] = [
    [404, 'POST', '/units', { name: 'Phòng Lạ', kind: 'division', parentId: sibling }],
    [404, 'POST', `/people/${person}/posts`, { unitId: sibling, title: 'Lạ', roles: ['clerk'], main: true }],
    [404, 'PUT', '/plugin-rules', { changes: [{ unitId: sibling, pluginId: 'tasks', rule: 'off', reason: 'thử' }] }],
    [404, 'PUT', '/plugin-rules', { changes: [{ unitId: rootAgency(), pluginId: 'tasks', rule: 'off', reason: 'thử' }] }],
    [404, 'PUT', '/settings', { unitId: sibling, changes: [{ key: 'tasks.due_soon_days', value: 4 }] }],
    [403, 'PUT', '/settings', { changes: [{ key: 'tasks.due_soon_days', value: 4 }] }],
    [403, 'POST', '/roles', { name: { vi: 'Vai trò lạ', en: 'Strange' }, permissions: [] }],
    [403, 'PUT', '/roles/clerk', { name: { vi: 'Văn thư', en: 'Clerk' }, permissions: [] }],
    [403, 'PUT', '/calendar/2026-12-31', { kind: 'holiday', name: { vi: 'Nghỉ', en: 'Off' } }],
    [403, 'POST', '/audit/verification', {}],
    [404, 'POST', `/people/${person}x/password`, { temporaryPassword: 'mot-mat-khau-tam-2' }],
  ];
  const wrong: string[] = [];
  for (const [wanted, method, path, json] of cases) {
    const { status, data } = await caller.send(method, path, { json });
    if (status !== wanted) wrong.push(`${method} ${path}: ${status} ${data.code}, not ${wanted}`);
  }
  expect(wrong).toEqual([]);
  const moved = await caller.send('PATCH', `/units/${own.unitId}`, { json: { parentId: sibling }, headers: await etag(`/units/${own.unitId}`) });
  expect(moved.status).toBe(404);
  const roots = await caller.send('POST', '/signing/roots', { files: [{ name: 'root.pem', bytes: Buffer.from('x') }], data: { world: 'demonstration' } });
  expect(roots.status).toBe(403);
  expect((await account('quantri.doithu').caller.send('GET', `/people/${person}`)).status).toBe(404);
  expect((await account('quantri').caller.send('GET', `/people/${person}`)).status).toBe(200);
});

test('what is made without an id in the path belongs to the own agency and is hidden from every other', async () => {
  const facts = { symbol: `${Date.now() % 100_000}/QĐ-UBND`, issuerName: 'Ủy ban nhân dân tỉnh Sông Mẫu', typeId: 'quyet-dinh', subject: 'bản giấy' };
  const made: [string, string, string][] = [];
  const paper = await account('vanthu.suoimau').caller.post('/incoming/documents', { facts });
  made.push(['vanthu', '/incoming/documents/', paper.id]);
  const { unitId } = (await account('truongphong.suoimau').caller.get('/session')).post;
  made.push(['chutich', '/tasks/', (await account('chutich.suoimau').caller.post('/tasks', { title: 'việc mới', unitId })).id]);
  const drafter = account('chuyenvien.suoimau').caller;
  made.push(['chuyenvien', '/outgoing/documents/', (await drafter.post('/outgoing/documents', await draftBody(drafter, { agency: 'suoimau', subject: 'mới' }))).id]);
  for (const [role, prefix, id] of made) {
    expect((await account(`${role}.suoimau`).caller.send('GET', prefix + id)).status, prefix).toBe(200);
    for (const agency of ['tinh', 'doithu']) expect((await account(`${role}.${agency}`).caller.send('GET', prefix + id)).status, `${prefix} ${agency}`).toBe(404);
  }
});
