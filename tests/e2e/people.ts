// SPDX-License-Identifier: Apache-2.0
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { province } from './startServer';

/** Somebody of the demonstration province in an own browser context. */
export async function signIn(browser: Browser, username: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { url, password } = province();
  const context = await browser.newContext({ baseURL: url, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
  return page;
}

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** axe-core finds nothing on the page as it is now (WCAG 2.2 A and AA). */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const loaded = window as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> } };
    const found = await loaded.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return found.violations.map((one) => `${one.id}: ${JSON.stringify(one.nodes.map((node) => node.target).slice(0, 5))}`);
  });
  expect(violations, page.url()).toEqual([]);
}
