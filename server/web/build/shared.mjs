// SPDX-License-Identifier: Apache-2.0
/**
 * The bare module names that a plugin may import. Each becomes one hashed ES module of the shell's
 * build, reached through the page's import map, so shell and plugins run the very same instance.
 */
export const SHARED = [
  'vue',
  'vue-router',
  'vue-i18n',
  '@tanstack/vue-query',
  '@congvu/sdk',
  '@congvu/ui',
  '@congvu/ui/pdf',
];

/** Major version of the contract between shell and plugins; the same number stands in the sdk. */
export const UI_API = 1;

/** Name of the shell's build entry for a shared module: "@congvu/ui/pdf" becomes "shared-congvu-ui-pdf". */
export function entryName(moduleName) {
  return `shared-${moduleName.replace(/^@/, '').replace(/[@/]+/g, '-')}`;
}

/** Compile-time switches of Vue and vue-i18n: no options API, no eval (content security policy). */
export const FRAMEWORK_DEFINES = {
  __VUE_OPTIONS_API__: 'true',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  __INTLIFY_JIT_COMPILATION__: 'true',
  __VUE_I18N_LEGACY_API__: 'false',
  __VUE_I18N_FULL_INSTALL__: 'false',
};
