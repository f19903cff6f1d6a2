// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import {
  emptyFacts,
  emptyRegistration,
  type FactKey,
  factsFromReading,
  firstToCheck,
  highlightsOf,
  markOf,
  nextInQueue,
  nextToCheck,
  preferredLeader,
  registrationOf,
  toRequest,
  withNewReading,
} from './registration';
import type { Proposal, ReadField, Reading } from './types';

const place = { page: 1, x: 100, y: 700, width: 50, height: 12 };
const sure = (value: string): ReadField => ({ value, confidence: 0.95, isSure: true, place });
const unsure = (value: string): ReadField => ({ value, confidence: 0.5, isSure: false, place });
const nothing: ReadField = { value: '', confidence: 0, isSure: false, place: null };

function reading(changes: Partial<Reading> = {}): Reading {
  return {
    symbol: sure('15/UBND-VX'),
    documentDate: sure('2026-03-02'),
    place: sure('Ví Dụ'),
    issuerName: sure('Sở Nội vụ'),
    superiorName: nothing,
    typeId: sure('cong-van'),
    subject: sure('V/v báo cáo'),
    urgency: { ...sure('normal'), place: null },
    signerAuthority: nothing,
    signerPosition: nothing,
    signerName: unsure('Trần Văn Ví Dụ'),
    dueOn: unsure('2026-03-20'),
    ...changes,
  };
}
function proposal(id: string, changes: Partial<Proposal> = {}): Proposal {
  return {
    id,
    version: 1,
    state: 'ready',
    failure: '',
    createdByName: '',
    createdAt: '2026-03-02T02:00:00.000Z',
    fileName: 'a.pdf',
    sha256: '00',
    sizeBytes: 1,
    pages: 1,
    reading: reading(),
    draft: null,
    verdict: 'unknown',
    report: null,
    documentId: null,
    recognition: null,
    ...changes,
  };
}

describe('what was read becomes the form', () => {
  it('takes every value over', () => {
    const facts = factsFromReading(reading(), '2026-03-02');
    expect(facts.symbol).toBe('15/UBND-VX');
    expect(facts.documentDate).toBe('2026-03-02');
    expect(facts.dueOn).toBe('2026-03-20');
  });
  it('proposes no deadline that has passed and no day that is none', () => {
    const facts = factsFromReading(reading({ documentDate: sure('hôm qua') }), '2026-03-21');
    expect(facts.dueOn).toBeNull();
    expect(facts.documentDate).toBeNull();
  });
  it('begins empty when nothing could be read', () => {
    expect(factsFromReading(null, '2026-03-02')).toEqual(emptyFacts());
  });
  it('lets what the clerk typed before win', () => {
    const draft = { facts: { ...emptyFacts(), subject: 'V/v đã sửa' }, duplicateReason: 'bản sửa' };
    const form = registrationOf(proposal('a', { draft }), '2026-03-02');
    expect(form.facts.subject).toBe('V/v đã sửa');
    expect(form.duplicateReason).toBe('bản sửa');
  });
});

describe('marks', () => {
  const facts = factsFromReading(reading(), '2026-03-02');
  it('never shows an unsure value as sure', () => {
    expect(markOf(reading(), 'symbol', facts)).toBe('sure');
    expect(markOf(reading(), 'signerName', facts)).toBe('unsure');
  });
  it('tells missing needed fields from fields that may stay empty', () => {
    const without = reading({ subject: nothing });
    const empty = { ...facts, subject: '' };
    expect(markOf(without, 'subject', empty)).toBe('missing');
    expect(markOf(without, 'superiorName', empty)).toBe('none');
  });
  it('shows a changed value as edited', () => {
    expect(markOf(reading(), 'signerName', { ...facts, signerName: 'Lê Thị Ví Dụ' })).toBe('edited');
  });
  it('starts the keyboard at the first field to check', () => {
    expect(firstToCheck(reading(), facts)).toBe('signerName');
    expect(
      firstToCheck(reading({ signerName: sure('A'), dueOn: nothing }), {
        ...facts,
        signerName: 'A',
        dueOn: null,
      }),
    ).toBe('symbol');
  });
});

