// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { callerOf } from './caller';
import { issueLetter, sealLetter, signedLetter } from './papers';
import { at, choose, dialog, expectToast, openLine, phone } from './people';

/** The register of outgoing documents, the rules of its numbers, and what sets an issued document right. */

const agency = 'suoimau';
const clerkName = `vanthu.${agency}`;
const reason = 'Hồ sơ kỳ họp Hội đồng nhân dân';
const twoDigits = (number: number) => String(number).padStart(2, '0');

test('a clerk reserves two numbers, gives the first to a signed letter and cancels the second', async ({ browser }) => {
  const id = await signedLetter({ agency, subject: `tài liệu kỳ họp ${Date.now()}` });
  const page = await at(browser, clerkName, '/outgoing/register');
  await page.getByRole('button', { name: 'Giữ số trước' }).click();
  await dialog(page).getByRole('spinbutton', { name: 'Số lượng' }).fill('2');
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill(reason);
  await dialog(page).getByRole('button', { name: 'Giữ số trước' }).click();
  await expectToast(page, 'Đã giữ số');
  const clerk = await callerOf(clerkName);
  const { items: kept } = await clerk.get('/outgoing/register?status=reserved');
  const [second, first] = kept.map((one: { number: number }) => one.number);
  expect(second).toBe(first + 1);
  await expect(page.getByRole('row').filter({ hasText: reason })).toHaveCount(2);

  await page.goto(`/outgoing/documents/${id}`);
  await page.getByRole('button', { name: 'Cấp số' }).click();
  await choose(page, 'Số', `Số giữ trước ${twoDigits(first)}`);
  await dialog(page).getByRole('button', { name: 'Cấp số' }).click();
  await expectToast(page, 'Đã cấp số');
  expect((await clerk.get(`/outgoing/documents/${id}`)).numberAndSymbol).toMatch(new RegExp(`^${twoDigits(first)}/`));

  await page.goto('/outgoing/register');
  const row = page.getByRole('row').filter({ hasText: reason });
  await row.getByRole('button', { name: 'Huỷ số' }).click();
  await expect(dialog(page)).toContainText(twoDigits(second));
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Kỳ họp hoãn');
  await dialog(page).getByRole('button', { name: 'Huỷ số' }).click();
  const cancelled = page.getByRole('row').filter({ hasText: 'Kỳ họp hoãn' });
  await expect(cancelled).toContainText('Đã huỷ');
  await expect(cancelled.getByRole('button', { name: 'Huỷ số' })).toHaveCount(0);
  await page.context().close();

  const next = await signedLetter({ agency, subject: `sau kỳ họp ${Date.now()}` });
  await sealLetter(agency, next);
  expect(Number.parseInt((await clerk.get(`/outgoing/documents/${next}`)).numberAndSymbol, 10)).toBe(second + 1);
});

test('the register is printed as PDF and the records are exported as a table', async ({ browser }) => {
  await issueLetter({ agency, subject: `in sổ văn bản đi ${Date.now()}` });
  const page = await at(browser, clerkName, '/outgoing/register');
  const fileOf = async (entry: string) => {
    await page.getByRole('button', { name: 'In, xuất sổ' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: entry }).click();
    return (await download).path();
  };
  const words = execFileSync('/usr/bin/pdftotext', ['-layout', await fileOf('In sổ (PDF)'), '-'], { encoding: 'utf8' });
  expect(words).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI');
  const records = readFileSync(await fileOf('Phụ lục VI (CSV)'), 'utf8');
  expect(records).toContain('FileCode/OrganId');
  expect(records).toContain('in sổ văn bản đi');
  await page.context().close();
});

