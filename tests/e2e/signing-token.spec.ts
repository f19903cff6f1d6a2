// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { TestAuthority } from './authority';
import { type Caller, callerOf } from './caller';
import { draftBody } from './papers';
import { pdfsig, qpdfCheck, saved } from './pdfTools';
import { accessibilityProblems, at, choose, dialog, expectToast, phone } from './people';
import { AgentAtDesk, TokenReader } from './signing-agent';
import { province } from './startServer';

/**
 * A USB token at the desk of an official: SoftHSM in its place, the real agent on a terminal, the real pages. One story: each test goes on
 * where the one before has ended.
 */
test.describe.configure({ mode: 'serial' });

const agency = 'tinh';
const signerName = `phochutich.${agency}`;
const label = 'Thiết bị của tôi';
const tokenName = 'thiet-bi-thu';
const pictures = path.resolve(import.meta.dirname, '../../build/screenshots');
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

let authority: TestAuthority;
let reader: TokenReader;
let agent: AgentAtDesk;
let signer: Caller;
let personName = '';

const setAddress = async (value: string | null) => (await callerOf('quantri')).put('/settings', { changes: [{ key: 'signing.agent_address', value }] });

test.beforeAll(async () => {
  authority = new TestAuthority();
  reader = new TokenReader();
  signer = await callerOf(signerName);
  personName = (await signer.get('/session')).name;
  const root = { name: 'root.pem', bytes: authority.root, type: 'application/x-pem-file' };
  const added = await (await callerOf('quantri')).send('POST', '/signing/roots', { files: [root], data: { world: 'demonstration' } });
  expect(added.status).toBe(201);
  reader.plugIn(tokenName, authority.issue(personName, inDays(-30), inDays(300), 'mat-khau-cua-tep'));
  agent = await AgentAtDesk.for(reader, province().url);
  await setAddress(agent.address);
});
test.afterAll(async () => {
  await agent.stop();
  for (const key of (await signer.get('/signing/keys')).items) {
    if (key.kind === 'token') await signer.send('DELETE', `/signing/keys/${key.id}`);
  }
  await setAddress(null);
  authority.close();
  reader.close();
});

/** Letters on the signer's desk; how their subjects end. */
async function fillDesk(count: number, mark: string): Promise<string[]> {
  const drafter = await callerOf(`chuyenvien.${agency}`);
  const reviewerPostIds = [(await signer.get('/session')).post.id];
  const subjects = Array.from({ length: count }, (_, index) => `${mark} ${Date.now()} văn bản ${index + 1}`);
  for (const subject of subjects) {
    const draft = await drafter.post('/outgoing/documents', await draftBody(drafter, { agency, subject: `thử ${subject}` }));
    await drafter.post(`/outgoing/documents/${draft.id}/submit`, { reviewerPostIds, note: '' });
  }
  await expect.poll(async () => (await requests('open', mark)).length).toBe(count);
  return subjects;
}
const requests = async (state: string, mark: string): Promise<{ id: string; title: string }[]> =>
  (await signer.get(`/signing/requests?state=${state}&limit=200`)).items.filter((one: { title: string }) => one.title.includes(mark));

/** The desk with the token's key chosen and exactly the requests with that mark ticked. */
async function deskWith(browser: Browser, mark: string, options = {}): Promise<Page> {
  const page = await at(browser, signerName, '/signing', options);
  await expect(page.getByRole('checkbox', { name: /Đã chọn/ })).toBeVisible();
  for (const box of await page.getByRole('checkbox', { name: new RegExp(`Chọn .*${mark}`) }).all()) await box.click();
  return page;
}
const chooseToken = (page: Page) => choose(page, 'Chứng thư số', label);
const openAct = (page: Page) => page.getByRole('button', { name: /^Ký \d+ văn bản$/ }).click();
const signIt = (page: Page) => dialog(page).getByRole('button', { name: 'Ký bằng thiết bị' }).click();

async function expectSound(requestId: string): Promise<void> {
  const file = saved(await signer.get(`/signing/requests/${requestId}/file`));
  const said = pdfsig(file);
  expect(said).toContain('Signature is Valid.');
  expect(said).toContain(personName);
  expect(qpdfCheck(file)).toContain('No syntax or stream encoding errors found');
}

