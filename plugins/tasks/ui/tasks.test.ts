// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { actForms, bodyOf, byImportance, emptyValues } from './acts';
import en from './en.json';
import { activeCount, addressOf, counterLink, filtersFrom, listQuery, noFilters } from './filters';
import type { TaskCard } from './model';
import { moveAct, movesOf } from './moves';
import vi from './vi.json';
import { groupByWeek, mondayOf } from './weeks';

function card(part: Partial<TaskCard>): TaskCard {
  return { id: 'a', stage: 'new', acts: [], timeliness: 'in_term', dueOn: null, ...part } as TaskCard;
}

describe('moving a card', () => {
  it('is the act that leads to the column, if the caller may do it', () => {
    expect(moveAct(card({ stage: 'new', acts: ['accept', 'return'] }), 'doing')).toBe('accept');
    expect(moveAct(card({ stage: 'review', acts: ['accept-result', 'send-back'] }), 'done')).toBe(
      'accept-result',
    );
  });
  it('is refused when the act is not the caller’s or the way does not exist', () => {
    expect(moveAct(card({ stage: 'new', acts: [] }), 'doing')).toBeNull();
    expect(moveAct(card({ stage: 'new', acts: ['accept'] }), 'done')).toBeNull();
    expect(moveAct(card({ stage: 'done', acts: [] }), 'doing')).toBeNull();
  });
  it('offers every possible column in the menu', () => {
    const task = card({ stage: 'review', acts: ['accept-result', 'send-back'] });
    expect(movesOf(task).map((move) => move.stage)).toEqual(['doing', 'done']);
  });
});

describe('weeks', () => {
  it('begin on Monday', () => {
    expect(mondayOf('2026-03-02')).toBe('2026-03-02');
    expect(mondayOf('2026-03-08')).toBe('2026-03-02');
  });
  it('put late tasks first and those without a deadline last', () => {
    const tasks = [
      card({ id: 'none' }),
      card({ id: 'next', dueOn: '2026-03-10' }),
      card({ id: 'late', dueOn: '2026-02-20', timeliness: 'overdue' }),
      card({ id: 'now', dueOn: '2026-03-06' }),
    ];
    expect(groupByWeek(tasks).map((week) => week.monday)).toEqual([
      'overdue',
      '2026-03-02',
      '2026-03-09',
      '',
    ]);
  });
});

describe('filters', () => {
  it('survive the way through the address', () => {
    const filters = {
      ...noFilters,
      view: 'table' as const,
      timeliness: 'overdue',
      unitId: 'u1',
      q: 'báo cáo',
    };
    expect(filtersFrom(addressOf(filters))).toEqual(filters);
  });
  it('fall back to the board for an unknown view', () => {
    expect(filtersFrom({ view: 'nonsense' }).view).toBe('board');
  });
  it('of a counter ask the server for exactly what it counts', () => {
    const link = counterLink('done_late', { unitId: 'u1' });
    expect(listQuery(filtersFrom(link.query))).toMatchObject({
      timeliness: 'done_late',
      unitId: 'u1',
      open: '',
    });
  });
  it('are counted without view and scope', () => {
    expect(activeCount({ ...noFilters, scope: 'mine', view: 'week' })).toBe(0);
    expect(activeCount({ ...noFilters, q: 'a', kind: 'lead' })).toBe(2);
  });
});

describe('acts', () => {
  it('send only the members their form asks for', () => {
    const values = { ...emptyValues(), reason: 'sai đơn vị', note: 'unused' };
    expect(bodyOf(actForms.return!, values)).toEqual({ reason: 'sai đơn vị' });
  });
  it('do not send a date together with a refusal', () => {
    const values = { ...emptyValues(), granted: 'false', dueOn: '2026-03-20', note: 'không' };
    expect(bodyOf(actForms['decide-extension']!, values)).toEqual({ granted: false, note: 'không' });
  });
  it('put the deciding ones first', () => {
    expect(byImportance(['cancel', 'urge', 'accept-result'])).toEqual(['accept-result', 'urge', 'cancel']);
  });
});

describe('texts', () => {
  const keysOf = (value: object, prefix = ''): string[] =>
    Object.entries(value).flatMap(([key, text]) =>
      typeof text === 'object' ? keysOf(text, `${prefix}${key}.`) : [`${prefix}${key}`],
    );
  it('have the same keys in both languages', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(vi).sort());
  });
});
