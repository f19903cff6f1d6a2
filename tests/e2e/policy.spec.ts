// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Caller, callerOf } from './caller';
import { issueLetter } from './papers';

/**
 * Every route of the interface × the account of every role × own, sibling and parent agency, by the table of docs/row-level-policy.md:
 * who lacks the permission gets 403, ids of others' entities are 404, and nothing ends in 200 by mistake or in a server error.
 */

interface Route {
  method: string;
  path: string;
  permission: string;
}

const roles = ['vanthu', 'chutich', 'chanhvanphong', 'truongphong', 'chuyenvien'] as const;
const agencies = ['suoimau', 'doithu', 'tinh'] as const;
const accounts = [...agencies.flatMap((agency) => roles.map((role) => `${role}.${agency}`)), 'quantri'];
/** Acts on the caller's own session would end it; streams never end. */
const apart = ['/session', '/sessions', '/events', '/openapi.json', '/healthz', '/readyz'];
const unknownId = '01ZZZZZZZZZZZZZZZZZZZZZZZZ';

async function routes(): Promise<Route[]> {
  const { paths } = await (await callerOf('quantri')).get('/openapi.json');
  return Object.entries(paths as Record<string, Record<string, Record<string, string>>>).flatMap(([full, methods]) =>
    Object.entries(methods).map(([method, about]) => ({ method: method.toUpperCase(), path: full.replace('/api/v1', ''), permission: about['x-permission'] ?? '' })),
  );
}

const isApart = (route: Route) => apart.some((prefix) => route.path === prefix || route.path.startsWith(`${prefix}/`));
const filled = (route: Route, id: string) => route.path.replace(/\{[^}]+\}/, id).replaceAll(/\{[^}]+\}/g, unknownId);
const bodyFor = (method: string) => (method === 'GET' || method === 'DELETE' ? {} : { json: {} });
const call = (caller: Caller, route: Route, id: string) => caller.send(route.method, filled(route, id), { ...bodyFor(route.method), headers: { 'If-Match': '"1"' } });
const permissionsOf = async (caller: Caller): Promise<string[]> => (await caller.get('/session')).post.permissions;

test('without a session every route but the public ones answers 401', async () => {
  const nobody = new Caller();
  const answers = await Promise.all(
    (await routes()).filter((route) => !isApart(route)).map(async (route) => ({ route, status: (await call(nobody, route, unknownId)).status })),
  );
  expect(answers.filter(({ status }) => status !== 401).map(({ route, status }) => `${route.method} ${route.path}: ${status}`)).toEqual([]);
});

test('the table of the documentation names exactly the routes of the interface, with the permission that each needs', async () => {
  const table = readFileSync(path.resolve(import.meta.dirname, '../../docs/row-level-policy.md'), 'utf8');
  const written = [...table.matchAll(/^\| `([A-Z]+) ([^`]+)` \| (?:`([a-z.-]+)`|[a-z ]+) \|/gm)].map(([, method, route, permission]) => `${method} ${route} ${permission ?? ''}`.trim());
  const offered = new Set((await routes()).map((route) => `${route.method} ${route.path} ${route.permission}`.trim()));
  expect(written.toSorted()).toEqual([...offered].toSorted());
});

for (const account of accounts) {
  test(`${account} gets 403 where the permission is missing, and never a server error`, async () => {
    const caller = await callerOf(account);
    const permissions = await permissionsOf(caller);
    const wrong: string[] = [];
    for (const route of (await routes()).filter((one) => !isApart(one) && one.permission !== '')) {
      const isAllowed = permissions.includes(route.permission);
      const isUnsafe = isAllowed && route.method !== 'GET' && !route.path.includes('{');
      if (isUnsafe) continue;
      const { status } = await call(caller, route, unknownId);
      const isRight = isAllowed ? status < 500 && status !== 401 : status === 403;
      if (!isRight) wrong.push(`${route.method} ${route.path}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
}

/** One entity of each kind in the commune Suối Mẫu, as the people there see it. */
async function entitiesOfSuoimau(): Promise<Record<string, string>> {
  const clerk = await callerOf('vanthu.suoimau');
  const letter = await issueLetter({ agency: 'suoimau', subject: `nội bộ ${Date.now()}` });
  const { items: documents } = await clerk.get('/incoming/documents?limit=1');
  const { items: deliveries } = await clerk.get('/incoming/deliveries?limit=1');
  const { columns } = await clerk.get('/tasks/board');
  const tasks = columns.flatMap((column: { items: { id: string }[] }) => column.items);
  const { items: requests } = await clerk.get('/signing/requests?state=signed&limit=1');
  const { items: keys } = await clerk.get('/signing/keys');
  return {
    '/incoming/documents/': documents[0].id,
    '/incoming/deliveries/': deliveries[0].id,
    '/outgoing/documents/': letter,
    '/tasks/': tasks[0].id,
    '/signing/keys/': keys[0].id,
    ...(requests[0] ? { '/signing/requests/': requests[0].id } : {}),
  };
}

test.describe('ids of another agency', () => {
  let entities: Record<string, string> = {};
  test.beforeAll(async () => {
    entities = await entitiesOfSuoimau();
  });

  for (const account of accounts.filter((name) => !name.endsWith('.suoimau'))) {
    test(`${account} finds no entity of the commune Suối Mẫu: 404 with the permission, 403 without`, async () => {
      const caller = await callerOf(account);
      const permissions = await permissionsOf(caller);
      const wrong: string[] = [];
      for (const [prefix, id] of Object.entries(entities)) {
        for (const route of (await routes()).filter((one) => one.path.startsWith(`${prefix}{`))) {
          const isAllowed = route.permission === '' || permissions.includes(route.permission);
          const { status } = await call(caller, route, id);
          const isRight = isAllowed ? status === 404 || status === 422 : status === 403;
          if (!isRight) wrong.push(`${route.method} ${route.path}: ${status}`);
        }
      }
      expect(wrong).toEqual([]);
    });
  }
});

test('a division sees of its own agency only what was given to it', async () => {
  const clerk = await callerOf('vanthu.suoimau');
  const { items } = await clerk.get('/incoming/documents?limit=50');
  const undirected = items.find((one: { state: string }) => ['registered', 'submitted'].includes(one.state));
  expect(undirected).toBeTruthy();
  for (const role of ['truongphong', 'chuyenvien', 'truongphongvhxh', 'chuyenvienvhxh']) {
    const caller = await callerOf(`${role}.suoimau`);
    expect((await caller.send('GET', `/incoming/documents/${undirected.id}`)).status, role).toBe(404);
    const own = await caller.get('/incoming/documents?limit=50');
    expect(own.items.map((one: { id: string }) => one.id)).not.toContain(undirected.id);
  }
  for (const role of ['chutich', 'phochutich', 'chanhvanphong']) {
    const caller = await callerOf(`${role}.suoimau`);
    expect((await caller.send('GET', `/incoming/documents/${undirected.id}`)).status, role).toBe(200);
  }
});
