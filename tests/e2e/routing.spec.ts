// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { callerOf } from './caller';
import { issuedFile } from './papers';
import { accessibilityProblems, at, choose, dialog, expectToast, openLine, phone } from './people';

/**
 * A clerk defines a register, keeps a number free and uses it for a paper document, hands it to a division, the head forwards it on a phone,
 * the handler finishes it. Then acts on many documents, prints, the stamp and the report by source. One story.
 */
test.describe.configure({ mode: 'serial' });

const agency = 'doithu';
const mark = Date.now() % 1_000_000;
const code = `DT${mark}`;
const registerName = `Sổ đơn thư ${mark}`;
const symbol = `${mark}/TTr-UBND`;
const subject = `đề nghị cấp kinh phí sửa kênh đợt ${mark}`;
const story = { id: '', number: 0 };

const clerkAt = (browser: Parameters<typeof at>[0], path: string) => at(browser, `vanthu.${agency}`, path);

async function quiet(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
}

async function saves(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const waits = page.waitForEvent('download');
  await act();
  const download = await waits;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('the clerk defines a register and keeps a number free in it', async ({ browser }) => {
  const page = await clerkAt(browser, '/incoming/registers');
  await page.getByRole('button', { name: 'Lập sổ mới' }).click();
  await dialog(page).getByRole('textbox', { name: 'Tên sổ' }).fill(registerName);
  await dialog(page).getByRole('textbox', { name: 'Ký hiệu sổ' }).fill('đt 1');
  await dialog(page).getByRole('button', { name: 'Lập sổ mới' }).click();
  await expect(dialog(page).getByText('Ký hiệu sổ chỉ gồm').first()).toBeVisible();
  await quiet(page);
  await dialog(page).getByRole('textbox', { name: 'Ký hiệu sổ' }).fill(code);
  await dialog(page).getByRole('button', { name: 'Lập sổ mới' }).click();
  await expectToast(page, 'Đã lưu sổ');
  await expect(page.getByRole('row').filter({ hasText: registerName })).toContainText('Đang dùng');

  await choose(page, 'Sổ', registerName);
  await page.getByRole('button', { name: 'Giữ số', exact: true }).click();
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Bản giấy gửi sau');
  await dialog(page).getByRole('button', { name: 'Giữ số' }).click();
  await expectToast(page, 'Đã giữ số 1');
  await expect(page.getByRole('row').filter({ hasText: 'Bản giấy gửi sau' })).toContainText('Đang giữ');
  await page.context().close();
});

test('a paper document takes the number that was kept free', async ({ browser }) => {
  const page = await clerkAt(browser, '/incoming/paper');
  await choose(page, 'Sổ', registerName);
  await page.getByRole('button', { name: 'Vào sổ chậm hoặc dùng số đang giữ' }).click();
  await choose(page, 'Số đến', 'Bản giấy gửi sau');
  await page.getByRole('textbox', { name: 'Số, ký hiệu' }).fill(symbol);
  await page.getByRole('combobox', { name: 'Cơ quan ban hành' }).fill('Hợp tác xã Kênh Mẫu');
  await choose(page, 'Loại văn bản', 'Tờ trình');
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill(subject);
  await quiet(page);
  await page.getByRole('button', { name: 'Vào sổ', exact: true }).click();
  await expectToast(page, `Đã vào sổ ${symbol}, số đến 1`);
  await expect(page).toHaveURL(/\/incoming\/documents\/[0-9A-Z]{26}$/);
  story.id = page.url().split('/').pop() ?? '';
  await expect(page.getByText(registerName)).toBeVisible();
  await page.context().close();
  const document = await (await callerOf(`vanthu.${agency}`)).get(`/incoming/documents/${story.id}`);
  expect([document.document.registerCode, document.document.arrivalNumber]).toEqual([code, 1]);
});

test('the clerk hands it to a division; the head forwards it on a phone; the handler finishes it', async ({ browser }) => {
  const clerk = await clerkAt(browser, `/incoming/documents/${story.id}`);
  await clerk.getByRole('button', { name: 'Thao tác khác' }).click();
  await clerk.getByRole('menuitem', { name: 'Chuyển xử lý' }).click();
  await expect(dialog(clerk).getByRole('combobox', { name: 'Chuyển đến' })).toBeVisible();
  await quiet(clerk);
  await choose(clerk, 'Chuyển đến', 'Phòng Kinh tế');
  await dialog(clerk).getByRole('textbox', { name: 'Ý kiến khi chuyển' }).fill('Đề nghị thẩm tra kinh phí');
  await dialog(clerk).getByRole('button', { name: 'Chuyển xử lý' }).click();
  await expectToast(clerk, 'Đã chuyển xử lý');
  await expect(clerk.getByText('Chưa ai mở')).toBeVisible();

  const head = await at(browser, `truongphong.${agency}`, '/work', phone);
  await openLine(head, subject);
  await head.getByRole('button', { name: 'Chuyển tiếp' }).click();
  const handlerName = (await (await callerOf(`chuyenvien.${agency}`)).get('/session')).name;
  await choose(head, 'Chuyển đến', handlerName);
  await dialog(head).getByRole('button', { name: 'Chuyển tiếp' }).click();
  await expectToast(head, 'Đã chuyển tiếp');
  await expect(head.getByRole('button', { name: 'Rút lại' })).toBeVisible();
  await quiet(head);
  await head.context().close();

  await expect(clerk.getByText(/đã xem/).first()).toBeVisible();
  const handler = await at(browser, `chuyenvien.${agency}`, `/incoming/documents/${story.id}`);
  await handler.getByRole('button', { name: 'Hoàn thành' }).click();
  await dialog(handler).getByRole('textbox', { name: 'Kết quả giải quyết' }).fill('Đã thẩm tra, đủ điều kiện');
  await dialog(handler).getByRole('button', { name: 'Hoàn thành' }).click();
  await expect(handler.getByText('Đã thẩm tra, đủ điều kiện').first()).toBeVisible();
  await handler.context().close();
  await expect(clerk.getByText('Đã hoàn thành').first()).toBeVisible();
  await clerk.context().close();
});

test('the list is narrowed to the register; one act on many documents says what became of each', async ({ browser }) => {
  const caller = await callerOf(`vanthu.${agency}`);
  for (const number of [1, 2]) {
    const facts = { symbol: `${mark}${number}/GM-HTX`, issuerName: 'Hợp tác xã Kênh Mẫu', typeId: 'giay-moi', subject: `dự họp lần ${number}` };
    await caller.post('/incoming/documents', { facts, entry: { registerCode: code } });
  }
  const page = await clerkAt(browser, '/incoming');
  await page.getByRole('button', { name: 'Bộ lọc' }).click();
  await choose(page, 'Sổ', registerName);
  await dialog(page).getByRole('button', { name: 'Xem danh sách' }).click();
  await expect(page.getByRole('row').filter({ hasText: `${mark}` })).toHaveCount(3);
  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
  await page.getByRole('toolbar').getByRole('button', { name: 'Kết thúc' }).click();
  await dialog(page).getByRole('textbox').fill('Để lưu');
  await dialog(page).getByRole('button', { name: 'Kết thúc' }).click();
  await expectToast(page, 'Đã thực hiện với 2 văn bản');
  await expect(dialog(page).getByRole('listitem').filter({ hasText: symbol })).toContainText('Đã hoàn thành');
  await quiet(page);
  await page.context().close();
});

test('the register is printed; the processing slip and a stamped copy are saved', async ({ browser }) => {
  const page = await clerkAt(browser, '/incoming/registers');
  await choose(page, 'Sổ', registerName);
  const csv = await saves(page, () => page.getByRole('button', { name: 'CSV' }).click());
  expect(csv.name).toMatch(/^so-dang-ky-van-ban-den-\d{4}\.csv$/);
  expect(csv.bytes.toString('utf8')).toContain(symbol);
  await page.goto(`/incoming/documents/${story.id}`);
  await page.getByRole('button', { name: 'In và xuất' }).click();
  const slip = await saves(page, () => page.getByRole('menuitem', { name: 'Phiếu giải quyết (PDF)' }).click());
  expect(slip.bytes.subarray(0, 5).toString()).toBe('%PDF-');

  const caller = await callerOf(`vanthu.${agency}`);
  const issued = (await (await callerOf('vanthu.tinh')).get('/outgoing/documents?tab=issued&limit=1')).items[0].id;
  const upload = (await caller.send('POST', '/incoming/proposals', { files: [{ name: 'cong-van.pdf', bytes: await issuedFile('tinh', issued) }] })).data.items[0].id;
  const facts = { symbol: `${mark}9/UBND-VP`, issuerName: 'Ủy ban nhân dân tỉnh Sông Mẫu', typeId: 'cong-van', subject: 'văn bản có tệp' };
  const { id } = await caller.post(`/incoming/proposals/${upload}/registration`, { facts, duplicateReason: 'bản gửi lại' });
  await page.goto(`/incoming/documents/${id}`);
  await page.getByRole('button', { name: 'In và xuất' }).click();
  await page.getByRole('menuitem', { name: 'Đóng dấu đến' }).click();
  await expect(dialog(page).locator('canvas').first()).toBeVisible();
  await dialog(page).getByRole('radio', { name: 'Bên phải' }).check();
  await expect(dialog(page).locator('canvas').first()).toBeVisible();
  await quiet(page);
  const copy = await saves(page, () => dialog(page).getByRole('button', { name: 'Tải bản sao' }).click());
  expect(copy.name).toMatch(/^van-ban-den-\d{4}-\d+\.pdf$/);
  expect(copy.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await page.context().close();
});

test('a figure of the report by source leads to as many documents', async ({ browser }) => {
  const page = await clerkAt(browser, '/incoming/sources');
  const figure = page.getByRole('link', { name: /của Hợp tác xã Kênh Mẫu, xem danh sách$/ });
  const counted = Number(await figure.innerText());
  expect(counted).toBeGreaterThanOrEqual(3);
  await figure.click();
  await expect(page).toHaveURL(/\/incoming\?/);
  await expect(page.getByRole('row').filter({ hasText: 'Hợp tác xã Kênh Mẫu' }).first()).toBeVisible();
  const { total } = await (await callerOf(`vanthu.${agency}`)).get(`/incoming/documents${new URL(page.url()).search}&limit=1`);
  expect(total).toBe(counted);
  await expect(page.getByText('Không kể văn bản đã huỷ vào sổ')).toBeVisible();
  await page.goto('/incoming/sources?tab=senders');
  await choose(page, 'Khối của Hợp tác xã Kênh Mẫu', 'Cơ quan cấp xã');
  await expectToast(page, 'Đã xếp khối cho Hợp tác xã Kênh Mẫu');
  await page.getByRole('button', { name: 'Sửa các khối' }).click();
  await dialog(page).getByRole('button', { name: 'Thêm khối' }).click();
  await dialog(page).getByRole('textbox').last().fill('Doanh nghiệp');
  await quiet(page);
  await dialog(page).getByRole('button', { name: 'Lưu' }).click();
  await expectToast(page, 'Đã lưu các khối');
  await page.context().close();
});
