// SPDX-License-Identifier: Apache-2.0
import type { DirectoryEntry } from '@congvu/sdk';
import { Problem } from '@congvu/sdk';
import { describe, expect, it } from 'vitest';
import { canSend, emptyDirection, toDirectionRequest, withCoops, withPhrase } from './direction';
import en from './en.json';
import {
  filterCount,
  filtersOf,
  listQuery,
  noFilters,
  sortOf,
  sortText,
  tabItems,
  withoutDialog,
} from './filters';
import { fileFindings, signatureLines } from './signatures';
import type { Proposal } from './types';
import { useUploads } from './uploads';
import vi from './vi.json';
import { primaryAct } from './words';

const unit = (id: string): DirectoryEntry => ({
  kind: 'unit',
  id,
  name: id,
  subtitle: '',
  unitId: id,
  agencyId: 'x',
  initials: '',
});
const person = (id: string): DirectoryEntry => ({ ...unit(id), kind: 'post' });

describe('texts', () => {
  const keysOf = (value: object, prefix = ''): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' && inner !== null ? keysOf(inner, `${prefix}${key}.`) : [`${prefix}${key}`],
    );
  it('have the same keys in both languages and no empty text', () => {
    expect(keysOf(en).sort()).toEqual(keysOf(vi).sort());
    expect(JSON.stringify([vi, en])).not.toContain('""');
  });
});

describe('a direction', () => {
  it('puts the lead first and gives co-operating units the lead deadline unless they have their own', () => {
    const form = { ...emptyDirection(), opinion: ' Giao ', lead: unit('a'), leadDueOn: '2026-03-09' };
    form.coops = withCoops(form, [unit('b'), person('p')]);
    form.coops[1]!.dueOn = '2026-03-05';
    expect(toDirectionRequest(form)).toEqual({
      opinion: 'Giao',
      assignments: [
        { kind: 'lead', unitId: 'a', postId: null, dueOn: '2026-03-09', note: '' },
        { kind: 'coop', unitId: 'b', postId: null, dueOn: '2026-03-09', note: '' },
        { kind: 'coop', unitId: null, postId: 'p', dueOn: '2026-03-05', note: '' },
      ],
    });
  });
  it('keeps what was typed for those that stay and drops the lead from the others', () => {
    const form = emptyDirection();
    form.coops = withCoops(form, [unit('b'), unit('c')]);
    form.coops[0]!.note = 'số liệu';
    form.lead = unit('c');
    expect(withCoops(form, [unit('b'), unit('c'), unit('d')]).map((one) => [one.entry.id, one.note])).toEqual(
      [
        ['b', 'số liệu'],
        ['d', ''],
      ],
    );
  });
  it('can only be sent with a lead and an opinion', () => {
    expect(canSend({ ...emptyDirection(), opinion: 'a' })).toBe(false);
    expect(canSend({ ...emptyDirection(), opinion: 'a', lead: unit('a') })).toBe(true);
  });
  it('adds picked phrases below what is typed', () => {
    expect(withPhrase('', 'Giao KT')).toBe('Giao KT');
    expect(withPhrase('Khẩn. ', 'Giao KT')).toBe('Khẩn.\nGiao KT');
  });
});

describe('the list', () => {
  it('asks the server for tab, filters and order', () => {
    const query = listQuery(
      'overdue',
      { ...noFilters(), text: ' văn thư ' },
      { key: 'dueOn', descending: true },
    );
    expect(query).toMatchObject({ tab: 'overdue', q: 'văn thư', sort: '-due' });
    expect(listQuery('all', noFilters(), null)).toMatchObject({ tab: undefined, sort: undefined });
  });
  it('counts filters beside the text', () => {
    expect(filterCount({ ...noFilters(), text: 'a' })).toBe(0);
    expect(filterCount({ ...noFilters(), type: 'ke-hoach', dueTo: '2026-03-02' })).toBe(2);
  });
  it('takes over what a figure asks for from the address, and asks the server the same', () => {
    const address = {
      kept: '1',
      unit: 'A,-',
      channel: 'paper',
      entry: 'late',
      reached: 'handed',
      other: 'x',
    };
    const filters = filtersOf(address);
    expect(filterCount(filters)).toBe(5);
    expect(listQuery('all', filters, null)).toMatchObject({
      kept: '1',
      unit: 'A,-',
      channel: 'paper',
      entry: 'late',
      reached: 'handed',
      signature: '',
    });
  });
  it('counts only the filters of the dialog, and clears no others', () => {
    const filters = { ...noFilters(), text: 'a', marker: 'm', sort: '-dueOn', type: 'ke-hoach' };
    expect(filterCount(filters)).toBe(1);
    expect(withoutDialog(filters)).toEqual({ ...filters, type: '' });
  });
  it('keeps its order in the address', () => {
    expect(sortOf({ ...noFilters(), sort: '-dueOn' })).toEqual({ key: 'dueOn', descending: true });
    expect(sortText({ key: 'dueOn', descending: false })).toBe('dueOn');
    expect(sortText(sortOf(noFilters()))).toBe('');
  });
  it('shows clerks the tab of deliveries and caps the number of late ones', () => {
    const counters = { all: 1, waiting: 1, inWork: 0, overdue: 1001, done: 0, arrived: 2, queue: 0 };
    expect(tabItems(counters, true, (key) => key).at(-1)).toMatchObject({ value: 'arrived', count: 2 });
    expect(tabItems(counters, false, (key) => key)).toHaveLength(5);
    expect(tabItems(counters, false, (key) => key)[3]?.count).toBe('1000+');
  });
});

