// SPDX-License-Identifier: Apache-2.0
/** @congvu/sdk: all that a plugin's UI needs from the shell, apart from the components of @congvu/ui. */
export * from './address';
export * from './events';
export * from './format';
export * from './host';
export * from './http';
export * from './list';
export * from './PluginSlot';
export * from './personal';
export * from './plugin';
export * from './problem';
export * from './savedSearches';
export * from './types';
export * from './units';
export * from './useAct';
