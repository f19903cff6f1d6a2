// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { callerOf } from './caller';
import { draftBody } from './papers';
import { pdfsig, saved } from './pdfTools';
import { at, choose, dialog, expectToast, openLine, phone } from './people';
import { province } from './startServer';

/**
 * The chair is away. His deputy gives a direction and signs KT. for him; the documents and the signature say so. Then the mandate is revoked.
 * One story: each test goes on where the one before has ended.
 */
test.describe.configure({ mode: 'serial' });

const agency = 'doithu';
const mark = Date.now() % 1_000_000;
const incomingSubject = `chủ động phòng chống mưa bão đợt ${mark}`;
const letterSubject = `đề nghị phối hợp phòng chống mưa bão đợt ${mark}`;
const story = { incomingId: '', letterId: '' };
const chairName = 'Đỗ Văn Mẫu';
const deputyName = 'Hồ Thị Ví Dụ';

async function postOf(role: string): Promise<string> {
  return (await (await callerOf(`${role}.${agency}`)).get('/session')).post.id;
}

test('a document waits for the chair, a letter for his signature', async () => {
  const clerk = await callerOf(`vanthu.${agency}`);
  const facts = { symbol: `${mark}/UBND-VP`, issuerName: 'Ủy ban nhân dân tỉnh Sông Mẫu', typeId: 'cong-van', subject: incomingSubject };
  story.incomingId = (await clerk.post('/incoming/documents', { facts, submitToPostId: await postOf('chutich') })).id;
  const drafter = await callerOf(`chuyenvien.${agency}`);
  story.letterId = (await drafter.post('/outgoing/documents', await draftBody(drafter, { agency, subject: letterSubject }))).id;
  await drafter.post(`/outgoing/documents/${story.letterId}/submit`, { reviewerPostIds: [await postOf('chutich')], note: '' });
  expect((await drafter.get(`/outgoing/documents/${story.letterId}`)).state).toBe('to_sign');
});

test('the chair enters his absence and entrusts directions and signature to his deputy', async ({ browser }) => {
  const page = await at(browser, `chutich.${agency}`, '/mandates');
  await page.getByRole('button', { name: 'Ghi vắng mặt' }).click();
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Công tác tại tỉnh');
  await dialog(page).getByRole('button', { name: 'Ghi vắng mặt' }).click();
  await expectToast(page, 'Đã ghi vắng mặt');
  await expect(page.getByRole('list', { name: 'Vắng mặt' }).getByText('Đang vắng')).toBeVisible();

  await page.getByRole('button', { name: 'Uỷ quyền' }).click();
  await choose(page, 'Người thay', deputyName);
  await expect(dialog(page).getByRole('checkbox', { name: 'Ký văn bản đi' })).toBeChecked();
  await expect(dialog(page).getByRole('checkbox', { name: 'Cho ý kiến chỉ đạo văn bản đến' })).toBeChecked();
  await expect(dialog(page).getByRole('radio', { name: /^KT\./ })).toBeChecked();
  await dialog(page).getByRole('button', { name: 'Uỷ quyền' }).click();
  await expectToast(page, 'Đã uỷ quyền');
  const given = page.getByRole('list', { name: 'Uỷ quyền' }).getByRole('listitem').first();
  await expect(given).toContainText(`Phó Chủ tịch ${deputyName} thay mặt Chủ tịch ${chairName}`);
  await expect(given).toContainText('Đang có hiệu lực');
  await page.context().close();
});

test('the deputy is told, sees the chair’s work marked and counted, and gives the direction for him', async ({ browser }) => {
  const page = await at(browser, `phochutich.${agency}`, '/');
  await expect(page.getByText(`Thay mặt Chủ tịch ${chairName}`).first()).toBeVisible();
  await page.goto('/notifications');
  await expect(page.getByText('Anh/chị được uỷ quyền').first()).toBeVisible();
  await page.goto('/work');
  const row = page.getByRole('row').filter({ hasText: incomingSubject });
  await expect(row).toContainText(`Thay mặt Chủ tịch ${chairName}`);
  await openLine(page, incomingSubject);
  await expect(page).toHaveURL(new RegExp(`/incoming/documents/${story.incomingId}`));
  await expect(page.getByText(`Đang thay mặt Chủ tịch ${chairName}`).first()).toBeVisible();
  await page.getByRole('button', { name: 'Cho ý kiến chỉ đạo' }).click();
  await choose(page, 'Chủ trì', 'Phòng Kinh tế');
  await page.getByRole('textbox', { name: 'Ý kiến' }).fill('Giao Phòng Kinh tế tham mưu kế hoạch.');
  await page.getByRole('button', { name: 'Gửi ý kiến chỉ đạo' }).click();
  await expectToast(page, 'Đã cho ý kiến chỉ đạo');
  await expect(page.getByText(`Phó Chủ tịch, thay mặt Chủ tịch ${chairName}`).first()).toBeVisible();
  await page.context().close();
});