describe('checking a scan', () => {
  const facts = factsFromReading(reading(), '2026-03-02');
  const seen = (...keys: FactKey[]) => ({ checked: new Set(keys) });
  it('tells what was recognised from what the file says itself', () => {
    expect(markOf(reading(), 'symbol', facts, { isScan: true })).toBe('recognised');
    expect(markOf(reading(), 'signerName', facts, { isScan: true })).toBe('unsure');
  });
  it('goes from doubt to doubt, round the form, and ends when all are checked', () => {
    expect(nextToCheck(reading(), facts)).toBe('signerName');
    expect(nextToCheck(reading(), facts, {}, 'signerName')).toBe('dueOn');
    expect(nextToCheck(reading(), facts, seen('dueOn'), 'dueOn')).toBe('signerName');
    expect(nextToCheck(reading(), facts, seen('signerName', 'dueOn'), 'dueOn')).toBeNull();
  });
  it('marks what a person has gone on from as checked, but not a needed field that is empty', () => {
    const lacking = reading({ subject: nothing });
    const empty = { ...facts, subject: '' };
    const both = seen('signerName', 'subject');
    expect(markOf(reading(), 'signerName', facts, both)).toBe('checked');
    expect(markOf(lacking, 'subject', empty, both)).toBe('missing');
    expect(nextToCheck(lacking, empty, both, 'subject')).toBe('dueOn');
  });
  it('fills what recognition finds later into fields that nobody has typed in or checked', () => {
    const early = reading({ signerName: nothing, symbol: unsure('1S/UBND-VX'), place: unsure('Vi Du') });
    const before = factsFromReading(early, '2026-03-02');
    const typed = { ...before, subject: 'V/v đã sửa', note: 'bản quét' };
    const merged = withNewReading(typed, before, reading(), new Set<FactKey>(['place']), '2026-03-02');
    expect(merged.symbol).toBe('15/UBND-VX');
    expect(merged.signerName).toBe('Trần Văn Ví Dụ');
    expect(merged.subject).toBe('V/v đã sửa');
    expect(merged.place).toBe('Vi Du');
    expect(merged.note).toBe('bản quét');
  });
});

describe('highlights', () => {
  it('shows only the place of the field in focus', () => {
    const shown = highlightsOf(reading(), 'signerName', (key) => key);
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({ page: 1, tone: 'amber', active: true, x1: 97, y2: 715 });
  });
  it('shows nothing for a value that stands nowhere', () => {
    expect(highlightsOf(reading(), 'urgency', (key) => key)).toEqual([]);
    expect(highlightsOf(null, 'symbol', (key) => key)).toEqual([]);
  });
});

describe('requests and the queue', () => {
  it('sends trimmed texts and no note without a leader', () => {
    const form = {
      ...emptyRegistration({ ...emptyFacts(), symbol: ' 15/A ' }),
      submitToPostId: '',
      submissionNote: 'x',
    };
    expect(toRequest(form)).toMatchObject({
      submitToPostId: null,
      submissionNote: '',
      facts: { symbol: '15/A' },
    });
  });
  it('goes on with the file behind, then with the one before, and skips refused ones', () => {
    const queue = [proposal('a'), proposal('b'), proposal('c', { state: 'failed' })];
    expect(nextInQueue(queue, 'a')).toBe('b');
    expect(nextInQueue(queue, 'b')).toBe('a');
    expect(nextInQueue([proposal('a')], 'a')).toBeNull();
  });
  it('prefers the leader used last and the only leader there is', () => {
    const one = { postId: 'p', name: 'A', title: 'Chủ tịch', unitName: '' };
    expect(preferredLeader([one], null)).toBe('p');
    expect(preferredLeader([one, { ...one, postId: 'q' }], null)).toBeNull();
    expect(preferredLeader([one, { ...one, postId: 'q' }], 'q')).toBe('q');
    expect(preferredLeader([one, { ...one, postId: 'q' }], 'gone')).toBeNull();
    expect(preferredLeader([{ ...one, postId: 'q', title: 'Phó Chủ tịch' }, one], null)).toBe('p');
  });
});
