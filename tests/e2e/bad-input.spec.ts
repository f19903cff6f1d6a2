// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Caller, callerOf } from './caller';
import * as hostile from './hostilePdfs';
import { dateIn, draftBody, issuedFile } from './papers';
import { saved } from './pdfTools';
import { at, contextOf, dialog, expectToast } from './people';
import { province } from './startServer';

/** Each mistake is answered with its own message, and nothing that was typed or sent before is lost. */

const clerkName = 'vanthu.suoimau';

async function someLetter(): Promise<Buffer> {
  const { items } = await (await callerOf('vanthu.tinh')).get('/outgoing/documents?state=issued&limit=1');
  return issuedFile('tinh', items[0].id);
}

/** What the intake says of one file, once it has been looked at. */
async function uploaded(name: string, bytes: Buffer) {
  const clerk = await callerOf(clerkName);
  const answer = await clerk.send('POST', '/incoming/proposals', { files: [{ name, bytes }] });
  expect(answer.status, JSON.stringify(answer.data)).toBeLessThan(300);
  const { id } = answer.data.items[0];
  const proposal = async () => (await clerk.get(`/incoming/proposals/${id}`)).proposal;
  await expect.poll(async () => (await proposal()).state).not.toBe('waiting');
  return proposal();
}

async function refusal(name: string, bytes: Buffer): Promise<string> {
  const { state, failure } = await uploaded(name, bytes);
  expect(state).toBe('failed');
  return failure.replace('incoming.', '');
}

test('files that are no usable PDF are refused, each for its own reason, and the page says why', async ({ browser }) => {
  const letter = await someLetter();
  const plain = saved(letter);
  const encrypted = `${plain}.encrypted`;
  execFileSync('qpdf', ['--encrypt', 'open', 'own', '256', '--', plain, encrypted]);
  expect(await refusal('khong-phai.pdf', Buffer.from('Đây là một đoạn văn bản thường.'))).toBe('file-not-pdf');
  expect(await refusal('cut.pdf', letter.subarray(0, Math.floor(letter.length / 2)))).toBe('file-truncated');
  expect(await refusal('rong.pdf', Buffer.alloc(0))).toBe('file-empty');
  expect(await refusal('mat-khau.pdf', readFileSync(encrypted))).toBe('file-encrypted');

  const page = await at(browser, clerkName, '/incoming/intake');
  const queue = page.getByRole('region', { name: 'Hàng chờ vào sổ' });
  for (const message of ['Tệp không phải là PDF.', 'Tệp PDF bị cắt cụt hoặc hỏng.', 'Tệp rỗng (0 byte).', 'Tệp PDF được đặt mật khẩu.']) {
    await expect(queue.getByText(message).first()).toBeVisible();
  }
  await page.context().close();
});

test('an encrypted PDF is refused also when it opens without a password, and a file over the size limit for its size', async () => {
  const letter = await someLetter();
  const plain = saved(letter);
  const open = `${plain}.open`;
  execFileSync('qpdf', ['--encrypt', '', 'own', '256', '--', plain, open]);
  expect(await refusal('ma-hoa.pdf', readFileSync(open))).toBe('file-encrypted');
  const administrator = await callerOf('quantri');
  const unitId = (await (await callerOf(clerkName)).get('/session')).post.agencyId;
  const limit = (value: unknown) => administrator.put('/settings', { unitId, changes: [{ key: 'incoming.largest_file_mb', value }] });
  await limit(1);
  expect(await refusal('qua-lon.pdf', Buffer.concat([letter, Buffer.alloc(1024 * 1024)]))).toBe('file-too-large');
  await limit(null);
  const whole = await (await callerOf(clerkName)).announced('/incoming/proposals', 600 * 1024 * 1024);
  expect([whole.status, whole.data.code]).toEqual([413, 'too-large']);
});

/** What the server process has used at most, in MB. */
const peakMegabytes = (processId: string) => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1]) / 1024;

const bombs: [string, () => Buffer, string | null, string | null][] = [
  ['no-trong-mot-tep-nho', hostile.inflatingPages, 'file-too-large-inside', 'Nội dung bên trong tệp PDF lớn bất thường nên bị từ chối.'],
  ['bang-tham-chieu-phinh-to', hostile.inflatingReferences, 'file-truncated', null],
  ['cay-trang-qua-sau', hostile.deepPageTree, 'file-endless-pages', null],
  ['mot-tram-nghin-trang', hostile.hundredThousandPages, 'file-too-many-pages', 'Tệp PDF có quá nhiều trang.'],
  ['cay-trang-vong', hostile.circularPageTree, 'file-endless-pages', 'Cây trang của tệp PDF lặp vòng hoặc lồng nhau quá sâu nên bị từ chối.'],
  ['cay-trang-vong-giau-kin', hostile.hiddenPageLoop, 'file-endless-pages', null],
  ['cay-trang-200-tang', hostile.pageTreeOf200Levels, 'file-endless-pages', null],
  // These two open as pages for whoever is patient with them; what matters is that they end.
  ['tham-chieu-vong', hostile.circularReferences, null, null],
  ['mang-long-nhau', hostile.deepArrays, null, null],
];