test('where no agent runs the page says how to start it, and finds it once it does', async ({ browser }) => {
  const page = await at(browser, signerName, '/signing/keys');
  await page.getByRole('button', { name: 'Đăng ký thiết bị ký USB' }).click();
  await expect(dialog(page).getByText('Không thấy trình ký trên máy này')).toBeVisible();
  await expect(dialog(page).getByText(`congvu-sign agent --origin ${province().url}`)).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Đăng ký chứng thư' })).toHaveCount(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.screenshot({ path: path.join(pictures, 'signing-token-absent.png') });
  await agent.start();
  await dialog(page).getByRole('button', { name: 'Thử lại' }).click();
  await expect(dialog(page).getByRole('radio', { name: new RegExp(tokenName) })).toBeChecked();
  await page.context().close();
});

test('the certificate of a token is enrolled with a signature of the token, after a refusal and a wrong PIN that enrolled nothing', async ({ browser }) => {
  const page = await at(browser, signerName, '/signing/keys');
  await page.getByRole('button', { name: 'Đăng ký thiết bị ký USB' }).click();
  await expect(dialog(page).getByRole('radio', { name: new RegExp(tokenName) })).toBeChecked();
  await dialog(page).getByRole('textbox', { name: 'Tên gọi' }).fill(label);
  const enrol = dialog(page).getByRole('button', { name: 'Đăng ký chứng thư' });

  await enrol.click();
  await agent.refuse();
  await expect(dialog(page).getByText('Người dùng không đồng ý ký.')).toBeVisible();
  await enrol.click();
  await agent.allow('000000');
  await expect(dialog(page).getByText(/Sai mã PIN/)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.screenshot({ path: path.join(pictures, 'signing-token-enrol.png') });
  expect((await signer.get('/signing/keys')).items.some((key: { kind: string }) => key.kind === 'token')).toBe(false);

  await enrol.click();
  const question = await agent.allow();
  expect(question).toContain(province().url);
  expect(question).toContain(`Xác nhận giữ khoá để đăng ký chứng thư của ${personName}`);
  await expectToast(page, 'Đã đăng ký thiết bị ký USB');
  const card = page.locator('.v-card').filter({ hasText: label });
  await expect(card.getByText('Thiết bị ký USB')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Đổi mã PIN' })).toHaveCount(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.context().close();
});

test('one document is signed with the token: a refusal signs nothing, a yes and the PIN do', async ({ browser }) => {
  const mark = 'ký bằng thiết bị';
  await fillDesk(1, mark);
  const page = await deskWith(browser, mark);
  await chooseToken(page);
  await expect(page.getByText('Thiết bị sẵn sàng')).toBeVisible();
  await openAct(page);
  expect(await accessibilityProblems(page)).toEqual([]);
  await signIt(page);
  await expect(dialog(page).getByText('Hãy trả lời trình ký')).toBeVisible();
  await page.screenshot({ path: path.join(pictures, 'signing-token-asking.png') });
  await agent.refuse();
  await expect(dialog(page).getByText('Người dùng không đồng ý ký.')).toBeVisible();
  expect(await requests('open', mark)).toHaveLength(1);

  await signIt(page);
  expect(await agent.allow()).toContain(mark);
  await expectToast(page, 'Đã ký văn bản');
  const [done] = await requests('signed', mark);
  await expectSound(done?.id ?? '');
  const acts = (await (await callerOf('quantri')).get('/audit?limit=200')).items.filter((row: { entityId?: string; entity?: { id: string } }) => (row.entityId ?? row.entity?.id) === done?.id);
  expect(acts.map((row: { act: string }) => row.act)).toContain('signing.signed');
  await page.context().close();
});

test('many documents are signed in one act under one PIN, and every one has its result', async ({ browser }) => {
  const mark = 'đợt thiết bị';
  const subjects = await fillDesk(4, mark);
  const page = await deskWith(browser, mark);
  await chooseToken(page);
  await openAct(page);
  await signIt(page);
  const question = await agent.allow();
  for (const subject of subjects) expect(question).toContain(subject);
  await expect(dialog(page).getByText('Kết quả ký')).toBeVisible();
  await expect(dialog(page).getByText('Đã ký B-B')).toHaveCount(subjects.length);
  expect(await accessibilityProblems(page)).toEqual([]);
  const signed = await requests('signed', mark);
  expect(signed).toHaveLength(subjects.length);
  for (const { id } of signed) await expectSound(id);
  await page.context().close();
});

test('what was signed before the token was taken out is kept, and the rest is told and stays on the desk', async ({ browser }) => {
  const mark = 'rút thiết bị';
  await fillDesk(3, mark);
  const page = await deskWith(browser, mark);
  // The agent's own answer, as it is when the token goes after the first document.
  await page.route(`${agent.address}/v1/signatures`, async (route) => {
    const response = await route.fetch();
    const { results } = await response.json();
    const error = { code: 'tokenRemoved', vi: 'Thiết bị đã bị rút ra.', en: 'The token was taken out.' };
    await route.fulfill({ response, json: { results: results.map((one: object, index: number) => (index === 0 ? one : { error })) } });
  });
  await chooseToken(page);
  await openAct(page);
  await signIt(page);
  await agent.allow();
  await expect(dialog(page).getByText('Kết quả ký')).toBeVisible();
  await expect(dialog(page).getByText('Đã ký B-B')).toHaveCount(1);
  await expect(dialog(page).getByText('Thiết bị đã bị rút ra.')).toHaveCount(2);
  await page.screenshot({ path: path.join(pictures, 'signing-token-results.png') });
  expect(await requests('signed', mark)).toHaveLength(1);
  expect(await requests('open', mark)).toHaveLength(2);
  await page.context().close();
});

test('the token is operated by keyboard alone', async ({ browser }) => {
  const mark = 'bàn phím';
  await fillDesk(1, mark);
  const page = await deskWith(browser, mark);
  await chooseToken(page);
  await expect(page.getByText('Thiết bị sẵn sàng')).toBeVisible();
  await page.getByRole('button', { name: /^Ký \d+ văn bản$/ }).focus();
  await page.keyboard.press('Enter');
  const button = dialog(page).getByRole('button', { name: 'Ký bằng thiết bị' });
  await expect(button).toBeVisible();
  for (let steps = 0; steps < 10 && !(await button.evaluate((element) => element === document.activeElement)); steps += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await agent.allow();
  await expectToast(page, 'Đã ký văn bản');
  await page.context().close();
});

test('a token that is not plugged in, and no agent at all, are told on the desk, and the key on the server still signs', async ({ browser }) => {
  const mark = 'không có thiết bị';
  await fillDesk(1, mark);
  reader.takeOut(tokenName);
  await agent.stop();
  await agent.start();
  const page = await deskWith(browser, mark);
  await chooseToken(page);
  await expect(page.getByText('Chưa thấy chứng thư số nào')).toBeVisible();
  reader.plugIn('thiet-bi-khac', authority.issue('Người Khác', inDays(-30), inDays(300), 'mat-khau-cua-tep'));
  await agent.stop();
  await agent.start();
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByText('Chưa cắm đúng thiết bị')).toBeVisible();
  await agent.stop();
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByText('Không thấy trình ký trên máy này')).toBeVisible();
  await openAct(page);
  await expect(dialog(page).getByText('Không thấy trình ký trên máy này')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Ký bằng thiết bị' })).toHaveCount(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Đóng' }).last().click();

  await choose(page, 'Chứng thư số', 'Chữ ký cá nhân');
  await openAct(page);
  await dialog(page).getByLabel('Mã PIN').fill(province().pin);
  await dialog(page).getByRole('button', { name: 'Xác nhận' }).click();
  await expectToast(page, 'Đã ký văn bản');
  await page.context().close();
});

test('on a phone the desk begins with the key on the server and says that tokens are for computers', async ({ browser }) => {
  const mark = 'trên điện thoại';
  await fillDesk(1, mark);
  const page = await deskWith(browser, mark, phone);
  await page.getByRole('radio', { name: 'Tuỳ chọn' }).or(page.getByRole('button', { name: 'Tuỳ chọn' })).first().click();
  await expect(page.getByRole('combobox', { name: 'Chứng thư số' })).toContainText('Chữ ký cá nhân');
  await chooseToken(page);
  await expect(page.getByText('Thiết bị ký USB chỉ dùng trên máy tính').first()).toBeVisible();
  await openAct(page);
  await expect(dialog(page).getByText('Thiết bị ký USB chỉ dùng trên máy tính')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Ký bằng thiết bị' })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.screenshot({ path: path.join(pictures, 'signing-token-phone.png') });
  await page.context().close();
});