test('on a phone the deputy has the letter laid out with KT. and signs it with her own key', async ({ browser }) => {
  const page = await at(browser, `phochutich.${agency}`, '/work', phone);
  await expect(page.getByText(`Đang thay mặt Chủ tịch ${chairName}`).first()).toBeVisible();
  await page.goto(`/outgoing/documents/${story.letterId}`);
  await page.getByRole('button', { name: 'Chuẩn bị ký' }).click();
  await dialog(page).getByRole('button', { name: 'Chuẩn bị ký' }).click();
  await expectToast(page, 'Đã lập lại khối chữ ký');
  await page.getByRole('button', { name: 'Ký số', exact: true }).click();
  await page.getByRole('button', { name: 'Ký 1 văn bản' }).click();
  await dialog(page).getByLabel('Mã PIN').fill(province().pin);
  await dialog(page).getByRole('button', { name: 'Xác nhận' }).click();
  await expectToast(page, 'Đã ký văn bản');
  await page.context().close();

  const clerk = await callerOf(`vanthu.${agency}`);
  const letter = await clerk.get(`/outgoing/documents/${story.letterId}`);
  expect([letter.state, letter.signerName, letter.signerTitle]).toEqual(['signed', deputyName, 'Phó Chủ tịch']);
  const file = saved(await clerk.get(`/outgoing/documents/${story.letterId}/files/${letter.file.id}`));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const block = ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', deputyName].map((line) => text.indexOf(line));
  expect(block).not.toContain(-1);
  expect(block).toEqual(block.toSorted((one, other) => one - other));
  expect(text).not.toContain(chairName);
  expect(pdfsig(file)).toContain('Signature is Valid.');
  const history = JSON.stringify(await clerk.get(`/outgoing/documents/${story.letterId}/timeline`));
  expect(history).toContain(`Phó Chủ tịch, thay mặt Chủ tịch ${chairName}`);
  const { items } = await (await callerOf('quantri')).get(`/audit?act=outgoing.signature-taken&entityId=${story.letterId}&limit=10`);
  expect(items[0].detail.behalf).toMatchObject({ title: 'Chủ tịch', name: chairName });
});

test('back early, the chair ends the absence; from the next request the mandate opens nothing', async ({ browser }) => {
  const acting = await at(browser, `phochutich.${agency}`, `/incoming/documents/${story.incomingId}`);
  await expect(acting.getByText(`Đang thay mặt Chủ tịch ${chairName}`).first()).toBeVisible();

  const page = await at(browser, `chutich.${agency}`, '/mandates');
  await page.getByRole('button', { name: 'Đã trở lại' }).click();
  await dialog(page).getByRole('button', { name: 'Đã trở lại' }).click();
  await expectToast(page, 'Đã kết thúc vắng mặt');
  const given = page.getByRole('list', { name: 'Uỷ quyền' }).getByRole('listitem').first();
  await given.getByRole('button', { name: 'Thu hồi' }).click();
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Đã về');
  await dialog(page).getByRole('button', { name: 'Thu hồi' }).click();
  await expectToast(page, 'Đã thu hồi uỷ quyền');
  await expect(given).toContainText('Đã thu hồi');
  await page.context().close();

  await expect(acting.getByText(`Đang thay mặt Chủ tịch ${chairName}`)).toHaveCount(0);
  await acting.context().close();
  const deputy = await callerOf(`phochutich.${agency}`);
  const session = await deputy.get('/session');
  expect([session.actingFor, session.mandates, session.post.title]).toEqual([null, [], 'Phó Chủ tịch']);
  expect((await deputy.get('/work-items/counters')).onBehalf).toEqual([]);
});
