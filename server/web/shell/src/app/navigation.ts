// SPDX-License-Identifier: Apache-2.0
import { useHost } from '@congvu/sdk';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute } from 'vue-router';
import { adminPages } from './admin';
import { useCounters } from './counters';

export interface NavigationLink {
  to: string;
  label: string;
  /** For the phone's menu, where there is little room. */
  short?: string;
  icon: string;
  count: number;
  urgent: boolean;
  /** The first page of its plugin, or one of the shell's own: such pages come first where there is little room. */
  isEntrance: boolean;
}

/** The menu: the shell's own pages, what the manifest lists, and the administration this person may do. */
export function useNavigation() {
  const host = useHost();
  const route = useRoute();
  const { t } = useI18n();
  const counters = useCounters();

  const fromPlugins = (group: 'work' | 'admin'): NavigationLink[] =>
    (host.manifest.value?.plugins ?? []).flatMap((plugin) =>
      plugin.nav
        .filter((entry) => (entry.group ?? 'work') === group)
        .map((entry) => ({
          to: plugin.base + (entry.path === '/' ? '' : entry.path),
          label: host.text(entry.title),
          icon: entry.icon || 'puzzle',
          count: entry.badge ? (host.badges.value[entry.badge] ?? 0) : 0,
          urgent: false,
          isEntrance: entry.path === '' || entry.path === '/',
        })),
    );
  const main = computed<NavigationLink[]>(() => [
    { to: '/', label: t('nav.home'), icon: 'house', count: 0, urgent: false, isEntrance: true },
    {
      to: '/work',
      label: t('nav.work'),
      short: t('nav.workShort'),
      icon: 'list-todo',
      count: counters.data.value?.open ?? 0,
      urgent: (counters.data.value?.overdue ?? 0) > 0,
      isEntrance: true,
    },
  ]);
  /** The person's own; on the phone behind "more". */
  const own = computed<NavigationLink[]>(() => [
    {
      to: '/following',
      label: t('nav.following'),
      icon: 'bell-ring',
      count: 0,
      urgent: false,
      isEntrance: false,
    },
  ]);
  const work = computed(() => fromPlugins('work'));
  const admin = computed<NavigationLink[]>(() => [
    ...adminPages
      .filter((page) => host.can(page.permission))
      .map((page) => ({
        to: page.path,
        label: t(page.title),
        icon: page.icon,
        count: 0,
        urgent: false,
        isEntrance: true,
      })),
    ...fromPlugins('admin'),
  ]);
  const all = computed(() => [...main.value, ...own.value, ...work.value, ...admin.value]);

  /** The longest link that the present path begins with. */
  const current = computed(() => {
    const matches = all.value.filter((link) =>
      link.to === '/' ? route.path === '/' : route.path === link.to || route.path.startsWith(`${link.to}/`),
    );
    return matches.sort((a, b) => b.to.length - a.to.length)[0]?.to ?? '';
  });
  return { main, own, work, admin, all, current };
}
