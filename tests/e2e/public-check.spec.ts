// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { Caller, callerOf } from './caller';
import { issuedFile } from './papers';
import { accessibilityProblems, at, contextOf, phone } from './people';

/** The page on which anybody, signed in or not, has the signatures of a PDF checked. */

const page = async (browser: Parameters<typeof contextOf>[0], options = {}) => (await contextOf(browser, new Caller(), options)).newPage();
const drop = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

let issued: Buffer;
test.beforeAll(async () => {
  const { items } = await (await callerOf('vanthu.tinh')).get('/outgoing/documents?state=issued&limit=1');
  issued = await issuedFile('tinh', items[0].id);
});

test('somebody without an account finds the page from the sign-in page and reads who signed', async ({ browser }) => {
  const anybody = await page(browser);
  await anybody.goto('/');
  await expect(anybody).toHaveURL(/\/sign-in/);
  await anybody.getByRole('link', { name: 'Kiểm tra chữ ký' }).click();
  await expect(anybody).toHaveURL(/\/verify$/);
  await expect(anybody.getByRole('heading', { level: 1, name: 'Kiểm tra chữ ký' })).toBeVisible();
  await anybody.locator('input[type=file]').setInputFiles(drop('cong-van.pdf', issued));
  await expect(anybody.getByText('Mọi chữ ký hợp lệ, nội dung nguyên vẹn')).toBeVisible();
  await expect(anybody.getByText('tài liệu không bị sửa từ khi ký')).toBeVisible();
  expect(await accessibilityProblems(anybody)).toEqual([]);

  const altered = Buffer.from(issued);
  altered[Math.floor(altered.length / 3)] ^= 1;
  await anybody.locator('input[type=file]').setInputFiles(drop('da-sua.pdf', altered));
  await expect(anybody.getByText(/Chữ ký không hợp lệ hoặc nội dung đã bị thay đổi|Không đọc được tệp PDF/).first()).toBeVisible();
  await anybody.getByRole('button', { name: 'English' }).click();
  await expect(anybody.getByRole('heading', { level: 1, name: 'Check signatures' })).toBeVisible();
  await anybody.context().close();
});

test('on a phone, in the dark and by keyboard alone', async ({ browser }) => {
  const anybody = await page(browser, { ...phone, colorScheme: 'dark' });
  await anybody.goto('/verify');
  await expect(anybody.getByRole('heading', { level: 1 })).toBeVisible();
  const chooser = anybody.waitForEvent('filechooser');
  const input = anybody.locator('input[type=file]');
  for (let steps = 0; steps < 15 && !(await input.evaluate((element) => element === document.activeElement)); steps += 1) await anybody.keyboard.press('Tab');
  await expect(input).toBeFocused();
  await anybody.keyboard.press('Enter');
  await (await chooser).setFiles(drop('cong-van.pdf', issued));
  await expect(anybody.getByText('Mọi chữ ký hợp lệ, nội dung nguyên vẹn')).toBeVisible();
  expect(await anybody.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await accessibilityProblems(anybody)).toEqual([]);
  await anybody.context().close();
});

test('an address that asks too often is told how long to wait, on the page too', async ({ browser }) => {
  const nobody = new Caller();
  const ask = () => nobody.send('POST', '/signing/public/verification', { files: [{ name: 'a.pdf', bytes: Buffer.from('%PDF-') }] });
  const answers = [];
  for (let call = 0; call < 25 && answers.at(-1)?.status !== 429; call += 1) answers.push(await ask());
  expect(answers.at(-1)).toMatchObject({ status: 429, data: { code: 'too-many-calls' } });
  expect(answers.slice(0, -1).every(({ status }) => status === 200)).toBe(true);
  const anybody = await page(browser);
  await anybody.goto('/verify');
  await expect(anybody.getByRole('heading', { level: 1 })).toBeVisible();
  // A call comes free every six seconds: it is used up right before the page asks.
  await expect(async () => {
    while ((await ask()).status !== 429);
    await anybody.locator('input[type=file]').setInputFiles(drop('cong-van.pdf', issued));
    await expect(anybody.getByText(/Hãy thử lại sau \d+ giây/).first()).toBeVisible({ timeout: 4_000 });
  }).toPass({ timeout: 40_000 });
  await anybody.context().close();
  // The other tests of this address find it open again.
  await expect.poll(async () => (await ask()).status, { timeout: 90_000, intervals: [6_000] }).toBe(200);
});

