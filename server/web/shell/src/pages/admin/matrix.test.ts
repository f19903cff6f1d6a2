// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { monthWeeks } from './calendar';
import { cellKey, effectiveAfter, type MatrixData, nextChoice, visibleUnits } from './matrix';
import { temporaryPassword, unitTree } from './organisation';

const matrix: MatrixData = {
  units: [
    { id: 'province', parentId: null, name: 'Tỉnh' },
    { id: 'office', parentId: 'province', name: 'Sở' },
    { id: 'division', parentId: 'office', name: 'Phòng' },
  ],
  plugins: [{ id: 'tasks', name: { vi: 'Công việc', en: 'Work' } }],
  rules: [{ unitId: 'province', pluginId: 'tasks', rule: 'on', from: null, until: null, reason: 'QĐ' }],
  effective: { province: { tasks: true }, office: { tasks: true }, division: { tasks: true } },
};
const at = (map: Map<string, boolean>, unit: string) => map.get(cellKey(unit, 'tasks'));

describe('effectiveAfter', () => {
  it('lets the nearest rule win for everything below it', () => {
    const after = effectiveAfter(matrix, new Map([[cellKey('office', 'tasks'), 'off']]), '2026-11-22');
    expect([at(after, 'province'), at(after, 'office'), at(after, 'division')]).toEqual([true, false, false]);
  });
  it('falls back to the parent when a rule is taken away', () => {
    const after = effectiveAfter(matrix, new Map([[cellKey('province', 'tasks'), 'inherit']]), '2026-11-22');
    expect(at(after, 'division')).toBe(false);
  });
  it('leaves out a rule that has not begun or has ended', () => {
    const dated = structuredClone(matrix);
    dated.rules.push({
      unitId: 'office',
      pluginId: 'tasks',
      rule: 'off',
      from: '2027-01-01',
      until: null,
      reason: '',
    });
    expect(at(effectiveAfter(dated, new Map(), '2026-11-22'), 'office')).toBe(true);
    expect(at(effectiveAfter(dated, new Map(), '2027-01-01'), 'office')).toBe(false);
  });
});

describe('the tree of units', () => {
  it('hides what lies below a closed unit', () => {
    expect(visibleUnits(matrix.units, new Set(['office'])).map((row) => row.id)).toEqual([
      'province',
      'office',
    ]);
  });
  it('keeps a unit whose parent is not known', () => {
    expect(visibleUnits([{ id: 'a', parentId: 'gone', name: 'A' }], new Set())).toHaveLength(1);
    expect(unitTree([{ id: 'a', parentId: 'gone', name: 'A', sortOrder: 0 } as never])).toHaveLength(1);
  });
});

it('goes through the three choices and round again', () => {
  expect([nextChoice('inherit'), nextChoice('on'), nextChoice('off')]).toEqual(['on', 'off', 'inherit']);
});

it('begins weeks on Monday and shows every day of a leap February once', () => {
  const days = monthWeeks(2028, 2).flat().filter(Boolean);
  expect(days).toHaveLength(29);
  expect(monthWeeks(2026, 11)[0]?.at(-1)).toBe('2026-11-01');
});

it('makes temporary passwords that differ and are long enough', () => {
  const made = new Set(Array.from({ length: 50 }, temporaryPassword));
  expect(made.size).toBe(50);
  for (const password of made) expect(password.length).toBeGreaterThanOrEqual(12);
});
