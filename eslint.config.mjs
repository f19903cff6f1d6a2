// SPDX-License-Identifier: Apache-2.0
import vue from 'eslint-plugin-vue';
import accessibility from 'eslint-plugin-vuejs-accessibility';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['build/**', '**/node_modules/**', '**/*.d.ts'] },
  ...typescript.configs.recommended,
  ...vue.configs['flat/essential'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      'vue/multi-word-component-names': 'off',
      // A style attribute breaks the content security policy as soon as Vue writes it as HTML text.
      'vue/no-restricted-static-attribute': ['error', { key: 'style' }],
      'vue/no-bare-strings-in-template': [
        'error',
        {
          allowlist: [
            '(',
            ')',
            ',',
            '.',
            '&',
            '+',
            '-',
            '=',
            '*',
            '/',
            '#',
            '%',
            '!',
            '?',
            ':',
            '·',
            '–',
            '—',
            '…',
            '→',
            '×',
            '|',
            '’',
          ],
          attributes: { '/.+/': ['title', 'aria-label', 'aria-placeholder', 'placeholder', 'alt'] },
        },
      ],
      // Labels are joined to kit controls by VField's context, which this rule cannot see.
      'vuejs-accessibility/label-has-for': 'off',
      'vuejs-accessibility/form-control-has-label': 'off',
    },
  },
  {
    // A page for developers that is in no build.
    files: ['**/GalleryPage.vue'],
    rules: { 'vue/no-bare-strings-in-template': 'off' },
  },
  { rules: { '@typescript-eslint/no-explicit-any': 'error' } },
);
