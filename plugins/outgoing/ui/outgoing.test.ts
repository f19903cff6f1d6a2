// SPDX-License-Identifier: Apache-2.0
import { Problem } from '@congvu/sdk';
import { describe, expect, it } from 'vitest';
import { type DraftContent, fingerprint, savedBody } from './draft';
import en from './en.json';
import {
  changesBetween,
  conflictsOf,
  contentFields,
  fieldMessage,
  letterheadFields,
  listItems,
  listText,
  merged,
  romanNumber,
  sentValues,
  startValues,
  valueText,
} from './fields';
import { figureOf } from './figures';
import { formGroups, frequentForms } from './forms';
import { addArticle, addTable, toggleDashes, toggleHeading, toggleMark, toggleNumbers } from './markup';
import { groupsOf, groupsText, shownNumber } from './numbering';
import { sourceQuery } from './source';
import { countOf, queryOf, tabsFor } from './tabs';
import type { Counters, FormField, FormSummary } from './types';
import vi from './vi.json';
import { splitActs, stateWord, statusTags, timelineLook } from './words';

const field = (key: string, kind: FormField['kind'], rest: Partial<FormField> = {}): FormField => ({
  key,
  kind,
  label: { vi: key, en: key },
  required: false,
  maxLength: 100,
  ...rest,
});
const form = [
  field('agency', 'multiline'),
  field('urgency', 'text'),
  field('subject', 'multiline'),
  field('addressees', 'list'),
  field('body', 'richtext', { default: 'Kính gửi' }),
  field('signer', 'person'),
];

