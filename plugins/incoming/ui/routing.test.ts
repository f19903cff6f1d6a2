// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { filtersOf, listQuery } from './filters';
import { categoryId, emptyEntry, entryMarks, type RegisterBook, registerFor, sourceLink } from './routing';

const book = (code: string, typeIds: string[], isActive = true): RegisterBook => ({
  code,
  version: 1,
  name: code,
  typeIds,
  isSecret: false,
  isActive,
});

describe('the register that is proposed', () => {
  it('is the one in use that names the type, else the common one', () => {
    const books = [book('chung', []), book('CU', ['giay-moi'], false), book('GM', ['giay-moi'])];
    expect(registerFor('giay-moi', books)).toBe('GM');
    expect(registerFor('cong-van', books)).toBe('chung');
  });
  it('tells what is out of the ordinary of an entry', () => {
    expect(entryMarks(emptyEntry(), '2026-03-02')).toEqual([]);
    expect(entryMarks({ ...emptyEntry(), arrivedOn: '2026-03-02' }, '2026-03-02')).toEqual([]);
    expect(
      entryMarks({ ...emptyEntry(), arrivedOn: '2026-03-01', reservationId: 'r' }, '2026-03-02'),
    ).toEqual(['late', 'reserved']);
  });
});

describe('a figure of the report by source', () => {
  const report = { from: '2026-01-01', to: '2026-03-31', documents: 1, groups: [] };
  it('links to the list of what it counts', () => {
    const link = sourceLink(report, { category: 'party' });
    const query = listQuery('all', filtersOf(link.query), null);
    expect(query).toMatchObject({
      category: 'party',
      kept: '1',
      arrivedFrom: '2026-01-01',
      arrivedTo: '2026-03-31',
    });
  });
  it('names issuers without a group by a dash', () => {
    expect(sourceLink(report, { category: '' }).query.category).toBe('-');
  });
});

describe('the id of a new group', () => {
  it('is made of its name and is never taken', () => {
    expect(categoryId('Doanh nghiệp', [])).toBe('doanh-nghiep');
    expect(categoryId('Đảng', ['dang', 'dang-2'])).toBe('dang-3');
    expect(categoryId('!!!', [])).toBe('khoi');
  });
});
