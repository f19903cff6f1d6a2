// SPDX-License-Identifier: Apache-2.0
import { expect, test } from '@playwright/test';
import { callerOf } from './caller';
import { MailServer } from './mailServer';
import { sealedLetter } from './papers';
import { accessibilityProblems, at, choose, dialog, expectToast, phone } from './people';
import { province } from './startServer';

/** How documents leave the commune Suối Mẫu: by mail to a real server, on paper with a list, and never to an agency that has ended. */

const mailServer = new MailServer();
const stamp = Date.now();
const names = { mail: `Sở Thử Thư ${stamp}`, paper: `Trường Mẫu Giấy ${stamp}`, old: `Xã Cũ ${stamp}`, successor: `Xã Mới ${stamp}` };
const setting = async (changes: Record<string, string | number | null>) =>
  (await callerOf('quantri')).put('/settings', { changes: Object.entries(changes).map(([key, value]) => ({ key, value })) });
/** The job looks for mails every fifteen seconds. */
const patience = { timeout: 60_000 };

test.beforeAll(async () => {
  const port = await mailServer.start();
  await setting({
    'core.mail_host': '127.0.0.1',
    'core.mail_port': port,
    'core.mail_security': 'none',
    'core.mail_from': 'vanthu@suoimau.example',
    'core.public_address': province().url,
  });
});
test.afterAll(async () => {
  await setting({ 'core.mail_host': null, 'core.mail_port': null, 'core.mail_security': null, 'core.mail_from': null, 'core.public_address': null });
  await mailServer.stop();
});

test('the administrator tries the mail server and keeps a password that nobody sees again', async ({ browser }) => {
  const page = await at(browser, 'quantri', '/admin/settings');
  await page.getByRole('textbox', { name: 'Mật khẩu gửi thư' }).fill('mat-khau-thu');
  await expect(page.getByRole('button', { name: 'Gửi thư thử' })).toBeDisabled();
  await page.getByRole('button', { name: /^Lưu/ }).click();
  await expectToast(page, /Đã lưu/);
  await expect(page.getByRole('textbox', { name: 'Mật khẩu gửi thư' })).toHaveAttribute('placeholder', /Đã đặt/);
  const { items } = await (await callerOf('quantri')).get('/settings');
  expect(items.find((one: { key: string }) => one.key === 'core.mail_password').value).toBe(true);

  await page.getByRole('textbox', { name: 'Gửi thư thử đến' }).fill('quantri@tinh.example');
  await page.getByRole('button', { name: 'Gửi thư thử' }).click();
  await expect(page.getByText('Máy chủ thư đã nhận thư')).toBeVisible();
  expect(mailServer.mails.at(-1)?.to).toBe('quantri@tinh.example');
  expect(await accessibilityProblems(page)).toEqual([]);
  await setting({ 'core.mail_password': null });
  await page.context().close();
});

test('a document goes out by mail, and its recipient confirms it by the link without an account', async ({ browser }) => {
  test.setTimeout(180_000);
  const book = await at(browser, 'vanthu.suoimau', '/outgoing/addresses');
  await book.getByRole('button', { name: 'Thêm nơi nhận' }).click();
  await dialog(book).getByRole('textbox', { name: 'Tên cơ quan' }).fill(names.mail);
  await dialog(book).getByRole('textbox', { name: 'Thư điện tử' }).fill('vanthu@so.example');
  expect(await accessibilityProblems(book)).toEqual([]);
  await dialog(book).getByRole('button', { name: 'Lưu' }).click();
  await expectToast(book, 'Đã lưu danh bạ');
  await book.context().close();

  const id = await sealedLetter({ agency: 'suoimau', subject: `báo cáo qua thư ${stamp}` });
  const page = await at(browser, 'vanthu.suoimau', `/outgoing/documents/${id}`);
  await page.getByRole('button', { name: 'Cách gửi' }).click();
  await choose(page, 'Gửi đến', names.mail);
  await expect(dialog(page).getByText('vanthu@so.example')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Lưu' }).click();
  await expectToast(page, 'Đã lưu cách gửi');
  await page.getByRole('button', { name: 'Phát hành', exact: true }).click();
  await page.getByRole('alertdialog').or(dialog(page)).getByRole('button', { name: 'Phát hành' }).click();
  await expect(page.locator('.recipients .now').getByText('Chờ gửi')).toBeVisible();
  const mailOf = () => mailServer.mails.find((mail) => mail.to === 'vanthu@so.example');
  await expect.poll(() => mailOf() !== undefined, patience).toBe(true);
  await expect(page.locator('.recipients .now').getByText('Đã gửi')).toBeVisible(patience);
  expect(mailOf()?.content).toContain('Content-Type: application/pdf');

  const link = /https?:\/\/\S+\/receipt\/\S+/.exec(mailOf()?.text ?? '')?.[0] ?? '';
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...phone });
  const receipt = await context.newPage();
  await receipt.goto(link);
  await expect(receipt.getByText(names.mail)).toBeVisible();
  expect(await accessibilityProblems(receipt)).toEqual([]);
  await receipt.getByRole('textbox', { name: 'Họ tên người xác nhận' }).fill('Nguyễn Văn Nhận');
  await receipt.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  await expect(receipt.getByText(/Nguyễn Văn Nhận đã xác nhận/)).toBeVisible();
  await context.close();

  await expect(page.locator('.recipients .now').getByText('Đã xác nhận nhận')).toBeVisible();
  await page.context().close();
});

