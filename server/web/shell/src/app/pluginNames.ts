// SPDX-License-Identifier: Apache-2.0
import { http, type LocalText, type Page, useHost } from '@congvu/sdk';
import { useQuery } from '@tanstack/vue-query';
import { useI18n } from 'vue-i18n';

/**
 * Names of plugins for administration pages, also of those that are not on in the unit one acts in. Who may not list the
 * installed plugins sees the ids of these.
 */
export function usePluginNames(): (id: string) => string {
  const { t } = useI18n();
  const host = useHost();
  const installed = useQuery({
    queryKey: ['plugins', 'names'],
    queryFn: ({ signal }) => http.get<Page<{ id: string; name: LocalText }>>('/plugins', { signal }),
    enabled: () => host.can('core.plugins'),
  });
  return (id) => {
    if (id === 'core' || id === 'host') return t('admin.core');
    const known = [...(host.manifest.value?.plugins ?? []), ...(installed.data.value?.items ?? [])];
    return host.text(known.find((one) => one.id === id)?.name) || id;
  };
}
