// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Caller, callerOf } from './caller';
import { closeDossier, draftPlan, handOver, openDossier } from './dossiers';
import { dateIn, draftBody, issuedFile, twoVersions } from './papers';
import { accessibilityProblems, contextOf } from './people';

/**
 * Every screen in both languages, both themes and both sizes: Vietnamese light on the desktop and dark on the phone, English dark on the
 * desktop and light on the phone. axe finds nothing, nothing runs over the edge, the console is clean. Pictures go to build/screenshots.
 */

const pictures = path.resolve(import.meta.dirname, '../../build/screenshots');
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const looks = {
  vi: [
    { name: 'desktop-light', size: desktop, colorScheme: 'light' },
    { name: 'phone-dark', size: phone, colorScheme: 'dark' },
  ],
  en: [
    { name: 'desktop-dark', size: desktop, colorScheme: 'dark' },
    { name: 'phone-light', size: phone, colorScheme: 'light' },
  ],
} as const;
type Language = keyof typeof looks;

interface Screen {
  name: string;
  who: string;
  path: (caller: Caller) => Promise<string> | string;
}

const firstOf = async (caller: Caller, list: string, link: string) => `${link}${(await caller.get(list)).items[0].id}`;
const firstTask = async (caller: Caller) => {
  const { items } = await caller.get('/work-items?state=open&plugin=tasks&limit=1');
  return items[0].link as string;
};
const draftOf = async (caller: Caller) =>
  `/outgoing/documents/${(await caller.post('/outgoing/documents', await draftBody(caller, { agency: 'suoimau', subject: 'báo cáo tình hình thực hiện nhiệm vụ' }))).id}`;
/** A programme whose two appendices are being written. */
const programmeOf = async (caller: Caller) => {
  const { fields } = await caller.get('/outgoing/draft-defaults?formId=chuong-trinh');
  const appendices = [
    { title: 'Nhiệm vụ trọng tâm', text: '| TT | Nhiệm vụ |\n|:-:|:--|\n| 1 | Số hóa hồ sơ |' },
    { title: 'Chỉ tiêu chủ yếu', text: '1. Hồ sơ giải quyết đúng hạn đạt 99 %.' },
  ];
  const draft = { formId: 'chuong-trinh', fields: { ...fields, subject: 'Công tác trọng tâm năm 2027', body: 'Nội dung chương trình.', appendices }, urgency: 'normal', recipientAgencyIds: [] };
  return `/outgoing/documents/${(await caller.post('/outgoing/documents', draft)).id}/edit`;
};
/** A work programme that runs, with two items for the head's division. */
const workProgrammeOf = async (caller: Caller) => {
  const { items } = await caller.get('/tasks?limit=1&kind=lead');
  const { id } = await caller.post('/tasks/plans', { year: 2026, title: 'Chương trình công tác năm 2026', symbol: '05/CTr-UBND', state: 'running' });
  for (const content of ['Sơ kết công tác 6 tháng đầu năm', 'Rà soát quy hoạch sử dụng đất'])
    await caller.post(`/tasks/plans/${id}/items`, { content, product: 'Báo cáo', field: 'Tổng hợp', unitId: items[0].unit.id, dueOn: '2026-12-20' });
  return `/tasks/plans/${id}`;
};
/** An absence of the chair and a mandate for his deputy, both to come. */
const mandateOf = async (caller: Caller) => {
  const { items } = await caller.get('/mandates?limit=1');
  if (items.length > 0) return '/mandates';
  const day = dateIn(420);
  const substitutePostId = (await (await callerOf('phochutich.suoimau')).get('/session')).post.id;
  const absence = await caller.post('/absences', { from: day, until: day, reason: 'Công tác tại tỉnh' });
  await caller.post('/mandates', { substitutePostId, from: day, until: day, acts: ['direct', 'sign'], signAs: 'kt', absenceId: absence.id, documentTypes: ['CV', 'QĐ'] });
  return '/mandates';
};
/** One document is followed and marked. */
const followingOf = async (caller: Caller) => {
  const { items } = await caller.get('/incoming/documents?limit=1');
  const entity = `incoming/document/${items[0].id}`;
  await caller.put(`/follows/${entity}`, {});
  const known = (await caller.get('/markers')).items;
  const { id } = known[0] ?? (await caller.post('/markers', { name: 'Cần xem lại', tone: 'amber' }));
  await caller.put(`/marked/${entity}`, { markerIds: [id] });
  return '/following';
};
const undirected = async (caller: Caller) => {
  const { items } = await caller.get('/work-items?state=open&plugin=incoming&kind=incoming.direct&limit=1');
  return items[0].link as string;
};

