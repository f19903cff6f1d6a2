// SPDX-License-Identifier: Apache-2.0
import { expect, type Locator, type Page, test } from '@playwright/test';
import { issuedFile, issueLetter } from './papers';
import { at, dialog } from './people';

/** Work without a mouse. */

async function tabTo(page: Page, name: string) {
  const wanted = page.locator('button').filter({ hasText: name });
  for (let steps = 0; steps < 60; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}`);
}

/** From file to file of the queue, up and then down. */
async function goTo(page: Page, link: Locator) {
  for (const key of ['Alt+ArrowUp', 'Alt+ArrowDown']) {
    for (let steps = 0; steps < 12; steps += 1) {
      if ((await link.getAttribute('aria-current')) === 'true') return;
      await page.keyboard.press(key);
    }
  }
  await expect(link).toHaveAttribute('aria-current', 'true');
}

test('a list is walked with j and k, Enter opens, Escape leads back', async ({ browser }) => {
  const page = await at(browser, 'vanthu.suoimau', '/incoming');
  const rows = page.getByRole('grid', { name: 'Văn bản đến' }).locator('tbody tr[data-index]');
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Xem nhanh' })).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/incoming\/documents\/.+/);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/incoming$/);
  await page.keyboard.press('?');
  await expect(dialog(page).getByText('Chuyển giữa các dòng')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.context().close();
});

test('two files are chosen, checked and registered one after the other by keyboard', async ({ browser }) => {
  const mark = Date.now();
  const files = [];
  for (const subject of [`bàn phím một ${mark}`, `bàn phím hai ${mark}`]) {
    const letter = await issueLetter({ agency: 'tinh', subject });
    files.push({ name: `${subject}.pdf`, mimeType: 'application/pdf', buffer: await issuedFile('tinh', letter) });
  }
  const page = await at(browser, 'vanthu.suoimau', '/incoming/intake');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await tabTo(page, 'Phím tắt');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Ctrl + Enter')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await tabTo(page, 'Chọn tệp');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(files);
  const queue = page.getByRole('region', { name: 'Hàng chờ vào sổ' });
  for (const { name } of files) await expect(queue.getByRole('link', { name: new RegExp(name.replace('.pdf', '')) })).toBeVisible();

  for (const { name } of files) {
    const subject = name.replace('.pdf', '');
    const link = queue.getByRole('link', { name: new RegExp(subject) });
    await goTo(page, link);
    await expect(page.getByRole('textbox', { name: 'Trích yếu' })).toHaveValue(subject);
    await page.keyboard.press('Control+Enter');
    await expect(link).toBeHidden();
  }
  await page.context().close();
});
