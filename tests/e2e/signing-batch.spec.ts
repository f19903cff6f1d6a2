// SPDX-License-Identifier: Apache-2.0
import { type Browser, expect, type Page, test } from '@playwright/test';
import { callerOf } from './caller';
import { draftBody } from './papers';
import { accessibilityProblems, at, dialog, phone } from './people';
import { province } from './startServer';

/** Many documents under one PIN: progress, results, leaving and coming back. */

const signer = 'chutich.doithu';

/** Letters on the signer's desk; their subjects. */
async function fillDesk(count: number, mark: string): Promise<string[]> {
  const drafter = await callerOf('chuyenvien.doithu');
  const chair = await callerOf(signer);
  const reviewerPostIds = [(await chair.get('/session')).post.id];
  const subjects = Array.from({ length: count }, (_, index) => `đợt ${mark} văn bản ${index + 1}`);
  for (const subject of subjects) {
    const draft = await drafter.post('/outgoing/documents', await draftBody(drafter, { agency: 'doithu', subject }));
    await drafter.post(`/outgoing/documents/${draft.id}/submit`, { reviewerPostIds, note: '' });
  }
  const waiting = async () => (await chair.get('/signing/requests?limit=200')).items.filter((one: { title: string }) => one.title.includes(mark)).length;
  await expect.poll(waiting).toBe(count);
  return subjects;
}

async function beginBatch(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /Đã chọn/ }).click();
  await page.getByRole('button', { name: /^Ký \d+ văn bản$/ }).click();
  await dialog(page).getByLabel('Mã PIN').fill(province().pin);
  await dialog(page).getByRole('button', { name: 'Xác nhận' }).click();
  await expect(page).toHaveURL(/\/signing\/batches\/.+/);
}

async function desk(browser: Browser, options = {}): Promise<Page> {
  const page = await at(browser, signer, '/signing', options);
  await expect(page.getByRole('checkbox', { name: /Đã chọn/ })).toBeVisible();
  return page;
}

test('all that waits is signed under one PIN, and the list tells what became of each document', async ({ browser }) => {
  const subjects = await fillDesk(5, `bàn ${Date.now()}`);
  const page = await desk(browser);
  await beginBatch(page);
  await expect(page.getByText('Đã ký xong đợt').first()).toBeVisible();
  await page.getByRole('radio', { name: /^Đã ký/ }).or(page.getByRole('button', { name: /^Đã ký/ })).first().click();
  for (const subject of subjects) await expect(page.getByText(subject).first()).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();
});

test('on a phone the batch is begun, left and found again', async ({ browser }) => {
  await fillDesk(3, `điện thoại ${Date.now()}`);
  const page = await desk(browser, phone);
  await beginBatch(page);
  const address = page.url();
  await page.goto('/');
  await page.goto(address);
  await expect(page.getByText('Đã ký xong đợt').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();
});

test('a wrong PIN begins nothing', async ({ browser }) => {
  await fillDesk(2, `sai pin ${Date.now()}`);
  const page = await desk(browser);
  await page.getByRole('checkbox', { name: /Đã chọn/ }).click();
  await page.getByRole('button', { name: /^Ký \d+ văn bản$/ }).click();
  await dialog(page).getByLabel('Mã PIN').fill('sai-ma-pin');
  await dialog(page).getByRole('button', { name: 'Xác nhận' }).click();
  await expect(dialog(page).getByText(/Mã PIN không đúng/)).toBeVisible();
  await expect(page).toHaveURL(/\/signing$/);
  await dialog(page).getByLabel('Mã PIN').fill(province().pin);
  await dialog(page).getByRole('button', { name: 'Xác nhận' }).click();
  await expect(page.getByText('Đã ký xong đợt').first()).toBeVisible();
  await page.context().close();
});
