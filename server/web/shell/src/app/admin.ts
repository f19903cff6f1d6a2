// SPDX-License-Identifier: Apache-2.0
import type { Component } from 'vue';

export interface AdminPage {
  name: string;
  path: string;
  /** Key of its title. */
  title: string;
  icon: string;
  permission: string;
  component: () => Promise<{ default: Component }>;
}

export const adminPages: AdminPage[] = [
  {
    name: 'admin-matrix',
    path: '/admin/matrix',
    title: 'admin.matrix.title',
    icon: 'blocks',
    permission: 'core.plugins',
    component: () => import('../pages/admin/MatrixPage.vue'),
  },
  {
    name: 'admin-plugins',
    path: '/admin/plugins',
    title: 'admin.plugins.title',
    icon: 'puzzle',
    permission: 'core.plugins',
    component: () => import('../pages/admin/PluginsPage.vue'),
  },
  {
    name: 'admin-units',
    path: '/admin/units',
    title: 'admin.units.title',
    icon: 'network',
    permission: 'core.organisation',
    component: () => import('../pages/admin/UnitsPage.vue'),
  },
  {
    name: 'admin-people',
    path: '/admin/people',
    title: 'admin.people.title',
    icon: 'users',
    permission: 'core.organisation',
    component: () => import('../pages/admin/PeoplePage.vue'),
  },
  {
    name: 'admin-roles',
    path: '/admin/roles',
    title: 'admin.roles.title',
    icon: 'key-round',
    permission: 'core.organisation',
    component: () => import('../pages/admin/RolesPage.vue'),
  },
  {
    name: 'admin-settings',
    path: '/admin/settings',
    title: 'admin.settings.title',
    icon: 'settings-2',
    permission: 'core.settings',
    component: () => import('../pages/admin/SettingsPage.vue'),
  },
  {
    name: 'admin-calendar',
    path: '/admin/calendar',
    title: 'admin.calendar.title',
    icon: 'calendar-days',
    permission: 'core.calendar',
    component: () => import('../pages/admin/CalendarPage.vue'),
  },
  {
    name: 'admin-mandates',
    path: '/admin/mandates',
    title: 'mandates.agencyTitle',
    icon: 'user-check',
    permission: 'core.mandates',
    component: () => import('../pages/admin/AgencyMandatesPage.vue'),
  },
  {
    name: 'admin-registers',
    path: '/admin/registers',
    title: 'admin.registers.title',
    icon: 'book-text',
    permission: 'core.registers',
    component: () => import('../pages/admin/RegistersPage.vue'),
  },
  {
    name: 'admin-audit',
    path: '/admin/audit',
    title: 'admin.audit.title',
    icon: 'scroll-text',
    permission: 'core.audit',
    component: () => import('../pages/admin/AuditPage.vue'),
  },
  {
    name: 'admin-operations',
    path: '/admin/operations',
    title: 'admin.operations.title',
    icon: 'server',
    permission: 'core.operations',
    component: () => import('../pages/admin/OperationsPage.vue'),
  },
];
