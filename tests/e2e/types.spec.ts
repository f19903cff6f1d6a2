// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { callerOf } from './caller';
import { issuedFile, issueForm } from './papers';
import { pdfsig, qpdfCheck, saved } from './pdfTools';
import { at } from './people';

/** Types of documents on their whole way from the draft to the issue, with the values of their samples. */

const agency = 'suoimau';
const sampleOf = (form: string) =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../templates', form, 'sample.json'), 'utf8'));
const types = [
  { form: 'chuong-trinh', symbol: /^\d\d\/CTr-/, pages: 3, what: 'with two appendices' },
  { form: 'hop-dong', symbol: /^\d\d\/HĐ-/, pages: 1, what: 'with a place for the other party' },
  { form: 'bien-ban', symbol: /^\d\d\/BB-/, pages: 1, what: 'with a place for the secretary' },
  { form: 'giay-nghi-phep', symbol: /^\d\d\/GNP-/, pages: 1, what: 'without a subject' },
];

for (const type of types) {
  test(`a document of the form ${type.form}, ${type.what}, is signed, numbered, sealed and issued with valid signatures`, async () => {
    const id = await issueForm(agency, type.form, sampleOf(type.form));
    const document = await (await callerOf(`vanthu.${agency}`)).get(`/outgoing/documents/${id}`);
    expect(document.state).toBe('issued');
    expect(document.numberAndSymbol).toMatch(type.symbol);
    const file = saved(await issuedFile(agency, id));
    expect(pdfsig(file).match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2);
    expect(qpdfCheck(file)).toContain('No syntax or stream encoding errors');
  });
}

test('copies are numbered beside the documents, in one sequence for sao y, sao lục and trích sao', async () => {
  const numbers: string[] = [];
  const clerk = await callerOf(`vanthu.${agency}`);
  for (const form of ['ban-sao-y', 'ban-sao-luc', 'ban-trich-sao']) {
    numbers.push((await clerk.get(`/outgoing/documents/${await issueForm(agency, form, sampleOf(form))}`)).numberAndSymbol);
  }
  const [first, second, third] = numbers.map((number) => Number.parseInt(number, 10));
  expect([second, third]).toEqual([(first as number) + 1, (first as number) + 2]);
  expect(numbers.map((number) => number.split(/[/-]/)[1])).toEqual(['SY', 'SL', 'TrS']);
});

test('a drafter finds a form by its abbreviation, adds an appendix with the keyboard and sees it', async ({ browser }) => {
  const page = await at(browser, `chuyenvien.${agency}`, '/outgoing/new');
  await page.getByRole('searchbox').fill('ctr');
  const found = page.getByRole('main').getByRole('link', { name: /Chương trình/ });
  await expect(found).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await found.press('Enter');
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Công tác trọng tâm');
  await page.getByRole('button', { name: 'Thêm phụ lục' }).press('Enter');
  const appendix = page.getByRole('region', { name: 'Phụ lục' });
  await appendix.getByRole('textbox', { name: 'Tên phụ lục' }).fill('Danh mục nhiệm vụ');
  await appendix.getByRole('textbox', { name: 'Nội dung phụ lục' }).fill('Nhiệm vụ thứ nhất.');
  await expect(page.getByText('/ 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Thêm phụ lục' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Phụ lục II' })).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ Phụ lục II' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Phụ lục II' })).toHaveCount(0);
  await appendix.scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.resolve(import.meta.dirname, '../../build/screenshots/outgoing-appendix-editor.png') });
  await page.context().close();
});