const seenBy = async (caller: Caller) => (await caller.get('/incoming/documents?limit=3')).items.map((one: { id: string }) => one.id);
const dossierOf = async (caller: Caller) => openDossier(caller, 'Hồ sơ thực hiện chuyển đổi số trên địa bàn xã', await seenBy(caller));
const transferOf = async (caller: Caller) => {
  const id = await dossierOf(caller);
  await closeDossier(caller, id);
  return handOver(caller, id, 'Hồ sơ của Phòng Kinh tế');
};

const clerk = 'vanthu.suoimau';
const chair = 'chutich.suoimau';
const head = 'truongphong.suoimau';
const handler = 'chuyenvien.suoimau';
const screens: Screen[] = [
  { name: 'home', who: chair, path: () => '/' },
  { name: 'work', who: chair, path: () => '/work' },
  { name: 'search', who: clerk, path: () => '/search?q=th%E1%BB%A7%20t%E1%BB%A5c' },
  { name: 'notifications', who: chair, path: () => '/notifications' },
  { name: 'following', who: chair, path: followingOf },
  { name: 'profile', who: chair, path: () => '/profile' },
  { name: 'mandates', who: chair, path: mandateOf },
  { name: 'missing', who: chair, path: () => '/nowhere' },
  { name: 'incoming-list', who: clerk, path: () => '/incoming' },
  { name: 'incoming-arrived', who: clerk, path: () => '/incoming?tab=arrived' },
  { name: 'incoming-intake', who: clerk, path: () => '/incoming/intake' },
  { name: 'incoming-registers', who: clerk, path: () => '/incoming/registers' },
  { name: 'incoming-paper', who: clerk, path: () => '/incoming/paper' },
  { name: 'incoming-sources', who: clerk, path: () => '/incoming/sources' },
  { name: 'incoming-senders', who: clerk, path: () => '/incoming/sources?tab=senders' },
  { name: 'incoming-document', who: clerk, path: (caller) => firstOf(caller, '/incoming/documents', '/incoming/documents/') },
  { name: 'incoming-direction', who: chair, path: async (caller) => `${await undirected(caller)}/direction` },
  { name: 'incoming-delivery', who: 'vanthu.doithu', path: (caller) => firstOf(caller, '/incoming/deliveries?state=arrived', '/incoming/deliveries/') },
  { name: 'tasks-board', who: chair, path: () => '/tasks' },
  { name: 'tasks-table', who: chair, path: () => '/tasks?view=table' },
  { name: 'tasks-week', who: chair, path: () => '/tasks?view=week' },
  { name: 'tasks-calendar', who: chair, path: () => '/tasks?view=calendar' },
  { name: 'tasks-gantt', who: chair, path: () => '/tasks?view=gantt' },
  { name: 'tasks-task', who: head, path: firstTask },
  { name: 'tasks-report', who: chair, path: () => '/tasks/report' },
  { name: 'tasks-transfer', who: chair, path: () => '/tasks/transfer' },
  { name: 'tasks-import', who: chair, path: () => '/tasks/import' },
  { name: 'tasks-plans', who: chair, path: () => '/tasks/plans' },
  { name: 'tasks-series', who: chair, path: () => '/tasks/plans?tab=series' },
  { name: 'tasks-plan', who: chair, path: workProgrammeOf },
  { name: 'outgoing-list', who: 'vanthu.tinh', path: () => '/outgoing?tab=all' },
  { name: 'outgoing-late', who: 'vanthu.tinh', path: () => '/outgoing?tab=late' },
  { name: 'outgoing-register', who: 'vanthu.tinh', path: () => '/outgoing/register' },
  { name: 'outgoing-numbering', who: 'vanthu.tinh', path: () => '/outgoing/numbering' },
  { name: 'outgoing-addresses', who: 'vanthu.tinh', path: () => '/outgoing/addresses' },
  { name: 'outgoing-dispatch', who: 'vanthu.tinh', path: () => '/outgoing/dispatch' },
  { name: 'outgoing-paper-lists', who: 'vanthu.tinh', path: () => '/outgoing/dispatch?tab=lists' },
  { name: 'outgoing-mails', who: 'vanthu.tinh', path: () => '/outgoing/dispatch?tab=mails' },
  { name: 'outgoing-forms', who: handler, path: () => '/outgoing/new' },
  { name: 'outgoing-new', who: handler, path: () => '/outgoing/new?formId=cong-van' },
  { name: 'outgoing-new-minutes', who: handler, path: () => '/outgoing/new?formId=bien-ban' },
  { name: 'outgoing-new-agreement', who: handler, path: () => '/outgoing/new?formId=hop-dong' },
  { name: 'outgoing-new-copy', who: handler, path: () => '/outgoing/new?formId=ban-sao-y' },
  { name: 'outgoing-appendices', who: handler, path: programmeOf },
  { name: 'outgoing-document', who: 'vanthu.tinh', path: (caller) => firstOf(caller, '/outgoing/documents?tab=issued', '/outgoing/documents/') },
  { name: 'outgoing-edit', who: handler, path: async (caller) => `${await draftOf(caller)}/edit` },
  { name: 'outgoing-own-file', who: handler, path: async (caller) => `${await draftOf(caller)}/own-file` },
  { name: 'outgoing-compare', who: handler, path: async () => `/outgoing/documents/${await twoVersions()}/compare` },
  { name: 'outgoing-compare-pages', who: handler, path: async () => `/outgoing/documents/${await twoVersions()}/compare?view=pages` },
  { name: 'records-list', who: clerk, path: () => '/records' },
  { name: 'records-due', who: clerk, path: () => '/records?tab=due' },
  { name: 'records-transfers', who: clerk, path: () => '/records?tab=transfers' },
  { name: 'records-plans', who: clerk, path: () => '/records?tab=plans' },
  { name: 'records-plan', who: clerk, path: async (caller) => `/records/plans/${(await draftPlan(caller, 'Tổ chức cán bộ')).plan}` },
  { name: 'records-dossier', who: handler, path: async (caller) => `/records/dossiers/${await dossierOf(caller)}` },
  { name: 'records-transfer', who: handler, path: async (caller) => `/records/transfers/${await transferOf(caller)}` },
  { name: 'statistics', who: chair, path: () => '/statistics' },
  { name: 'statistics-year', who: clerk, path: () => '/statistics?period=year' },
  { name: 'statistics-below', who: 'chutich.tinh', path: () => '/statistics?period=quarter&below=true' },
  { name: 'signing-desk', who: 'chutich.tinh', path: () => '/signing' },
  { name: 'signing-keys', who: chair, path: () => '/signing/keys' },
  { name: 'signing-verify', who: chair, path: () => '/signing/verify' },
  { name: 'signing-admin', who: 'quantri', path: () => '/signing/admin' },
  ...['matrix', 'plugins', 'units', 'people', 'roles', 'settings', 'calendar', 'mandates', 'registers', 'audit', 'operations'].map((name) => ({
    name: `admin-${name}`,
    who: 'quantri',
    path: () => `/admin/${name}`,
  })),
];

