// SPDX-License-Identifier: Apache-2.0
/** @congvu/sdk: all that a plugin's UI needs from the shell, apart from the components of @congvu/ui. */
export * from './events';
export * from './format';
export * from './host';
export * from './http';
export * from './list';
export * from './PluginSlot';
export * from './plugin';
export * from './problem';
export * from './types';
export * from './units';
export * from './useAct';
