// SPDX-License-Identifier: Apache-2.0
// Who may include whom (docs/architecture.md). Every rule is read off the #include lines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, includesOf } from './files.mjs';

const cpp = filesLike(/\.(cpp|h)$/);

function breaches(files, isAllowed) {
  return files.flatMap((file) =>
    includesOf(file)
      .filter((include) => !isAllowed(include.target, include, file))
      .map((include) => `${file}:${include.line} includes ${include.target}`),
  );
}

const ofThirdParty = (target) => /^(Poco|SQLiteCpp|pqxx|sqlite3\.h|rapidjson|unicode|openssl|podofo|pango|cairo|gtk|sodium)/.test(target);

test('Only the host, the sdk sources and the HTTP server of the signing agent see Poco', () => {
  const others = cpp.filter((file) => !/^server\/(host|sdk\/src)\//.test(file) && file !== 'signing/tools/agent/AgentServer.cpp');
  assert.deepEqual(breaches(others, (target) => !target.startsWith('Poco/')), []);
});

test('Only the host database folder sees SQLiteCpp and libpqxx', () => {
  const others = cpp.filter((file) => !/^server\/host\/db\//.test(file) && !/\/(tests|testing|bench)\//.test(file) && !file.startsWith('tests/'));
  assert.deepEqual(breaches(others, (target) => !/^(SQLiteCpp|pqxx)/.test(target)), []);
});

test('The public sdk headers include nothing but themselves and the standard library', () => {
  const headers = cpp.filter((file) => file.startsWith('server/sdk/include/'));
  assert.deepEqual(breaches(headers, (target, include) => (include.isSystem ? !ofThirdParty(target) : target.startsWith('congvu/'))), []);
});

test('A plugin includes the sdk and itself, never another plugin, the host or core', () => {
  for (const manifest of filesLike(/^plugins\/[^/]+\/plugin\.json$/)) {
    const id = manifest.split('/')[1];
    const own = cpp.filter((file) => file.startsWith(`plugins/${id}/src/`));
    const ownTargets = new Set(own.map((file) => file.slice(`plugins/${id}/src/`.length)));
    const ownNames = new Set(own.map((file) => file.split('/').at(-1)));
    const isAllowed = (target, include) => {
      if (include.isSystem) return true;
      if (target.startsWith('congvu/signing/')) return id === 'signing';
      if (target.startsWith('congvu/core/') || target.startsWith('congvu/templates/')) return false;
      return target.startsWith('congvu/') || ownTargets.has(target) || ownNames.has(target);
    };
    assert.deepEqual(breaches(own, isAllowed), [], `plugin ${id}`);
  }
});

test('Inside a plugin the layers look only inwards', () => {
  const allowedLayers = {
    domain: ['domain'],
    storage: ['domain', 'storage'],
    service: ['domain', 'storage', 'service'],
    http: ['domain', 'service', 'http'],
    events: ['domain', 'service', 'events'],
    jobs: ['domain', 'service', 'jobs'],
  };
  const found = [];
  for (const file of cpp) {
    const match = /^plugins\/[^/]+\/src\/(\w+)\//.exec(file);
    const allowed = match && allowedLayers[match[1]];
    if (!allowed) continue;
    for (const include of includesOf(file)) {
      const layer = /^(domain|storage|service|http|events|jobs)\//.exec(include.target)?.[1];
      if (layer && !allowed.includes(layer)) found.push(`${file}:${include.line} (${match[1]}) includes ${include.target}`);
    }
  }
  assert.deepEqual(found, []);
});

test('Domain code does no input or output', () => {
  const domain = cpp.filter((file) => /^plugins\/[^/]+\/src\/domain\//.test(file));
  const forbidden = /^congvu\/(db|http|files|events|jobs|ports|inbox|registers|log|audit|notifications|search|settings|plugin|process)\//;
  const isPlainValue = (target) => target === 'congvu/files/StoredFile.h';
  const isAllowed = (target) => isPlainValue(target) || (!forbidden.test(target) && !/^(fstream|filesystem|iostream|thread)$/.test(target));
  assert.deepEqual(breaches(domain, isAllowed), []);
});

test('Only *Plugin.cpp sees the plugin context', () => {
  const others = cpp.filter((file) => /^plugins\/[^/]+\/src\//.test(file) && !/Plugin\.(cpp|h)$/.test(file));
  assert.deepEqual(breaches(others, (target) => target !== 'congvu/plugin/PluginContext.h'), []);
});

test('The signing library knows nothing of the server or the plugins', () => {
  const signing = cpp.filter((file) => file.startsWith('signing/'));
  const isAllowed = (target, include) => include.isSystem || !target.startsWith('congvu/') || target.startsWith('congvu/signing/');
  assert.deepEqual(breaches(signing, isAllowed), []);
});

test('The template engine knows nothing of the server or the plugins', () => {
  const templates = cpp.filter((file) => file.startsWith('templates/'));
  const isAllowed = (target, include) => include.isSystem || !target.startsWith('congvu/') || target.startsWith('congvu/templates/');
  assert.deepEqual(breaches(templates, isAllowed), []);
});

test('Core includes the sdk and itself, never the host', () => {
  const core = cpp.filter((file) => /^server\/core\/(src|include)\//.test(file));
  assert.deepEqual(breaches(core, (target, include) => include.isSystem || !/^(host|congvu\/host|congvu\/signing|congvu\/templates)\//.test(target)), []);
});

test('The host includes no plugin', () => {
  const host = cpp.filter((file) => file.startsWith('server/host/'));
  assert.deepEqual(breaches(host, (target) => !target.includes('plugins/incoming') && !/plugins\/[a-z-]+\/src/.test(target)), []);
});
