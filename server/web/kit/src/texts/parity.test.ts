// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';

// The shell, the kit and every plugin's UI.
const vietnamese = import.meta.glob<object>(['/server/web/**/vi.json', '/plugins/*/ui/**/vi.json'], {
  eager: true,
  import: 'default',
});
const english = import.meta.glob<object>(['/server/web/**/en.json', '/plugins/*/ui/**/en.json'], {
  eager: true,
  import: 'default',
});

function leaves(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, part]) => [
      ...leaves(part, prefix ? `${prefix}.${key}` : key),
    ]),
  );
}
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

it('finds the texts of the shell and of the kit', () => {
  expect(Object.keys(vietnamese)).toEqual(
    expect.arrayContaining(['/server/web/kit/src/texts/vi.json', '/server/web/shell/src/texts/vi.json']),
  );
});

describe.each(Object.keys(vietnamese))('%s', (file) => {
  const vi = leaves(vietnamese[file]);
  const en = leaves(english[file.replace(/vi\.json$/, 'en.json')] ?? {});

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
