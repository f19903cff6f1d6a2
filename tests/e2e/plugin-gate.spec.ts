// SPDX-License-Identifier: Apache-2.0
import { expect, type Page, test } from '@playwright/test';
import { callerOf } from './caller';
import { at, dialog, expectToast } from './people';

/**
 * The administrator turns the tasks plugin off for one unit, in the matrix. Phòng Kinh tế of the commune Suối Mẫu has a task from the
 * demonstration; its neighbour Phòng Văn hóa - Xã hội keeps everything.
 */
test.describe.configure({ mode: 'serial' });

const agency = 'Ủy ban nhân dân xã Suối Mẫu';
const unit = 'Phòng Kinh tế';
const within = 'truongphong.suoimau';
const beside = 'truongphongvhxh.suoimau';
const reason = 'Quyết định triển khai thử số 01';

async function setRule(page: Page, wanted: 'Tắt' | 'Theo cấp trên') {
  await page.goto('/admin/matrix');
  const rows = page.getByRole('row');
  const agencyRow = rows.filter({ hasText: agency });
  await expect(agencyRow).toBeVisible();
  const texts = await rows.allTextContents();
  const place = texts.findIndex((text, index) => text.includes(unit) && index > texts.findIndex((other) => other.includes(agency)));
  const cell = rows.nth(place).getByRole('button', { name: new RegExp(`^${unit} – Nhiệm vụ:`) });
  for (let turns = 0; turns < 3 && !(await cell.getAttribute('aria-label'))?.includes(`: ${wanted}`); turns += 1) await cell.click();
  await expect(cell).toHaveAttribute('aria-label', new RegExp(`: ${wanted}`));
  await page.getByRole('button', { name: 'Lưu 1 thay đổi' }).click();
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill(reason);
  await dialog(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await expectToast(page, 'Đã lưu 1 thay đổi');
}

/** Words of the task that the demonstration gave to both units. */
let words = '';
test.beforeAll(async () => {
  const work = await (await callerOf(within)).get('/work-items?state=open&limit=200');
  words = work.items.find((item: { plugin: string }) => item.plugin === 'tasks').title;
});

async function surfacesOf(username: string) {
  const caller = await callerOf(username);
  const [board, manifest, work, hits] = await Promise.all([
    caller.send('GET', '/tasks/board'),
    caller.get('/ui/manifest'),
    caller.get('/work-items?state=open&limit=200'),
    caller.get(`/search?q=${encodeURIComponent(words)}`),
  ]);
  return {
    api: board.status,
    code: board.data.code ?? '',
    isInMenu: manifest.plugins.some((plugin: { id: string }) => plugin.id === 'tasks'),
    hasWork: work.items.some((item: { plugin: string }) => item.plugin === 'tasks'),
    isFound: hits.items.some((hit: { plugin: string }) => hit.plugin === 'tasks'),
  };
}

const everything = { api: 200, code: '', isInMenu: true, hasWork: true, isFound: true };
const nothing = { api: 403, code: 'plugin-off-for-unit', isInMenu: false, hasWork: false, isFound: false };

test('before, both units have the tasks: menu, API, work items and search hits', async () => {
  expect(await surfacesOf(within)).toEqual(everything);
  expect(await surfacesOf(beside)).toEqual(everything);
});

test('turned off for one unit, the plugin is gone for that unit alone from the next request on', async ({ browser }) => {
  const user = await at(browser, within, '/tasks');
  await expect(user.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  const administrator = await at(browser, 'quantri', '/');
  await setRule(administrator, 'Tắt');
  expect(await surfacesOf(within)).toEqual(nothing);
  expect(await surfacesOf(beside)).toEqual(everything);

  await user.goto('/tasks');
  await expect(user.getByText('Không có trang này cho đơn vị đang làm việc')).toBeVisible();
  const menu = user.getByRole('navigation', { name: 'Trình đơn chính' });
  await expect(menu.getByRole('link', { name: /Văn bản đến/ })).toBeVisible();
  await expect(menu.getByRole('link', { name: /Nhiệm vụ/ })).toHaveCount(0);
  await user.context().close();
  await administrator.context().close();
});

test('turned on again, everything is back', async ({ browser }) => {
  const administrator = await at(browser, 'quantri', '/');
  await setRule(administrator, 'Theo cấp trên');
  expect(await surfacesOf(within)).toEqual(everything);
  const user = await at(browser, within, '/tasks');
  await expect(user.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  await expect(user.getByRole('navigation', { name: 'Trình đơn chính' }).getByRole('link', { name: /Nhiệm vụ/ })).toBeVisible();
  await user.context().close();
  await administrator.context().close();
});
