// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { TestAuthority } from './authority';
import { type Caller, callerOf } from './caller';
import { draftBody, issuedFile } from './papers';
import { saved } from './pdfTools';
import { at, dialog } from './people';

/** Certificates that are over or have not begun: the own one when enrolled and when signing, and that of whoever signed a document that arrives. */

const congvuSign = path.resolve(import.meta.dirname, '../../build/release/bin/congvu-sign');
const signerName = 'phochutich.doithu';
const passphrase = 'mat-khau-cua-tep';
const pin = '246813';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
/** dd/MM/yyyy in Viet Nam. */
const dayOf = (moment: Date) => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(moment);

let authority: TestAuthority;
let signer: Caller;
test.beforeAll(async () => {
  authority = new TestAuthority();
  signer = await callerOf(signerName);
  const added = await (await callerOf('quantri')).send('POST', '/signing/roots', { files: [{ name: 'root.pem', bytes: authority.root, type: 'application/x-pem-file' }], data: { world: 'demonstration' } });
  expect(added.status).toBe(201);
});
test.afterAll(() => authority.close());

const enrol = (container: string, label: string, headers = {}) => signer.send('POST', '/signing/keys', { files: [{ name: 'key.p12', bytes: readFileSync(container), type: 'application/x-pkcs12' }], data: { owner: 'person', label, passphrase, pin }, headers });

test('an expired certificate is not enrolled, and the page names its last day', async ({ browser }) => {
  const until = inDays(-30);
  const container = authority.issue('Hồ Thị Ví Dụ', inDays(-400), until, passphrase);
  const english = await enrol(container, 'Cũ', { 'Accept-Language': 'en' });
  expect(english.data.errors[0]).toMatchObject({ pointer: '/file', code: 'signing.certificate-expired', message: `The certificate expired on ${dayOf(until)}.` });

  const page = await at(browser, signerName, '/signing/keys');
  await page.getByRole('button', { name: 'Đăng ký khoá ký' }).click();
  await dialog(page).getByRole('textbox', { name: 'Tên gọi' }).fill('Chữ ký cũ');
  await dialog(page).locator('input[type=file]').setInputFiles(container);
  await dialog(page).getByLabel('Mật khẩu của tệp').fill(passphrase);
  await dialog(page).getByLabel('Mã PIN mới').fill(pin);
  await dialog(page).getByLabel('Nhập lại mã PIN').fill(pin);
  await dialog(page).getByRole('button', { name: 'Đăng ký khoá ký' }).click();
  await expect(dialog(page).getByText(`Chứng thư số đã hết hạn ngày ${dayOf(until)}.`).first()).toBeVisible();
  await expect(dialog(page).getByRole('textbox', { name: 'Tên gọi' })).toHaveValue('Chữ ký cũ');
  await page.context().close();
});

/** A document on the signer's desk. */
async function onDesk(subject: string): Promise<string> {
  const drafter = await callerOf('chuyenvien.doithu');
  const draft = await drafter.post('/outgoing/documents', await draftBody(drafter, { agency: 'doithu', subject }));
  await drafter.post(`/outgoing/documents/${draft.id}/submit`, { reviewerPostIds: [(await signer.get('/session')).post.id], note: '' });
  const request = async () => (await signer.get('/signing/requests?limit=200')).items.find((one: { link: string }) => one.link.endsWith(draft.id))?.id ?? '';
  await expect.poll(request).not.toBe('');
  return request();
}