test('a link that nobody was given shows nothing', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(`${province().url}/receipt/01ABSENT`);
  await expect(page.getByText('Liên kết không đúng')).toBeVisible();
  await context.close();
});

test('paper is listed, put into an envelope, printed and handed over', async ({ browser }) => {
  const clerk = await callerOf('vanthu.suoimau');
  const contact = await clerk.post('/outgoing/contacts', { name: names.paper, postalAddress: 'Thôn 1, xã Suối Mẫu' });
  const id = await sealedLetter({ agency: 'suoimau', subject: `gửi bản giấy ${stamp}` });
  await clerk.put(`/outgoing/documents/${id}/dispatch`, { recipients: [{ contactId: contact.id, carriage: 'paper', copies: 2 }] });
  await clerk.post(`/outgoing/documents/${id}/issue`);
  const { numberAndSymbol } = await clerk.get(`/outgoing/documents/${id}`);

  const page = await at(browser, 'vanthu.suoimau', '/outgoing/dispatch');
  await page.getByRole('checkbox', { name: `Chọn ${numberAndSymbol} ${names.paper}` }).click();
  await page.getByRole('button', { name: 'Lập danh sách (1)' }).click();
  await dialog(page).getByRole('textbox', { name: 'Đơn vị nhận chuyển' }).fill('Bưu điện Suối Mẫu');
  await dialog(page).getByRole('button', { name: 'Lập danh sách' }).click();
  await expect(page.getByRole('heading', { name: `Bì 1: ${names.paper}` })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);

  const printed = page.waitForEvent('download');
  await page.getByRole('button', { name: 'In', exact: true }).click();
  await page.getByRole('menuitem', { name: 'In nhãn địa chỉ' }).click();
  expect((await printed).suggestedFilename()).toBe('nhan-dia-chi.pdf');

  await page.getByRole('button', { name: 'Bàn giao' }).click();
  await dialog(page).getByRole('textbox', { name: 'Người nhận' }).fill('Bà Bưu Tá');
  await dialog(page).getByRole('button', { name: 'Bàn giao' }).click();
  await expectToast(page, 'Đã bàn giao');
  await expect(page.getByText('Đã chuyển').first()).toBeVisible();
  await page.goto(`/outgoing/documents/${id}`);
  await expect(page.locator('.recipients .now').getByText('Đã gửi')).toBeVisible();
  await page.context().close();
});

test('an agency that has ended is not taken: its successor is, and “Nơi nhận” follows', async ({ browser }) => {
  const clerk = await callerOf('vanthu.suoimau');
  const successor = await clerk.post('/outgoing/contacts', { name: names.successor, email: 'vanthu@moi.example' });
  await clerk.post('/outgoing/contacts', { name: names.old, validUntil: '2025-06-30', successorId: successor.id });
  const page = await at(browser, 'chuyenvien.suoimau', '/outgoing/new?formId=cong-van');
  await choose(page, 'Gửi đến', names.old);
  await expect(page.getByText(`${names.old} đã ngừng hoạt động sau ngày 30/06/2025`)).toBeVisible();
  await page.getByRole('button', { name: `Gửi đến ${names.successor}` }).click();
  await expect(page.getByRole('list', { name: 'Gửi đến' }).getByText(names.successor)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Nơi nhận' })).toHaveValue(new RegExp(names.successor));
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: `Bỏ ${names.successor}` }).click();
  await expect(page.getByRole('textbox', { name: 'Nơi nhận' })).not.toHaveValue(new RegExp(names.successor));
  await page.context().close();
});
