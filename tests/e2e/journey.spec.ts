// SPDX-License-Identifier: Apache-2.0
import { expect, type Page, test } from '@playwright/test';
import { callerOf } from './caller';
import { dateIn, dayMonthYear, issuedFile, issueLetter } from './papers';
import { mutoolVerify, pdfsig, qpdfCheck, revisionEnds, saved } from './pdfTools';
import { at, choose, dialog, expectToast, openLine, phone, signIn } from './people';
import { province } from './startServer';

/**
 * A directive of the province comes to the commune Đồi Thử; tasks go out, a signed answer goes back. The chair works on a phone.
 * One story: each test goes on where the one before has ended.
 */
test.describe.configure({ mode: 'serial' });

const subject = `kiểm tra an toàn công trình thủy lợi đợt ${Date.now() % 1_000_000}`;
const answerSubject = `kết quả ${subject}`;
const story = { arrivalNumber: 0, documentId: '', taskId: '', answerId: '' };
const idIn = (page: Page) => page.url().split('/').at(-1) ?? '';

async function dropFile(page: Page, name: string, bytes: Buffer) {
  const transfer = await page.evaluateHandle(
    ([fileName, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], fileName, { type: 'application/pdf' }));
      return data;
    },
    [name, bytes.toString('base64')] as const,
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Thả tệp để đưa vào hàng chờ')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('a dropped directive is read, each proposed value with its place, corrected by keyboard and registered', async ({ browser }) => {
  const body = `Ủy ban nhân dân tỉnh yêu cầu Ủy ban nhân dân các xã kiểm tra toàn bộ hồ, đập trên địa bàn và gửi báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày ${dayMonthYear(dateIn(20))}.`;
  const directive = await issueLetter({ agency: 'tinh', subject, body, urgency: 'urgent', dueOn: dateIn(20) });
  const file = await issuedFile('tinh', directive);

  const page = await signIn(browser, 'vanthu.doithu');
  await page.goto('/incoming');
  await expect(page.getByRole('heading', { level: 1, name: 'Văn bản đến' })).toBeVisible();
  await dropFile(page, 'chi-dao.pdf', file);
  await page.getByRole('region', { name: 'Hàng chờ vào sổ' }).getByRole('link', { name: new RegExp(subject) }).click();
  await expect(page).toHaveURL(/\/incoming\/intake\/.+/);
  await expect(page.getByRole('textbox', { name: 'Số, ký hiệu' })).toHaveValue(/^\d+\/UBND-/);
  await expect(page.getByRole('combobox', { name: 'Cơ quan ban hành' })).toHaveValue(/tỉnh Sông Mẫu/i);
  await expect(page.getByRole('textbox', { name: 'Trích yếu' })).toHaveValue(new RegExp(subject));
  await expect(page.getByRole('radio', { name: 'Khẩn', exact: true })).toBeChecked();
  await page.getByRole('textbox', { name: 'Người ký' }).first().focus();
  await expect(page.locator('.v-pdf-highlight')).toBeVisible();
  await page.getByRole('textbox', { name: 'Trích yếu' }).focus();
  await expect(page.locator('.v-pdf-highlight')).toHaveAttribute('aria-label', 'Trích yếu');
  await expect(page.getByText('Hợp lệ').first()).toBeVisible();

  await page.keyboard.press('Control+End');
  await page.keyboard.type(' (bản điện tử)');
  await expect(page.getByText('Đã sửa').first()).toBeVisible();
  await choose(page, 'Trình lãnh đạo', 'Đỗ Văn Mẫu');
  await page.keyboard.press('Control+Enter');
  const toast = page.locator('.v-toast').filter({ hasText: 'Đã vào sổ' });
  await expect(toast).toBeVisible();
  story.arrivalNumber = Number(/số đến (\d+)/.exec((await toast.textContent()) ?? '')?.[1]);
  expect(story.arrivalNumber).toBeGreaterThan(0);
  await toast.getByRole('button', { name: 'Mở văn bản' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(subject);
  story.documentId = idIn(page);
  await page.context().close();
});