const cases = [
  { name: 'has not begun', from: inDays(30), until: inDays(400), code: 'signing.certificate-not-yet-valid', usable: 'not-yet-valid', vi: 'Chứng thư số chỉ có hiệu lực từ ngày', en: 'The certificate is valid only from', tag: 'Chưa có hiệu lực' },
  { name: 'has expired since it was enrolled', from: inDays(-400), until: undefined, code: 'signing.certificate-expired', usable: 'expired', vi: 'Chứng thư số đã hết hạn ngày', en: 'The certificate expired on', tag: 'Đã hết hạn' },
];
for (const one of cases) {
  test(`nothing is signed with an own certificate that ${one.name}, and the day is named`, async ({ browser }) => {
    const until = one.until ?? new Date(Date.now() + 10_000);
    const enrolled = await enrol(authority.issue('Hồ Thị Ví Dụ', one.from, until, passphrase), one.name);
    expect(enrolled.status).toBe(201);
    const keyId = enrolled.data.id;
    const usable = async () => (await signer.get('/signing/keys')).items.find((key: { id: string }) => key.id === keyId).usable;
    // The second one ends while it is waited for.
    await expect.poll(usable, { timeout: 40_000 }).toBe(one.usable);
    const requestId = await onDesk(`thử chứng thư ${one.name}`);
    const day = dayOf(one.usable === 'expired' ? until : one.from);
    for (const [language, words] of [['vi', one.vi], ['en', one.en]] as const) {
      const refused = await signer.send('POST', '/signing/sign', { json: { requestIds: [requestId], keyId, pin, places: [] }, headers: { 'Accept-Language': language } });
      expect([refused.status, refused.data.code]).toEqual([409, one.code]);
      expect(refused.data.detail).toContain(`${words} ${day}`);
    }
    expect((await signer.get(`/signing/requests/${requestId}`)).state).toBe('open');

    const page = await at(browser, signerName, '/signing/keys');
    const card = page.locator('.v-card').filter({ hasText: one.name });
    await expect(card.getByText(one.tag)).toBeVisible();
    await expect(card.getByText(day)).toBeVisible();
    await page.context().close();
    expect((await signer.send('DELETE', `/signing/keys/${keyId}`)).status).toBe(204);
  });
}

const arriving = [
  { name: 'da-het-han', from: inDays(-400), until: inDays(-30), signedAt: inDays(-100), finding: 'Chứng thư số đã hết hạn' },
  { name: 'chua-co-hieu-luc', from: inDays(30), until: inDays(400), signedAt: inDays(60), finding: 'Chứng thư số chưa có hiệu lực' },
];
for (const one of arriving) {
  test(`a document that arrives with a signature by a certificate of another time says so: ${one.name}`, async ({ browser }) => {
    const { items } = await (await callerOf('vanthu.tinh')).get('/outgoing/documents?state=issued&limit=1');
    const plain = saved(await issuedFile('tinh', items[0].id));
    const signed = `${plain}.${one.name}.pdf`;
    const container = authority.issue('Người Ký Thử', one.from, one.until, passphrase);
    execFileSync(congvuSign, ['sign', plain, signed, '--p12', container, '--pin-file', authority.at('pass'), '--at', one.signedAt.toISOString().replace(/\.\d+/, '')], { stdio: 'pipe' });
    const clerk = await callerOf('vanthu.doithu');
    const uploaded = await clerk.send('POST', '/incoming/proposals', { files: [{ name: `${one.name}.pdf`, bytes: readFileSync(signed) }] });
    const { id } = uploaded.data.items[0];
    await expect.poll(async () => (await clerk.get(`/incoming/proposals/${id}`)).proposal.state).toBe('ready');
    expect((await clerk.get(`/incoming/proposals/${id}`)).proposal.verdict).not.toBe('valid');

    const page = await at(browser, 'vanthu.doithu', `/incoming/intake/${id}`);
    await expect(page.getByText('Người Ký Thử').first()).toBeVisible();
    await expect(page.getByText(one.finding).first()).toBeVisible();
    await page.context().close();
    await clerk.send('DELETE', `/incoming/proposals/${id}`);
  });
}

test('the desk does not offer a certificate that is not valid now', async ({ browser }) => {
  const username = 'phochutich.suoimau';
  const holder = await callerOf(username);
  const from = inDays(30);
  const until = inDays(400);
  const container = readFileSync(authority.issue('Trần Văn Ví Dụ', from, until, passphrase));
  const enrolled = await holder.send('POST', '/signing/keys', { files: [{ name: 'key.p12', bytes: container, type: 'application/x-pkcs12' }], data: { owner: 'person', label: 'Chứng thư năm sau', passphrase, pin } });
  const drafter = await callerOf('chuyenvien.suoimau');
  const draft = await drafter.post('/outgoing/documents', await draftBody(drafter, { agency: 'suoimau', subject: 'chờ chứng thư mới' }));
  await drafter.post(`/outgoing/documents/${draft.id}/submit`, { reviewerPostIds: [(await holder.get('/session')).post.id], note: '' });
  const page = await at(browser, username, '/signing');
  await expect(page.getByRole('button', { name: /^Ký \d+ văn bản$/ })).toBeVisible();
  await page.getByRole('region', { name: 'Tuỳ chọn' }).getByRole('combobox').first().click();
  await expect(page.getByRole('option', { name: /Chứng thư năm sau/ })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');
  await page.context().close();
  await holder.send('DELETE', `/signing/keys/${enrolled.data.id}`);
});