test('a PDF that tries to be endless is refused while others go on working, and the server stays small', async ({ browser }) => {
  test.setTimeout(180_000);
  for (const [name, make, failure] of bombs) {
    const looked = uploaded(`${name}.pdf`, make());
    const other = await callerOf('chuyenvien.doithu');
    const since = Date.now();
    await other.get('/outgoing/documents?limit=20');
    expect(Date.now() - since, `somebody else waits for ${name}`).toBeLessThan(2_000);
    const { state, failure: found } = await looked;
    if (failure) expect([name, state, found.replace('incoming.', '')]).toEqual([name, 'failed', failure]);
    else expect([name, ['ready', 'failed'].includes(state)]).toEqual([name, true]);
  }
  const processId = process.env.CONGVU_E2E_PID;
  if (!processId) throw new Error('CONGVU_E2E_PID must name the process of the server');
  expect(peakMegabytes(processId)).toBeLessThan(512);
  const page = await at(browser, clerkName, '/incoming/intake');
  const queue = page.getByRole('region', { name: 'Hàng chờ vào sổ' });
  for (const [, , , message] of bombs) if (message) await expect(queue.getByText(message).first()).toBeVisible();
  await page.context().close();
});

test('what is wrong is said in English to whoever asks in English', async () => {
  const caller = await Caller.signIn('chuyenvien.doithu');
  const headers = { 'Accept-Language': 'en' };
  const token = await caller.send('PUT', '/session/preferences', { json: { theme: 'dark' }, csrf: 'wrong', headers });
  expect([token.data.detail, token.data.code]).toEqual(['The request did not come from your page. Reload the page.', 'csrf']);
  const draft = await draftBody(caller, { agency: 'doithu', subject: 'thử', dueOn: dateIn(-3) });
  const past = await caller.send('POST', '/outgoing/documents', { json: draft, headers });
  expect(past.data.errors[0].message).toMatch(/^The deadline .* has passed\.$/);
  const unknown = await caller.send('POST', '/outgoing/documents', { json: { ...draft, dueOn: dateIn(3), colour: 'red' }, headers });
  expect(unknown.data.errors).toContainEqual(expect.objectContaining({ pointer: '/colour', message: 'There is no such field.' }));
});

test('a document with a secrecy stamp is refused with the rule named, and its content is not kept', async ({ browser }) => {
  const drafter = await callerOf('chuyenvien.doithu');
  const draft = await draftBody(drafter, { agency: 'doithu', subject: 'kiểm tra', body: 'TUYỆT MẬT\nNội dung.' });
  const preview = await drafter.send('POST', '/outgoing/preview', { json: { formId: draft.formId, fields: draft.fields } });
  expect(preview.status).toBe(200);
  expect(await refusal('co-dau-mat.pdf', preview.data)).toBe('secret-content');
  const page = await at(browser, clerkName, '/incoming/intake');
  await expect(page.getByText('Luật Bảo vệ bí mật nhà nước 117/2025/QH15').first()).toBeVisible();
  await page.context().close();
});

test('a name with ../ and a name of 300 characters become safe names', async () => {
  const letter = await someLetter();
  const climbing = await uploaded('../../etc/passwd.pdf', letter);
  expect(climbing.fileName).toBe('passwd.pdf');
  const long = await uploaded(`${'a'.repeat(296)}.pdf`, letter);
  expect(long.fileName.length).toBeLessThanOrEqual(200);
  expect(long.state).not.toBe('failed');
});

test('a wrong CSRF token is refused and nothing changes', async () => {
  const caller = await Caller.signIn('chuyenvien.doithu');
  const answer = await caller.send('PUT', '/session/preferences', { json: { theme: 'dark' }, csrf: 'wrong' });
  expect([answer.status, answer.data.code]).toEqual([403, 'csrf']);
  expect((await caller.get('/session')).theme).not.toBe('dark');
});

test('an unknown field is named', async () => {
  const caller = await callerOf('chuyenvien.doithu');
  const draft = await draftBody(caller, { agency: 'doithu', subject: 'thử' });
  const answer = await caller.send('POST', '/outgoing/documents', { json: { ...draft, colour: 'red' } });
  expect(answer.status).toBe(422);
  expect(answer.data.errors).toContainEqual(expect.objectContaining({ pointer: '/colour', code: 'unknown-field' }));
});

