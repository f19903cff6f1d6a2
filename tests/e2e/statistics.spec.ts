// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type Caller, callerOf } from './caller';
import { agencyIdOf, issueLetter } from './papers';
import { accessibilityProblems, at, choose } from './people';

/**
 * The commune Suối Mẫu has a register with two paper documents and has issued a letter. Its clerk reads the figures, its head of division
 * those of the own unit, the chair of the province those of all agencies together; every number leads to the rows that it counts.
 */
test.describe.configure({ mode: 'serial' });

const agency = 'suoimau';
const mark = Date.now() % 1_000_000;
const registerName = `Sổ thống kê ${mark}`;
const issuer = `Hợp tác xã Thống Kê ${mark}`;
const commune = 'Ủy ban nhân dân xã Suối Mẫu';

interface Linked {
  amount: number;
  link: string;
}
interface Source {
  id: string;
  total: Linked;
  units: (Linked & { unitId: string })[];
}

/** Every number of a report that leads to a list. */
function linkedOf(value: unknown): Linked[] {
  if (Array.isArray(value)) return value.flatMap(linkedOf);
  if (value === null || typeof value !== 'object') return [];
  const { amount, link } = value as Partial<Linked>;
  return [...(link && amount !== undefined ? [{ amount, link }] : []), ...Object.values(value).flatMap(linkedOf)];
}

/** What the page behind a link asks the server for. */
const listOf = (link: string) =>
  `${link.replace(/^\/(incoming|outgoing)\?/, '/$1/documents?').replace('tab=issued', 'state=issued,recalling,recalled')}&limit=1`;

/** Links whose list is of another length than the number says. */
async function disagreeing(caller: Caller, query: string): Promise<{ asked: number; wrong: string[] }> {
  const linked = linkedOf(await caller.get(`/statistics/report?${query}`));
  const wrong: string[] = [];
  for (const { amount, link } of linked) {
    const { total } = await caller.get(listOf(link));
    if (total !== amount) wrong.push(`${link}: ${total} rows, the figure says ${amount}`);
  }
  return { asked: linked.length, wrong };
}

const sourceOf = (sources: Source[], id: string) => sources.find((one) => one.id === id);
const year = new Date().getFullYear();
const wholeYear = `from=${year}-01-01&to=${year}-12-31`;
const divisionOf = async (role: string) => (await (await callerOf(`${role}.${agency}`)).get('/session')).post.unitId as string;

const card = (page: Page, label: string): Locator => page.locator('.v-stat').filter({ has: page.getByText(label, { exact: true }) });
const amountIn = async (page: Page, label: string) => Number(await card(page, label).locator('b').innerText());
const segment = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).or(page.getByRole('button', { name, exact: true })).first();

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const clerk = await callerOf(`vanthu.${agency}`);
  const { code } = await clerk.post('/incoming/registers', { code: `TK${mark}`, name: registerName, isActive: true });
  for (const number of [1, 2]) {
    const facts = { symbol: `${mark}${number}/TTr-HTX`, issuerName: issuer, typeId: 'to-trinh', subject: `số liệu đợt ${number}` };
    await clerk.post('/incoming/documents', { facts, entry: { registerCode: code } });
  }
  await issueLetter({ agency, subject: `báo cáo số liệu đợt ${mark}`, to: ['tinh'] });
});

test('every figure leads to a list of as many rows: for the agency, a division, a register, a month and a year', async () => {
  test.setTimeout(240_000);
  const chair = await callerOf(`chutich.${agency}`);
  const unitId = await divisionOf('truongphong');
  for (const query of ['', wholeYear, `unit=${unitId}`, `register=incoming:TK${mark}`, `${wholeYear}&unit=${unitId}`]) {
    const { asked, wrong } = await disagreeing(chair, query);
    expect(asked, query).toBeGreaterThan(3);
    expect(wrong, query).toEqual([]);
  }
  for (const role of ['vanthu', 'chanhvanphong', 'truongphong']) {
    const { wrong } = await disagreeing(await callerOf(`${role}.${agency}`), wholeYear);
    expect(wrong, role).toEqual([]);
  }
});

