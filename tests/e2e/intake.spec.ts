// SPDX-License-Identifier: Apache-2.0
import { expect, type Page, test } from '@playwright/test';
import { callerOf } from './caller';
import { dateIn, dayMonthYear, issuedFile, issueLetter } from './papers';
import { accessibilityProblems, at, dialog, expectToast, phone } from './people';
import { scanned } from './scans';

/**
 * A paper directive that was scanned: dropped, recognised, checked, registered and submitted to the leader by keyboard alone, with at most
 * twelve key presses.
 */

const agency = 'suoimau';
const mostKeys = 12;
const recognised = 'Bản quét, chữ được nhận dạng tự động';

/** Counts every key that is pressed, and the pointer that must not be used. */
class Keyboard {
  pressed = 0;
  constructor(private readonly page: Page) {}
  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.page.keyboard.press(key);
  }
  async watchPointer(): Promise<void> {
    await this.page.evaluate(() => {
      const counted = window as unknown as { pointers: number };
      counted.pointers = 0;
      document.addEventListener('pointerdown', () => { counted.pointers += 1; }, { capture: true });
    });
  }
  pointers(): Promise<number> {
    return this.page.evaluate(() => (window as unknown as { pointers: number }).pointers);
  }
}

/** Nothing of other tests waits in the queue, so that what is dropped is opened. */
async function emptyQueue(): Promise<void> {
  const clerk = await callerOf(`vanthu.${agency}`);
  for (const { id } of (await clerk.get('/incoming/proposals?limit=200')).items) await clerk.send('DELETE', `/incoming/proposals/${id}`);
}

async function drop(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'application/pdf', buffer });
}

test.beforeEach(emptyQueue);

test('a scan is dropped, recognised, checked, registered and submitted with at most twelve key presses and no mouse', async ({ browser }) => {
  test.setTimeout(240_000);
  const subject = `rà soát hồ sơ quản lý đê điều đợt ${Date.now() % 10_000}`;
  const body = `Ủy ban nhân dân tỉnh Sông Mẫu đề nghị Ủy ban nhân dân các xã gửi báo cáo kết quả trước ngày ${dayMonthYear(dateIn(20))}.`;
  const letter = await issueLetter({ agency: 'tinh', subject, body });
  const { numberAndSymbol } = await (await callerOf('vanthu.tinh')).get(`/outgoing/documents/${letter}`);
  const page = await at(browser, `vanthu.${agency}`, '/incoming/intake');
  await expect(page.getByText('Hàng chờ đang trống').first()).toBeVisible();
  const keyboard = new Keyboard(page);
  await keyboard.watchPointer();

  await drop(page, 'ban-quet.pdf', scanned(await issuedFile('tinh', letter), 3));
  await expect(page.getByText(/Đang nhận dạng trang \d trên 3/)).toBeVisible();
  await expect(page.getByText(recognised)).toBeVisible({ timeout: 150_000 });
  await expect(page.getByRole('textbox', { name: 'Số, ký hiệu' })).toHaveValue(numberAndSymbol);
  await expect(page.getByRole('combobox', { name: 'Cơ quan ban hành' })).toHaveValue(/tỉnh Sông Mẫu/i);
  await expect(page.getByText('Cần kiểm tra').first()).toBeVisible();

  const register = page.getByRole('button', { name: 'Vào sổ', exact: true });
  const isAtRegister = () => register.evaluate((button) => button === document.activeElement);
  while (!(await isAtRegister()) && keyboard.pressed < mostKeys) await keyboard.press('Enter');
  await expect(register).toBeFocused();
  await expect(page.getByText('Đã kiểm tra').first()).toBeVisible();
  await keyboard.press('Enter');
  await expectToast(page, `Đã vào sổ ${numberAndSymbol}`);
  expect(keyboard.pressed).toBeLessThanOrEqual(mostKeys);
  expect(await keyboard.pointers()).toBe(0);

  const clerk = await callerOf(`vanthu.${agency}`);
  const { items } = await clerk.get('/incoming/documents?limit=20');
  const registered = items.find((one: { symbol: string }) => one.symbol === numberAndSymbol);
  expect(registered?.state).toBe('submitted');
  // Its recognised words are found; the hit says that they were recognised.
  const hits = async () => JSON.stringify((await clerk.get(`/search?q=${encodeURIComponent('đê điều')}`)).items);
  await expect.poll(hits, { timeout: 30_000 }).toContain(' · OCR');
  await page.context().close();
});

test('the help lists the keys, also from within a field', async ({ browser }) => {
  const letter = await issueLetter({ agency: 'tinh', subject: `phím tắt khi vào sổ ${Date.now() % 10_000}` });
  const page = await at(browser, `vanthu.${agency}`, '/incoming/intake');
  await drop(page, 'van-ban.pdf', await issuedFile('tinh', letter));
  await expect(page.getByRole('textbox', { name: 'Số, ký hiệu' })).not.toHaveValue('');
  await page.getByRole('textbox', { name: 'Số, ký hiệu' }).focus();
  await page.keyboard.press('F1');
  await expect(dialog(page).getByText('Đã kiểm tra, sang trường cần kiểm tra tiếp theo; hết thì đến nút Vào sổ')).toBeVisible();
  await expect(dialog(page).getByText('Vào sổ và mở tệp tiếp theo')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await page.getByRole('main').getByRole('button', { name: 'Phím tắt' }).focus();
  await page.keyboard.press('?');
  await expect(dialog(page).getByText('Mở danh sách chọn')).toBeVisible();
  await page.context().close();
});

for (const [name, options] of [['desktop', {}], ['phone', phone]] as const) {
  test(`axe finds nothing on the page of a recognised scan (${name})`, async ({ browser }) => {
    test.setTimeout(120_000);
    const letter = await issueLetter({ agency: 'tinh', subject: `bản quét ${name} ${Date.now() % 10_000}` });
    const page = await at(browser, `vanthu.${agency}`, '/incoming/intake', options);
    await drop(page, 'ban-quet.pdf', scanned(await issuedFile('tinh', letter)));
    await expect(page.getByText(recognised)).toBeVisible({ timeout: 90_000 });
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
  });
}