test('what everybody may have of the plugin ends with it, and comes back with it', async ({ browser }) => {
  const administrator = await callerOf('quantri');
  const { items: units } = await administrator.get('/units');
  const root = units.find((unit: { parentId: string | null }) => unit.parentId === null).id;
  const rule = (what: string) => administrator.put('/plugin-rules', { changes: [{ unitId: root, pluginId: 'signing', rule: what, reason: 'thử' }] });
  const nobody = new Caller();
  const pagesOf = async () => (await nobody.get('/ui/public')).plugins.find((one: { id: string }) => one.id === 'signing');
  const pages = await pagesOf();
  expect(pages).toMatchObject({ base: '/verify' });
  const { url } = (await import('./startServer')).province();
  const file = async () => (await fetch(url + pages.entry)).status;
  expect(await file()).toBe(200);
  await rule('off');
  try {
    expect(await pagesOf()).toBeUndefined();
    expect(await file()).toBe(403);
    // The test before has used up the calls of this address.
    const refusal = async () => (await nobody.send('POST', '/signing/public/verification', { files: [{ name: 'a.pdf', bytes: issued }] })).data.code;
    await expect.poll(refusal, { timeout: 40_000, intervals: [3_000] }).toBe('plugin-off-for-unit');
    const anybody = await page(browser);
    await anybody.goto('/verify');
    await expect(anybody).toHaveURL(/\/sign-in/);
    await expect(anybody.getByRole('link', { name: 'Kiểm tra chữ ký' })).toHaveCount(0);
    await anybody.context().close();
  } finally {
    await rule('inherit');
  }
  expect(await file()).toBe(200);
});

test('the code of an issued document leads anybody to verdict, number and fingerprint, not to the content', async ({ browser }) => {
  const clerk = await callerOf('vanthu.tinh');
  const { items } = await clerk.get('/outgoing/documents?state=issued&limit=1');
  const document = await clerk.get(`/outgoing/documents/${items[0].id}`);
  const { code } = await clerk.get(`/signing/checks/outgoing/document/${document.id}`);

  const official = await at(browser, 'vanthu.tinh', `/outgoing/documents/${document.id}`);
  await expect(official.getByText(code.slice(0, 4)).first()).toBeVisible();
  const picture = official.getByRole('img', { name: 'Mã QR dẫn đến trang kiểm tra của văn bản' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  await official.context().close();

  const anybody = await page(browser, phone);
  await anybody.goto('/verify');
  await anybody.getByRole('textbox', { name: 'Nhập mã kiểm tra in trên văn bản' }).fill(code.toLowerCase());
  await anybody.getByRole('button', { name: 'Xem' }).click();
  await expect(anybody).toHaveURL(new RegExp(`/verify/${code}`, 'i'));
  await expect(anybody.getByText('Mọi chữ ký hợp lệ, nội dung nguyên vẹn')).toBeVisible();
  await expect(anybody.getByText(document.numberAndSymbol).first()).toBeVisible();
  await expect(anybody.getByText(document.file.sha256)).toBeVisible();
  await expect(anybody.getByText(document.subject)).toHaveCount(0);
  expect(await accessibilityProblems(anybody)).toEqual([]);
  expect(await anybody.evaluate(() => window.document.documentElement.scrollWidth - window.document.documentElement.clientWidth)).toBe(0);

  await anybody.goto('/verify/0000000000');
  await expect(anybody.getByText('Không có văn bản nào mang mã này')).toBeVisible();
  await anybody.context().close();
});