test('the clerk reads the month and follows a figure to its documents', async ({ browser }) => {
  const page = await at(browser, `vanthu.${agency}`, '/statistics');
  await expect(page.getByText(new RegExp(`^${commune} · `))).toBeVisible();
  await expect(page.getByRole('img', { name: 'Số văn bản và nhiệm vụ theo thời gian' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Bảng số liệu theo thời gian' })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);

  for (const [label, address] of [
    ['Văn bản đến', /\/incoming\?/],
    ['Văn bản đi', /\/outgoing\?/],
  ] as const) {
    const amount = await amountIn(page, label);
    expect(amount).toBeGreaterThan(0);
    await card(page, label).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByText(`${amount} văn bản`, { exact: true })).toBeVisible();
    await page.goBack();
  }

  const paper = page.getByRole('table', { name: 'Theo hình thức nhận' }).getByRole('link', { name: /– Giấy, xem danh sách$/ });
  const amount = Number(await paper.innerText());
  expect(amount).toBeGreaterThanOrEqual(2);
  await paper.click();
  await expect(page.getByText(`${amount} văn bản`, { exact: true })).toBeVisible();
  await page.context().close();
});

test('figures are narrowed to a register and to a unit, and moved to another period', async ({ browser }) => {
  const page = await at(browser, `chutich.${agency}`, '/statistics');
  await choose(page, 'Sổ', `Văn bản đến: ${registerName}`);
  await expect(page).toHaveURL(/register=incoming/);
  await expect(card(page, 'Văn bản đến').locator('b')).toHaveText('2');
  await expect(card(page, 'Văn bản đi')).toHaveCount(0);
  await expect(card(page, 'Vào sổ đúng hạn').locator('b')).toHaveText('100%');
  await card(page, 'Vào sổ đúng hạn').click();
  await expect(page.getByRole('row').filter({ hasText: issuer })).toHaveCount(2);
  await page.goBack();
  await choose(page, 'Sổ', 'Mọi sổ');
  await expect(card(page, 'Văn bản đi')).toBeVisible();

  await choose(page, 'Đơn vị', 'Phòng Kinh tế');
  await expect(page.getByText(/^Phòng Kinh tế · /)).toBeVisible();
  const tasks = await amountIn(page, 'Nhiệm vụ');
  expect(tasks).toBeGreaterThan(0);
  await card(page, 'Nhiệm vụ').click();
  await expect(page.locator('#task-total')).toHaveText(`${tasks} nhiệm vụ`);
  await page.goBack();

  await segment(page, 'Năm').click();
  await expect(page.getByText(`Năm ${year}`, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Kỳ trước' }).click();
  await expect(page.getByText(`Năm ${year - 1}`, { exact: true })).toBeVisible();
  await expect(page.getByText('Chưa có số liệu')).toBeVisible();
  await page.getByRole('button', { name: 'Kỳ sau' }).click();
  await expect(card(page, 'Nhiệm vụ').locator('b')).not.toHaveText('0');
  await segment(page, 'Tuỳ chọn').click();
  await expect(page).toHaveURL(new RegExp(`period=range&from=${year}-01-01&to=${year}-12-31`));
  await page.context().close();
});

test('the figures are saved as CSV, XLSX and PDF and printed without what is only for the screen', async ({ browser }) => {
  const page = await at(browser, `vanthu.${agency}`, '/statistics');
  const starts: Record<string, string> = { CSV: '', XLSX: 'PK', PDF: '%PDF-' };
  for (const [format, start] of Object.entries(starts)) {
    await page.getByRole('button', { name: 'Kết xuất' }).click();
    const waits = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: `Tải ${format}` }).click();
    const download = await waits;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^thong-ke-[\\d-]+\\.${format.toLowerCase()}$`));
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, start.length).toString()).toBe(start);
    if (format === 'CSV') expect(bytes.toString('utf8')).toContain('Theo hình thức nhận');
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('search', { name: 'Phạm vi số liệu' })).toBeHidden();
  await expect(card(page, 'Văn bản đến')).toBeVisible();
  await page.context().close();
});

test('a head of division sees the own unit and no other', async ({ browser }) => {
  const username = `truongphong.${agency}`;
  const page = await at(browser, username, '/statistics');
  await expect(page.getByText(/^Phòng Kinh tế · /)).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(0);
  await page.context().close();
  const head = await callerOf(username);
  const status = async (query: string) => (await head.send('GET', `/statistics/report?${query}`)).status;
  expect(await status(`unit=${await agencyIdOf(agency)}`)).toBe(404);
  expect(await status(`unit=${await divisionOf('truongphongvhxh')}`)).toBe(404);
  expect(await status(`unit=${await divisionOf('truongphong')}&below=true`)).toBe(403);
});

test('the chair of the province sees the agencies together and each alone, without lists of others', async ({ browser }) => {
  const chair = await callerOf('chutich.tinh');
  const communeId = await agencyIdOf(agency);
  const together: Source[] = (await chair.get('/statistics/report?below=true')).sources;
  const ofCommune: Source[] = (await chair.get(`/statistics/report?unit=${communeId}`)).sources;
  for (const { id, total, units } of together) {
    expect(units.find((unit) => unit.unitId === communeId)?.amount ?? 0, id).toBe(sourceOf(ofCommune, id)?.total.amount);
    expect(units.reduce((sum, unit) => sum + unit.amount, 0), id).toBe(total.amount);
  }
  expect(linkedOf([together, ofCommune])).toEqual([]);

  const page = await at(browser, 'chutich.tinh', '/statistics');
  await page.getByRole('switch', { name: 'Gồm các cơ quan cấp dưới' }).click();
  await expect(page.getByText(/và các cơ quan cấp dưới · /)).toBeVisible();
  await expect(page.getByText('Số không có liên kết là')).toBeVisible();
  await page.getByRole('link', { name: `Xem số liệu của ${commune}` }).click();
  await expect(page.getByText(new RegExp(`^${commune} · `))).toBeVisible();
  await expect(page.locator('.figure-link')).toHaveCount(0);
  await page.context().close();
});

test('a plugin that is off for a unit contributes nothing there; statistics that are off answer nobody of it', async () => {
  const chair = await callerOf(`chutich.${agency}`);
  const head = await callerOf(`truongphong.${agency}`);
  const unitId = await divisionOf('truongphong');
  const rule = async (pluginId: string, kind: 'off' | 'inherit') =>
    (await callerOf('quantri')).put('/plugin-rules', { changes: [{ unitId, pluginId, rule: kind, reason: 'Thử thống kê' }] });
  const idsFor = async (caller: Caller) => (await caller.get(`/statistics/report?unit=${unitId}`)).sources.map((source: Source) => source.id);
  expect(await idsFor(head)).toEqual(['incoming', 'outgoing', 'tasks']);
  await rule('tasks', 'off');
  try {
    expect(await idsFor(head)).toEqual(['incoming', 'outgoing']);
    expect(await idsFor(chair)).toEqual(['incoming', 'outgoing']);
  } finally {
    await rule('tasks', 'inherit');
  }
  expect(await idsFor(chair)).toEqual(['incoming', 'outgoing', 'tasks']);
  await rule('statistics', 'off');
  try {
    const refused = await head.send('GET', '/statistics/report');
    expect([refused.status, refused.data.code]).toEqual([403, 'plugin-off-for-unit']);
  } finally {
    await rule('statistics', 'inherit');
  }
});
