// SPDX-License-Identifier: Apache-2.0
import { foldText } from '@congvu/ui';
import type { FormSummary } from './types';

export interface FormGroup {
  category: FormSummary['category'];
  forms: FormSummary[];
}

/**
 * The forms whose name or abbreviation contains every word that is looked for (marks do not count), in
 * the order of the alphabet; documents before copies.
 */
export function formGroups(
  forms: readonly FormSummary[],
  wanted: string,
  nameOf: (form: FormSummary) => string,
  locale: string,
): FormGroup[] {
  const words = foldText(wanted).split(' ').filter(Boolean);
  const found = forms
    .filter((form) => {
      const text = foldText(`${nameOf(form)} ${form.name.vi} ${form.abbreviation}`);
      return words.every((word) => text.includes(word));
    })
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other), locale));
  return (['document', 'copy'] as const)
    .map((category) => ({ category, forms: found.filter((form) => form.category === category) }))
    .filter((group) => group.forms.length > 0);
}

/** The forms of these ids in their order: what a post uses most stands first. */
export function frequentForms(forms: readonly FormSummary[], ids: readonly string[]): FormSummary[] {
  return ids.flatMap((id) => forms.find((form) => form.id === id) ?? []);
}
