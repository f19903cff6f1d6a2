// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { Caller, callerOf } from './caller';
import { saved } from './pdfTools';
import { accessibilityProblems, at, choose, contextOf, dialog, expectToast, listening, phone } from './people';

/**
 * Finding and comfort: a clerk names a filter, chooses columns, takes the list as a file and prints it; a head follows a document, marks it
 * and writes a note that only the own division reads. One story.
 */
test.describe.configure({ mode: 'serial' });

const agency = 'doithu';
const clerk = `vanthu.${agency}`;
const head = `truongphong.${agency}`;
const colleague = `chuyenvien.${agency}`;
const chair = `chutich.${agency}`;
const stranger = `chuyenvienvhxh.${agency}`;
const list = 'incoming.documents';
const mark = String(Date.now() % 1_000_000);
/** More than one page of the list. */
const count = 60;
const subjectOf = (index: number) => `=tổng kiểm kê tài sản đợt ${mark} phần ${index}`;
const symbolOf = (index: number) => `${mark}${String(index).padStart(2, '0')}/TB-KK`;
const searchName = `Kiểm kê ${mark}`;
const otherName = `Quá hạn ${mark}`;
const story = { id: '', title: subjectOf(1) };

async function quiet(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
}
async function saves(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const waits = page.waitForEvent('download');
  await act();
  const download = await waits;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
/** By Tab alone. */
async function tabTo(page: Page, wanted: Locator) {
  for (let steps = 0; steps < 80; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted}`);
}
const chips = (page: Page) => page.getByRole('navigation', { name: 'Tìm kiếm đã lưu' });
const ownSearches = (page: Page) => page.locator('main .home-search');
const headers = async (page: Page) => (await page.getByRole('columnheader').allTextContents()).map((text) => text.trim());
const fileOf = async (username: string, query = '') =>
  (await callerOf(username)).send('GET', `/lists/${list}/file?format=csv&q=${mark}${query}`);
const linesOf = (bytes: Buffer) => bytes.toString('utf8').trimEnd().split('\r\n');
const unitOf = async (username: string) => (await (await callerOf(username)).get('/session')).post.unitId as string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const caller = await callerOf(clerk);
  for (let index = 1; index <= count; index += 1) {
    const facts = { symbol: symbolOf(index), issuerName: 'Hợp tác xã Kênh Mẫu', typeId: 'thong-bao', subject: subjectOf(index) };
    const { id } = await caller.post('/incoming/documents', { facts });
    if (index === 1) story.id = id;
  }
  const recipients = [{ unitId: await unitOf(head) }];
  await caller.post(`/incoming/documents/${story.id}/transfers`, { kind: 'handle', recipients, note: '' });
});

/** The other stories find the clerk's pages as they were. */
test.afterAll(async () => {
  const caller = await callerOf(clerk);
  for (const { id } of (await caller.get('/saved-searches')).items) await caller.send('DELETE', `/saved-searches/${id}`);
  await caller.put(`/lists/${list}/columns`, { columns: [] });
});

test('a filter gets a name and stands beside the list, on the home page and on another device', async ({ browser }) => {
  const page = await at(browser, clerk, '/incoming');
  await page.getByRole('searchbox', { name: 'Tìm theo trích yếu' }).fill(mark);
  await expect(page).toHaveURL(new RegExp(`text=${mark}`));
  await page.getByRole('button', { name: 'Tìm kiếm đã lưu' }).click();
  await page.getByRole('menuitem', { name: 'Lưu tìm kiếm này' }).click();
  await quiet(page);
  await dialog(page).getByRole('textbox', { name: 'Tên' }).fill(searchName);
  await dialog(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await expectToast(page, `Đã lưu tìm kiếm “${searchName}”`);
  await expect(chips(page).getByRole('link', { name: searchName })).toHaveAttribute('aria-current', 'page');
  await quiet(page);
  await page.context().close();

  const device = await (await contextOf(browser, await Caller.signIn(clerk), phone)).newPage();
  await device.goto('/');
  await ownSearches(device).filter({ hasText: searchName }).click();
  await expect(device).toHaveURL(new RegExp(`/incoming\\?text=${mark}`));
  await expect(device.getByRole('searchbox', { name: 'Tìm theo trích yếu' })).toHaveValue(mark);
  await expect(device.getByRole('button', { name: new RegExp(mark) }).first()).toBeVisible();
  await quiet(device);
  await device.context().close();
  expect((await (await callerOf(head)).get('/saved-searches')).items).toEqual([]);
});

test('saved searches are numbered, ordered, renamed and removed', async ({ browser }) => {
  const caller = await callerOf(clerk);
  const { id } = await caller.post('/saved-searches', { list, name: otherName, address: { tab: 'waiting' }, query: { tab: 'waiting' } });
  const counted = (await caller.get('/saved-searches/counts')).items.find((one: { id: string }) => one.id === id);
  expect(counted.count).toBe((await caller.get('/incoming/documents/counters')).waiting);

  const page = await at(browser, clerk, '/');
  await expect(ownSearches(page)).toHaveText([new RegExp(searchName), new RegExp(otherName)]);
  await page.getByRole('button', { name: 'Sắp xếp, đổi tên, xoá' }).click();
  await quiet(page);
  await dialog(page).getByRole('button', { name: `Đưa ${otherName} lên` }).click();
  await expect(ownSearches(page)).toHaveText([new RegExp(otherName), new RegExp(searchName)]);
  await dialog(page).getByRole('textbox', { name: `Tên của ${otherName}` }).fill(`Chờ chỉ đạo ${mark}`);
  await page.keyboard.press('Tab');
  await expect(ownSearches(page).first()).toContainText(`Chờ chỉ đạo ${mark}`);
  await dialog(page).getByRole('button', { name: `Bỏ Chờ chỉ đạo ${mark}` }).click();
  await expect(ownSearches(page)).toHaveText([new RegExp(searchName)]);
  await page.context().close();
});

test('columns are chosen by keyboard; another device shows them, cards of a phone stay as they are', async ({ browser }) => {
  const address = `/incoming?text=${mark}`;
  const pocket = await at(browser, clerk, address, phone);
  const card = await pocket.locator('.v-row-card').first().innerText();
  const page = await at(browser, clerk, address);
  await expect(page.getByRole('row').filter({ hasText: mark }).first()).toBeVisible();
  expect(await headers(page)).not.toContain('Độ khẩn');
  await tabTo(page, page.getByRole('button', { name: 'Chọn cột' }));
  await page.keyboard.press('Enter');
  await tabTo(page, dialog(page).getByRole('checkbox', { name: 'Độ khẩn' }));
  await page.keyboard.press('Space');
  await tabTo(page, dialog(page).getByRole('button', { name: 'Đưa Độ khẩn lên' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('checkbox', { name: 'Trích yếu' })).toBeDisabled();
  await quiet(page);
  await tabTo(page, dialog(page).getByRole('button', { name: 'Lưu', exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect.poll(async () => (await headers(page)).slice(-2)).toEqual(['Độ khẩn', 'Trạng thái']);
  await page.context().close();

  const device = await (await contextOf(browser, await Caller.signIn(clerk))).newPage();
  await device.goto(address);
  await expect.poll(async () => (await headers(device)).slice(-2)).toEqual(['Độ khẩn', 'Trạng thái']);
  await device.context().close();
  await pocket.reload();
  await expect(pocket.locator('.v-row-card').first()).toHaveText(card, { useInnerText: true });
  await pocket.context().close();
});

test('the list is taken as a file: every row of the filter, nothing for whoever sees none', async ({ browser }) => {
  const page = await at(browser, clerk, `/incoming?text=${mark}`);
  const take = async (format: string) => {
    await page.getByRole('button', { name: 'Tải về, in danh sách' }).click();
    return saves(page, () => page.getByRole('menuitem', { name: `Tải về ${format}` }).click());
  };
  const csv = await take('CSV');
  expect(csv.name).toMatch(/^incoming-documents-\d{4}-\d\d-\d\d\.csv$/);
  expect(csv.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = linesOf(csv.bytes);
  expect(lines).toHaveLength(count + 1);
  expect(lines[0]?.split(',').slice(-2)).toEqual(['Độ khẩn', 'Trạng thái']);
  for (let index = 1; index <= count; index += 1) expect(csv.bytes.toString('utf8')).toContain(symbolOf(index));
  // What a spreadsheet would take for a formula is a text.
  expect(csv.bytes.toString('utf8')).toContain(`'${subjectOf(1)}`);
  const xlsx = await take('XLSX');
  expect(xlsx.name).toMatch(/\.xlsx$/);
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
  await page.context().close();

  for (const other of [stranger, 'vanthu.suoimau']) expect(linesOf((await fileOf(other)).data)).toHaveLength(1);
  expect(linesOf((await fileOf(colleague)).data)).toHaveLength(2);
  expect((await fileOf('quantri')).status).toBe(404);
});