describe('the fields of a form', () => {
  it('are drawn apart from the letterhead, and the urgency only once', () => {
    expect(contentFields(form).map((one) => one.key)).toEqual(['subject', 'addressees', 'body', 'signer']);
    expect(letterheadFields(form).map((one) => one.key)).toEqual(['agency']);
  });
  it('start with what is known, then the default, then an empty value of their kind', () => {
    const values = startValues(form, { subject: 'V/v', addressees: 'wrong kind', unknown: 'x' });
    expect(values).toEqual({
      agency: '',
      urgency: '',
      subject: 'V/v',
      addressees: [],
      body: 'Kính gửi',
      signer: { authority: [], position: '', name: '' },
    });
  });
  it('fill up an incomplete person', () => {
    const known = { signer: { name: 'Trần Thị Mẫu' } as never };
    expect(startValues(form, known).signer).toEqual({ authority: [], position: '', name: 'Trần Thị Mẫu' });
  });
  it('are sent without blank lines and with the urgency the form prints', () => {
    expect(sentValues({ addressees: ['Sở Mẫu', ' ', ''], urgency: '' }, 'very_urgent')).toEqual({
      addressees: ['Sở Mẫu'],
      urgency: 'thuong-khan',
    });
    expect(sentValues({ subject: 'sao y' }, 'urgent')).toEqual({ subject: 'sao y' });
  });
  it('are sent without appendices that were begun and left empty', () => {
    const appendices = [
      { title: 'Danh mục', text: 'a' },
      { title: ' ', text: '' },
    ];
    expect(sentValues({ appendices }, 'normal').appendices).toEqual([{ title: 'Danh mục', text: 'a' }]);
    expect(startValues([field('appendices', 'appendices')], {}).appendices).toEqual([]);
  });
  it('number appendices as documents do', () => {
    expect([1, 4, 9, 14, 28].map(romanNumber)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXVIII']);
  });
  it('keep a blank line of a list while one types', () => {
    expect(listText(listItems('một\n'))).toBe('một\n');
    expect(listItems('')).toEqual([]);
  });
  it('show the message of a line with its number', () => {
    const problem = new Problem(422, {
      errors: [{ pointer: '/fields/addressees/2', code: 'too-long', message: 'quá dài' }],
    });
    expect(fieldMessage([null, problem], 'addressees')).toBe('3: quá dài');
    expect(fieldMessage([null, problem], 'address')).toBe('');
  });
});

describe('the forms to choose from', () => {
  const named = (vi: string, abbreviation: string, category: FormSummary['category'] = 'document') =>
    ({ id: vi, name: { vi, en: vi }, abbreviation, category, fields: [] }) satisfies FormSummary;
  const all = [
    named('Đề án', 'ĐA'),
    named('Bản sao y', 'SY', 'copy'),
    named('Dự án', 'DA'),
    named('Công văn', ''),
  ];
  const namesOf = (wanted: string) =>
    formGroups(all, wanted, (form) => form.name.vi, 'vi').map((group) =>
      group.forms.map((form) => form.name.vi),
    );
  it('stand in the order of the alphabet, copies behind', () => {
    expect(namesOf('')).toEqual([['Công văn', 'Dự án', 'Đề án'], ['Bản sao y']]);
  });
  it('are found without marks, by words or by the abbreviation', () => {
    expect(namesOf('de an')).toEqual([['Đề án']]);
    expect(namesOf('SY')).toEqual([['Bản sao y']]);
    expect(namesOf('giấy')).toEqual([]);
  });
});

describe('versions', () => {
  it('differ field by field in the order of the form', () => {
    const before = { subject: 'a', body: 'x', gone: 'old' };
    const after = { subject: 'b', body: 'x', addressees: ['Sở'] };
    expect(changesBetween(before, after, ['subject', 'addressees', 'body']).map((one) => one.key)).toEqual([
      'subject',
      'addressees',
      'gone',
    ]);
  });
  it('compare a person as it is printed', () => {
    const person = {
      authority: [{ prefix: 'KT.', of: 'Chủ tịch' }],
      position: 'Phó Chủ tịch',
      name: 'Lê Ví Dụ',
    };
    expect(valueText(person)).toBe('KT. Chủ tịch\nPhó Chủ tịch\nLê Ví Dụ');
  });
  it('compare appendices by title and text', () => {
    expect(valueText([{ title: 'Danh mục', text: 'Một' }])).toBe('Danh mục\nMột');
  });
  it('that met keep what I typed and take what only the other changed', () => {
    const base = { subject: 'a', body: 'b' };
    const mine = { subject: 'mine', body: 'b' };
    const theirs = { subject: 'theirs', body: 'their body' };
    const conflicts = conflictsOf(base, mine, theirs, ['subject', 'body']);
    expect(conflicts.map((one) => one.side)).toEqual(['mine', 'theirs']);
    expect(merged(mine, theirs, conflicts)).toEqual({ subject: 'mine', body: 'their body' });
  });
  it('are equal for contents that would be saved alike', () => {
    const content: DraftContent = {
      fields: { addressees: ['Sở'] },
      urgency: 'normal',
      dueOn: null,
      recipients: [],
    };
    const blank = { ...content, fields: { addressees: ['Sở', ''] } };
    expect(fingerprint(blank)).toBe(fingerprint(content));
    expect(fingerprint({ ...content, dueOn: '2026-11-30' })).not.toBe(fingerprint(content));
    expect(savedBody(content, ' sửa ').note).toBe('sửa');
  });
});

describe('the tool bar of the text', () => {
  it('puts a mark around the selection and takes it away again', () => {
    const bold = toggleMark({ text: 'một hai', start: 4, end: 7 }, '**');
    expect(bold).toEqual({ text: 'một **hai**', start: 6, end: 9 });
    expect(toggleMark(bold, '**')).toEqual({ text: 'một hai', start: 4, end: 7 });
  });
  it('makes bold text italic too instead of taking a star of the bold mark', () => {
    expect(toggleMark({ text: '**a**', start: 2, end: 3 }, '*').text).toBe('***a***');
  });
  it('makes lines headings, dashes and numbers, one in the place of the other', () => {
    const lines = { text: 'một\nhai', start: 0, end: 7 };
    expect(toggleHeading(lines).text).toBe('# một\n# hai');
    const dashes = toggleDashes(lines);
    expect(dashes.text).toBe('- một\n- hai');
    const numbers = toggleNumbers(dashes);
    expect(numbers.text).toBe('1. một\n2. hai');
    expect(toggleNumbers(numbers).text).toBe('một\nhai');
  });
  it('adds the next article on a line of its own', () => {
    expect(addArticle({ text: 'Điều 1. Một', start: 3, end: 3 }).text).toBe('Điều 1. Một\nĐiều 2. ');
    expect(addArticle({ text: '', start: 0, end: 0 }).text).toBe('Điều 1. ');
  });
  it('adds a table after the line with the cursor in its first cell', () => {
    const made = addTable({ text: 'x', start: 1, end: 1 }, ['A', 'B']);
    expect(made.text).toBe('x\n| A | B |\n|:--|:--|\n|  |  |');
    expect(made.text.slice(0, made.start).endsWith('\n| ')).toBe(true);
  });
});

describe('the tabs of the list', () => {
  const counters: Counters = {
    items: [
      { state: 'signed', documents: 2 },
      { state: 'numbered', documents: 1 },
      { state: 'sealed', documents: 3 },
    ],
    mine: 4,
    returned: 1,
    waiting: 5,
    late: 6,
  };
  it('follow the permissions, the most pressing first', () => {
    const clerk = ['outgoing.read', 'outgoing.draft', 'outgoing.issue'];
    expect(tabsFor((one) => clerk.includes(one))).toEqual([
      'number',
      'issue',
      'late',
      'mine',
      'issued',
      'all',
    ]);
    const handler = ['outgoing.read', 'outgoing.draft'];
    expect(tabsFor((one) => handler.includes(one))).toEqual(['mine', 'issued', 'all']);
  });
  it('ask for their states and count them', () => {
    expect(queryOf('issue')).toEqual({ state: 'numbered,sealed' });
    expect(countOf('issue', counters)).toBe(4);
    expect(countOf('waiting', counters)).toBe(5);
    expect(queryOf('late')).toEqual({ late: true });
    expect(countOf('late', counters)).toBe(6);
    expect(countOf('mine', undefined)).toBe(0);
  });
});

describe('a figure of the statistics', () => {
  it('narrows the list by what stands in the address, and by nothing else there', () => {
    const address = {
      tab: 'issued',
      issuedFrom: '2026-01-01',
      group: '-',
      sending: 'late',
      q: 'x',
      unit: '',
    };
    expect(figureOf(address)).toEqual({ issuedFrom: '2026-01-01', group: '-', sending: 'late' });
    expect(figureOf({ issuedFrom: '' })).toEqual({});
  });
});

describe('numbering', () => {
  it('reads groups of types as they are typed', () => {
    expect(groupsOf('QĐ, CT; CV;\n ; TB ,')).toEqual([
      { types: ['QĐ', 'CT'] },
      { types: ['CV'] },
      { types: ['TB'] },
    ]);
    expect(groupsText(groupsOf('QĐ,CT;CV'))).toBe('QĐ, CT; CV');
  });
  it('writes numbers below ten with a leading zero', () => {
    expect([5, 10, 1482].map(shownNumber)).toEqual(['05', '10', '1482']);
  });
  it('puts the forms that are used most first', () => {
    const known = [{ id: 'bao-cao' }, { id: 'cong-van' }] as FormSummary[];
    expect(frequentForms(known, ['cong-van', 'gone', 'bao-cao']).map((one) => one.id)).toEqual([
      'cong-van',
      'bao-cao',
    ]);
  });
});

describe('words', () => {
  it('tell a returned draft from a new one', () => {
    expect(stateWord('draft', true)).toBe('returned');
    expect(stateWord('issued', true)).toBe('issued');
  });
  it('show the answer to a recall beside the status of the delivery', () => {
    expect(statusTags({ status: '05', recall: '16' }).map((one) => one.word)).toEqual(['16', '05']);
    expect(statusTags({ status: '99', recall: '' })).toEqual([{ word: 'unknown', tone: 'gray' }]);
  });
  it('offer one act that moves the document on', () => {
    expect(splitActs(['pass', 'edit', 'return'])).toEqual({ primary: 'pass', others: ['edit', 'return'] });
    expect(splitActs(['recall'])).toEqual({ primary: null, others: ['recall'] });
  });
  it('exist for everything the timeline may hold', () => {
    for (const key of Object.keys(vi.history))
      expect(timelineLook(`outgoing.${key}`).word).toBe(key === 'other' ? 'other' : key);
  });
  it('ask only for answers to incoming documents and tasks', () => {
    expect(sourceQuery('tasks', 'task', '7')).toEqual({ sourceTaskId: '7' });
    expect(sourceQuery('outgoing', 'document', '7')).toBeNull();
  });
});

function keysOf(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}${key}`] : keysOf(value as object, `${before}${key}.`),
  );
}
function placeholders(texts: object): string[] {
  return Object.values(texts).flatMap((value) =>
    typeof value === 'string'
      ? [(value.match(/\{\w+\}/g) ?? []).sort().join()]
      : placeholders(value as object),
  );
}
describe('texts', () => {
  it('exist in both languages with the same values to fill in', () => {
    expect(keysOf(en)).toEqual(keysOf(vi));
    expect(placeholders(en)).toEqual(placeholders(vi));
  });
});
