// SPDX-License-Identifier: Apache-2.0
import { type Component, type ComputedRef, computed, type InjectionKey, inject, type Ref } from 'vue';
import type { Locale, LocalText, PluginEntry, Session, UiManifest } from './types';

export interface LoadedSlot {
  plugin: PluginEntry;
  key: string;
  order: number;
  component: Component;
}

/** What the shell offers to the pages of plugins. */
export interface Host {
  /** The signed-in person; null only on the sign-in page. */
  session: Readonly<Ref<Session | null>>;
  manifest: Readonly<Ref<UiManifest | null>>;
  locale: Readonly<Ref<Locale>>;
  badges: Readonly<Ref<Record<string, number>>>;
  unread: Readonly<Ref<number>>;
  /** Whether the acting post holds the permission, for example "incoming.register". */
  can(permission: string): boolean;
  /** Whether the plugin is on for the acting unit. */
  hasPlugin(id: string): boolean;
  text(value: LocalText | undefined): string;
  /** Loads every plugin that fills the slot; a plugin that cannot be loaded is left out. */
  loadSlot(name: string): Promise<LoadedSlot[]>;
}

export const HOST: InjectionKey<Host> = Symbol.for('congvu.host');

export function useHost(): Host {
  const host = inject(HOST);
  if (!host) throw new Error('useHost() is only for components inside the Congvu shell');
  return host;
}

/** `const mayRegister = useCan('incoming.register')`. The server enforces it; this only hides buttons. */
export function useCan(permission: string): ComputedRef<boolean> {
  const host = useHost();
  return computed(() => host.can(permission));
}
