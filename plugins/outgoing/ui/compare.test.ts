// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { compareParagraphs, folded, likenessOf } from './compare';

const textOf = (parts: { kind: string; text: string }[], dropped: string) =>
  parts
    .filter((part) => part.kind !== dropped)
    .map((part) => part.text)
    .join('');

describe('comparing paragraphs', () => {
  it('finds nothing between equal texts', () => {
    const text = ['Điều 1.', 'Điều 2.'];
    expect(compareParagraphs(text, text).every((one) => one.kind === 'same')).toBe(true);
  });
  it('shows a paragraph in which some words changed as one, word by word', () => {
    const before = ['Căn cứ Luật.', 'Thời hạn nộp báo cáo là 15 ngày làm việc.'];
    const after = ['Căn cứ Luật.', 'Thời hạn nộp báo cáo là 10 ngày làm việc.'];
    const [same, changed] = compareParagraphs(before, after);
    expect(same?.kind).toBe('same');
    expect(changed?.kind).toBe('changed');
    expect(textOf(changed?.parts ?? [], 'added')).toBe(before[1]);
    expect(textOf(changed?.parts ?? [], 'removed')).toBe(after[1]);
    const words = changed?.parts.filter((part) => part.kind !== 'same').map((part) => part.text);
    expect(words).toEqual(['15', '10']);
  });
  it('keeps what was put in or taken out apart from what was changed', () => {
    const kinds = compareParagraphs(
      ['Điều 1. Ban hành quy chế.', 'Điều 2. Hiệu lực từ ngày ký.'],
      [
        'Điều 1. Ban hành quy chế.',
        'Giao Văn phòng theo dõi việc thực hiện.',
        'Điều 2. Hiệu lực từ ngày ký ban hành.',
      ],
    ).map((one) => one.kind);
    expect(kinds).toEqual(['same', 'added', 'changed']);
    expect(compareParagraphs(['Một đoạn bị bỏ.'], []).map((one) => one.kind)).toEqual(['removed']);
  });
  it('takes two paragraphs without common words for a removal and an addition', () => {
    const changes = compareParagraphs(['Chi phí do ngân sách xã'], ['Bãi bỏ Quyết định trước đây']);
    expect(changes.map((one) => one.kind)).toEqual(['removed', 'added']);
    expect(likenessOf('', 'x')).toBe(0);
    expect(likenessOf('a b', 'b a')).toBe(1);
  });
});

describe('folding what is the same', () => {
  it('leaves one paragraph on both sides of a change', () => {
    const before = ['1', '2', '3', '4', '5', '6', '7'];
    const after = ['1', '2', '3', 'x', '5', '6', '7'];
    const shape = folded(compareParagraphs(before, after)).map((one) =>
      one.kind === 'folded' ? one.count : one.change.kind,
    );
    expect(shape).toEqual([2, 'same', 'removed', 'added', 'same', 2]);
  });
  it('folds everything when nothing changed', () => {
    const same = compareParagraphs(['1', '2'], ['1', '2']);
    expect(folded(same)).toEqual([{ kind: 'folded', from: 0, count: 2 }]);
  });
});
