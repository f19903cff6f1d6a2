// SPDX-License-Identifier: Apache-2.0
import axe from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page, type Response } from '@playwright/test';
import { type Caller, callerOf } from './caller';
import { province } from './startServer';

const desktop: BrowserContextOptions = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Somebody of the demonstration province who signs in by hand, in an own browser context. */
export async function signIn(browser: Browser, username: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { url, password } = province();
  const context = await browser.newContext({ baseURL: url, ...desktop, ...options });
  const page = await context.newPage();
  await page.goto('/');
  await fillSignIn(page, username, password);
  // The sign-in page has a navigation of its own.
  await expect(page.getByRole('textbox', { name: 'Mật khẩu' })).toHaveCount(0);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return page;
}

export async function fillSignIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(username);
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

const streams = new WeakMap<Page, Promise<Response | null>>();

/** Waits until a page opened by `at` listens to the server's events; what is sent before finds nobody. */
export async function listening(page: Page): Promise<void> {
  expect(await streams.get(page)).not.toBeNull();
}

/** The same person with a session that was opened before, on the page of that address. */
export async function at(browser: Browser, username: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await contextOf(browser, await callerOf(username), options);
  const page = await context.newPage();
  streams.set(page, page.waitForResponse(/\/api\/v1\/events/).catch(() => null));
  await page.goto(path);
  return page;
}

export async function contextOf(browser: Browser, caller: Caller, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const { url } = province();
  const context = await browser.newContext({ baseURL: url, ...desktop, ...options });
  await context.addCookies([...caller.cookies].map(([name, value]) => ({ name, value, url })));
  return context;
}

/** The dialog that is open. */
export const dialog = (page: Page) => page.getByRole('dialog');

/** Chooses an option of a select or of a field that searches. */
export async function choose(page: Page, field: string, words: string): Promise<void> {
  const box = page.getByRole('combobox', { name: field }).first();
  const isTyped = await box.evaluate((element) => element instanceof HTMLInputElement);
  await box.click();
  if (isTyped) await box.fill(words);
  await page.getByRole('option', { name: words }).first().click();
}

/** Opens the line of a list: with a double click, or on the phone by its card. */
export async function openLine(page: Page, words: string): Promise<void> {
  const isPhone = (page.viewportSize()?.width ?? 0) < 500;
  if (isPhone) await page.getByRole('button', { name: words }).first().click();
  else await page.getByRole('row').filter({ hasText: words }).first().dblclick();
}

/** A short message in the corner says so. */
export async function expectToast(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.locator('.v-toast').filter({ hasText: text }).first()).toBeVisible();
}

/** axe-core finds nothing on the page as it is now (WCAG 2.2 A and AA). */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const loaded = window as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> } };
    const found = await loaded.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return found.violations.map((one) => `${one.id}: ${JSON.stringify(one.nodes.map((node) => node.target).slice(0, 5))}`);
  });
}