test('a clerk tries a rule of number and symbol, adds it for a later day and takes it back', async ({ browser }) => {
  const page = await at(browser, clerkName, '/outgoing/numbering');
  await page.getByRole('button', { name: 'Thêm quy tắc' }).click();
  await choose(page, 'Mẫu quy tắc', 'Văn bản Đảng có tên loại');
  await dialog(page).getByRole('textbox', { name: 'Viết tắt cơ quan' }).fill('ĐU');
  await expect(dialog(page).getByRole('status')).toContainText('05-QĐ/ĐU');
  await dialog(page).getByRole('textbox', { name: 'Quy tắc' }).fill('{number}/{issuer}');
  await expect(dialog(page).getByText('quy tắc cần ‹type›')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Thêm quy tắc' })).toBeDisabled();
  await dialog(page).getByRole('textbox', { name: 'Quy tắc' }).fill('{number}-{type}/{issuer}');
  await dialog(page).getByRole('spinbutton', { name: 'Năm' }).click();
  await page.keyboard.type('2099');
  await dialog(page).getByRole('button', { name: 'Thêm quy tắc' }).click();
  const row = page.getByRole('row').filter({ hasText: '{number}-{type}/{issuer}' });
  await expect(row).toContainText('Chưa hiệu lực');
  await row.getByRole('button', { name: 'Gỡ' }).click();
  await dialog(page).getByRole('button', { name: 'Gỡ' }).click();
  await expect(row).toHaveCount(0);
  await page.context().close();
});

test('numbering in groups is decided from a year on in which no number was given', async ({ browser }) => {
  const page = await at(browser, clerkName, '/outgoing/numbering');
  const decide = async (year: string, groups: string) => {
    await dialog(page).getByRole('spinbutton', { name: 'Từ năm' }).fill(year);
    await dialog(page).getByRole('radio', { name: 'Theo nhóm loại văn bản' }).check();
    await dialog(page).getByRole('textbox', { name: 'Các nhóm' }).fill(groups);
    await dialog(page).getByRole('button', { name: 'Lưu' }).click();
  };
  await page.getByRole('button', { name: 'Quyết định cách đánh số' }).click();
  await decide(String(new Date().getFullYear()), 'QĐ, CT; CV');
  await expect(dialog(page).getByText('Cách đánh số chỉ đổi từ đầu một năm chưa cấp số').first()).toBeVisible();
  await decide('2098', 'QĐ, XYZ');
  await expect(dialog(page).getByText('XYZ').first()).toBeVisible();
  await decide('2098', 'QĐ, CT; CV');
  await expect(page.getByText('Từ năm 2098')).toBeVisible();
  await expect(page.getByText('QĐ, CT; CV')).toBeVisible();
  await page.context().close();
});

test('a drafter corrects an issued letter; both documents show it once the correction is issued', async ({ browser }) => {
  const earlier = await issueLetter({ agency, subject: `số liệu chưa đúng ${Date.now()}`, to: ['doithu'] });
  const clerk = await callerOf(clerkName);
  const { numberAndSymbol } = await clerk.get(`/outgoing/documents/${earlier}`);
  const page = await at(browser, `chuyenvien.${agency}`, `/outgoing/documents/${earlier}`);
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: 'Đính chính bằng công văn' }).click();
  await expect(page.getByRole('textbox', { name: 'Trích yếu' })).toHaveValue(new RegExp(`đính chính .* số ${numberAndSymbol}`));
  await page.getByRole('textbox', { name: /^Nội dung/ }).fill('Đính chính lỗi kỹ thuật tại trang 1.');
  await page.getByRole('button', { name: 'Lưu và xem' }).click();
  await expect(page).toHaveURL(/\/outgoing\/documents\/[^/]+$/);
  await expect(page.getByText('Đính chính văn bản')).toBeVisible();
  await expect(page.getByRole('link', { name: numberAndSymbol })).toBeVisible();
  await page.context().close();
  expect((await clerk.get(`/outgoing/documents/${earlier}`)).relations).toEqual([]);
});

test('a clerk gives a signed letter with a wrong symbol back to its drafter', async ({ browser }) => {
  const id = await signedLetter({ agency, subject: `ký hiệu viết sai ${Date.now()}` });
  const page = await at(browser, clerkName, `/outgoing/documents/${id}`);
  await page.getByRole('button', { name: 'Thao tác khác' }).click();
  await page.getByRole('menuitem', { name: 'Trả lại' }).click();
  await dialog(page).getByRole('textbox').fill('Sai ký hiệu.');
  await dialog(page).getByRole('button', { name: 'Trả lại' }).click();
  await expectToast(page, 'Đã trả lại người soạn');
  await page.context().close();
  const drafter = await callerOf(`chuyenvien.${agency}`);
  expect((await drafter.get(`/outgoing/documents/${id}`)).acts).toContain('submit');
});

test('the register is read and a reserved number is cancelled on a phone', async ({ browser }) => {
  const clerk = await callerOf(clerkName);
  const { numbers } = await clerk.post('/outgoing/register/reservations', { formId: 'cong-van', amount: 1, reason: 'Giữ trên điện thoại' });
  const page = await at(browser, clerkName, '/outgoing/register', phone);
  await openLine(page, twoDigits(numbers[0]));
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Không dùng nữa');
  await dialog(page).getByRole('button', { name: 'Huỷ số' }).click();
  await expect(page.getByText('Không dùng nữa')).toBeVisible();
  await page.context().close();
});
