// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { callerOf } from './caller';
import { issueLetter } from './papers';
import { at, choose, dialog, expectToast, openLine } from './people';

/** From the file plan to the archive: plan → dossier → documents → closing → transfer list → export, opened and checked. */

const word = `congtac${Date.now()}`;
const schema = path.resolve(import.meta.dirname, '../../docs/dossier-package.xsd');
let dossierUrl = '';

const act = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

async function downloaded(page: Page, start: () => Promise<void>): Promise<string> {
  const waiting = page.waitForEvent('download');
  await start();
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'congvu-records-')), (await waiting).suggestedFilename());
  await (await waiting).saveAs(file);
  return file;
}

test.describe.configure({ mode: 'serial' });

test('the clerk drafts the file plan of the year, by hand and from CSV, and the chair approves it', async ({ browser }) => {
  const clerk = await at(browser, 'vanthu.suoimau', '/records?tab=plans');
  await act(clerk, 'Lập danh mục').click();
  await dialog(clerk).getByRole('button', { name: 'Lập danh mục' }).click();
  await expect(clerk).toHaveURL(/\/records\/plans\//);
  await act(clerk, 'Thêm đề mục').click();
  await dialog(clerk).getByRole('textbox', { name: 'Tên đề mục' }).fill('Tổng hợp');
  await dialog(clerk).getByRole('textbox', { name: 'Chữ viết tắt' }).fill('TH');
  await dialog(clerk).getByRole('button', { name: 'Lưu' }).click();
  await act(clerk, 'Thêm hồ sơ vào Tổng hợp').click();
  await dialog(clerk).getByRole('textbox', { name: 'Tiêu đề hồ sơ' }).fill(`Hồ sơ ${word}`);
  await dialog(clerk).getByRole('textbox', { name: 'Thời hạn bảo quản' }).fill('lâu dài');
  await dialog(clerk).getByRole('button', { name: 'Lưu' }).click();
  await expect(dialog(clerk).getByText('Thời hạn bảo quản phải là “Vĩnh viễn” hoặc số năm').first()).toBeVisible();
  await dialog(clerk).getByRole('textbox', { name: 'Thời hạn bảo quản' }).fill('10 năm');
  await dialog(clerk).getByRole('button', { name: 'Lưu' }).click();
  await expect(clerk.getByRole('cell', { name: '01.TH', exact: true })).toBeVisible();

  await act(clerk, 'Thao tác khác').click();
  await clerk.getByRole('menuitem', { name: 'Nhập từ CSV' }).click();
  const choose = (csv: string) => dialog(clerk).locator('input[type=file]').setInputFiles({ name: 'danh-muc.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await choose('Đề mục,Tiêu đề hồ sơ,Thời hạn bảo quản\nTổng hợp,,20 năm\n');
  await expect(dialog(clerk).getByText('Dòng 2, tiêu đề hồ sơ: không được để trống')).toBeVisible();
  await expect(dialog(clerk).getByRole('button', { name: 'Nhập từ CSV' })).toBeDisabled();
  await choose('Đề mục,Chữ viết tắt,Tiêu đề hồ sơ,Thời hạn bảo quản\nTổ chức cán bộ,TCCB,Hồ sơ tuyển dụng,Vĩnh viễn\n');
  await dialog(clerk).getByRole('button', { name: 'Nhập từ CSV' }).click();
  await expect(clerk.getByRole('cell', { name: '01.TCCB', exact: true })).toBeVisible();

  const chair = await at(browser, 'chutich.suoimau', clerk.url());
  await act(chair, 'Phê duyệt').click();
  await dialog(chair).getByRole('textbox', { name: 'Quyết định phê duyệt' }).fill('15/QĐ-UBND');
  await dialog(chair).getByRole('button', { name: 'Phê duyệt' }).click();
  await expect(chair.getByText('Danh mục đã được phê duyệt')).toBeVisible();
  const printed = await downloaded(chair, async () => {
    await act(chair, 'Thao tác khác').click();
    await chair.getByRole('menuitem', { name: 'In danh mục (PDF)' }).click();
  });
  const text = execFileSync('pdftotext', ['-layout', printed, '-'], { encoding: 'utf8' });
  expect(text).toContain('DANH MỤC HỒ SƠ');
  expect(text).toContain('01.TCCB');
});

test('an official opens a dossier from the plan and puts documents in, from the dossier and from a document', async ({ browser }) => {
  test.setTimeout(120_000);
  const letter = await issueLetter({ agency: 'suoimau', subject: `Báo cáo ${word}` });
  const handler = await at(browser, 'chuyenvien.suoimau', '/records');
  await act(handler, 'Mở hồ sơ').click();
  await choose(handler, 'Theo danh mục đã phê duyệt', word);
  await expect(dialog(handler).getByRole('textbox', { name: 'Thời hạn bảo quản' })).toHaveValue('10 năm');
  await dialog(handler).getByRole('button', { name: 'Mở hồ sơ' }).click();
  await expect(handler).toHaveURL(/\/records\/dossiers\//);
  dossierUrl = handler.url();

  await act(handler, 'Đưa văn bản vào').click();
  const search = dialog(handler).getByRole('searchbox');
  await expect(async () => {
    await search.fill('');
    await search.fill(word);
    await expect(dialog(handler).getByRole('button', { name: new RegExp(`Đưa vào hồ sơ: .*${word}`) })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await dialog(handler).getByRole('button', { name: new RegExp(`Đưa vào hồ sơ: .*${word}`) }).click();
  await expectToast(handler, 'Đã đưa văn bản vào hồ sơ');
  await handler.keyboard.press('Escape');
  await expect(handler.getByRole('row').filter({ hasText: word })).toBeVisible();

  await handler.goto(`/outgoing/documents/${letter}`);
  await expect(handler.getByRole('link', { name: new RegExp(word) }).first()).toBeVisible();
});

test('closing names what is missing, and the closed dossier is handed over and received', async ({ browser }) => {
  const handler = await at(browser, 'chuyenvien.suoimau', dossierUrl);
  await act(handler, 'Thao tác khác').click();
  await handler.getByRole('menuitem', { name: 'Kết thúc hồ sơ' }).click();
  await expect(dialog(handler).getByText('Hồ sơ đầy đủ')).toBeVisible();
  await dialog(handler).getByRole('button', { name: 'Kết thúc hồ sơ' }).click();
  await expect(handler.getByText('Đã kết thúc').first()).toBeVisible();

  await handler.goto('/records?tab=due');
  await handler.getByRole('row').filter({ hasText: word }).getByRole('checkbox').check();
  await act(handler, 'Giao nộp (1)').click();
  await dialog(handler).getByRole('button', { name: 'Giao nộp vào lưu trữ' }).click();
  await expect(handler).toHaveURL(/\/records\/transfers\//);

  const clerk = await at(browser, 'vanthu.suoimau', handler.url());
  await act(clerk, 'Nhận hồ sơ').click();
  await dialog(clerk).getByRole('button', { name: 'Nhận hồ sơ' }).click();
  await expect(clerk.getByText('Đã nhận').first()).toBeVisible();
  const list = await downloaded(clerk, async () => {
    await act(clerk, 'In').click();
    await clerk.getByRole('menuitem', { name: 'In mục lục nộp lưu (CSV)' }).click();
  });
  expect(readFileSync(list, 'utf8')).toContain('Số TT,"Số, ký hiệu hồ sơ",Tiêu đề hồ sơ,Thời gian tài liệu,Thời hạn bảo quản,Số tờ/ Số trang,Ghi chú');
  const minutes = await downloaded(clerk, async () => {
    await act(clerk, 'In').click();
    await clerk.getByRole('menuitem', { name: 'In biên bản giao nhận (PDF)' }).click();
  });
  expect(execFileSync('pdftotext', [minutes, '-'], { encoding: 'utf8' })).toContain('BÊN NHẬN: Lưu trữ cơ quan');
  await handler.goto(dossierUrl);
  await expect(handler.getByText('Đã nộp lưu').first()).toBeVisible();
});

test('the dossier is exported as one PDF with bookmarks and as XML with files whose checksums are right', async ({ browser }) => {
  const handler = await at(browser, 'chuyenvien.suoimau', dossierUrl);
  const fetched = async (kind: string) => {
    await act(handler, kind).click();
    const line = handler.getByRole('listitem').filter({ hasText: kind }).filter({ hasText: 'Đã xong' });
    await expect(line).toBeVisible({ timeout: 30_000 });
    return downloaded(handler, () => line.getByRole('button', { name: 'Tải về' }).click());
  };
  const bound = await fetched('Một tệp PDF');
  const { outlines } = JSON.parse(execFileSync('qpdf', ['--json=2', '--json-key=outlines', bound], { encoding: 'utf8' }));
  expect(outlines.map(({ title }: { title: string }) => title)).toEqual(['Mục lục văn bản, tài liệu', expect.stringContaining(word)]);
  expect(outlines[1].destpageposfrom1).toBe(2);
  execFileSync('qpdf', ['--check', bound]);

  const zip = await fetched('Gói XML và tệp');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'congvu-package-'));
  execFileSync('python3', ['-m', 'zipfile', '-e', zip, folder]);
  const xml = readFileSync(path.join(folder, 'ho-so.xml'), 'utf8');
  expect(xml).toContain('<DocOrdinal>1</DocOrdinal>');
  for (const line of readFileSync(path.join(folder, 'checksums.sha256'), 'utf8').trim().split('\n')) {
    const [sum, name = ''] = line.split('  ');
    expect(createHash('sha256').update(readFileSync(path.join(folder, name))).digest('hex'), name).toBe(sum);
  }
  execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, path.join(folder, 'ho-so.xml')], { stdio: 'ignore' });
  // The signed original is in the package byte by byte: its signatures still hold.
  const original = /path="(tep\/[^"]+)"/.exec(xml)?.[1] ?? '';
  const signatures = execFileSync('pdfsig', ['-nocert', path.join(folder, original)], { encoding: 'utf8' });
  expect(signatures).toContain('Signature is Valid');
});

test('on a phone the list, the dossier and the hand-over are cards', async ({ browser }) => {
  const page = await at(browser, 'chuyenvien.suoimau', '/records', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await openLine(page, word);
  await expect(page).toHaveURL(/\/records\/dossiers\//);
  await expect(page.getByText('Đã nộp lưu').first()).toBeVisible();
  const titles = (await (await callerOf('chuyenvien.suoimau')).get(`/records/dossiers?q=${word}`)).items;
  expect(titles).toHaveLength(1);
});