test('the chair finds it in the inbox on a phone, reads it and gives a direction with one lead, a co-operating unit and a deadline', async ({ browser }) => {
  const page = await signIn(browser, 'chutich.doithu', phone);
  await page.goto('/work');
  await openLine(page, subject);
  await expect(page).toHaveURL(new RegExp(`/incoming/documents/${story.documentId}`));
  await expect(page.locator('.v-pdf-page-box canvas').first()).toBeVisible();
  await page.getByRole('button', { name: 'Cho ý kiến chỉ đạo' }).click();
  await choose(page, 'Chủ trì', 'Phòng Kinh tế');
  await page.getByRole('button', { name: '+5 ngày', exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Ý kiến' }).fill('Giao Phòng Kinh tế kiểm tra, tham mưu văn bản trả lời.');
  await choose(page, 'Phối hợp', 'Phòng Văn hóa - Xã hội');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Gửi ý kiến chỉ đạo' }).click();
  await expectToast(page, 'Đã cho ý kiến chỉ đạo');
  await expect(page.getByText('Giao Phòng Kinh tế kiểm tra, tham mưu văn bản trả lời.').first()).toBeVisible();
  await page.context().close();
});

test('the head of the lead division accepts the task and names its handler', async ({ browser }) => {
  const page = await signIn(browser, 'truongphong.doithu');
  await page.goto('/work');
  await openLine(page, subject);
  await expect(page).toHaveURL(/\/tasks\/.+/);
  story.taskId = idIn(page);
  await page.getByRole('button', { name: 'Tiếp nhận' }).click();
  await dialog(page).getByRole('button', { name: 'Tiếp nhận' }).click();
  await expectToast(page, 'Đã tiếp nhận nhiệm vụ');
  await page.getByRole('button', { name: 'Phân công' }).click();
  await dialog(page).getByRole('checkbox', { name: /Mai Thị Giả Định/ }).click();
  await dialog(page).getByRole('button', { name: 'Phân công' }).click();
  await expectToast(page, 'Đã phân công');
  await page.context().close();

  const other = await at(browser, 'truongphongvhxh.doithu', '/work');
  await expect(other.getByText(subject).first()).toBeVisible();
  await other.context().close();
});

test('the handler reports progress with a file and drafts the answer with its live preview', async ({ browser }) => {
  const page = await signIn(browser, 'chuyenvien.doithu');
  await page.goto(`/tasks/${story.taskId}`);
  await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click();
  await dialog(page).getByRole('spinbutton', { name: 'Mức hoàn thành (%)' }).fill('60');
  await dialog(page).getByRole('textbox', { name: 'Nội dung báo cáo' }).fill('Đã kiểm tra 3 trong 5 hồ chứa.');
  await dialog(page).locator('input[type=file]').setInputFiles({ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await dialog(page).getByRole('button', { name: 'Báo cáo tiến độ' }).click();
  await expectToast(page, 'Đã gửi báo cáo');
  await expect(page.getByText('bien-ban.pdf').first()).toBeVisible();

  await page.goto(`/outgoing/new?sourceDocumentId=${story.documentId}&sourceTaskId=${story.taskId}`);
  await page.getByRole('link', { name: /Công văn/ }).first().click();
  await expect(page.getByText('Trả lời văn bản đến')).toBeVisible();
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill(answerSubject);
  const preview = page.getByRole('region', { name: 'Xem trước' });
  await expect(preview.locator('.textLayer').first()).toContainText(answerSubject.slice(0, 20));
  await page.getByRole('textbox', { name: /^Nội dung/ }).fill('Ủy ban nhân dân xã Đồi Thử báo cáo kết quả kiểm tra: 5 hồ chứa vận hành an toàn.');
  await expect(preview.locator('.textLayer').first()).toContainText('5 hồ chứa');
  await page.getByRole('button', { name: 'Lưu và xem' }).click();
  await expect(page).toHaveURL(/\/outgoing\/documents\/[^/]+$/);
  story.answerId = idIn(page);
  await page.getByRole('button', { name: 'Trình', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Trình', exact: true }).click();
  await expectToast(page, 'Đã trình dự thảo');
  await page.context().close();
});

for (const [role, note] of [
  ['truongphong', 'Nhất trí.'],
  ['chanhvanphong', 'Đúng thể thức.'],
] as const) {
  test(`${role === 'truongphong' ? 'the head of division' : 'the head of the office'} passes the draft on`, async ({ browser }) => {
    const page = await at(browser, `${role}.doithu`, '/work');
    await openLine(page, answerSubject);
    await expect(page).toHaveURL(new RegExp(story.answerId));
    await page.getByRole('button', { name: 'Đồng ý, chuyển tiếp' }).click();
    await dialog(page).getByRole('textbox').fill(note);
    await dialog(page).getByRole('button', { name: 'Đồng ý, chuyển tiếp' }).click();
    await expectToast(page, 'Đã chuyển bước tiếp theo');
    await page.context().close();
  });
}

test('the chair signs on a phone with the PIN', async ({ browser }) => {
  const page = await at(browser, 'chutich.doithu', '/work', phone);
  await openLine(page, answerSubject);
  await expect(page).toHaveURL(/\/signing/);
  await expect(page.locator('.v-pdf-page-box canvas').first()).toBeVisible();
  await page.getByRole('button', { name: 'Ký 1 văn bản' }).click();
  await dialog(page).getByLabel('Mã PIN').fill(province().pin);
  await dialog(page).getByRole('button', { name: 'Xác nhận' }).click();
  await expectToast(page, 'Đã ký văn bản');
  await page.context().close();
});

test('the clerk gives number and date, applies the seal and issues', async ({ browser }) => {
  const page = await at(browser, 'vanthu.doithu', '/work');
  await openLine(page, answerSubject);
  await page.getByRole('button', { name: 'Cấp số' }).click();
  await dialog(page).getByRole('button', { name: 'Cấp số' }).click();
  await expectToast(page, /Đã cấp số \d+\/UBND/);
  await page.getByRole('button', { name: 'Đóng dấu' }).click();
  await page.getByRole('button', { name: 'Đóng dấu 1 văn bản' }).click();
  await dialog(page).getByLabel('Mã PIN').fill(province().pin);
  await dialog(page).getByRole('button', { name: 'Xác nhận' }).click();
  await expectToast(page, 'Đã ký văn bản');
  await page.goto(`/outgoing/documents/${story.answerId}`);
  await page.getByRole('button', { name: 'Phát hành' }).click();
  await dialog(page).getByRole('button', { name: 'Phát hành' }).click();
  await expectToast(page, 'Đã phát hành văn bản');
  await page.context().close();
});

test('both signatures are valid for pdfsig and mutool, and the first revision is a byte prefix of the issued file', async () => {
  const pdf = await issuedFile('doithu', story.answerId);
  const file = saved(pdf);
  expect(pdfsig(file).match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2);
  expect(mutoolVerify(file)).not.toMatch(/invalid|fail(?!ed to verify certificate)/i);
  expect(qpdfCheck(file)).toContain('No syntax or stream encoding errors found');
  const [first = 0, second = 0] = revisionEnds(pdf);
  expect(first).toBeGreaterThan(0);
  expect(second).toBe(pdf.length);
  const revision = saved(pdf.subarray(0, first));
  expect(pdfsig(revision)).toContain('Signature is Valid.');
  expect(qpdfCheck(revision)).toContain('No syntax or stream encoding errors found');
});

test('the province sees the answer with verified signatures, and its statuses flow back to the sender', async ({ browser }) => {
  const page = await signIn(browser, 'vanthu.tinh');
  await page.goto('/incoming?tab=arrived');
  await openLine(page, answerSubject);
  await expect(page).toHaveURL(/\/incoming\/deliveries\/.+/);
  const signatures = page.locator('.v-card').filter({ hasText: 'Chữ ký số' });
  await expect(signatures.getByText('Đỗ Văn Mẫu')).toBeVisible();
  await expect(signatures.getByText('Hợp lệ')).toHaveCount(3);

  const sender = await at(browser, 'vanthu.doithu', `/outgoing/documents/${story.answerId}`);
  const recipients = sender.locator('.recipients .now');
  const history = sender.getByRole('list', { name: /^Lịch sử gửi, nhận/ });
  await expect(recipients.getByText('Đã đến')).toBeVisible();
  await page.getByRole('button', { name: 'Tiếp nhận' }).click();
  await page.getByRole('button', { name: 'Vào sổ' }).click();
  await expectToast(page, 'Đã vào sổ');
  await expect(page).toHaveURL(/\/incoming\/documents\/.+/);
  await expect(history.locator('.axis-code').filter({ hasText: '03' })).toBeVisible();
  await expect(recipients.getByText(/Số đến \d+/)).toBeVisible();
  const provinceDocument = idIn(page);
  await page.context().close();

  const chair = await callerOf('chutich.tinh');
  const postId = (await chair.get('/session')).post.id;
  const { document } = await chair.get(`/incoming/documents/${provinceDocument}`);
  if (document.state === 'registered') await (await callerOf('vanthu.tinh')).post(`/incoming/documents/${provinceDocument}/submission`, { postId, note: '' });
  const { unitId } = (await (await callerOf('truongphong.tinh')).get('/session')).post;
  await chair.post(`/incoming/documents/${provinceDocument}/direction`, { opinion: 'Để tổng hợp.', assignments: [{ kind: 'lead', unitId, dueOn: dateIn(7) }] });
  await expect(recipients.getByText('Đã phân công')).toBeVisible();

  const head = await callerOf('truongphong.tinh');
  const task = async () => (await head.get('/tasks?limit=200')).items.find((one: { title: string }) => one.title.includes(answerSubject));
  await expect.poll(task).toBeTruthy();
  const { id: taskId } = await task();
  await head.post(`/tasks/${taskId}/acceptance`);
  await head.post(`/tasks/${taskId}/handlers`, { handlerPostIds: [(await head.get('/session')).post.id], note: '' });
  await expect(recipients.getByText('Đang xử lý')).toBeVisible();
  await head.send('POST', `/tasks/${taskId}/result`, { files: [{ name: 'tong-hop.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }], data: { note: 'Đã tổng hợp.' } });
  await chair.post(`/tasks/${taskId}/result-acceptance`);
  await expect(recipients.getByText('Hoàn thành')).toBeVisible();

  // Every status stands there with its time, in the order in which it came: sent, 01 arrived, 03 accepted, 04 assigned, 05 in work, 06 done.
  await expect(history.getByRole('listitem')).toHaveCount(6);
  await expect(history.locator('.axis-code')).toHaveText(['', '01', '03', '04', '05', '06']);
  const times = await history.locator('time').evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
  expect(times.every((time) => !Number.isNaN(Date.parse(time)))).toBe(true);
  expect(times).toEqual(times.toSorted());
  await sender.context().close();
});

test('accepting the result closes the task, the document and every work item', async ({ browser }) => {
  const handler = await at(browser, 'chuyenvien.doithu', `/tasks/${story.taskId}`);
  await handler.getByRole('button', { name: 'Trình kết quả' }).click();
  await dialog(handler).getByRole('textbox', { name: 'Kết quả thực hiện' }).fill('Đã phát hành văn bản trả lời.');
  await dialog(handler).getByRole('button', { name: 'Trình kết quả' }).click();
  await expectToast(handler, 'Đã trình kết quả');
  await handler.context().close();

  const chair = await at(browser, 'chutich.doithu', `/tasks/${story.taskId}`, phone);
  await chair.getByRole('button', { name: 'Duyệt hoàn thành' }).click();
  await dialog(chair).getByRole('button', { name: 'Duyệt hoàn thành' }).click();
  await expectToast(chair, 'Đã duyệt hoàn thành');
  await chair.goto(`/incoming/documents/${story.documentId}`);
  await expect(chair.getByText('Đã hoàn thành').first()).toBeVisible();
  await chair.context().close();

  for (const role of ['vanthu', 'chutich', 'truongphong', 'truongphongvhxh', 'chuyenvien', 'chanhvanphong']) {
    const open = await (await callerOf(`${role}.doithu`)).get('/work-items?state=open&limit=200');
    expect(open.items.filter((item: { title: string }) => item.title.includes(subject)), role).toEqual([]);
  }
});

test('every step stands in the timeline, every act and every opening of a file in the audit log', async ({ browser }) => {
  const page = await at(browser, 'vanthu.doithu', `/incoming/documents/${story.documentId}`);
  for (const step of ['Vào sổ', 'Trình lãnh đạo', 'Cho ý kiến chỉ đạo', 'Bắt đầu xử lý', 'Hoàn thành']) {
    await expect(page.getByText(step, { exact: true }).first()).toBeVisible();
  }
  await page.context().close();

  const audit = await at(browser, 'quantri', `/admin/audit?entityId=${story.answerId}`);
  await expect(audit.getByText('Phát hành').first()).toBeVisible();
  await audit.getByRole('button', { name: 'Kiểm tra toàn vẹn' }).click();
  await expect(audit.getByText('Nhật ký toàn vẹn').first()).toBeVisible();
  await audit.context().close();
  const { items } = await (await callerOf('quantri')).get(`/audit?entityId=${story.documentId}&limit=200`);
  const acts = items.map((row: { act: string }) => row.act);
  expect(acts.some((act: string) => act.includes('direct'))).toBe(true);
  expect(acts.some((act: string) => act.includes('file'))).toBe(true);
});
