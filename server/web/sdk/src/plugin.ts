// SPDX-License-Identifier: Apache-2.0
import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** Major version of the contract between shell and plugins. A plugin built for another one is not loaded. */
export const UI_API = 1;

/** Places in pages of the shell and of other plugins where a plugin may show a part of its own. */
export type SlotName =
  | 'home.widgets'
  | 'document.panels'
  | 'document.actions'
  | 'admin.settings'
  | (string & {});

export interface SlotItem {
  /** Smaller comes first. */
  order?: number;
  component: () => Promise<{ default: Component }>;
}

export interface UiPlugin {
  id: string;
  /** Paths are relative to the plugin's base: '' is "/incoming", 'documents/:id' is "/incoming/documents/:id". */
  routes: RouteRecordRaw[];
  /** Texts; reached as `t('<plugin id>.<key>')`. */
  messages?: { vi: object; en: object };
  slots?: Partial<Record<SlotName, SlotItem[]>>;
}

/** The default export of a plugin's entry file. */
export function definePlugin(plugin: UiPlugin): UiPlugin {
  return plugin;
}
