// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../../../../..');

/** Folders with a vi.json, in the shell, the kit and every plugin's UI. */
function textFolders(): string[] {
  const roots = [path.join(repository, 'server/web')];
  const plugins = path.join(repository, 'plugins');
  if (existsSync(plugins)) roots.push(...readdirSync(plugins).map((id) => path.join(plugins, id, 'ui')));
  const found: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules') continue;
      if (entry.isDirectory()) visit(path.join(folder, entry.name));
      else if (entry.name === 'vi.json') found.push(folder);
    }
  };
  for (const root of roots.filter((folder) => existsSync(folder))) visit(root);
  return found;
}

function leaves(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, part]) => [
      ...leaves(part, prefix ? `${prefix}.${key}` : key),
    ]),
  );
}
const read = (file: string) => leaves(JSON.parse(readFileSync(file, 'utf8')));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(textFolders())('texts in %s', (folder) => {
  const vi = read(path.join(folder, 'vi.json'));
  const en = read(path.join(folder, 'en.json'));

  it('have the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
  });
  it('use the same placeholders in both languages', () => {
    for (const [key, text] of vi)
      expect({ key, uses: placeholders(en.get(key) ?? '') }).toEqual({ key, uses: placeholders(text) });
  });
  it('are never empty', () => {
    for (const [key, text] of [...vi, ...en]) expect(text.trim(), key).not.toBe('');
  });
});