test('a deadline in the past is refused, with the day', async () => {
  const caller = await callerOf('chuyenvien.doithu');
  const draft = await draftBody(caller, { agency: 'doithu', subject: 'thử', dueOn: dateIn(-3) });
  const answer = await caller.send('POST', '/outgoing/documents', { json: draft });
  expect(answer.status).toBe(422);
  expect(answer.data.errors[0]).toMatchObject({ pointer: '/dueOn', code: 'outgoing.due-in-past' });
});

test('when the session has ended, the typed text survives signing in again', async ({ browser }) => {
  const caller = await Caller.signIn('chuyenvien.doithu');
  const draft = await caller.post('/outgoing/documents', await draftBody(caller, { agency: 'doithu', subject: 'giữ nội dung đang gõ' }));
  const context = await contextOf(browser, caller);
  const page = await context.newPage();
  await page.goto(`/outgoing/documents/${draft.id}/edit`);
  const body = page.getByRole('textbox', { name: /^Nội dung/ });
  await body.fill('Đoạn văn vừa gõ, chưa lưu.');
  await caller.send('DELETE', '/session');
  await expect(dialog(page).getByText('Nội dung đang soạn trên trang vẫn còn.')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Mật khẩu' }).fill(province().password);
  await dialog(page).getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(body).toHaveValue('Đoạn văn vừa gõ, chưa lưu.');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expectToast(page, 'Đã lưu phiên bản 2');
  const kept = await (await callerOf('chuyenvien.doithu')).get(`/outgoing/documents/${draft.id}`);
  expect(kept.fields.body).toBe('Đoạn văn vừa gõ, chưa lưu.');
  await context.close();
});

test('of two people who edit one draft the second sees both texts and joins them', async ({ browser }) => {
  const caller = await callerOf('chuyenvien.doithu');
  const path = `/outgoing/documents/${(await caller.post('/outgoing/documents', await draftBody(caller, { agency: 'doithu', subject: 'hai người cùng sửa' }))).id}`;
  const first = await at(browser, 'chuyenvien.doithu', `${path}/edit`);
  const second = await at(browser, 'chuyenvien.doithu', `${path}/edit`);
  const bodyOf = (page: typeof first) => page.getByRole('textbox', { name: /^Nội dung/ });
  await bodyOf(first).fill('Bản của người thứ nhất.');
  await bodyOf(second).fill('Bản của người thứ hai.');
  await first.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expectToast(first, 'Đã lưu phiên bản 2');
  await second.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(dialog(second).getByText('Có người đã lưu bản khác')).toBeVisible();
  await expect(dialog(second).getByText('thứ nhất').first()).toBeVisible();
  await dialog(second).getByRole('button', { name: 'Lưu bản đã chọn' }).click();
  await expectToast(second, 'Đã lưu phiên bản 3');
  expect((await caller.get(path)).fields.body).toBe('Bản của người thứ hai.');
  await first.context().close();
  await second.context().close();
});

test('wrong PINs are counted, lock the key, and the administrator unlocks it', async ({ browser }) => {
  const signer = await callerOf('phochutich.tinh');
  const drafter = await callerOf('chuyenvien.tinh');
  const draft = await drafter.post('/outgoing/documents', await draftBody(drafter, { agency: 'tinh', subject: 'thử mã PIN' }));
  const { id: postId } = (await signer.get('/session')).post;
  await drafter.post(`/outgoing/documents/${draft.id}/submit`, { reviewerPostIds: [postId], note: '' });
  const requestOf = async () => (await signer.get('/signing/requests?limit=200')).items.find((one: { link: string }) => one.link.endsWith(draft.id));
  await expect.poll(requestOf).toBeTruthy();
  const request = await requestOf();
  const [key] = (await signer.get('/signing/keys')).items;
  const sign = (pin: string) => signer.send('POST', '/signing/sign', { json: { requestIds: [request.id], keyId: key.id, pin, places: [] } });

  for (const left of [4, 3, 2, 1]) {
    const answer = await sign('000000');
    expect(answer.data.errors[0]).toMatchObject({ pointer: '/pin', code: 'signing.wrong-pin', message: `Mã PIN không đúng. Còn ${left} lần thử.` });
  }
  await sign('000000');
  const locked = await sign(province().pin);
  expect([locked.status, locked.data.code]).toEqual([423, 'signing.key-locked']);

  const administrator = await at(browser, 'quantri', '/signing/admin');
  const row = administrator.getByRole('row').filter({ hasText: 'Trần Thị Ví Dụ' });
  await expect(row.getByText('Bị khoá')).toBeVisible();
  await row.getByRole('button', { name: 'Mở khoá' }).click();
  await expectToast(administrator, 'Đã mở khoá');
  await administrator.context().close();
  expect((await sign(province().pin)).data.results[0].isSigned).toBe(true);
});
