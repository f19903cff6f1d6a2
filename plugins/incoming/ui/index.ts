// SPDX-License-Identifier: Apache-2.0
import { definePlugin } from '@congvu/sdk';
import en from './en.json';
import vi from './vi.json';

export default definePlugin({
  id: 'incoming',
  messages: { vi, en },
  routes: [
    { path: '', component: () => import('./pages/ListPage.vue') },
    // The name keeps the page, with its uploads, while one goes from file to file.
    {
      path: 'intake/:id?',
      name: 'incoming-intake',
      component: () => import('./pages/IntakePage.vue'),
      props: true,
    },
    { path: 'documents/:id', component: () => import('./pages/DocumentPage.vue'), props: true },
    { path: 'documents/:id/direction', component: () => import('./pages/DirectionPage.vue'), props: true },
    { path: 'paper', component: () => import('./pages/PaperPage.vue') },
    { path: 'registers', component: () => import('./pages/RegistersPage.vue') },
    { path: 'sources', component: () => import('./pages/SourcesPage.vue') },
    { path: 'deliveries/:id', component: () => import('./pages/DeliveryPage.vue'), props: true },
  ],
  slots: { 'home.widgets': [{ order: 10, component: () => import('./parts/HomeWidget.vue') }] },
});
