// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { at } from './people';

/** The server was updated under an open browser: files of the old version are gone, the next load of the page gets the new ones. */

test('a page whose files were replaced is loaded anew by itself', async ({ browser }) => {
  const page = await at(browser, 'chutich.suoimau', '/work');
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' })).toBeVisible();
  const gone = '**/plugins/tasks/ui/**';
  await page.route(gone, (route) => route.fulfill({ status: 404, body: '' }));
  page.on('request', (request) => {
    if (request.isNavigationRequest()) void page.unroute(gone);
  });
  await page.getByRole('navigation').getByRole('link', { name: 'Nhiệm vụ' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  await expect(page).toHaveURL(/\/tasks$/);
  await page.context().close();
});

test('a page whose files stay away is named, and the rest goes on working', async ({ browser }) => {
  const page = await at(browser, 'chutich.suoimau', '/work');
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' })).toBeVisible();
  await page.route('**/plugins/tasks/ui/**', (route) => route.fulfill({ status: 404, body: '' }));
  // What the plugin shows on other pages may have loaded it already; the next load finds its files gone.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Việc cần xử lý' })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Nhiệm vụ' }).first().click();
  await expect(page.getByText('Chưa mở được phân hệ Nhiệm vụ')).toBeVisible();
  await page.getByRole('link', { name: 'Trang chủ' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Chào/ })).toBeVisible();
  await page.context().close();
});