test('the list prints with every row, without menus and buttons', async ({ browser }) => {
  const page = await at(browser, clerk, `/incoming?text=${mark}`);
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset.printed = String(document.querySelectorAll('[role=grid] tbody tr[data-index]').length);
    };
  });
  await expect(page.getByRole('row').filter({ hasText: mark }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Tải về, in danh sách' }).click();
  await page.getByRole('menuitem', { name: 'In danh sách' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', String(count));

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation', { name: 'Trình đơn chính' })).toBeHidden();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect(page.getByText(/ in lúc /)).toBeVisible();
  const file = saved(await page.pdf({ preferCSSPageSize: true }));
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
  for (let index = 1; index <= count; index += 1) expect(text).toContain(symbolOf(index));
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Page size:\s+84\d(\.\d+)? x 59\d/);
  await page.context().close();
});

test('who follows a document is told of each step', async ({ browser }) => {
  const page = await at(browser, head, `/incoming/documents/${story.id}`);
  await page.getByRole('button', { name: 'Theo dõi', exact: true }).click();
  await expectToast(page, 'Đang theo dõi');
  await expect(page.getByRole('button', { name: 'Thôi theo dõi' })).toBeVisible();
  await quiet(page);

  const recipients = [{ unitId: await unitOf(`truongphongvhxh.${agency}`) }];
  await (await callerOf(clerk)).post(`/incoming/documents/${story.id}/transfers`, { kind: 'inform', recipients, note: '' });
  const told = async () => (await (await callerOf(head)).get('/notifications?limit=50')).items as { title: string; link: string }[];
  await expect.poll(async () => (await told()).filter(({ title, link }) => title === 'Chuyển để biết' && link.endsWith(story.id)).length).toBe(1);

  await page.getByRole('navigation', { name: 'Trình đơn chính' }).getByRole('link', { name: 'Đang theo dõi' }).click();
  const line = page.getByRole('main').getByRole('listitem').filter({ hasText: mark });
  await expect(line).toContainText('Chuyển để biết');
  await expect(line).toContainText((await (await callerOf(clerk)).get('/session')).name);
  await quiet(page);
  await line.getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/incoming/documents/${story.id}$`));
  await page.goto('/following');
  await line.getByRole('button', { name: 'Thôi theo dõi' }).click();
  await expect(line).toHaveCount(0);
  await page.context().close();
});

test('a note is read in the own division only; its author changes and removes it', async ({ browser }) => {
  const path = `/incoming/documents/${story.id}`;
  const note = `Đối chiếu với sổ tài sản năm trước ${mark}`;
  const page = await at(browser, head, path);
  await page.getByRole('button', { name: 'Thêm ghi chú' }).click();
  await dialog(page).getByRole('textbox', { name: 'Nội dung ghi chú' }).fill(note);
  await quiet(page);
  await dialog(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText(note)).toBeVisible();

  const reader = await at(browser, colleague, path);
  await listening(reader);
  await expect(reader.getByText(note)).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Sửa ghi chú' })).toHaveCount(0);
  for (const outside of [chair, clerk, stranger]) {
    expect((await (await callerOf(outside)).get(`/unit-notes/incoming/document/${story.id}`)).items).toEqual([]);
  }
  const leader = await at(browser, chair, path);
  await expect(leader.getByRole('button', { name: 'Thêm ghi chú' })).toBeVisible();
  await expect(leader.getByText(note)).toHaveCount(0);
  await leader.context().close();

  await page.getByRole('button', { name: 'Sửa ghi chú' }).click();
  await dialog(page).getByRole('textbox', { name: 'Nội dung ghi chú' }).fill(`${note}, trước thứ Sáu`);
  await dialog(page).getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(reader.getByText('trước thứ Sáu')).toBeVisible();
  await expect(reader.getByText('đã sửa')).toBeVisible();
  await quiet(reader);
  await page.getByRole('button', { name: 'Xoá ghi chú' }).click();
  await dialog(page).getByRole('button', { name: 'Xoá', exact: true }).click();
  await expect(reader.getByText(note)).toHaveCount(0);
  await reader.context().close();
  await page.context().close();
});

test('own markers colour the document and narrow the list; nobody else sees them', async ({ browser }) => {
  const name = `Ưu tiên ${mark}`;
  const page = await at(browser, head, `/incoming/documents/${story.id}`);
  await page.getByRole('button', { name: 'Gắn nhãn' }).click();
  await page.getByRole('menuitem', { name: 'Quản lý nhãn' }).click();
  await dialog(page).getByRole('textbox', { name: 'Tên nhãn mới' }).fill(name);
  await dialog(page).getByRole('button', { name: 'Thêm nhãn' }).click();
  await expect(dialog(page).getByRole('textbox', { name: `Tên của ${name}` })).toBeVisible();
  await quiet(page);
  await dialog(page).getByRole('button', { name: 'Đóng' }).last().click();
  await page.getByRole('button', { name: 'Gắn nhãn' }).click();
  await page.getByRole('menuitem', { name }).click();
  await expect(page.getByRole('group', { name: 'Nhãn của tôi' })).toContainText(name);

  await page.goto('/incoming');
  await choose(page, 'Theo nhãn', name);
  await expect(page).toHaveURL(/marker=/);
  const rows = page.getByRole('grid').locator('tbody tr[data-index]');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(name);
  await quiet(page);
  await page.context().close();

  const marker = (await (await callerOf(head)).get('/markers')).items.find((one: { name: string }) => one.name === name).id as string;
  expect(linesOf((await fileOf(head, `&marker=${marker}`)).data)).toHaveLength(2);
  // Somebody else's marker marks nothing for one.
  expect(linesOf((await fileOf(clerk, `&marker=${marker}`)).data)).toHaveLength(1);
  const caller = await callerOf(head);
  expect((await (await callerOf(colleague)).send('DELETE', `/markers/${marker}`)).status).toBe(404);
  expect((await caller.send('DELETE', `/markers/${marker}`)).status).toBe(204);
});
