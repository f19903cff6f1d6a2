// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { callerOf } from './caller';
import { issuedFile, sealedLetter, sealLetter } from './papers';
import { mutoolVerify, pdfsig, saved } from './pdfTools';
import { at, dialog, expectToast } from './people';

test('a wrong number is cancelled before the issue, stays recorded, and the document gets the next one with valid signatures', async ({ browser }) => {
  const reason = 'Cấp nhầm sổ.';
  const id = await sealedLetter({ agency: 'suoimau', subject: `cấp số nhầm ${Date.now()}`, to: ['doithu'] });
  const clerk = await callerOf('vanthu.suoimau');
  const { numberAndSymbol: wrong } = await clerk.get(`/outgoing/documents/${id}`);

  const page = await at(browser, 'vanthu.suoimau', `/outgoing/documents/${id}`);
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: 'Huỷ số' }).click();
  await expect(dialog(page).getByText(wrong)).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Lý do huỷ số' }).fill(reason);
  await dialog(page).getByRole('button', { name: 'Huỷ số' }).click();
  await expectToast(page, 'Đã huỷ số');
  await expect(page.getByRole('button', { name: 'Cấp số' })).toBeVisible();
  await expect(page.getByText(`Huỷ số ${wrong}`)).toBeVisible();
  await expect(page.getByText(reason)).toBeVisible();
  await page.context().close();

  await sealLetter('suoimau', id);
  await clerk.post(`/outgoing/documents/${id}/issue`);
  const { numberAndSymbol: right } = await clerk.get(`/outgoing/documents/${id}`);
  expect(Number.parseInt(right, 10)).toBe(Number.parseInt(wrong, 10) + 1);
  const file = saved(await issuedFile('suoimau', id));
  expect(pdfsig(file).match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2);
  expect(mutoolVerify(file)).not.toMatch(/invalid|fail(?!ed to verify certificate)/i);

  const { items: registers } = await clerk.get('/registers');
  const outgoing = registers.find((one: { register: string }) => one.register === 'outgoing');
  const { items: numbers } = await clerk.get(`/registers/${outgoing.id}/numbers?limit=200`);
  const cancelled = numbers.find((one: { number: number }) => one.number === Number.parseInt(wrong, 10));
  expect(cancelled).toMatchObject({ status: 'cancelled', reason });
});
