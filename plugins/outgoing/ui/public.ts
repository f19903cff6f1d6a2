// SPDX-License-Identifier: Apache-2.0
import { definePlugin } from '@congvu/sdk';
import en from './en.json';
import vi from './vi.json';

/** What the recipient of a mail may open without signing in. */
export default definePlugin({
  id: 'outgoing',
  messages: { vi, en },
  routes: [
    { path: '', component: () => import('./pages/NoReceiptPage.vue') },
    { path: ':token', component: () => import('./pages/ReceiptPage.vue'), props: true },
  ],
});
