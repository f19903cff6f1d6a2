// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { callerOf } from './caller';
import { encryptedOdt, odtLetter } from './officeFiles';
import { draftBody, issuedFile, sealLetter, signOff, somePdf } from './papers';
import { mutoolVerify, pdfsig, pdfText, qpdfCheck, saved } from './pdfTools';
import { accessibilityProblems, at, expectToast, phone } from './people';

/** A drafter brings a DOCX or ODT of his own as the body of a draft. */

const hasOffice = existsSync('/usr/bin/soffice');
const noOffice = 'LibreOffice is not installed here (Debian: libreoffice-writer-nogui)';
const odt = 'application/vnd.oasis.opendocument.text';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function newDraft(subject: string) {
  const drafter = await callerOf('chuyenvien.suoimau');
  const body = await draftBody(drafter, { agency: 'suoimau', subject });
  const { id } = await drafter.post('/outgoing/documents', body);
  return { id: id as string, fields: body.fields };
}
const letterFor = (fields: Record<string, unknown>, paragraphs: string[], leftMargin?: string) =>
  odtLetter({ symbol: String(fields.symbol), place: String(fields.place), signer: (fields.signer as { name: string }).name, paragraphs, leftMargin });
const stateOf = async (id: string) => (await (await callerOf('chuyenvien.suoimau')).get(`/outgoing/documents/${id}`)).ownFile?.state;
const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

test('a file that is not what its name says, or has a password, is refused with the reason, and the draft keeps its form', async ({ browser }) => {
  const { id } = await newDraft(`tệp không đúng ${Date.now()}`);
  const page = await at(browser, 'chuyenvien.suoimau', `/outgoing/documents/${id}/own-file`);
  await choose(page, 'du-thao.docx', docx, await somePdf('không phải DOCX'));
  await expect(page.getByText(/không đúng như tên tệp/)).toBeVisible();
  await choose(page, 'du-thao.odt', odt, encryptedOdt());
  await expect(page.getByText(/được đặt mật khẩu/)).toBeVisible();
  await choose(page, 'du-thao.odt', odt, letterFor((await newDraft('x')).fields, ['Nội dung.']).subarray(0, 400));
  await expect(page.getByText(/bị hỏng hoặc thiếu một phần/)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await stateOf(id)).toBeUndefined();
  await page.context().close();
});

test('without LibreOffice the drafter is told what is missing and can try again or go back to the form', async ({ browser }) => {
  test.skip(hasOffice, 'LibreOffice is installed here');
  const { id, fields } = await newDraft(`thiếu LibreOffice ${Date.now()}`);
  const page = await at(browser, 'chuyenvien.suoimau', `/outgoing/documents/${id}/own-file`);
  await choose(page, 'du-thao.odt', odt, letterFor(fields, ['Nội dung.']));
  await expect(page.getByText('Máy chủ chưa cài LibreOffice')).toBeVisible();
  await expect(page.getByText(/libreoffice-writer-nogui/)).toBeVisible();
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByText('Máy chủ chưa cài LibreOffice')).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ tệp, dùng mẫu' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ tệp, dùng mẫu' }).click();
  await expect(page).toHaveURL(new RegExp(`/outgoing/documents/${id}/edit`));
  await page.context().close();
});

test('a new draft from an own file is converted, checked, signed, numbered, sealed and issued with valid signatures', async ({ browser }) => {
  test.skip(!hasOffice, noOffice);
  test.setTimeout(180_000);
  const subject = `dùng tệp riêng ${Date.now()}`;
  const drafter = await callerOf('chuyenvien.suoimau');
  const { fields } = await drafter.get('/outgoing/draft-defaults?formId=cong-van');
  const page = await at(browser, 'chuyenvien.suoimau', '/outgoing/new?formId=cong-van');
  const ownFile = page.getByRole('radio', { name: 'Tệp của tôi' }).or(page.getByRole('button', { name: 'Tệp của tôi' })).first();
  await ownFile.click();
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill(subject);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Hãy chọn tệp DOCX hoặc ODT.')).toBeVisible();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'du-thao.odt', mimeType: odt, buffer: letterFor(fields, ['Ủy ban nhân dân xã báo cáo kết quả bằng tệp riêng.']) });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page).toHaveURL(/\/outgoing\/documents\/[^/]+\/own-file$/);
  const id = page.url().split('/').at(-2) ?? '';
  await expect(page.getByText('1 trang PDF')).toBeVisible({ timeout: 120_000 });
  await expect(page.locator('.v-pdf-page-box canvas').first()).toBeVisible();
  const box = page.getByRole('application');
  await expect(box).toBeVisible();
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Lưu vị trí' }).click();
  await expectToast(page, 'Đã lưu vị trí');
  await page.getByRole('radio', { name: 'Chữ ký người có thẩm quyền' }).click();
  await expect(page.getByRole('application', { name: /^Chữ ký người có thẩm quyền/ })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();

  await signOff('suoimau', id);
  await sealLetter('suoimau', id);
  const clerk = await callerOf('vanthu.suoimau');
  await clerk.post(`/outgoing/documents/${id}/issue`);
  const { numberAndSymbol } = await clerk.get(`/outgoing/documents/${id}`);
  const file = saved(await issuedFile('suoimau', id));
  expect(pdfsig(file).match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2);
  expect(mutoolVerify(file)).not.toMatch(/invalid|fail(?!ed to verify certificate)/i);
  expect(qpdfCheck(file)).toContain('No syntax or stream encoding errors found');
  const text = pdfText(file);
  expect(text.replaceAll(/\s+/g, '')).toContain(`Số:${String(numberAndSymbol).replaceAll(/\s+/g, '')}`);
  expect(text).toContain('báo cáo kết quả bằng tệp riêng');
});

test('margins that are not those of the decree are told, also on the phone', async ({ browser }) => {
  test.skip(!hasOffice, noOffice);
  test.setTimeout(150_000);
  const { id, fields } = await newDraft(`lề hẹp ${Date.now()}`);
  const page = await at(browser, 'chuyenvien.suoimau', `/outgoing/documents/${id}/own-file`, phone);
  await page.getByRole('radio', { name: 'Kiểm tra, vị trí' }).or(page.getByRole('button', { name: 'Kiểm tra, vị trí' })).first().click();
  await choose(page, 'du-thao.odt', odt, letterFor(fields, ['Nội dung.'], '1cm'));
  await expect(page.getByText('Lề trái 10 mm; quy định 30–35 mm.')).toBeVisible({ timeout: 120_000 });
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();
});

test('a file that prints another name cannot be sent to the signer', async () => {
  test.skip(!hasOffice, noOffice);
  test.setTimeout(150_000);
  const { id, fields } = await newDraft(`sai người ký ${Date.now()}`);
  const drafter = await callerOf('chuyenvien.suoimau');
  const bytes = odtLetter({ symbol: String(fields.symbol), place: String(fields.place), signer: 'Người Không Ký', paragraphs: ['Nội dung.'] });
  const put = await drafter.send('POST', `/outgoing/documents/${id}/own-file`, { files: [{ name: 'du-thao.odt', bytes, type: odt }] });
  expect(put.status).toBe(200);
  await expect.poll(() => stateOf(id), { timeout: 120_000 }).toBe('ready');
  const { items } = await drafter.get('/outgoing/suggested-chain');
  const refused = await drafter.send('POST', `/outgoing/documents/${id}/submit`, { json: { reviewerPostIds: [items.at(-1).postId], note: '' } });
  expect(refused.status).toBe(409);
  expect(['outgoing.own-file-no-signature-place', 'outgoing.own-file-other-signer']).toContain(refused.data.code);
});
