// SPDX-License-Identifier: Apache-2.0
import { expect, type Page, test } from '@playwright/test';
import { callerOf } from './caller';
import { at, dialog, expectToast, listening } from './people';
import { province } from './startServer';

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

/** Words of the task that the demonstration gave to both units, and the page of the unit's own. */
let words = '';
let taskPage = '';
test.beforeAll(async () => {
  const work = await (await callerOf(within)).get('/work-items?state=open&limit=200');
  const task = work.items.find((item: { plugin: string }) => item.plugin === 'tasks');
  words = task.title;
  taskPage = task.link;
});

/** The rule for the unit, without the matrix. */
async function rule(kind: 'off' | 'inherit') {
  const { post } = await (await callerOf(within)).get('/session');
  await (await callerOf('quantri')).put('/plugin-rules', { changes: [{ unitId: post.unitId, pluginId: 'tasks', rule: kind, reason }] });
}

/** Who gave the task tells those who work on it. */
const urge = async (note: string) => (await callerOf('chutich.suoimau')).post(`${taskPage}/urging`, { note });

/** The code of the tasks' pages, as the neighbour's menu names it. */
async function entryOf() {
  const { plugins } = await (await callerOf(beside)).get('/ui/manifest');
  return plugins.find((plugin: { id: string }) => plugin.id === 'tasks').entry;
}

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

test('an open page of the unit stops receiving when the plugin is turned off, and receives again when it is on', async ({ browser }) => {
  const user = await at(browser, within, '/tasks');
  const heading = user.getByRole('heading', { level: 1, name: 'Nhiệm vụ' });
  const bell = user.getByRole('button', { name: /thông báo/i });
  const listed = (note: string) => user.getByRole('dialog', { name: 'Thông báo' }).getByText(note);
  await expect(heading).toBeVisible();
  await listening(user);
  await urge('đôn đốc khi đang bật');
  await expectToast(user, 'đôn đốc khi đang bật');

  await rule('off');
  await expect(user.getByText('Không có trang này cho đơn vị đang làm việc')).toBeVisible();
  await expect(user.getByRole('navigation', { name: 'Trình đơn chính' }).getByRole('link', { name: /Nhiệm vụ/ })).toHaveCount(0);
  await urge('đôn đốc khi đang tắt');
  // Something that concerns everybody comes after it, so the page is still connected.
  const refreshed = user.waitForRequest(/work-items\/counters/);
  const administrator = await callerOf('quantri');
  await administrator.put(`/calendar/${new Date().getFullYear() + 1}-08-18`, { kind: 'holiday', name: { vi: 'Ngày nghỉ thử', en: 'Test holiday' } });
  await refreshed;
  await expect(user.getByText('đôn đốc khi đang tắt')).toHaveCount(0);
  await bell.click();
  await expect(user.getByRole('dialog', { name: 'Thông báo' })).toBeVisible();
  await expect(listed('đôn đốc khi đang')).toHaveCount(0);
  await user.keyboard.press('Escape');

  await rule('inherit');
  await expect(heading).toBeVisible();
  await urge('đôn đốc khi bật lại');
  await expectToast(user, 'đôn đốc khi bật lại');
  await bell.click();
  for (const note of ['đôn đốc khi đang bật', 'đôn đốc khi đang tắt', 'đôn đốc khi bật lại']) await expect(listed(note).first()).toBeVisible();
  await user.context().close();
});

test('the code of the pages of a plugin that is off is refused, and a page that asks for it says that there is no such page', async ({ browser }) => {
  const entry = await entryOf();
  const user = await at(browser, within, '/work');
  const answerTo = (url: string) => user.evaluate(async (file) => {
    const answer = await fetch(file, { cache: 'no-store' });
    return [answer.status, answer.ok ? '' : (await answer.json()).code];
  }, url);
  expect(await answerTo(entry)).toEqual([200, '']);
  expect((await fetch(province().url + entry)).status).toBe(401);
  await user.context().close();

  // A page that has not heard of the new rule yet.
  const deaf = await browser.newContext({ baseURL: province().url, locale: 'vi-VN' });
  await deaf.addCookies([...(await callerOf(within)).cookies].map(([name, value]) => ({ name, value, url: province().url })));
  const page = await deaf.newPage();
  await page.route('**/api/v1/events', (route) => route.abort());
  await page.goto('/profile');
  const link = page.getByRole('navigation', { name: 'Trình đơn chính' }).getByRole('link', { name: /Nhiệm vụ/ });
  await expect(link).toBeVisible();
  await rule('off');
  try {
    const refused = page.waitForResponse((answer) => answer.url().includes('/plugins/tasks/ui/') && answer.status() === 403);
    await link.click();
    await refused;
    await expect(page.getByText('Không có trang này cho đơn vị đang làm việc')).toBeVisible();
    await expect(link).toHaveCount(0);
    await expect(page).toHaveURL(/\/tasks$/);
    await expect(page.locator('.v-toast')).toHaveCount(0);
  } finally {
    await rule('inherit');
  }
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Nhiệm vụ' })).toBeVisible();
  await deaf.close();
});
