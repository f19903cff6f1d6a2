#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// The first page of somebody who is signed in, in a browser with a cold cache over a line of 10 Mbit/s and 40 ms, in the worse of the two pages that
// one begins with: the inbox and the home page.
import { signIn } from '../../load/clients.mjs';
import { measurePages } from '../lib/firstPage.mjs';
import { isQuick, median, printRow } from '../lib/line.mjs';
import { accounts, startCongvu } from '../lib/server.mjs';

const pages = [
  { path: '/work', selector: 'tbody tr' },
  { path: '/', selector: '.work-rows li' },
];
const server = await startCongvu();
const cookie = await signIn(server.url, 'chutich.suoimau', accounts().password);
const results = await measurePages({ port: server.port, pages, cookie, rounds: isQuick ? 5 : 9 });
await server.stop();

const worst = (figure) => Math.max(...results.map((measurements) => median(measurements.map((one) => one[figure]))));
function row(goal, figure, limit, unit) {
  const ours = worst(figure);
  printRow({ goal, ours, limit, ratio: ours / limit, unit, isMet: ours <= limit });
}
row('first page, 10 Mbit/s and 40 ms, cold cache: first paint (with content) ≤ 0.6 s', 'firstContent', 600, 'ms');
row('first page: the inbox is drawn and usable ≤ 1.5 s', 'usable', 1500, 'ms');
row('first page: everything that the browser fetches, with heads ≤ 350 KB', 'kilobytes', 350, 'KB');
