// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { callerOf } from './caller';
import { twoVersions } from './papers';
import { accessibilityProblems, at, phone } from './people';

/** Two kept versions of a draft are compared by their words and by their pages. */

test('the reviewer sees what was put in and taken out, word by word, and marked not by colour alone', async ({ browser }) => {
  const id = await twoVersions();
  const page = await at(browser, 'truongphong.suoimau', `/outgoing/documents/${id}`);
  await page.getByRole('link', { name: 'So sánh' }).click();
  await expect(page).toHaveURL(new RegExp(`/outgoing/documents/${id}/compare`));
  await expect(page.getByText('Rút thời hạn')).toBeVisible();
  await expect(page.locator('del').filter({ hasText: /^15$/ })).toBeVisible();
  await expect(page.locator('ins').filter({ hasText: /^10$/ })).toBeVisible();
  await expect(page.locator('del').first()).toHaveCSS('text-decoration-line', 'line-through');
  await expect(page.locator('ins').first()).toHaveCSS('text-decoration-line', 'underline');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();
});

test('the pages stand side by side or one over the other, with the differences numbered and reached by keyboard', async ({ browser }) => {
  const id = await twoVersions();
  const page = await at(browser, 'truongphong.suoimau', `/outgoing/documents/${id}/compare?older=1&newer=2&view=pages`);
  await expect(page.getByText(/Trang 1: \d+ chỗ khác/)).toBeVisible();
  await expect(page.locator('.v-compare-sheets canvas')).toHaveCount(2);
  const next = page.getByRole('button', { name: 'Chỗ khác tiếp theo' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Chỗ khác 1, trang 1' })).toBeFocused();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('radio', { name: 'Chồng lên nhau' }).or(page.getByRole('button', { name: 'Chồng lên nhau' })).first().click();
  const slider = page.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveValue('100');
  await expect(page.getByRole('button', { name: 'Chỗ khác 1, trang 1' })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();
});

test('two equal versions differ nowhere', async ({ browser }) => {
  const id = await twoVersions();
  const page = await at(browser, 'truongphong.suoimau', `/outgoing/documents/${id}/compare?older=2&newer=2&view=pages`);
  await expect(page.getByText('Trang 1: không có chỗ khác')).toBeVisible();
  await page.getByRole('tab', { name: 'Theo chữ' }).click();
  await expect(page.getByText('Nội dung không thay đổi.').first()).toBeVisible();
  await page.context().close();
});

test('on the phone the pages stand below each other and nothing runs over the edge', async ({ browser }) => {
  const id = await twoVersions();
  const page = await at(browser, 'truongphong.suoimau', `/outgoing/documents/${id}/compare?older=1&newer=2&view=pages`, phone);
  await expect(page.getByText(/Trang 1: \d+ chỗ khác/)).toBeVisible();
  const sheets = await page.locator('.v-compare-page').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(new Set(sheets).size).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.getByRole('tab', { name: 'Theo chữ' }).click();
  await expect(page.locator('ins').filter({ hasText: /^10$/ })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();
});

test('somebody who may not see the draft gets neither its text nor its pages', async () => {
  const id = await twoVersions();
  const stranger = await callerOf('vanthu.doithu');
  for (const part of ['text', 'pages']) {
    expect((await stranger.send('GET', `/outgoing/documents/${id}/versions/1/${part}`)).status).toBe(404);
  }
});
