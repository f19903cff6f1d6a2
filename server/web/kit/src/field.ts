// SPDX-License-Identifier: Apache-2.0
import { type ComputedRef, computed, type InjectionKey, inject, useId } from 'vue';

/** What VField tells the control inside it, so that label, hint and error need no ids by hand. */
export interface FieldContext {
  id: string;
  labelId: string;
  describedBy: ComputedRef<string | undefined>;
  invalid: ComputedRef<boolean>;
  required: ComputedRef<boolean>;
}

export const FIELD: InjectionKey<FieldContext> = Symbol('congvu.field');

/** For controls: attributes that join them to the surrounding VField, if there is one. */
export function useField() {
  const field = inject(FIELD, null);
  const ownId = useId();
  return {
    id: field?.id ?? ownId,
    labelId: field?.labelId,
    inField: field !== null,
    attributes: computed(() => ({
      id: field?.id ?? ownId,
      'aria-describedby': field?.describedBy.value,
      'aria-invalid': field?.invalid.value ? ('true' as const) : undefined,
      'aria-required': field?.required.value ? ('true' as const) : undefined,
    })),
    invalid: computed(() => field?.invalid.value ?? false),
  };
}