describe('the primary act', () => {
  it('is one, and fits the state', () => {
    expect(primaryAct(['direct', 'return', 'close'], 'submitted')).toBe('direct');
    expect(primaryAct(['submit', 'close', 'cancel', 'correct'], 'registered')).toBe('submit');
    expect(primaryAct(['submit', 'close', 'cancel', 'correct'], 'submitted')).toBeNull();
    expect(primaryAct(['close', 'correct'], 'in_work')).toBe('close');
    expect(primaryAct(['inform', 'close', 'correct'], 'transferred')).toBeNull();
    expect(primaryAct([], 'recalled')).toBeNull();
  });
});

describe('a verification report', () => {
  const report = {
    signatures: [
      {
        signer: 'Trần Thị Ví Dụ',
        organization: 'UBND',
        signedAt: '2026-03-02T02:00:00Z',
        integrity: 'intact',
        indication: 'TOTAL-PASSED',
        findings: [],
      },
      {
        signer: 'UBND',
        integrity: 'modified',
        indication: 'TOTAL-PASSED',
        findings: [{ severity: 'error', vi: 'Đã sửa', en: 'Changed' }],
      },
    ],
    findings: [
      { severity: 'warning', vi: 'Có bản sửa', en: 'There is a revision' },
      { severity: 'information', vi: 'a', en: 'a' },
    ],
  };
  it('never calls a changed file valid', () => {
    const lines = signatureLines(report, 'vi');
    expect(lines.map((line) => line.verdict)).toEqual(['valid', 'invalid']);
    expect(lines[1]?.findings).toEqual(['Đã sửa']);
  });
  it('speaks the language of the page and leaves mere information out', () => {
    expect(fileFindings(report, 'en')).toEqual(['There is a revision']);
  });
  it('survives what is no report', () => {
    for (const odd of [null, undefined, 3, 'x', {}, { signatures: 'x' }])
      expect(signatureLines(odd, 'vi')).toEqual([]);
  });
});

describe('uploads', () => {
  const file = (name: string) => new File(['x'], name, { type: 'application/pdf' });
  const settle = async () => {
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
  };
  it('sends two at a time and every file in the end', async () => {
    const done: string[] = [];
    const waiting: (() => void)[] = [];
    let atOnce = 0;
    let most = 0;
    const { add, uploads } = useUploads(
      (proposals) => done.push(...proposals.map((one) => one.id)),
      (one) =>
        new Promise((resolve) => {
          atOnce += 1;
          most = Math.max(most, atOnce);
          waiting.push(() => {
            atOnce -= 1;
            resolve([{ id: one.name } as Proposal]);
          });
        }),
    );
    add(['a', 'b', 'c', 'd', 'e'].map(file));
    while (waiting.length > 0) {
      waiting.shift()?.();
      await settle();
    }
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(most).toBe(2);
    expect(uploads).toHaveLength(0);
  });
  it('keeps a refused file with its reason, goes on with the others, and can try again', async () => {
    let isBroken = true;
    const { add, uploads, retry } = useUploads(
      () => {},
      async (one) => {
        if (one.name === 'bad' && isBroken) throw new Problem(413, { detail: 'Tệp quá lớn' });
        return [];
      },
    );
    add(['bad', 'good'].map(file));
    await settle();
    expect(uploads.map((one) => [one.name, one.state, one.message])).toEqual([
      ['bad', 'failed', 'Tệp quá lớn'],
    ]);
    isBroken = false;
    retry(uploads[0]!.id);
    await settle();
    expect(uploads).toHaveLength(0);
  });
});