/** Skeletons are gone, pictures and pages of documents are drawn, nothing moves. Under a dialog the page's own heading is none. */
async function settled(page: Page, level: number) {
  await expect(page.getByRole('heading', { level }).first()).toBeVisible();
  await expect(page.locator('.v-skeleton, [aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  return complaints;
}

const overflowOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function examine(page: Page, name: string, language: Language, level = 1): Promise<string[]> {
  const found: string[] = [];
  for (const look of looks[language]) {
    await page.setViewportSize(look.size);
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    await settled(page, level);
    const where = `${name} ${language} ${look.name}`;
    const overflow = await overflowOf(page);
    if (overflow > 0) found.push(`${where}: runs ${overflow} pixels over the edge`);
    found.push(...(await accessibilityProblems(page)).map((problem) => `${where}: ${problem}`));
    await page.screenshot({ path: path.join(pictures, `${name}-${language}-${look.name}.png`) });
  }
  return found;
}

for (const language of ['vi', 'en'] as const) {
  test.describe(`in ${language === 'vi' ? 'Vietnamese' : 'English'}`, () => {
    const contexts = new Map<string, { caller: Caller; context: BrowserContext }>();
    test.beforeAll(async ({ browser }) => {
      for (const who of new Set(screens.map((screen) => screen.who))) {
        const caller = await callerOf(who);
        await caller.put('/session/preferences', { locale: language, theme: 'auto' });
        contexts.set(who, { caller, context: await contextOf(browser, caller) });
      }
    });
    test.afterAll(async () => {
      for (const { caller, context } of contexts.values()) {
        await caller.put('/session/preferences', { locale: 'vi' });
        await context.close();
      }
    });

    for (const screen of screens) {
      test(`the screen ${screen.name} is accessible, fits and keeps the console clean`, async () => {
        const { caller, context } = contexts.get(screen.who) as { caller: Caller; context: BrowserContext };
        const page = await context.newPage();
        const complaints = listen(page);
        await page.goto(await screen.path(caller));
        const found = await examine(page, screen.name, language);
        expect([...found, ...complaints]).toEqual([]);
        await page.close();
      });
    }

    test('the sign-in page is accessible, fits and keeps the console clean', async ({ browser }) => {
      const context = await contextOf(browser, new Caller());
      const page = await context.newPage();
      const complaints = listen(page);
      await page.goto('/sign-in');
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      const found = await examine(page, 'sign-in', language);
      expect([...found, ...complaints.filter((text) => !text.includes('401'))]).toEqual([]);
      await context.close();
    });

    for (const { name, who, path: address, button } of [
      { name: 'mandates-absence', who: chair, path: '/mandates', button: { vi: 'Ghi vắng mặt', en: 'Enter an absence' } },
      { name: 'mandates-mandate', who: chair, path: '/mandates', button: { vi: 'Uỷ quyền', en: 'Give a mandate' } },
      { name: 'outgoing-reserve', who: 'vanthu.tinh', path: '/outgoing/register', button: { vi: 'Giữ số trước', en: 'Reserve numbers' } },
      { name: 'outgoing-rule', who: 'vanthu.tinh', path: '/outgoing/numbering', button: { vi: 'Thêm quy tắc', en: 'Add rule' } },
      { name: 'outgoing-contact', who: 'vanthu.tinh', path: '/outgoing/addresses', button: { vi: 'Thêm nơi nhận', en: 'Add a recipient' } },
      { name: 'outgoing-sequences', who: 'vanthu.tinh', path: '/outgoing/numbering', button: { vi: 'Quyết định cách đánh số', en: 'Decide on sequences' } },
    ]) {
      test(`the dialog ${name} is accessible, fits and keeps the console clean`, async () => {
        const { context } = contexts.get(who) as { context: BrowserContext };
        const page = await context.newPage();
        const complaints = listen(page);
        await page.goto(address);
        await page.getByRole('button', { name: button[language], exact: true }).click();
        const found = await examine(page, name, language, 2);
        expect([...found, ...complaints]).toEqual([]);
        await page.close();
      });
    }

    test('the dialog for a USB token where no agent runs is accessible, fits and keeps the console clean', async () => {
      const { context } = contexts.get(chair) as { context: BrowserContext };
      const page = await context.newPage();
      const complaints = listen(page);
      await page.route('http://127.0.0.1:14127/**', (route) => route.abort());
      await page.goto('/signing/keys');
      await page.getByRole('button', { name: language === 'vi' ? 'Đăng ký thiết bị ký USB' : 'Enrol a USB token' }).click();
      await expect(page.getByRole('dialog').getByText('congvu-sign agent --origin')).toBeVisible();
      const found = await examine(page, 'signing-token', language, 2);
      // The browser itself writes down that the agent did not answer.
      expect([...found, ...complaints.filter((text) => !text.includes('net::ERR_FAILED'))]).toEqual([]);
      await page.close();
    });

    test('the public page with a verdict is accessible, fits and keeps the console clean', async ({ browser }) => {
      const context = await contextOf(browser, new Caller());
      const page = await context.newPage();
      const complaints = listen(page);
      await page.goto('/verify');
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      const file = await issuedFile('tinh', (await (await callerOf('vanthu.tinh')).get('/outgoing/documents?state=issued&limit=1')).items[0].id);
      await page.locator('input[type=file]').setInputFiles({ name: 'cong-van.pdf', mimeType: 'application/pdf', buffer: file });
      await expect(page.locator('.v-notice').first()).toBeVisible();
      const found = await examine(page, 'public-check', language);
      expect([...found, ...complaints.filter((text) => !text.includes('401'))]).toEqual([]);
      await context.close();
    });
  });
}
