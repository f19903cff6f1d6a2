// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { callerOf } from './caller';
import { draftBody, sealLetter, signOff, somePdf } from './papers';
import { mutoolVerify, pdfsig, pdfText, saved } from './pdfTools';
import { accessibilityProblems, at, dialog, expectToast, signIn } from './people';
import { province } from './startServer';

/** Appendices in files of their own: numbered, named, sealed with the document's number, delivered with it (Decree 30/2020, App. I). */
test.describe.configure({ mode: 'serial' });

const subject = `phụ lục riêng ${Date.now()}`;
const story = { id: '', numberAndSymbol: '' };

test('the drafter attaches two appendices, names them and changes their order', async ({ browser }) => {
  const drafter = await callerOf('chuyenvien.suoimau');
  story.id = (await drafter.post('/outgoing/documents', await draftBody(drafter, { agency: 'suoimau', subject, to: ['doithu'] }))).id;
  const page = await at(browser, 'chuyenvien.suoimau', `/outgoing/documents/${story.id}`);
  const files = page.locator('input[type=file]');
  await files.setInputFiles({ name: 'so-lieu.csv', mimeType: 'text/csv', buffer: Buffer.from('Chỉ tiêu;Kết quả\nHồ sơ;120\n') });
  await expect(page.getByText('Phụ lục: so-lieu')).toBeVisible();
  await files.setInputFiles({ name: 'danh-sach.pdf', mimeType: 'application/pdf', buffer: await somePdf('Danh sách kèm theo') });
  await expect(page.getByText('Phụ lục II: danh-sach')).toBeVisible();
  await expect(page.getByText('Không mang được chữ ký số, gửi kèm mã băm')).toBeVisible();
  await page.getByRole('button', { name: 'Đặt tên, số thứ tự: danh-sach' }).click();
  await dialog(page).getByRole('textbox', { name: 'Tên phụ lục' }).fill('Danh sách các đơn vị');
  await dialog(page).getByRole('combobox').click();
  await page.getByRole('option', { name: 'Phụ lục I', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Phụ lục I: Danh sách các đơn vị')).toBeVisible();
  await expect(page.getByText('Phụ lục II: so-lieu')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();
});

test('a PDF that could not be sealed is refused at once, with the reason', async ({ browser }) => {
  const page = await at(browser, 'chuyenvien.suoimau', `/outgoing/documents/${story.id}`);
  await page.locator('input[type=file]').setInputFiles({ name: 'hong.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\nkhông có gì nữa') });
  await expect(page.getByText(/không phải tệp PDF nguyên vẹn/)).toBeVisible();
  await page.context().close();
});

test('the clerk seals the document and its appendix in one act', async ({ browser }) => {
  await signOff('suoimau', story.id);
  const page = await at(browser, 'vanthu.suoimau', `/outgoing/documents/${story.id}`);
  await page.getByRole('button', { name: 'Cấp số' }).click();
  await dialog(page).getByRole('button', { name: 'Cấp số' }).click();
  await expectToast(page, /Đã cấp số \d+\/UBND/);
  story.numberAndSymbol = (await (await callerOf('vanthu.suoimau')).get(`/outgoing/documents/${story.id}`)).numberAndSymbol;
  await page.goto('/signing');
  const waiting = page.getByText('Danh sách các đơn vị').first();
  await waiting.click();
  await expect(page.getByText(new RegExp(`${story.numberAndSymbol}.*góc trên bên phải trang đầu`))).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đặt vị trí khác' })).toHaveCount(0);
  await page.context().close();

  const clerk = await callerOf('vanthu.suoimau');
  const requests = (await clerk.get('/signing/requests?limit=200')).items.filter((one: { link: string }) => one.link === `/outgoing/documents/${story.id}`);
  expect(requests).toHaveLength(2);
  const key = (await clerk.get('/signing/keys')).items.find((one: { owner: string }) => one.owner === 'agency');
  const { results } = await clerk.post('/signing/sign', { requestIds: requests.map((one: { id: string }) => one.id), keyId: key.id, pin: province().pin, places: [] });
  expect(results.every((one: { isSigned: boolean }) => one.isSigned)).toBe(true);
  const sealed = async () => (await clerk.get(`/outgoing/documents/${story.id}`)).attachments[0].isSealed;
  await expect.poll(sealed).toBe(true);
});

test('the sealed appendix shows number and signing time at the top right, without image, and its signature is valid', async () => {
  const clerk = await callerOf('vanthu.suoimau');
  const { attachments } = await clerk.get(`/outgoing/documents/${story.id}`);
  const bytes: Buffer = await clerk.get(`/outgoing/documents/${story.id}/files/${attachments[0].fileId}`);
  const file = saved(bytes);
  expect(pdfsig(file).match(/Signature Validation: Signature is Valid\./g)).toHaveLength(1);
  expect(mutoolVerify(file)).not.toMatch(/invalid|fail(?!ed to verify certificate)/i);
  const text = pdfText(file);
  expect(text).toContain(story.numberAndSymbol);
  expect(text).toMatch(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00/);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(attachments[0].sha256);
});

test('everything goes out together, with every fingerprint in the record, and arrives with a verified signature', async ({ browser }) => {
  const clerk = await callerOf('vanthu.suoimau');
  await clerk.post(`/outgoing/documents/${story.id}/issue`);
  const { attachments, file } = await clerk.get(`/outgoing/documents/${story.id}`);
  const { items } = await clerk.get(`/outgoing/documents/${story.id}/timeline`);
  const issue = items.find((one: { act: string }) => one.act === 'outgoing.issued');
  expect(issue.detail.sha256).toBe(file.sha256);
  expect(issue.detail.attachments.map((one: { sha256: string }) => one.sha256)).toEqual(attachments.map((one: { sha256: string }) => one.sha256));

  const sender = await at(browser, 'vanthu.suoimau', `/outgoing/documents/${story.id}`);
  await expect(sender.getByText('Đã đóng dấu', { exact: true })).toBeVisible();
  await expect(sender.getByText(new RegExp(attachments[0].sha256.slice(0, 16)))).toBeVisible();
  await sender.context().close();

  const page = await signIn(browser, 'vanthu.doithu');
  await page.goto('/incoming?tab=arrived');
  await page.getByRole('row').filter({ hasText: subject }).first().dblclick();
  await expect(page).toHaveURL(/\/incoming\/deliveries\/.+/);
  await expect(page.getByText('danh-sach.pdf')).toBeVisible();
  await expect(page.getByText('so-lieu.csv')).toBeVisible();
  await page.context().close();
});

test('a wrong number takes the mark of the appendix with it, and the next seal shows the right one', async () => {
  const drafter = await callerOf('chuyenvien.suoimau');
  const { id } = await drafter.post('/outgoing/documents', await draftBody(drafter, { agency: 'suoimau', subject: `${subject} cấp lại` }));
  await drafter.send('POST', `/outgoing/documents/${id}/attachments`, { files: [{ name: 'phu-luc.pdf', bytes: await somePdf('Phụ lục') }] });
  await signOff('suoimau', id);
  await sealLetter('suoimau', id);
  const clerk = await callerOf('vanthu.suoimau');
  const { numberAndSymbol: wrong } = await clerk.get(`/outgoing/documents/${id}`);
  await clerk.post(`/outgoing/documents/${id}/cancel-number`, { note: 'Cấp nhầm sổ.' });
  await sealLetter('suoimau', id);
  const { numberAndSymbol: right, attachments } = await clerk.get(`/outgoing/documents/${id}`);
  const text = pdfText(saved(await clerk.get(`/outgoing/documents/${id}/files/${attachments[0].fileId}`)));
  expect(right).not.toBe(wrong);
  expect(text).toContain(right);
  expect(text).not.toContain(wrong);
});
