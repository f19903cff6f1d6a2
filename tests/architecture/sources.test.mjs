// SPDX-License-Identifier: Apache-2.0
// Rules that hold for every file: licence line, no machine paths, no secrets, manifests and texts that agree.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesLike, read, readJson, root } from './files.mjs';

const sources = filesLike(/\.(cpp|h|ts|vue|mjs|sh|cmake|css)$|CMakeLists\.txt$/);

test('Every source file carries its licence in the first lines', () => {
  const bare = sources.filter((file) => !read(file).split('\n', 3).join('\n').includes('SPDX-License-Identifier: Apache-2.0'));
  assert.deepEqual(bare, []);
});

test('No file names a path of a machine or an address of a registry', () => {
  const registryAddress = new RegExp(['"resolved"', ' "http'].join(':'));
  const isLeak = (text) => text.includes(`${root}/`) || registryAddress.test(text);
  const leaks = filesLike(/\.(cpp|h|ts|vue|mjs|sh|cmake|css|json|md|txt)$/).filter((file) => isLeak(read(file)));
  assert.deepEqual(leaks, []);
});

test('No private key or password lies in the repository', () => {
  const begin = ['-----BEGIN', '(RSA |EC |ENCRYPTED |)PRIVATE KEY-----'].join(' ');
  const suspicious = filesLike(/./).filter((file) => /\.(p12|pfx|pem|key)$/.test(file) || (/\.(cpp|h|ts|mjs|json|md|sh|txt)$/.test(file) && new RegExp(begin).test(read(file))));
  assert.deepEqual(suspicious, []);
});

test('Nothing unfinished is marked in the sources', () => {
  const marks = sources.filter((file) => !file.startsWith('tests/architecture/') && /\b(TODO|FIXME|XXX)\b/.test(read(file)));
  assert.deepEqual(marks, []);
});

test('Vietnamese and English message catalogues have the same keys', () => {
  for (const file of filesLike(/(^|\/)(locale|ui|src)\/vi\.json$/)) {
    const keysOf = (value, prefix = '') =>
      Object.entries(value).flatMap(([key, text]) => (typeof text === 'object' ? keysOf(text, `${prefix}${key}.`) : [prefix + key])).sort();
    assert.deepEqual(keysOf(readJson(file)), keysOf(readJson(file.replace(/vi\.json$/, 'en.json'))), file);
  }
});

test('A manifest is named as its folder, and its tables, permissions and settings carry its id', () => {
  for (const file of filesLike(/^plugins\/[^/]+\/plugin\.json$/)) {
    const id = file.split('/')[1];
    const manifest = readJson(file);
    assert.equal(manifest.id, id, file);
    for (const table of manifest.tables ?? []) assert.ok(table.startsWith(`${id.replaceAll('-', '_')}_`), `${file}: table ${table}`);
    for (const permission of manifest.permissions ?? []) assert.ok(permission.id.startsWith(`${id}.`), `${file}: permission ${permission.id}`);
    for (const setting of manifest.settings ?? []) assert.ok(setting.key.startsWith(`${id}.`), `${file}: setting ${setting.key}`);
    for (const event of manifest.events?.publishes ?? []) assert.ok(event.startsWith(`${id}.`), `${file}: event ${event}`);
  }
});

test('Every published event has its schema and an example', () => {
  for (const file of filesLike(/^plugins\/[^/]+\/plugin\.json$/)) {
    const id = file.split('/')[1];
    for (const event of readJson(file).events?.publishes ?? []) {
      const name = event.slice(id.length + 1);
      assert.equal(filesLike(new RegExp(`^plugins/${id}/events/${name}\\.schema\\.json$`)).length, 1, `${event} has no schema`);
    }
  }
});
