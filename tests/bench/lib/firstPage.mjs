// SPDX-License-Identifier: Apache-2.0
// Opens a page in a browser that has never seen the server, over a line of 10 Mbit/s and 40 ms, and says when it was painted and usable.
import net from 'node:net';
import { chromium } from '@playwright/test';

const line = { offline: false, latency: 40, downloadThroughput: 10_000_000 / 8, uploadThroughput: 10_000_000 / 8 };
const browserSwitches = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Passes everything on to the server and counts what comes back, so that the service worker's downloads and all heads are counted too. */
async function countingProxy(port) {
  const proxy = { bytes: 0 };
  const server = net.createServer((client) => {
    const onward = net.connect(port, '127.0.0.1');
    onward.on('data', (bytes) => {
      proxy.bytes += bytes.length;
    });
    for (const socket of [client, onward]) socket.on('error', () => {});
    client.pipe(onward).pipe(client);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.url = `http://127.0.0.1:${server.address().port}`;
  proxy.close = () => server.close();
  return proxy;
}

/** In the page: remembers when something first matched the selector and was drawn. */
function watchFor(selector) {
  const look = () => {
    const found = document.querySelector(selector);
    if (found && found.getClientRects().length > 0) requestAnimationFrame(() => setTimeout(() => (window.usableAt = performance.now())));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function measure(browser, proxy, { path, selector, cookie }) {
  const context = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: { width: 1440, height: 900 } });
  const cookies = cookie.split('; ').map((pair) => pair.split('='));
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: proxy.url })));
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await page.addInitScript(watchFor, selector);
  proxy.bytes = 0;
  await page.goto(proxy.url + path);
  await page.waitForFunction(() => window.usableAt !== undefined && performance.getEntriesByName('first-contentful-paint').length > 0);
  const times = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const paint = (name) => performance.getEntriesByName(name)[0];
    return { firstPaint: paint('first-paint')?.startTime ?? null, firstContent: paint('first-contentful-paint').startTime, usable: window.usableAt };
  });
  await page.waitForLoadState('load');
  const result = { ...times, kilobytes: proxy.bytes / 1024 };
  await context.close();
  return result;
}

/**
 * @param {{port: number, pages: {path: string, selector: string}[], cookie: string, rounds: number}} what a page is usable when the selector is drawn
 * @returns one list of measurements for each page, the pages taking turns
 */
export async function measurePages({ port, pages, cookie, rounds }) {
  const proxy = await countingProxy(port);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: browserSwitches });
  const results = pages.map(() => []);
  try {
    for (const page of pages) await measure(browser, proxy, { ...page, cookie });
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, page] of pages.entries()) results[index].push(await measure(browser, proxy, { ...page, cookie }));
    }
  } finally {
    await browser.close();
    proxy.close();
  }
  return results;
}
